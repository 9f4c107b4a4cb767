import { createHash } from 'node:crypto';
import { sectionBreak } from '../docx/wml.ts';

const bodyPart = 'word/document.xml';

/**
 * Letters put behind each other for printing, each on a page of its own. Only letters whose packages are alike in all but
 * their bodies (fonts, styles, pictures) can be one document: letters of other templates make another one.
 */
export async function merged(letters: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const { default: JSZip } = await import('jszip');
  const groups = new Map<string, { readonly first: Uint8Array; readonly bodies: string[] }>();
  for (const letter of letters) {
    const zip = await JSZip.loadAsync(letter);
    const hash = createHash('sha256');
    for (const name of Object.keys(zip.files).sort()) {
      if (name === bodyPart || name.startsWith('docProps/')) continue;
      hash.update(`${name}\n`).update((await zip.file(name)?.async('uint8array')) ?? '');
    }
    const key = hash.digest('hex');
    const body = (await zip.file(bodyPart)?.async('string')) ?? '';
    const group = groups.get(key);
    if (group) group.bodies.push(body);
    else groups.set(key, { first: letter, bodies: [body] });
  }
  const documents: Uint8Array[] = [];
  for (const { first, bodies } of groups.values()) {
    const zip = await JSZip.loadAsync(first);
    zip.file(bodyPart, joined(bodies));
    documents.push(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
  }
  return documents;
}

/** Bodies in one: the section of each but the last ends in a paragraph of its own. */
function joined(documents: readonly string[]): string {
  const [first = ''] = documents;
  const parts = documents.map(partsOf);
  const inner = parts.map(({ content, section }, i) =>
    i === parts.length - 1 ? content + section : content + sectionBreak(section),
  );
  const { start, end } = partsOf(first);
  return first.slice(0, start) + inner.join('') + first.slice(end);
}

function partsOf(xml: string): {
  readonly start: number;
  readonly end: number;
  readonly content: string;
  readonly section: string;
} {
  const start = xml.indexOf('>', xml.indexOf('<w:body')) + 1;
  const end = xml.lastIndexOf('</w:body>');
  const at = xml.lastIndexOf('<w:sectPr', end);
  // A section that is not the body's last element is one inside it.
  const own =
    at > start && /^<w:sectPr(?:\s[^>]*)?(?:\/>|>[\s\S]*<\/w:sectPr>)\s*$/u.test(xml.slice(at, end));
  return {
    start,
    end,
    content: xml.slice(start, own ? at : end),
    section: own ? xml.slice(at, end).trim() : '<w:sectPr/>',
  };
}
