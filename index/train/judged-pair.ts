import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readJsonLines } from '../../store/office-files.ts';
import { signalNames } from '../model/model.ts';

/** A pair that a person or the generator has judged, with the signals it was judged by. */
export const judgedPairSchema = z.strictObject({
  kind: z.enum(['full', 'brief']),
  same: z.boolean(),
  values: z.partialRecord(z.enum(signalNames), z.number().min(0).max(1)),
  /** Which pair it is, for those of an office: judged again, the last judgement counts. */
  id: z.string().optional(),
});
export type JudgedPair = z.infer<typeof judgedPairSchema>;

/** Reads pairs, one JSON object a line; none where there is no such file. */
export const readJudgedPairs = (file: string): JudgedPair[] => readJsonLines(file, judgedPairSchema);

/** The package's own pairs, against which an office's cards must hold. */
export function packagePairs(): JudgedPair[] {
  const files = ['../model/pairs.jsonl', '../../../index/model/pairs.jsonl'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return readJudgedPairs(files.find((path) => existsSync(path)) ?? '');
}
