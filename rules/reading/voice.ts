import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { hear, type Voice } from './hear.ts';

/** Weights by hundredths; runs of characters of one weight in one string, a line end between them. */
export const voiceSchema = z.strictObject({
  /** On what it was fitted. */
  trained: z.string(),
  bias: z.number(),
  weights: z.record(z.string().regex(/^-?\d+$/), z.string()),
});

/** Beside this file in the source; three levels up from the built file. */
const places = ['./voice.json', '../../../rules/reading/voice.json'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

let kept: Voice | undefined;

function openVoice(): Voice {
  if (kept) return kept;
  const file = places.find((path) => existsSync(path));
  if (file === undefined) throw new Error('rules/reading/voice.json is missing from the installation');
  const { bias, weights } = voiceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const entries = Object.entries(weights).flatMap(([weight, names]) =>
    names.split('\n').map((name): [string, number] => [name, Number(weight) / 100]),
  );
  kept = { bias, weights: new Map(entries) };
  return kept;
}

const heard = new Map<string, number>();
/** So many passages are remembered; rules ask for the same ones again. */
const mostHeard = 2000;

/** A passage of fewer characters has no sound. */
const least = 10;

/** Log-odds that a passage tells what it is about as being so; `undefined` where it is too short to tell. */
export function soundsSo(passage: string): number | undefined {
  if (passage.length < least) return undefined;
  const known = heard.get(passage);
  if (known !== undefined) return known;
  const value = hear(passage, openVoice());
  if (heard.size >= mostHeard) heard.clear();
  heard.set(passage, value);
  return value;
}
