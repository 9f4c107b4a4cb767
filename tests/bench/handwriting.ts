import { readFileSync, writeFileSync } from 'node:fs';
import { GlobalFonts } from '@napi-rs/canvas';
import { Command } from 'commander';
import sharp from 'sharp';
import { linesOf } from '../../core/document.ts';
import { boxAround, isPagePlace } from '../../core/place.ts';
import { randomHand } from '../../corpus/generate/handwriting.ts';
import { photographPage, photoStyles } from '../../corpus/generate/photograph.ts';
import { makeBatch, openKits } from '../../corpus/generate/plan.ts';
import { Printer } from '../../corpus/generate/print.ts';
import { Random } from '../../corpus/generate/random.ts';
import { type ScannedPage, scanPage, scanStyles, varied } from '../../corpus/generate/scan.ts';
import { withoutRed } from '../../extractors/image/grey.ts';
import { pageFeatures } from '../../extractors/image/hand/page-features.ts';
import { evenLight } from '../../extractors/image/photo/even-light.ts';
import { rasterOf } from '../../extractors/image/raster-from-file.ts';
import { readImage } from '../../extractors/image/read-image.ts';
import type { OcrEngine } from '../../extractors/ocr/engines/engine.ts';
import { openOcr } from '../../extractors/ocr/engines/open-engine.ts';
import { scanPage as prepare } from '../../extractors/ocr/page-scan.ts';
import { readScan } from '../../extractors/ocr/read-raster.ts';
import type { Raster } from '../../extractors/raster.ts';
import { type Example, fitHand } from './handwriting/fit.ts';
import { makePage, type PlacedValue, pageDpi } from './handwriting/make-page.ts';

/**
 * `npm run bench:handwriting -- --seed 3 --pages 2`: forms whose values are partly written by hand, as scans and
 * photos: how many of these values the product tells as handwriting, and how many printed ones it takes for it. With
 * `--fit` the detector's weights are fitted on such scans instead and printed.
 */
const flags = new Command('bench:handwriting')
  .option('--seed <n>', 'seed of chance', '1')
  .option('--pages <n>', 'pages of each quality', '2')
  .option('--qualities <names...>', 'scan, poor-scan, photo, poor-photo', ['scan', 'poor-scan', 'photo'])
  .option('--pen <file>', 'a font file: letters of a hand that nothing was fitted on')
  .option('--fit', 'fit the weights')
  .option('--forms <n>', 'with --fit: printed filings whose lines are learnt as print', '4')
  .option('--examples <file>', 'with --fit: keep what was fitted on')
  .parse()
  .opts<{
    seed: string;
    pages: string;
    qualities: Quality[];
    pen?: string;
    fit?: boolean;
    forms: string;
    examples?: string;
  }>();

type Quality = 'scan' | 'poor-scan' | 'photo' | 'poor-photo';

const prints = [
  'WenQuanYi Zen Hei',
  'WenQuanYi Micro Hei',
  'AR PL UMing CN',
  'AR PL UKai CN',
  'Noto Serif CJK SC',
  'Noto Sans CJK SC',
];
/** Letters that the made-up hands bend. */
const pens = ['AR PL UKai CN', 'WenQuanYi Micro Hei', 'Noto Sans CJK SC'];
/** Pages of a printed filing from which lines are learnt, from 0: the table and the first chapters. */
const formPages = [1, 2, 3, 4];
/** As the product's own rule has it (`forms/fields/by-hand.ts`). */
const leastShare = 0.25;

if (flags.pen) GlobalFonts.register(readFileSync(flags.pen), 'pen');
const { engine } = await openOcr('paddle');
if (!engine) throw new Error('no OCR engine');
if (flags.fit) console.log(await fitted(engine));
else await measure(engine);
await engine.close();

