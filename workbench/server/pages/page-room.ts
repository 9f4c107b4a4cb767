import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../../../core/document.ts';
import type { Text } from '../../../core/lang.ts';
import type { FileOutcome, FilingOutcome } from '../../../core/outcome.ts';
import type { PdfFile } from '../../../extractors/pdf/engine.ts';
import { convertToPdf } from '../../../extractors/word/office/convert-office.ts';
import { parsePageList } from '../../../pipeline/pictures/page-list.ts';
import { Outputs } from '../../../pipeline/stages/outputs.ts';
import { documentOf } from '../../../pipeline/stages/readings.ts';
import type { Store } from '../../../store/ports.ts';

/** One page of a filing as it can be drawn: counted over all its files from 1. */
export interface DrawnPage {
  readonly n: number;
  readonly file: string;
  /** As places name it. */
  readonly page: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Bytes that hold it, and where in them: page of a PDF from 1, or a picture. */
  readonly bytes: string;
  readonly as: { readonly pdf: number } | { readonly picture: true };
}

export interface DrawnPages {
  readonly pages: readonly DrawnPage[];
  /** Why files have no pages here. */
  readonly why?: Text;
}

/** PDFs that stay open: paging through a filing must not load it anew for each page. */
const kept = 6;
/** Pictures of pages that stay in memory. */
const picturesKept = 60;

/**
 * The pages of filings as pictures, drawn from the original bytes by the readers' own libraries: PDF by PDFium, pictures
 * as they are, Word and sheets by LibreOffice where it is installed. What was converted lies in `folder`.
 */
export class PageRoom {
  private readonly store: Store;
  private readonly folder: string;
  private readonly soffice: string | undefined;
  private readonly open = new Map<string, Promise<PdfFile | undefined>>();
  private readonly pictures = new Map<string, Promise<Uint8Array | undefined>>();
  private readonly converting = new Map<string, Promise<Uint8Array | undefined>>();

  constructor(store: Store, folder: string, soffice: string | undefined) {
    this.store = store;
    this.folder = folder;
    this.soffice = soffice;
  }

  async pagesOf(outcome: FilingOutcome): Promise<DrawnPages> {
    const outputs = new Outputs(this.store.stages);
    const pages: DrawnPage[] = [];
    const hidden: Text[] = [];
    for (const file of outcome.files) {
      const document =
        file.document === undefined ? undefined : await documentOf({ key: file.document }, outputs);
      const own = document && (await this.pagesOfFile(file, document));
      if (own && own.length > 0) for (const page of own) pages.push({ ...page, n: pages.length + 1 });
      else hidden.push(whyHidden(file, this.soffice !== undefined));
    }
    const why = { zh: hidden.map(({ zh }) => zh).join(''), en: hidden.map(({ en }) => en).join(' ') };
    return { pages, ...(hidden.length > 0 ? { why } : {}) };
  }

  /** PNG of a page, `width` pixels wide. */
  async picture(page: DrawnPage, width: number): Promise<Uint8Array | undefined> {
    const key = `${page.bytes} ${JSON.stringify(page.as)} ${width}`;
    const before = this.pictures.get(key);
    if (before) return before;
    const drawn = 'pdf' in page.as ? this.drawPdf(page, page.as.pdf, width) : this.drawPicture(page, width);
    put(this.pictures, key, drawn, picturesKept);
    return drawn;
  }

  /** The PDF that a file is or was converted to. */
  async pdfOf(bytes: string): Promise<PdfFile | undefined> {
    const before = this.open.get(bytes);
    if (before) return before;
    const opening = this.openPdf(bytes);
    const dropped = put(this.open, bytes, opening, kept);
    void dropped?.then((file) => file?.close());
    return opening;
  }

  private async pagesOfFile(
    file: FileOutcome,
    document: Document,
  ): Promise<Omit<DrawnPage, 'n'>[] | undefined> {
    const { format } = document;
    if (format === 'pdf')
      return document.pages.map(({ number, width, height }) => ({
        ...{ file: file.file, page: number, width, height, bytes: file.id },
        as: { pdf: number },
      }));
    if (document.pages.length > 0 && format !== 'ofd') {
      const list = parsePageList((await this.store.blobs.get(file.id)) ?? new Uint8Array());
      return document.pages.map(({ number, width, height }, i) => ({
        ...{ file: file.file, page: number, width, height, bytes: list?.[i]?.id ?? file.id },
        as: { picture: true },
      }));
    }
    const pdf = await this.pdfOf(converted(file));
    if (!pdf) return undefined;
    const pages: Omit<DrawnPage, 'n'>[] = [];
    for (let page = 1; page <= pdf.pages; page++) {
      const { width, height, close } = await closing(pdf, page);
      close();
      pages.push({ file: file.file, page, width, height, bytes: converted(file), as: { pdf: page } });
    }
    return pages;
  }

