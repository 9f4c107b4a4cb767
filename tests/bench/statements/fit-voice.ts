import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { type Features, featuresOf, hear, type Voice, weigh } from '../../../rules/reading/hear.ts';
import { ofNoRule, readStatements } from './read-conditions.ts';

/**
 * `npm run fit:statements`: fits the second voice on statements of what is so (`rules/reading/voice.json`), on the
 * fit parts of both independent sets and on what was written to teach it. Prints how well each set is told from the
 * others alone. `--without` leaves a set out of the fit, to see what the rules make of it then. Conditions that ask for something not to be are left out: there a denial is the good news.
 */
const { without } = new Command('fit:statements')
  .option('--without <files...>', 'sets to leave out', [])
  .parse()
  .opts<{ without: string[] }>();

const description = z.object({ text: z.string(), part: z.enum(['fit', 'aside']) });

const inverse = new Set(['未重复获评', '未重复申报', '无违法失信', '信用良好', '无重大事故']);

interface Line {
  readonly features: Features;
  readonly text: string;
  readonly so: boolean;
  readonly taught: boolean;
}

const independent = ['', '2', '3', '5'].map((number) => `corpus/independent/statements${number}.jsonl`);
const written = ['written', 'pairs', 'indirect', 'winding', 'voices', 'plain'].map(
  (name) => `corpus/statements/${name}.jsonl`,
);

const sets = new Map(
  [...independent, ...written].map((file): [string, Line[]] => [
    file,
    readStatements(file)
      .filter(({ part, condition }) => part === 'fit' && !inverse.has(condition))
      .map(({ text, truth, condition }) => ({
        text,
        features: featuresOf(text),
        so: truth === 'met',
        taught: condition === ofNoRule || !without.includes(file),
      })),
  ]),
);

/** Descriptions of projects tell what is so, three sentences at a time; they teach and are no set of their own. */
const described: readonly Line[] = readFileSync('corpus/independent/descriptions.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => description.parse(JSON.parse(line)))
  .filter(({ part }) => part === 'fit')
  .flatMap(({ text }) => text.match(/(?:[^。]+。){1,3}/gu) ?? [])
  .map((text) => ({ text, features: featuresOf(text), so: true, taught: true }));

/** A run of characters is known from so many texts on. */
const leastTexts = 3;
/** Inverse of the ridge. */
const trust = 15;
const rounds = 400;

/** Ridge logistic regression, both classes of equal weight, by accelerated gradient steps. */
function fit(lines: readonly Line[]): Voice {
  const texts = new Map<string, number>();
  for (const { features } of lines)
    for (const name of [...features.all.keys(), ...features.last.keys(), ...features.pairs.keys()])
      texts.set(name, (texts.get(name) ?? 0) + 1);
  const names = [...texts].filter(([, count]) => count >= leastTexts).map(([name]) => name);
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = lines.map(({ features }) =>
    [...weigh(features, (name) => index.has(name))].map(
      ([name, value]) => [index.get(name)!, value] as const,
    ),
  );
  const share = lines.filter(({ so }) => so).length / lines.length;
  const costs = lines.map(({ so }) => 0.5 / (so ? share : 1 - share));
  let weights = new Float64Array(names.length + 1);
  let ahead = weights.slice();
  // The rows are no longer than √(1 + 0.36), and the bias adds one.
  const step = 1 / (trust * 0.25 * 2.4 * Math.max(...costs) * lines.length * 0.12 + 1);
  for (let round = 1; round <= rounds; round++) {
    const slope = ahead.slice();
    slope[names.length] = 0;
    for (const [i, row] of rows.entries()) {
      const odds = row.reduce((sum, [at, value]) => sum + value * ahead[at]!, ahead[names.length]!);
      const miss = trust * costs[i]! * (1 / (1 + Math.exp(-odds)) - (lines[i]!.so ? 1 : 0));
      for (const [at, value] of row) slope[at]! += miss * value;
      slope[names.length]! += miss;
    }
    const next = ahead.map((value, at) => value - step * slope[at]!);
    const momentum = (round - 1) / (round + 2);
    ahead = next.map((value, at) => value + momentum * (value - weights[at]!));
    weights = next;
  }
  return { bias: weights[names.length]!, weights: new Map(names.map((name, i) => [name, weights[i]!])) };
}

for (const name of independent) {
  const lines = sets.get(name) ?? [];
  const others = [...sets].flatMap(([other, own]) => (other === name ? [] : own));
  const voice = fit([...others, ...described]);
  const odds = (so: boolean) => lines.filter((line) => line.so === so).map(({ text }) => hear(text, voice));
  const [yes, no] = [odds(true), odds(false).toSorted((a, b) => b - a)];
  const area =
    yes.reduce((sum, one) => sum + no.filter((other) => other < one).length, 0) / (yes.length * no.length);
  const limit = no[Math.floor(no.length * 0.02)]!;
  const found = yes.filter((one) => one > limit).length / yes.length;
  console.log(
    `${name}: AUC ${area.toFixed(3)}, at 2% of the violations ${(100 * found).toFixed(0)}% of the valid ones (above ${limit.toFixed(2)})`,
  );
}

const voice = fit([...[...sets.values()].flat(), ...described].filter(({ taught }) => taught));
const byWeight = new Map<number, string[]>();
for (const [name, weight] of voice.weights) {
  const rounded = Math.round(weight * 100);
  if (rounded !== 0) byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), name]);
}
const weights = Object.fromEntries(
  [...byWeight].toSorted(([a], [b]) => a - b).map(([weight, names]) => [String(weight), names.join('\n')]),
);
const trained = `${[...sets].map(([file, lines]) => `${lines.length} of ${file}`).join(', ')}`;
writeFileSync(
  new URL('../../../rules/reading/voice.json', import.meta.url),
  `${JSON.stringify({ trained, bias: Number(voice.bias.toFixed(3)), weights }, null, 1)}\n`,
);
