import JSZip from 'jszip';

const ofd = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** A line of text with its baseline at `x`, `y` millimetres; digits and letters are half as wide as `size`. */
export function words(text: string, x: number, y: number, size = 4): string {
  const steps = [...text].map((character) => (character.charCodeAt(0) < 0x2e80 ? size / 2 : size));
  const width = steps.reduce((sum, step) => sum + step, 0);
  return (
    `<ofd:TextObject ID="1" Boundary="${x} ${y - size} ${width} ${size * 1.2}" Font="1" Size="${size}">` +
    `<ofd:TextCode X="0" Y="${size}" DeltaX="${steps.slice(0, -1).join(' ')}">${text}</ofd:TextCode></ofd:TextObject>`
  );
}

/** A rule from one point to another, millimetres. */
export const rule = (x0: number, y0: number, x1: number, y1: number) =>
  `<ofd:PathObject ID="2" Boundary="0 0 210 297" LineWidth="0.3"><ofd:AbbreviatedData>M ${x0} ${y0} L ${x1} ${y1}</ofd:AbbreviatedData></ofd:PathObject>`;

/** The rules of a grid with columns and rows at these millimetres. */
export const grid = (xs: readonly number[], ys: readonly number[]) =>
  [
    ...ys.map((y) => rule(xs[0] ?? 0, y, xs.at(-1) ?? 0, y)),
    ...xs.map((x) => rule(x, ys[0] ?? 0, x, ys.at(-1) ?? 0)),
  ].join('');

export interface OfdParts {
  /** What each page draws. */
  readonly pages: readonly string[];
  /** What is drawn below every page. */
  readonly template?: string;
  readonly picture?: Uint8Array;
  readonly seal?: string;
}

/** A small OFD package as GB/T 33190-2016 lays it out. */
export async function ofdFile({ pages, template, picture, seal }: OfdParts): Promise<Uint8Array> {
  const zip = new JSZip();
  const content = (inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><ofd:Page ${ofd}>${template === undefined ? '' : '<ofd:Template TemplateID="90"/>'}<ofd:Content><ofd:Layer ID="7">${inner}</ofd:Layer></ofd:Content></ofd:Page>`;
  const signatures = seal === undefined ? '' : '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>';
  zip.file(
    'OFD.xml',
    `<ofd:OFD ${ofd} Version="1.0"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${signatures}</ofd:DocBody></ofd:OFD>`,
  );
  const listed = pages
    .map((_, i) => `<ofd:Page ID="${i + 100}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
    .join('');
  const below = template === undefined ? '' : '<ofd:TemplatePage ID="90" BaseLoc="Tpls/Tpl_0/Content.xml"/>';
  zip.file(
    'Doc_0/Document.xml',
    `<ofd:Document ${ofd}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>${below}</ofd:CommonData><ofd:Pages>${listed}</ofd:Pages></ofd:Document>`,
  );
  if (template !== undefined)
    zip.file(
      'Doc_0/Tpls/Tpl_0/Content.xml',
      `<ofd:Page ${ofd}><ofd:Content><ofd:Layer ID="8">${template}</ofd:Layer></ofd:Content></ofd:Page>`,
    );
  for (const [i, page] of pages.entries()) zip.file(`Doc_0/Pages/Page_${i}/Content.xml`, content(page));
  if (picture) {
    zip.file('Doc_0/Res/scan.png', picture);
    zip.file(
      'Doc_0/DocumentRes.xml',
      `<ofd:Res ${ofd} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="55" Type="Image"><ofd:MediaFile>scan.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`,
    );
  }
  if (seal !== undefined) {
    zip.file(
      'Doc_0/Signs/Signatures.xml',
      `<ofd:Signatures ${ofd}><ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>`,
    );
    zip.file(
      'Doc_0/Signs/Sign_0/Signature.xml',
      `<ofd:Signature ${ofd}><ofd:SignedInfo><ofd:StampAnnot ID="1" PageRef="100" Boundary="${seal}"/></ofd:SignedInfo></ofd:Signature>`,
    );
  }
  return await zip.generateAsync({ type: 'uint8array' });
}
