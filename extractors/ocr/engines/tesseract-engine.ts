import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Box } from '../../../core/place.ts';
import { withoutRed } from '../../image/grey.ts';
import type { Raster } from '../../raster.ts';
import type { OcrEngine, OcrLine } from './engine.ts';

/** Page segmentation: find lines anywhere (3) or take the picture as one line (7). */
const pageMode = '3';
const lineMode = '7';

interface Word {
  readonly symbols: readonly { readonly text: string; readonly bbox: Corners }[];
}
interface Corners {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Tesseract 5 in WASM with the simplified Chinese data of its npm package; never asks the network. */
export async function openTesseract(): Promise<OcrEngine> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const { default: sharp } = await import('sharp');
  const require = createRequire(import.meta.url);
  const data = dirname(require.resolve('@tesseract.js-data/chi_sim/package.json'));
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => {},
  });
  let mode = '';

  const read = async (raster: Raster, wanted: string): Promise<OcrLine[]> => {
    if (raster.width < 3 || raster.height < 3) return [];
    if (mode !== wanted) {
      await worker.setParameters({
        tessedit_pageseg_mode: wanted === lineMode ? PSM.SINGLE_LINE : PSM.AUTO,
      });
      mode = wanted;
    }
    const grey = withoutRed(raster);
    const png = await sharp(grey.data, { raw: { width: grey.width, height: grey.height, channels: 1 } })
      .withMetadata({ density: raster.dpi })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const { data: result } = await worker.recognize(png, {}, { blocks: true, text: false });
    const lines: OcrLine[] = [];
    for (const block of result.blocks ?? []) {
      for (const paragraph of block.paragraphs) {
        for (const line of paragraph.lines) {
          const found = lineOf(line.words, line.bbox, line.confidence / 100);
          if (found) lines.push(found);
        }
      }
    }
    return lines;
  };

  return {
    name: 'tesseract',
    placesCharacters: false,
    recognise: (raster) => read(raster, pageMode),
    async recogniseLine(raster) {
      const lines = await read(raster, lineMode);
      return lines[0];
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** Tesseract puts spaces between Chinese words: they are kept only between two Latin words or numbers. */
function lineOf(words: readonly Word[], corners: Corners, confidence: number): OcrLine | undefined {
  let text = '';
  const boxes: Box[] = [];
  for (const word of words) {
    const first = word.symbols[0];
    if (!first) continue;
    const last = boxes.at(-1);
    if (last && /[!-~]$/.test(text) && /^[!-~]/.test(first.text)) {
      text += ' ';
      boxes.push([last[2], last[1], first.bbox.x0, last[3]]);
    }
    for (const symbol of word.symbols) {
      text += symbol.text;
      const { x0, y0, x1, y1 } = symbol.bbox;
      for (let unit = 0; unit < symbol.text.length; unit++) boxes.push([x0, y0, x1, y1]);
    }
  }
  if (text.trim() === '') return undefined;
  return { text, boxes, confidence, box: [corners.x0, corners.y0, corners.x1, corners.y1] };
}
