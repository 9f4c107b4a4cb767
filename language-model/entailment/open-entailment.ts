import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EntailmentPair, WeighPairs } from '../../core/entailment.ts';
import { loadOnnxRuntime } from '../../extractors/ocr/engines/onnx-runtime.ts';
import { openTokeniser } from './tokeniser.ts';

/** Beside this file in the source; up from the built file. */
const folders = ['./model', '../../../language-model/entailment/model'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

let opened: Promise<WeighPairs> | undefined;

/**
 * The model that ships (`model/README.md`), a small cross-encoder, opened once. Rejects where its files are missing from the
 * installation or the platform has no runtime for them.
 */
export function openEntailment(): Promise<WeighPairs> {
  opened ??= open();
  return opened;
}

async function open(): Promise<WeighPairs> {
  const folder = folders.find((path) => existsSync(join(path, 'entailment.onnx')));
  if (folder === undefined)
    throw new Error('language-model/entailment/model is missing from the installation');
  const [weights, vocabulary] = await Promise.all(
    ['entailment.onnx', 'tokeniser.json'].map((name) => readFile(join(folder, name))),
  );
  if (!weights || !vocabulary) throw new Error(`${folder} cannot be read`);
  const { InferenceSession, Tensor } = await loadOnnxRuntime();
  const session = await InferenceSession.create(weights, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
  });
  const encode = openTokeniser(vocabulary.toString('utf8'));

  const weighOne = async ({ claim, passage }: EntailmentPair): Promise<number> => {
    const { ids, segments } = encode(claim, passage);
    const tensor = (row: readonly number[]) =>
      new Tensor('int64', BigInt64Array.from(row.map(BigInt)), [1, row.length]);
    const { odds } = await session.run({
      input_ids: tensor(ids),
      token_type_ids: tensor(segments),
      attention_mask: tensor(ids.map(() => 1)),
    });
    return Number(odds?.data[0]);
  };

  return async (pairs) => {
    const odds: number[] = [];
    // One by one: the weights are quantised by what is in a run, and a pair's odds must not rest on its neighbours.
    for (const pair of pairs) odds.push(await weighOne(pair));
    return odds;
  };
}
