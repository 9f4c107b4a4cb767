import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import type { Pack } from '../../calls/schema/index.ts';
import type { FieldValue } from '../../core/filing.ts';
import type { Point } from '../../extractors/image/photo/homography.ts';
import { pdfiumEngine } from '../../extractors/pdf/pdfium/engine.ts';
import type { Raster } from '../../extractors/raster.ts';
import { findSoffice } from '../../extractors/word/office/find-soffice.ts';
import { changeForm, changeUnits } from './change-form.ts';
import { inventCompany } from './company.ts';
import { writeDocx } from './docx.ts';
import { fillForm } from './fill.ts';
import { randomHabits } from './habits.ts';
import { type Invented, inventValues } from './invent-values.ts';
import { childrenNamed, parseMarkup, textOf } from './markup.ts';
import { drawPenTicks, penMark } from './pen-ticks.ts';
import { openBook, type PhotoStyle, photographPage, photoStyles } from './photograph.ts';
import type { Printer } from './print.ts';
import type { Defect, Profile } from './profile.ts';
import { Random } from './random.ts';
import { bindPages, type ScannedPage, type ScanStyle, scanPage, scanStyles, varied } from './scan.ts';
import { penTicks, randomPrintStyle, tickStyles } from './style.ts';
import { randomFormHabits, varyForm } from './vary-form.ts';

export const formats = ['pdf', 'scan', 'poor-scan', 'docx', 'doc', 'wps', 'png', 'jpeg'] as const;
/** Made only when named: a photo of each page on a desk, of a screen, of each two pages of a book, all in one zip. */
export const photoFormats = ['photo', 'poor-photo', 'screen-photo', 'book-photo'] as const;
/** Made only when named: Word forms that were retyped, or their units changed; scans with a seal pasted over print. */
export const changedFormats = ['changed-form', 'changed-unit', 'seal'] as const;
export type SampleFormat =
  | (typeof formats)[number]
  | (typeof photoFormats)[number]
  | (typeof changedFormats)[number];

export const isDocx = (format: SampleFormat) =>
  format === 'docx' || format === 'changed-form' || format === 'changed-unit';

const isPhoto = (format: SampleFormat): format is (typeof photoFormats)[number] =>
  photoFormats.some((name) => name === format);

/** Pictures hold one page: they are made only of forms that fit one. */
export const isPicture = (format: SampleFormat) => format === 'png' || format === 'jpeg';

/** What is known of a generated filing, to hold the pipeline's reading against. */
export interface Truth {
  readonly file: string;
  readonly call: string;
  readonly format: SampleFormat;
  readonly company: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Label the core chapter was written for, by scheme. */
  readonly labels: Readonly<Record<string, string>>;
  readonly defects: readonly {
    id: string;
    rules: readonly string[];
    /** Rules that rightly fail as well. */
    may?: readonly string[];
    repeat?: 'award' | 'batch';
  }[];
}

export interface Recipe {
  readonly pack: Pack;
  /** `blank-form.html` of the pack. */
  readonly blankForm: string;
  readonly profile: Profile;
  readonly format: SampleFormat;
  readonly defects: readonly Defect[];
  readonly name: string;
  readonly seed: number;
  readonly story?: { label: string; text: string };
  /** One sentence a chapter. */
  readonly brief?: boolean;
  /** How photos are taken, where not as the format has it. */
  readonly photo?: PhotoStyle;
  /** An earlier filing or award to repeat. */
  readonly repeats?: { title: string; company?: string; narrative?: ReadonlyMap<string, string> };
}

export interface Sample {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Of a scan: the printed text PDF that was scanned, and its pages as the scanner left them. */
  readonly original?: { readonly pdf: Uint8Array; readonly pages: readonly ScannedPage[] };
  /** All that is printed on it, in the order of the form. */
  readonly text: string;
  readonly truth: Truth;
  readonly invented: Invented;
}

