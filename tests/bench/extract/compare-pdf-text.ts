import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readDocument } from '../../../extractors/read-document.ts';
import { defaultReadOptions } from '../../../extractors/read-options.ts';

const rounds = 5;

/** Reads the same text PDFs with the product's reader (tables and places) and with `pdftotext -layout`. */
export async function comparePdfText(files: readonly Uint8Array[]): Promise<void> {
  if (files.length === 0) return;
  const folder = await mkdtemp(join(tmpdir(), 'chushen-bench-'));
  const paths = files.map((_, i) => join(folder, `${i}.pdf`));
  await Promise.all(files.map((bytes, i) => writeFile(paths[i]!, bytes)));
  const own = await best(async () => {
    let pages = 0;
    for (const bytes of files)
      pages += (await readDocument({ name: 'a.pdf', bytes }, defaultReadOptions)).document?.pages.length ?? 0;
    return pages;
  });
  const run = promisify(execFile);
  try {
    const theirs = await best(async () => {
      for (const path of paths) await run('pdftotext', ['-layout', path, join(folder, 'out.txt')]);
      return own.pages;
    });
    console.log(
      `\ntext PDF: ${own.pages} pages, ${perPage(own)} ms a page; pdftotext -layout ${perPage(theirs)} ms a page`,
    );
  } catch {
    console.log(`\ntext PDF: ${own.pages} pages, ${perPage(own)} ms a page; pdftotext is not installed here`);
  }
  await rm(folder, { recursive: true });
}

/** The quickest of some rounds, so that neither side pays for warming up or for a busy machine. */
async function best(work: () => Promise<number>): Promise<{ pages: number; ms: number }> {
  let [pages, ms] = [0, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    pages = await work();
    ms = Math.min(ms, performance.now() - started);
  }
  return { pages, ms };
}

const perPage = ({ pages, ms }: { pages: number; ms: number }) => (ms / pages).toFixed(1);
