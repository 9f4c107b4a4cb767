import type { Box } from '../../../core/place.ts';
import { crop } from '../../image/crop.ts';
import { withoutRed } from '../../image/grey.ts';
import type { Raster } from '../../raster.ts';
import { decodeCtc, twinsOf } from './ctc.ts';
import { boxesOfMap, type DetectionOptions, detectionDefaults, detectionInput } from './detection.ts';
import { loadDictionary } from './dictionary.ts';
import type { OcrEngine, OcrLine } from './engine.ts';
import type { OcrModels } from './model-folder.ts';
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

/** Width of the first look at a line, as a share of what keeps its shape. */
const narrowed = 0.65;
/** Heights of a line from which a narrowed look is worth it: a picture has a least width. */
const leastNarrowed = 3;
/** Every character of a first look must be as sure. */
const clear = 0.95;

const isClear = ({ certainty = [] }: OcrLine) => certainty.every((sure) => sure >= clear);

/** PP-OCR (v4 to v6) through onnxruntime-node. Throws where the models do not load or do not belong together. */
export async function openPaddle(models: OcrModels, options: PaddleOptions = {}): Promise<OcrEngine> {
  const { InferenceSession, Tensor } = await loadOnnxRuntime();
  const dictionary = await loadDictionary(models);
  const twins = twinsOf(dictionary);
  const open = (file: string) =>
    InferenceSession.create(file, {
      intraOpNumThreads: options.threads ?? 1,
      interOpNumThreads: 1,
      enableMemPattern: false,
      graphOptimizationLevel: 'all',
    });
  const recogniser = await open(models.recognition);
  let detector: typeof recogniser | undefined;
  const detection = { ...detectionDefaults, ...options };

  const run = async (session: typeof recogniser, data: Float32Array, height: number, width: number) => {
    const input = new Tensor('float32', data, [1, 3, height, width]);
    const outputs = await session.run({ [session.inputNames[0]!]: input });
    const output = outputs[session.outputNames[0]!]!;
    return { scores: output.data as Float32Array, dims: output.dims };
  };

  const blank = lineInput({
    width: 64,
    height: lineHeight,
    channels: 1,
    data: new Uint8Array(64 * lineHeight),
    dpi: 72,
  });
  const { dims: shape } = await run(recogniser, blank.data, lineHeight, blank.width);
  if (shape[2] !== dictionary.length) {
    await recogniser.release();
    throw new Error(`the recogniser has ${shape[2]} classes, the dictionary ${dictionary.length}`);
  }
  const stepWidth = blank.width / shape[1]!;

  const readAs = async (line: Raster, narrow: number, at?: readonly [number, number]) => {
    const input = lineInput(line, narrow);
    const { scores, dims } = await run(recogniser, input.data, lineHeight, input.width);
    const chars = decodeCtc(scores, dims[1]!, dims[2]!, dictionary, twins);
    return lineOf(chars, input.scale / stepWidth, line, at);
  };
  // What a recogniser costs is the width of its picture: a line is looked at narrowed, and as it is if in doubt.
  const readLine = async (line: Raster, at?: readonly [number, number]): Promise<OcrLine | undefined> => {
    const wide = line.width > line.height * leastNarrowed;
    const first = wide ? await readAs(line, narrowed, at) : undefined;
    return first && isClear(first) ? first : readAs(line, 1, at);
  };

  const detect = async (page: Raster): Promise<Box[]> => {
    detector ??= await open(models.detection);
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