  private async openPdf(id: string): Promise<PdfFile | undefined> {
    const [, of, extension] = /^converted (\w+) (\w+)$/u.exec(id) ?? [];
    const bytes = of && extension ? await this.convert(of, extension) : await this.store.blobs.get(id);
    if (!bytes) return undefined;
    const { pdfiumEngine } = await import('../../../extractors/pdf/pdfium/engine.ts');
    const opening = await pdfiumEngine.open(bytes);
    return opening.ok ? opening.file : undefined;
  }

  /** Converted once and kept on disk: LibreOffice takes seconds. */
  private convert(id: string, extension: string): Promise<Uint8Array | undefined> {
    const running = this.converting.get(id);
    if (running) return running;
    const work = this.convertNow(id, extension).finally(() => this.converting.delete(id));
    this.converting.set(id, work);
    return work;
  }

  private async convertNow(id: string, extension: string): Promise<Uint8Array | undefined> {
    const path = join(this.folder, `${createHash('sha256').update(id).digest('hex').slice(0, 24)}.pdf`);
    const before = await readFile(path).catch(() => undefined);
    if (before || !this.soffice) return before;
    const original = await this.store.blobs.get(id);
    const conversion = original && (await convertToPdf(original, extension, this.soffice));
    if (!conversion?.ok) return undefined;
    await mkdir(this.folder, { recursive: true });
    await writeFile(`${path}.new`, conversion.bytes);
    await rename(`${path}.new`, path);
    return conversion.bytes;
  }

  private async drawPdf({ bytes, width: points }: DrawnPage, number: number, width: number) {
    const pdf = await this.pdfOf(bytes);
    if (!pdf) return undefined;
    const page = await pdf.page(number);
    try {
      const { data, width: across, height, channels } = await page.render((width / points) * 72);
      const { default: sharp } = await import('sharp');
      return new Uint8Array(
        await sharp(data, { raw: { width: across, height, channels } })
          .png({ compressionLevel: 3 })
          .toBuffer(),
      );
    } finally {
      page.close();
    }
  }

  private async drawPicture({ bytes, page }: DrawnPage, width: number) {
    const original = await this.store.blobs.get(bytes);
    if (!original) return undefined;
    const { default: sharp } = await import('sharp');
    const frames = (await sharp(original).metadata()).pages ?? 1;
    const image = frames > 1 ? sharp(original, { page: Math.min(page, frames) - 1 }) : sharp(original);
    return new Uint8Array(await image.autoOrient().resize({ width }).png({ compressionLevel: 3 }).toBuffer());
  }
}

/** Under what a converted file is known: its id and what it is converted from. */
export const converted = ({ id, format, file }: FileOutcome) =>
  `converted ${id} ${format === 'wps' ? 'doc' : (format ?? (file.split('.').at(-1) || 'bin'))}`;

async function closing(pdf: PdfFile, number: number) {
  const page = await pdf.page(number);
  return { width: page.width, height: page.height, close: () => page.close() };
}

/** Puts into a map that keeps the last `most`; gives what fell out. */
function put<T>(map: Map<string, T>, key: string, value: T, most: number): T | undefined {
  map.set(key, value);
  if (map.size <= most) return undefined;
  const [oldest] = map.keys();
  const dropped = oldest === undefined ? undefined : map.get(oldest);
  if (oldest !== undefined) map.delete(oldest);
  return dropped;
}

function whyHidden({ file, format }: FileOutcome, canConvert: boolean): Text {
  const name = file.replace(/^.*[/\\]/u, '');
  if (format === undefined)
    return { zh: `《${name}》没有读出，请查看原件。`, en: `${name} was not read: look at the original.` };
  if (!canConvert && format !== 'ofd')
    return {
      zh: `《${name}》是 ${format.toUpperCase()}，本机没有 LibreOffice，不能显示页面；请打开原件对照。`,
      en: `${name} is ${format.toUpperCase()}, and this machine has no LibreOffice to draw it: open the original.`,
    };
  return {
    zh: `《${name}》不能显示页面，请打开原件对照。`,
    en: `${name} cannot be drawn: open the original.`,
  };
}
