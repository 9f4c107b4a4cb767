import { childOf, childrenOf, descendantsOf, type Element, textOf } from '../markup/element.ts';
import { openPackage, type XmlPackage } from '../markup/xml-package.ts';

/** Namespace of OFD, GB/T 33190-2016, 7.1. */
const prefixes: ReadonlyMap<string, string> = new Map([['http://www.ofdspec.org/2016', 'ofd']]);

/** Rectangle in millimetres: left, top, width, height. */
export type Rectangle = readonly [x: number, y: number, width: number, height: number];

/** A page of an OFD file: its size and the roots of its content, the templates below it first. */
export interface OfdPage {
  readonly id: string;
  readonly area: Rectangle;
  readonly contents: readonly Element[];
}

/** One document of an OFD file, its parts unpacked when they are asked for. */
export interface OfdFile {
  readonly pages: readonly OfdPage[];
  /** The bytes of a picture by its resource. */
  picture(resource: string): Promise<Uint8Array | undefined>;
  /** Where seals stand: the page's identifier and the box on it. */
  readonly seals: readonly { readonly page: string; readonly box: Rectangle }[];
  /** False once anything was found damaged or missing. */
  whole(): boolean;
}

const a4: Rectangle = [0, 0, 210, 297];

/** `undefined` where the bytes are no OFD package. */
export async function openOfd(
  bytes: Uint8Array,
  maxPages: number,
): Promise<(OfdFile & { readonly count: number }) | undefined> {
  const pack = await openPackage(bytes, prefixes);
  const root = pack && (await pack.xml('OFD.xml'));
  if (!root) return undefined;
  const bodies = childrenOf(root, 'ofd:DocBody');
  let whole = bodies.length > 0;
  const pages: OfdPage[] = [];
  const media = new Map<string, string>();
  const seals: { page: string; box: Rectangle }[] = [];
  let count = 0;
  for (const body of bodies) {
    const main = partIn('', textIn(body, 'ofd:DocRoot'));
    const document = await pack.xml(main);
    if (!document) {
      whole = false;
      continue;
    }
    const folder = folderOf(main);
    const common = childOf(document, 'ofd:CommonData');
    const area = rectangleIn(childOf(common, 'ofd:PageArea')) ?? a4;
    const templates = await templatesOf(pack, folder, common);
    for (const name of ['ofd:DocumentRes', 'ofd:PublicRes'])
      for (const part of childrenOf(common, name))
        await readMedia(pack, partIn(folder, textOf(part).trim()), media);
    const listed = childrenOf(childOf(document, 'ofd:Pages'), 'ofd:Page');
    count += listed.length;
    for (const { attributes } of listed.slice(0, Math.max(0, maxPages - pages.length))) {
      const part = partIn(folder, attributes.BaseLoc ?? '');
      const content = await pack.xml(part);
      if (!content) whole = false;
      for (const resource of childrenOf(content, 'ofd:PageRes'))
        await readMedia(pack, partIn(folderOf(part), textOf(resource).trim()), media);
      const below = childrenOf(content, 'ofd:Template').flatMap(
        (one) => templates.get(one.attributes.TemplateID ?? '') ?? [],
      );
      pages.push({
        id: attributes.ID ?? '',
        area: rectangleIn(childOf(content, 'ofd:Area')) ?? area,
        contents: content ? [...below, content] : below,
      });
    }
    seals.push(...(await sealsOf(pack, partIn('', textIn(body, 'ofd:Signatures')))));
  }
  return {
    pages,
    count,
    seals,
    whole: () => whole && pack.whole(),
    picture: async (resource) => {
      const part = media.get(resource);
      return part === undefined ? undefined : await pack.bytes(part);
    },
  };
}

async function templatesOf(
  pack: XmlPackage,
  folder: string,
  common: Element | undefined,
): Promise<Map<string, Element>> {
  const templates = new Map<string, Element>();
  for (const { attributes } of childrenOf(common, 'ofd:TemplatePage')) {
    const content = await pack.xml(partIn(folder, attributes.BaseLoc ?? ''));
    if (content) templates.set(attributes.ID ?? '', content);
  }
  return templates;
}

/** Pictures by their identifier, from a resource part; `BaseLoc` of the part goes before their own path. */
async function readMedia(pack: XmlPackage, part: string, media: Map<string, string>): Promise<void> {
  const resources = await pack.xml(part);
  if (!resources) return;
  const folder = partIn(folderOf(part), resources.attributes.BaseLoc ?? '');
  for (const medium of descendantsOf(resources, 'ofd:MultiMedia')) {
    const file = textIn(medium, 'ofd:MediaFile');
    if (file !== '') media.set(medium.attributes.ID ?? '', partIn(folder, file));
  }
}

async function sealsOf(pack: XmlPackage, part: string): Promise<{ page: string; box: Rectangle }[]> {
  const list = part === '' ? undefined : await pack.xml(part);
  if (!list) return [];
  const seals: { page: string; box: Rectangle }[] = [];
  for (const { attributes } of childrenOf(list, 'ofd:Signature')) {
    const signature = await pack.xml(partIn(folderOf(part), attributes.BaseLoc ?? ''));
    if (!signature) continue;
    for (const stamp of descendantsOf(signature, 'ofd:StampAnnot')) {
      const box = numbersIn(stamp.attributes.Boundary ?? '');
      const [x, y, width, height] = box;
      if (x === undefined || y === undefined || width === undefined || height === undefined) continue;
      seals.push({ page: stamp.attributes.PageRef ?? '', box: [x, y, width, height] });
    }
  }
  return seals;
}

const textIn = (element: Element | undefined, name: string) => {
  const found = childOf(element, name);
  return found ? textOf(found).trim() : '';
};

/** A path as OFD writes it: from the package's root with a leading `/`, else from the part that names it. */
function partIn(folder: string, path: string): string {
  if (path === '') return '';
  const steps = path.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

const folderOf = (part: string) => part.split('/').slice(0, -1).join('/');

function rectangleIn(area: Element | undefined): Rectangle | undefined {
  const box = childOf(area, 'ofd:PhysicalBox');
  const [x, y, width, height] = box ? numbersIn(textOf(box)) : [];
  return x !== undefined && y !== undefined && width && height ? [x, y, width, height] : undefined;
}

/** Numbers set apart by spaces; what is no number ends the list. */
export function numbersIn(text: string): number[] {
  const numbers = text
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const end = numbers.findIndex((one) => !Number.isFinite(one));
  return end < 0 ? numbers : numbers.slice(0, end);
}
