import type { Sample } from '../../../corpus/generate/generate.ts';
import { debianTesseract, ownReader, type PageReader, tesseractJs } from './engines.ts';
import { printedPages } from './original-text.ts';
import { distance, folded, missing } from './text-distance.ts';

interface ScannedText {
  readonly jpeg: Buffer;
  readonly text: string;
}

/**
 * Reads the same scanned pages with the product and with two Tesseracts, one core each. Wrong characters are
 * counted in reading order (that of the form, cell by cell) and without regard to it (bag); boxes are left out,
 * for no other engine knows them.
 */
export async function compareEngines(scans: readonly Sample[], pagesOfEach: number): Promise<void> {
  const readers = [await ownReader(), await tesseractJs(), await debianTesseract()].filter(
    (reader) => reader !== undefined,
  );
  console.log(
    `\n| quality, pages | engine | wrong in reading order | wrong in bag | s/page |\n|${' --- |'.repeat(5)}`,
  );
  for (const format of ['scan', 'poor-scan'] as const) {
    const pages = await pagesOf(
      scans.filter(({ truth }) => truth.format === format),
      pagesOfEach,
    );
    if (pages.length === 0) continue;
    for (const reader of readers) await compare(reader, `${format}, ${pages.length}`, pages);
  }
  for (const reader of readers) await reader.close();
}

/** Of each filing in turn its first page with a fair amount of text, then its second, until there are enough. */
async function pagesOf(scans: readonly Sample[], wanted: number): Promise<ScannedText[]> {
  const books = await Promise.all(
    scans.map(async ({ original }) =>
      (await printedPages(original!.pdf)).map(({ chars }, i) => ({
        jpeg: original!.pages[i]!.jpeg,
        text: folded(chars.map((char) => char.text).join('')),
      })),
    ),
  );
  const longest = Math.max(0, ...books.map((book) => book.length));
  const inTurn = Array.from({ length: longest }, (_, i) => books.flatMap((book) => book[i] ?? [])).flat();
  return inTurn.filter(({ text }) => text.length > 200).slice(0, wanted);
}

async function compare(reader: PageReader, quality: string, pages: readonly ScannedText[]): Promise<void> {
  let [ordered, bag, all] = [0, 0, 0];
  const started = Date.now();
  const texts: string[] = [];
  for (const { jpeg } of pages) texts.push(folded(await reader.read(jpeg)));
  const seconds = (Date.now() - started) / 1000 / pages.length;
  for (const [i, { text }] of pages.entries()) {
    ordered += distance(text, texts[i]!);
    bag += Math.max(missing(text, texts[i]!), missing(texts[i]!, text));
    all += text.length;
  }
  const share = (part: number) => `${((100 * part) / all).toFixed(2)}%`;
  console.log(`| ${quality} | ${reader.name} | ${share(ordered)} | ${share(bag)} | ${seconds.toFixed(2)} |`);
}