const endings: Record<SampleFormat, string> = {
  pdf: 'pdf',
  scan: 'pdf',
  'poor-scan': 'pdf',
  docx: 'docx',
  doc: 'doc',
  wps: 'wps',
  png: 'png',
  jpeg: 'jpg',
  photo: 'zip',
  'poor-photo': 'zip',
  'screen-photo': 'zip',
  'book-photo': 'zip',
  'changed-form': 'docx',
  'changed-unit': 'docx',
  seal: 'pdf',
};

/** Makes one filing: invents it, fills the blank form, and writes it in the wanted format. Word files need no printer. */
export async function makeSample(recipe: Recipe, printer?: Printer): Promise<Sample> {
  const random = new Random(recipe.seed);
  const { pack, profile, format, repeats } = recipe;
  const invented = inventCompany(random.fork('company'), profile.province);
  const company = repeats?.company ? { ...invented, name: repeats.company } : invented;
  const values = inventValues({
    pack,
    profile,
    company,
    random: random.fork('values'),
    habits: randomHabits(random.fork('habits')),
    defects: recipe.defects,
    brief: recipe.brief ?? isPicture(format),
    onePage: isPicture(format),
    ...(recipe.story ? { story: recipe.story } : {}),
    ...(repeats ? { title: repeats.title } : {}),
  });
  for (const [key, text] of repeats?.narrative ?? []) {
    values.written.values.set(key, text);
    values.truth.set(key, text);
  }
  const form = parseMarkup(recipe.blankForm);
  const look = random.fork('look');
  if (format === 'changed-form') changeForm(form, pack.form.fields, random.fork('changes'));
  if (format === 'changed-unit') changeUnits(form, values.written, random.fork('changes'));
  const word = isDocx(format) || format === 'doc' || format === 'wps';
  const wordTicks =
    format === 'docx' ? look.pick(['characters', 'controls', 'symbols'] as const) : 'characters';
  const scanned = !word && format !== 'pdf';
  const ticks =
    word && wordTicks !== 'characters'
      ? tickStyles[0]!
      : look.pick(scanned ? [...tickStyles, penTicks] : tickStyles);
  fillForm(form, values.written, ticks);
  varyForm(form, randomFormHabits(look.fork('form')));
  const text = textOf(childrenNamed(form, 'body')[0] ?? form).replaceAll(penMark, '□');
  drawPenTicks(form, look.fork('pen'));
  const file = `${recipe.name}.${endings[format]}`;
  const { bytes, original } = await write();
  const title = pack.form.fields.find((field) => field.role === 'title');
  return {
    file,
    bytes,
    ...(original ? { original } : {}),
    text,
    invented: values,
    truth: {
      file,
      call: pack.call.id,
      format,
      company: company.name,
      title: String((title && values.truth.get(title.key)) ?? ''),
      fields: Object.fromEntries(values.truth),
      labels: profile.scheme && values.label ? { [profile.scheme]: values.label } : {},
      defects: recipe.defects.map(({ id, rules, may, repeat }) => ({
        id,
        rules,
        ...(may.length > 0 ? { may } : {}),
        ...(repeat ? { repeat } : {}),
      })),
    },
  };

  async function write(): Promise<Pick<Sample, 'bytes' | 'original'>> {
    if (word) {
      const docx = await writeDocx(form, {
        font: look.pick(['宋体', '仿宋', 'SimSun']),
        size: look.pick([21, 24]),
        ticks: wordTicks,
        // LibreOffice keeps tracked changes in DOC; its own reading of them is not what is tested.
        edits: format === 'docx' && look.chance(0.4) ? 'tracked' : look.pick(['none', 'split']),
        random: look.fork('runs'),
      });
      return { bytes: isDocx(format) ? docx : await convertToDoc(docx) };
    }
    if (!printer) throw new Error(`a printer is needed for ${format}`);
    const style = randomPrintStyle(look);
    const picture = isPicture(format);
    const pdf = await printer.print(form, style, picture);
    if (format === 'pdf') return { bytes: pdf };
    if (isPhoto(format)) {
      const photo = recipe.photo ?? photoStyles[format];
      const chance = (number: number) => look.fork(`photo${number}`);
      const pages =
        format === 'book-photo'
          ? await photographBook(pdf, photo, chance)
          : await eachPage(pdf, photo.dpi * 1.5, (page, number) =>
              photographPage(page, photo, chance(number)),
            );
      return { bytes: await zipped(pages), original: { pdf, pages } };
    }
    const printed = { 'poor-scan': scanStyles.poor, seal: scanStyles.pasted }[format as string];
    const usual = picture ? scanStyles.picture : (printed ?? scanStyles.clean);
    const scan = varied(usual, look);
    const pages = await scanPages(pdf, scan, look);
    const original = { pdf, pages };
    const pictures = pages.map((page) => page.jpeg);
    if (!picture) return { bytes: await bindPages(pictures, scan.dpi), original };
    const page = pictures[0]!;
    if (format === 'jpeg') return { bytes: page, original };
    const { default: sharp } = await import('sharp');
    const png = sharp(page).png({ palette: true, colours: 8 }).withMetadata({ density: scan.dpi });
    return { bytes: await png.toBuffer(), original };
  }
}

