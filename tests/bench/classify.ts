/**
 * Measures the classifiers on the held-out labelled texts against two baselines and prints Markdown:
 * `npx tsx tests/bench/classify.ts [folder of packs] [held-out|train]`. `train` only shows that the bench
 * runs: the models have seen those texts.
 */
import { fileURLToPath } from 'node:url';
import { readLabelled } from '../../classifiers/train/read-labelled.ts';
import { readSchemes } from '../../classifiers/train/read-schemes.ts';
import { folds, samplesOf } from '../../classifiers/train/samples.ts';
import { type Answer, measure } from './classify/metrics.ts';
import { systemsFor } from './classify/systems.ts';

const packs = process.argv[2] ?? fileURLToPath(new URL('../../calls/packs', import.meta.url));
const part = process.argv[3] ?? 'held-out';
const texts = readLabelled().filter((text) => text.part === part);
const percent = (value: number) => `${(value * 100).toFixed(1)}%`;

console.log(`Part: ${part}; ${texts.length} texts; filings are made up of ${folds} shares of them.\n`);
console.log(
  '| scheme | kind | system | texts | accuracy | macro-F1 | top-2 | top-3 | given | right of given | ECE |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
const refusals: string[] = [];
for (const known of readSchemes(packs)) {
  const { scheme } = known;
  const names = scheme.labels.map((label) => label.name);
  const samples = samplesOf(texts, scheme);
  const labelled = samples.filter((sample) => sample.answer < names.length);
  const outside = samples.filter((sample) => sample.answer === names.length);
  if (labelled.length === 0) continue;
  for (const system of systemsFor(known)) {
    for (const kind of ['title', 'sentence', 'section', 'filing', 'all but filings'] as const) {
      const own = labelled.filter((s) =>
        kind === 'all but filings' ? s.kind !== 'filing' : s.kind === kind,
      );
      const answers = own.map(
        (sample): Answer => ({ right: names[sample.answer] ?? null, ...system.answer(sample.zones) }),
      );
      const m = measure(answers);
      const shares = [m.accuracy, m.macroF1, m.top2, m.top3, m.coverage, m.precision].map(percent);
      const ece = system.calibrated ? percent(m.ece) : '–';
      console.log(`| ${[scheme.id, kind, system.name, m.texts, ...shares, ece].join(' | ')} |`);
    }
    const refused = outside.filter(({ zones }) => system.answer(zones).given === null).length;
    refusals.push(
      `| ${scheme.id} | ${system.name} | ${outside.length} | ${percent(refused / outside.length)} |`,
    );
  }
}
console.log('\n| scheme | system | texts out of scope | refused |\n|---|---|---|---|');
console.log(refusals.join('\n'));
