import type { Description, DescriptionFile } from '../../../classifiers/train/read-others.ts';
import { readDescriptions, toldOf } from '../../../classifiers/train/read-others.ts';
import { type KnownScheme, readSchemes } from '../../../classifiers/train/read-schemes.ts';
import { type Answer, isRight, measure } from './metrics.ts';
import { naiveBayes, nearestDefinition, ours, type Said, type System } from './systems.ts';

/** What a system said of a description by another hand. */
interface Heard extends Answer {
  readonly said: Said;
}

const percent = (value: number) => `${(value * 100).toFixed(1)}%`;
const parts: readonly Description['part'][] = ['fit', 'aside'];
const files: readonly DescriptionFile[] = ['descriptions', 'two-modes', 'two-modes2'];

/**
 * Measures the classifiers on descriptions by another hand (`corpus/independent`), part by part, and prints
 * Markdown. A text of two labels is right by either; it is shown as two where both are given. What is shown as two
 * says that one of both is right with the sum of their probabilities, and that is what its calibration is measured
 * on; that of texts of one label shown as one stands beside it.
 */
export function measureIndependent(packs: string, asked: readonly string[]): void {
  const wanted = asked.length > 0 ? parts.filter((part) => asked.includes(part)) : parts;
  const schemes = readSchemes(packs);
  console.log(
    '| scheme | part | system | texts | top-1 | top-2 | top-3 | given | right of given | ECE | ECE, texts of one | of two: shown as two | of one: shown as two | of two: first ≥ 0.93 |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|');
  const bins: string[] = [];
  for (const [part, name] of wanted.flatMap((one) => files.map((file) => [one, file] as const))) {
    const descriptions = readDescriptions(part, name);
    for (const known of schemes) {
      const told = toldOf(descriptions, known.scheme);
      if (told.length === 0) continue;
      for (const system of systemsOf(known)) {
        const heard = told.map(({ sample }): Heard => {
          const nameOf = (label: number | undefined) =>
            label === undefined ? undefined : known.scheme.labels[label]?.name;
          const said = system.answer(sample.zones);
          return {
            ...said,
            said,
            right: nameOf(sample.answer) ?? null,
            alsoRight: nameOf(sample.joined?.second),
          };
        });
        const of = name === 'descriptions' ? part : `${name}, ${part}`;
        console.log(rowOf(known.scheme.id, of, system, heard));
        if (system.calibrated) bins.push(...reliability(known.scheme.id, of, heard));
      }
    }
  }
  console.log('\nReliability of what is shown:\n');
  console.log('| scheme | part | score | texts | mean score | right |\n|---|---|---|---|---|---|');
  console.log(bins.join('\n'));
}

function systemsOf(known: KnownScheme): System[] {
  return [ours(known, 'trained'), nearestDefinition(known), naiveBayes(known)];
}

function rowOf(scheme: string, part: string, system: System, heard: readonly Heard[]): string {
  const m = measure(heard);
  const shown = heard.map(asShown);
  const ofTwo = heard.filter((one) => one.alsoRight !== undefined);
  const ofOne = heard.filter((one) => one.alsoRight === undefined);
  const asTwo = (one: Heard) => one.said.second !== undefined;
  const bothRight = (one: Heard) =>
    asTwo(one) && isRight(one, one.given) && isRight(one, one.said.second) && one.given !== one.said.second;
  const sure = (one: Heard) => (one.ranked[0]?.score ?? 0) >= 0.93;
  const count = (all: readonly Heard[], test: (one: Heard) => boolean) =>
    all.length === 0 || !system.calibrated ? '–' : `${all.filter(test).length}/${all.length}`;
  const shares = [m.accuracy, m.top2, m.top3, m.coverage, m.precision].map(percent);
  const cells = [
    ...shares,
    system.calibrated ? percent(measure(shown).ece) : '–',
    system.calibrated ? percent(measure(shown.filter((one) => one.alsoRight === undefined)).ece) : '–',
    count(ofTwo, bothRight),
    count(ofOne, asTwo),
    count(ofTwo, sure),
  ];
  return `| ${[scheme, part, system.name, m.texts, ...cells].join(' | ')} |`;
}

/** The answer with the probability of all that is shown: of both labels where a text is shown as two. */
function asShown(one: Heard): Heard {
  const [best, next] = one.ranked;
  if (!best || !next || next.label !== one.said.second) return one;
  const right = [best, next].find(({ label }) => isRight(one, label)) ?? best;
  return { ...one, ranked: [{ label: right.label, score: best.score + next.score }] };
}

const edges = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01];

function reliability(scheme: string, part: string, heard: readonly Heard[]): string[] {
  const score = (one: Heard) => asShown(one).ranked[0]?.score ?? 0;
  return edges.slice(1).flatMap((to, i) => {
    const from = edges[i] ?? 0;
    const own = heard.filter((one) => score(one) >= from && score(one) < to);
    if (own.length === 0) return [];
    const mean = own.reduce((sum, one) => sum + score(one), 0) / own.length;
    const right = own.filter((one) => isRight(one, asShown(one).ranked[0]?.label)).length / own.length;
    const range = `${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}`;
    return [`| ${[scheme, part, range, own.length, percent(mean), percent(right)].join(' | ')} |`];
  });
}
