/**
 * Measures the classifiers on the held-out labelled texts against two baselines and prints Markdown:
 * `npx tsx tests/bench/classify.ts [folder of packs] [held-out|train] [confusion]`. `train` only shows that the
 * bench runs: the models have seen those texts. `confusion` adds what was said label by label.
 *
 * `npx tsx tests/bench/classify.ts --independent [fit|aside]` measures on descriptions by another hand instead.
 */
import { fileURLToPath } from 'node:url';
import { itemFinder } from '../../classifiers/items.ts';
import { readLabelled } from '../../classifiers/train/read-labelled.ts';
import { readSchemes } from '../../classifiers/train/read-schemes.ts';
import { folds, samplesOf } from '../../classifiers/train/samples.ts';
import { confusionRows } from './classify/confusion.ts';
import { measureIndependent } from './classify/independent.ts';
import { type Answer, measure } from './classify/metrics.ts';
import { speedOf } from './classify/speed.ts';
import { systemsFor } from './classify/systems.ts';

const ownPacks = fileURLToPath(new URL('../../calls/packs', import.meta.url));
const independent = process.argv.indexOf('--independent');
if (independent >= 0) {
  measureIndependent(ownPacks, process.argv.slice(independent + 1));
  process.exit();
}
const packs = process.argv[2] ?? ownPacks;
const part = process.argv[3] ?? 'held-out';
const texts = readLabelled().filter((text) => text.part === part);
const percent = (value: number) => `${(value * 100).toFixed(1)}%`;

console.log(`Part: ${part}; ${texts.length} texts; filings are made up of ${folds} shares of them.\n`);
console.log(
  '| scheme | kind | system | texts | accuracy | macro-F1 | top-2 | top-3 | given | right of given | ECE |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
const refusals: string[] = [];
const confusion: string[] = [];
const items: string[] = [];
const speeds: string[] = [];
for (const known of readSchemes(packs)) {
  const { scheme } = known;
  const names = scheme.labels.map((label) => label.name);
  const samples = samplesOf(texts, scheme);
  const labelled = samples.filter((sample) => sample.answer < names.length);
  const outside = samples.filter((sample) => sample.answer === names.length);
  if (labelled.length === 0) continue;
  const itemised = labelled.flatMap(({ text, zones }) => (text?.item ? [{ text, zones }] : []));
  if (itemised.length > 0) {
    const itemOf = itemFinder(scheme, known.clauses);
    const said = itemised.map(({ text, zones }) => ({
      right: text.item,
      said: itemOf(names.indexOf(text.label ?? ''), zones)?.name,
    }));
    const named = said.filter((one) => one.said !== undefined);
    const right = named.filter((one) => one.said === one.right).length;
    items.push(`${scheme.id}: ${itemised.length} texts, named ${named.length}, right ${right}.`);
  }
  const { perMinute, median, p99 } = speedOf(
    known,
    texts.map((text) => text.text),
  );
  speeds.push(`| ${scheme.id} | ${perMinute} | ${median.toFixed(2)} ms | ${p99.toFixed(2)} ms |`);
  for (const system of systemsFor(known)) {
    for (const kind of ['title', 'sentence', 'section', 'filing', 'all but filings'] as const) {
      const own = labelled.filter((s) =>
        kind === 'all but filings' ? s.kind !== 'filing' : s.kind === kind,
      );
      const answers = own.map(
        (sample): Answer => ({ right: names[sample.answer] ?? null, ...system.answer(sample.zones) }),
      );
      if (kind === 'all but filings' && system.name === 'chushen') {
        confusion.push(...confusionRows(scheme.id, names, answers));
      }
      const m = measure(answers);
      const shares = [m.accuracy, m.macroF1, m.top2, m.top3, m.coverage, m.precision].map(percent);
      const ece = system.calibrated ? percent(m.ece) : '–';
      console.log(`| ${[scheme.id, kind, system.name, m.texts, ...shares, ece].join(' | ')} |`);
    }
    const refused = outside.filter(({ zones }) => system.answer(zones).given === null).length;
    if (outside.length === 0) continue;
    refusals.push(
      `| ${scheme.id} | ${system.name} | ${outside.length} | ${percent(refused / outside.length)} |`,
    );
  }
}
console.log('\n| scheme | system | texts out of scope | refused |\n|---|---|---|---|');
console.log(refusals.join('\n'));
console.log('\nSub-items, the label being known:', items.join(' '));
console.log('\n| scheme | descriptions a minute, one core | median | 99th percentile |\n|---|---|---|---|');
console.log(speeds.join('\n'));
if (process.argv[4] === 'confusion') {
  console.log('\n| scheme | label | texts | precision | recall | said instead |\n|---|---|---|---|---|---|');
  console.log(confusion.join('\n'));
}
