import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isPagePlace } from '../../../core/place.ts';
import { isDocx, type Sample } from '../../../corpus/generate/generate.ts';
import { findSoffice } from '../../../extractors/word/office/find-soffice.ts';
import { type Margin, type PrintedPage, printedPages, textIn, turnedPage } from './original-text.ts';
import type { PlaceReader } from './score-reading.ts';
import { wordPlaces } from './word-place.ts';

/** pdf.js knows where a run stands, not each character of it: across it may be off by half a character or two. */
const margins = { print: { across: 10, down: 1.5 }, scan: { across: 12, down: 5 } };

/** Reads what stands at a place of a generated filing, from what it was made of. */
export async function placeReaderFor(sample: Sample): Promise<PlaceReader> {
  const { format } = sample.truth;
  if (isDocx(format)) return wordReader(sample.bytes);
  if (format === 'doc' || format === 'wps') return wordReader(await toDocx(sample.bytes));
  const { original } = sample;
  const printed = await printedPages(original?.pdf ?? sample.bytes);
  const pages = printed.map((page, i): PrintedPage => {
    const scanned = original?.pages[i];
    const { onPhoto } = scanned ?? {};
    if (!onPhoto) return scanned ? turnedPage(page, scanned.turned) : page;
    const chars = page.chars.map(({ text, x, y }) => {
      const [px, py] = onPhoto([x, y]);
      return { text, x: px, y: py };
    });
    return { ...page, chars };
  });
  return paperReader(pages, original ? margins.scan : margins.print);
}

function paperReader(pages: readonly PrintedPage[], margin: Margin): PlaceReader {
  return (places) => {
    const numbers = [...new Set(places.filter(isPagePlace).map((place) => place.page))];
    return numbers
      .map((number) => {
        const boxes = places.filter(isPagePlace).flatMap(({ page, box }) => (page === number ? [box] : []));
        const page = pages[number - 1];
        return page ? textIn(page, boxes, margin) : '';
      })
      .join('');
  };
}

async function wordReader(docx: Uint8Array): Promise<PlaceReader> {
  const textAt = await wordPlaces(docx);
  return (places) =>
    places.flatMap((place) => (isPagePlace(place) ? [] : [textAt(place.path) ?? ''])).join('');
}

/** As the product does it: what LibreOffice makes of the file is what its places speak of. */
async function toDocx(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'chushen-bench-'));
  try {
    await writeFile(join(folder, 'filing.doc'), bytes);
    const soffice = await findSoffice();
    if (!soffice) throw new Error('LibreOffice is needed: apt-get install -y libreoffice-writer-nogui');
    const profile = `-env:UserInstallation=file://${join(tmpdir(), 'chushen-soffice-profile')}`;
    const convert = ['--headless', '--convert-to', 'docx', '--outdir', folder, join(folder, 'filing.doc')];
    await promisify(execFile)(soffice, [profile, ...convert]);
    return await readFile(join(folder, 'filing.docx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
