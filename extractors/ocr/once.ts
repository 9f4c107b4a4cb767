import type { ReadOptions } from '../read-options.ts';
import type { OcrEngine } from './engines/engine.ts';

/** The OCR engine, started once; absent when there is none or it does not start. */
export function once(start: ReadOptions['ocr']): () => Promise<OcrEngine | undefined> {
  let engine: Promise<OcrEngine | undefined> | undefined;
  return () => {
    engine ??= start ? start().catch(() => undefined) : Promise.resolve(undefined);
    return engine;
  };
}
