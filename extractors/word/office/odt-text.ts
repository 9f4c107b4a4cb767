import { childrenOf, type Element, textOf } from '../../markup/element.ts';
import { openPackage } from '../../markup/xml-package.ts';

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
const prefixes: ReadonlyMap<string, string> = new Map([
  [`${oasis}:text:1.0`, 'text'],
  [`${oasis}:table:1.0`, 'table'],
  [`${oasis}:office:1.0`, 'office'],
]);

/** The running text of an ODT file where LibreOffice is not there to read it: a line for each paragraph and row. */
export async function odtText(bytes: Uint8Array): Promise<string> {
  const pack = await openPackage(bytes, prefixes);
  const root = await pack?.xml('content.xml');
  if (!root) throw new Error('content.xml');
  const lines: string[] = [];
  const walk = (element: Element) => {
    for (const child of childrenOf(element)) {
      if (child.name === 'text:tracked-changes' || child.name === 'office:annotation') continue;
      if (child.name === 'text:p' || child.name === 'text:h') lines.push(paragraph(child));
      else if (child.name === 'table:table-row')
        lines.push(
          childrenOf(child, 'table:table-cell')
            .map((cell) => textOf(cell).trim())
            .join('\t'),
        );
      else walk(child);
    }
  };
  walk(root);
  return lines.join('\n');
}

function paragraph(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'text:line-break') return '\n';
      if (child.name === 'text:tab' || child.name === 'text:s') return ' ';
      return child.name === 'office:annotation' ? '' : paragraph(child);
    })
    .join('');
}