function scanPages(pdf: Uint8Array, style: ScanStyle, random: Random): Promise<ScannedPage[]> {
  return eachPage(pdf, style.dpi, (page, number) =>
    scanPage(page, style, number <= 2, random.fork(`page${number}`)),
  );
}

async function eachPage(
  pdf: Uint8Array,
  dpi: number,
  take: (page: Raster, number: number) => Promise<ScannedPage>,
): Promise<ScannedPage[]> {
  const opening = await pdfiumEngine.open(pdf);
  if (!opening.ok) throw new Error(opening.detail);
  const pages: ScannedPage[] = [];
  for (let number = 1; number <= opening.file.pages; number++) {
    const page = await opening.file.page(number);
    pages.push(await take(await page.render(dpi), number));
    page.close();
  }
  opening.file.close();
  return pages;
}

/** Each two pages on one picture, which both have as theirs. */
async function photographBook(
  pdf: Uint8Array,
  style: PhotoStyle,
  chance: (number: number) => Random,
): Promise<ScannedPage[]> {
  const rasters: Raster[] = [];
  await eachPage(pdf, style.dpi, async (page) => {
    rasters.push(page);
    return { jpeg: Buffer.alloc(0), turned: 0 };
  });
  const pages: ScannedPage[] = [];
  for (let i = 0; i < rasters.length; i += 2) {
    const [left, right] = [rasters[i]!, rasters[i + 1]];
    const { spread, onSpread } = openBook(left, right);
    const photo = await photographPage(spread, style, chance(i));
    const pixels = left.dpi / 72;
    for (const second of right ? [false, true] : [false]) {
      const onPhoto = ([x, y]: Point): Point => {
        const [u, v] = onSpread(second)([x * pixels, y * pixels]);
        return photo.onPhoto?.([u / pixels, v / pixels]) ?? [u, v];
      };
      pages.push({ ...photo, onPhoto });
    }
  }
  return pages;
}

async function zipped(pages: readonly ScannedPage[]): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [i, jpeg] of [...new Set(pages.map((page) => page.jpeg))].entries())
    zip.file(`IMG_${2301 + i}.jpg`, jpeg);
  return zip.generateAsync({ type: 'uint8array' });
}

/** Word 97 binary by LibreOffice; a `.wps` of today is the same kind of OLE file. */
async function convertToDoc(docx: Uint8Array): Promise<Uint8Array> {
  const soffice = await findSoffice();
  if (!soffice)
    throw new Error('LibreOffice is needed to make DOC and WPS: apt-get install -y libreoffice-writer-nogui');
  const folder = await mkdtemp(join(tmpdir(), 'chushen-doc-'));
  try {
    await writeFile(join(folder, 'filing.docx'), docx);
    const profile = `-env:UserInstallation=file://${join(tmpdir(), `chushen-soffice-profile-${process.pid}`)}`;
    await promisify(execFile)(soffice, [
      profile,
      '--headless',
      '--convert-to',
      'doc',
      '--outdir',
      folder,
      join(folder, 'filing.docx'),
    ]);
    return await readFile(join(folder, 'filing.doc'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
