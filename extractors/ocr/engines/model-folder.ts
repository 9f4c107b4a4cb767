import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Text } from '../../../core/lang.ts';

/** The files of one set of PP-OCR models. */
export interface OcrModels {
  readonly detection: string;
  readonly recognition: string;
  /** The recogniser's characters, a line each; absent where the recogniser carries them itself. */
  readonly dictionary?: string;
}

export type ModelFolder = { readonly models: OcrModels } | { readonly mistake: Text };

/**
 * The models in a folder: the one `.onnx` file with `det` in its name, the one with `rec`, and the `.txt` file with
 * `dict` or `keys` if there is one. A mistake says what is missing or stands there twice.
 */
export async function findModels(folder: string): Promise<ModelFolder> {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch {
    return { mistake: { zh: `没有模型目录 ${folder}`, en: `there is no folder of models at ${folder}` } };
  }
  const found = {
    detection: names.filter((name) => /(?<![a-z])det(?![a-z]).*\.onnx$/iu.test(name)),
    recognition: names.filter((name) => /(?<![a-z])rec(?![a-z]).*\.onnx$/iu.test(name)),
    dictionary: names.filter((name) => /(?:dict|keys).*\.txt$/iu.test(name)),
  };
  const several = Object.values(found).find((list) => list.length > 1);
  if (several) {
    const list = several.join(', ');
    return {
      mistake: {
        zh: `${folder} 中同类文件不止一个（${list}），请只留一个`,
        en: `several files of one kind in ${folder} (${list}): keep one`,
      },
    };
  }
  const [detection, recognition, dictionary] = Object.values(found).map(
    ([name]) => name && join(folder, name),
  );
  if (!detection || !recognition) {
    return {
      mistake: {
        zh: `${folder} 中应有文件名含 det 和 rec 的 .onnx 文件各一个`,
        en: `${folder} must hold one .onnx file with det in its name and one with rec`,
      },
    };
  }
  return { models: { detection, recognition, ...(dictionary ? { dictionary } : {}) } };
}

/** A hash of the models' bytes, 12 hexadecimal digits: what was read by other models is read again. */
export async function versionOf({ detection, recognition, dictionary }: OcrModels): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [detection, recognition, dictionary]) if (file) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 12);
}

/** The models that the product carries; `../models` from the sources, four folders up from `dist`. */
export function ownModels(): string {
  const folders = ['../models/', '../../../../extractors/ocr/models/'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return folders.find((folder) => existsSync(folder)) ?? folders[0]!;
}
