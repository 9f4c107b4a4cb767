import { XMLParser } from 'fast-xml-parser';
import JSZip from 'jszip';

type Node = Record<string, unknown>;
const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml']);

/** Resolves places like `tbl[2]/tr[3]/tc[1]/p[1]` in a DOCX, by a parser of its own. */
export async function wordPlaces(docx: Uint8Array): Promise<(path: string) => string | undefined> {
  const zip = await JSZip.loadAsync(docx);
  const xml = await zip.file('word/document.xml')!.async('string');
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: true,
    trimValues: false,
    parseTagValue: false,
  });
  const root = parser.parse(xml) as Node[];
  const body = childrenOf(childrenOf(root, 'w:document')[0]!, 'w:body')[0]!;
  return (path) => {
    let nodes = [body];
    for (const [, name, at] of path.matchAll(/(\w+)\[(\d+)\]/gu)) {
      const next = nodes.flatMap((node) => childrenOf(node, `w:${name}`))[Number(at) - 1];
      if (!next) return undefined;
      nodes = [next];
    }
    return textOf(nodes[0]!);
  };
}

/** Children of one name; content controls and insertions are looked through. */
function childrenOf(node: Node | Node[], name: string): Node[] {
  const list = Array.isArray(node) ? node : contentOf(node);
  return list.flatMap((child) => {
    const own = nameOf(child);
    if (own === name) return [child];
    return own && wrappers.has(own) ? childrenOf(child, name) : [];
  });
}

const nameOf = (node: Node) => Object.keys(node).find((key) => key !== ':@');
const contentOf = (node: Node) => (node[nameOf(node) ?? ''] as Node[]) ?? [];

function textOf(node: Node): string {
  const name = nameOf(node);
  if (name === '#text') return String(node['#text']);
  if (name === 'w:del' || name === 'w:moveFrom' || name?.endsWith('Pr')) return '';
  return contentOf(node).map(textOf).join('');
}
