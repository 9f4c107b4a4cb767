import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { linesOf } from '../../../core/document.ts';
import { rasterOf } from '../../../extractors/image/raster-from-file.ts';
import { openOcr } from '../../../extractors/ocr/engines/open-engine.ts';
import { readRasterPage } from '../../../extractors/ocr/read-raster.ts';

/** A way from a picture of a page to its text in reading order. */
export interface PageReader {
  readonly name: string;
  read(jpeg: Buffer): Promise<string>;
  close(): Promise<void>;
}

/** The product's own reading of a page: straightened, cells found, ticks judged. */
export async function ownReader(): Promise<PageReader> {
  const { engine } = await openOcr('paddle');
  if (!engine) throw new Error('no OCR engine');
  return {
    name: 'chushen',
    async read(jpeg) {
      const image = sharp(jpeg);
      const { raster } = await rasterOf(image, await image.metadata());
      const { blocks } = await readRasterPage(raster, 1, engine);
      return [...linesOf(blocks)].map((line) => line.text).join('\n');
    },
    close: () => engine.close(),
  };
}

/** tesseract.js with the same language data that the product carries. */
export async function tesseractJs(): Promise<PageReader> {
  const { createWorker, OEM } = await import('tesseract.js');
  const data = createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json');
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: join(dirname(data), '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
  });
  return {
    name: 'tesseract.js',
    read: async (jpeg) => (await worker.recognize(jpeg)).data.text,
    close: async () => void (await worker.terminate()),
  };
}

/** The system's tesseract, where it is installed. */
export async function debianTesseract(): Promise<PageReader | undefined> {
  try {
    await promisify(execFile)('tesseract', ['--version']);
  } catch {
    return undefined;
  }
  return {
    name: 'tesseract (Debian)',
    read: (jpeg) =>
      new Promise((done, fail) => {
        const child = execFile(
          'tesseract',
          ['stdin', 'stdout', '-l', 'chi_sim', '--psm', '3'],
          { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, maxBuffer: 2 ** 24 },
          (error, stdout) => (error ? fail(error) : done(stdout)),
        );
        child.stdin?.end(jpeg);
      }),
    async close() {},
  };
}