async function measure(engine: OcrEngine): Promise<void> {
  const titles = ['quality', 'values by hand', 'told so', 'printed values', 'taken for handwriting'];
  console.log(`| ${titles.join(' | ')} |\n|${' --- |'.repeat(titles.length)}`);
  for (const quality of flags.qualities) {
    const counts = { hand: 0, told: 0, print: 0, wrong: 0 };
    for (let i = 0; i < Number(flags.pages); i++) {
      const random = new Random(Number(flags.seed)).fork(`${quality}${i}`);
      const { page, values } = written(random);
      const shot = await spoilt(page, quality, random.fork('spoil'));
      const document = await readImage(shot.jpeg, 'jpeg', { maxPages: 9, ocr: async () => engine });
      const lines = [...linesOf(document.body)];
      for (const value of values) {
        const [x0, y0, x1, y1] = placed(value, shot);
        const own = lines.filter(({ place }) => {
          if (!isPagePlace(place)) return false;
          const [x, y] = [(place.box[0] + place.box[2]) / 2, (place.box[1] + place.box[3]) / 2];
          return x > x0 && x < x1 && y > y0 && y < y1;
        });
        const length = (some: typeof own) => some.reduce((sum, { text }) => sum + text.length, 0);
        const told = length(own.filter(({ byHand }) => byHand)) > leastShare * length(own);
        counts[value.byHand ? 'hand' : 'print']++;
        if (told) counts[value.byHand ? 'told' : 'wrong']++;
      }
    }
    const share = (part: number, all: number) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)}%`);
    const { hand, told, print, wrong } = counts;
    console.log(`| ${[quality, hand, share(told, hand), print, share(wrong, print)].join(' | ')} |`);
  }
}

function written(random: Random): { page: Raster; values: PlacedValue[] } {
  const hand = randomHand(random.fork('hand'), flags.pen ? 'pen' : random.pick(pens));
  const can = flags.pen ? (letter: string) => GlobalFonts.has('pen') && letter.trim() !== '' : undefined;
  return makePage(random.fork('page'), random.pick(prints), hand, random.pick([0.15, 0.4, 0.7]), can);
}

function spoilt(page: Raster, quality: Quality, random: Random): Promise<ScannedPage> {
  if (quality === 'photo' || quality === 'poor-photo')
    return photographPage(page, { ...photoStyles[quality], onSide: 0 }, random);
  const style = varied(quality === 'scan' ? scanStyles.clean : scanStyles.poor, random);
  return scanPage(page, { ...style, dpi: pageDpi, seal: false }, false, random);
}

function placed({ box }: PlacedValue, { onPhoto = (point) => point }: ScannedPage) {
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[2], box[3]],
    [box[0], box[3]],
  ] as const;
  const boxes = corners.map((corner) => onPhoto([...corner])).map(([x, y]) => [x, y, x, y] as const);
  return boxAround(boxes) ?? box;
}

/**
 * Weights from forms filled by pen, as scans of both qualities and resolutions and with the light of photos evened, and
 * from printed filings as the generator scans them.
 */
async function fitted(engine: OcrEngine): Promise<string> {
  const examples: Example[] = [];
  const take = async (jpeg: Uint8Array, even: boolean, isByHand: (x: number, y: number) => boolean) => {
    const image = sharp(jpeg);
    const { raster } = await rasterOf(image, await image.metadata());
    const scan = prepare(withoutRed(even ? evenLight(raster) : raster));
    const runs = (await readScan(scan, engine)).filter(({ text }) => text !== '☐' && text !== '☑');
    for (const [k, features] of pageFeatures(scan.ink, scan.grey, runs).entries()) {
      const { box, text } = runs[k]!;
      const [x, y] = middleOf(box, 72 / raster.dpi);
      if (features) examples.push({ features, byHand: isByHand(x, y), text });
    }
  };
  for (let i = 0; i < Number(flags.pages) * 3; i++) {
    const random = new Random(Number(flags.seed)).fork(`fit${i}`);
    const { page, values } = written(random);
    const { jpeg } = await spoilt(page, i % 3 === 0 ? 'scan' : 'poor-scan', random.fork('spoil'));
    const coarse = i % 6 > 2 ? await coarser(jpeg) : jpeg;
    await take(coarse, i % 3 === 2, (x, y) =>
      values.some(({ box, byHand }) => byHand && x > box[0] && x < box[2] && y > box[1] && y < box[3]),
    );
  }
  const printer = await Printer.open();
  const plan = { seed: Number(flags.seed), count: Number(flags.forms), spoilt: 0 };
  const formats = ['scan', 'poor-scan'] as const;
  for await (const { original } of makeBatch(await openKits(), { ...plan, formats: [...formats] }, printer))
    for (const number of formPages) {
      const page = original?.pages[number];
      if (page) await take(page.jpeg, false, () => false);
    }
  await printer.close();
  if (flags.examples) writeFileSync(flags.examples, JSON.stringify(examples));
  return fitHand(examples);
}

/** The same scan at the resolution of poor ones. */
async function coarser(jpeg: Uint8Array): Promise<Uint8Array> {
  const dpi = scanStyles.poor.dpi;
  const { width = 0 } = await sharp(jpeg).metadata();
  return sharp(jpeg)
    .resize({ width: Math.round((width * dpi) / pageDpi) })
    .withMetadata({ density: dpi })
    .jpeg({ quality: 80 })
    .toBuffer();
}

function middleOf(box: readonly [number, number, number, number], by: number): readonly [number, number] {
  return [((box[0] + box[2]) / 2) * by, ((box[1] + box[3]) / 2) * by];
}
