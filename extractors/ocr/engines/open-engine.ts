import type { Text } from '../../../core/lang.ts';
import type { OcrEngine } from './engine.ts';
import { findModels, ownModels } from './model-folder.ts';

export type OcrName = 'paddle' | 'tesseract';

export interface OcrOpening {
  /** Absent when no engine that was asked for works here. */
  readonly engine?: OcrEngine;
  /** One for each engine that was tried and did not open. */
  readonly failures: readonly { readonly name: OcrName; readonly reason: Text }[];
}

/**
 * Opens an OCR engine; `auto` takes the first that works, PP-OCR before Tesseract. PP-OCR reads with the models of the
 * folder `models`, else with the product's own. Never throws.
 */
export async function openOcr(name: OcrName | 'auto', models = ownModels()): Promise<OcrOpening> {
  const failures: { name: OcrName; reason: Text }[] = [];
  for (const candidate of name === 'auto' ? (['paddle', 'tesseract'] as const) : [name]) {
    try {
      const opened = await open(candidate, models);
      if ('engine' in opened) return { ...opened, failures };
      failures.push({ name: candidate, reason: opened.mistake });
    } catch (error) {
      failures.push({ name: candidate, reason: reasonOf(error) });
    }
  }
  return { failures };
}

async function open(name: OcrName, folder: string): Promise<{ engine: OcrEngine } | { mistake: Text }> {
  if (name === 'tesseract') return { engine: await (await import('./tesseract-engine.ts')).openTesseract() };
  const found = await findModels(folder);
  if ('mistake' in found) return found;
  return { engine: await (await import('./paddle-engine.ts')).openPaddle(found.models) };
}

function reasonOf(error: unknown): Text {
  const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const missing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || code === 'ENOENT';
  return missing
    ? { zh: `组件未安装（${detail}），请运行 npm ci`, en: `not installed (${detail}): run npm ci` }
    : { zh: `无法启动（${detail}）`, en: `does not start (${detail})` };
}
