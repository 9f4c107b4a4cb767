import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLines, replaceFiles } from '../../store/office-files.ts';
import { fitCards } from '../model/fit-model.ts';
import { certain, likely } from '../model/likeness.ts';
import { type MatchModel, modelOf, packageModel, scoreSignals } from '../model/model.ts';
import { type JudgedPair, packagePairs, readJudgedPairs } from './judged-pair.ts';

const cardsFile = 'repeats.json';
const decisionsFile = 'repeats.decisions.jsonl';

/** The office's own score cards; `undefined` where it has trained none. */
export function officeCards(folder: string | undefined): MatchModel | undefined {
  const file = folder === undefined ? '' : join(folder, cardsFile);
  return existsSync(file) ? modelOf(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** Pairs judged right out of all, and pairs of different solutions judged the same beyond doubt. */
export interface PairTally {
  readonly right: number;
  readonly pairs: number;
  readonly falselySure: number;
}

export interface PairsCompared {
  readonly decisions: PairTally;
  /** The package's labelled pairs and the office's earlier decisions. */
  readonly known: PairTally;
}

export interface CardsTraining {
  readonly before: PairsCompared;
  readonly after: PairsCompared;
  /** False where the new cards judge worse; nothing was written then. */
  readonly accepted: boolean;
}

/** More than this share of the known pairs lost is worse. */
const tolerated = 0.01;
const folds = 5;

/**
 * Fits the cards to the package's pairs, the decisions kept from earlier trainings and the new ones, and keeps
 * them in `folder` if they judge no worse. Before and after are by five-fold cross-validation over the same
 * folds, without and with the new decisions: no pair is judged by cards that were fitted to it. Worse also means: one more pair of different solutions held for the same beyond doubt.
 */
export function trainCards(decisions: readonly JudgedPair[], folder: string): CardsTraining {
  const fresh = newest(decisions);
  const ids = new Set(fresh.map(({ id }) => id));
  const earlier = readJudgedPairs(join(folder, decisionsFile)).filter(({ id }) => !ids.has(id));
  const known = [...packagePairs(), ...earlier];
  const all = [...fresh, ...known];
  const isNew = new Set(fresh);
  const before = compared(
    acrossFolds(all, (pair) => !isNew.has(pair)),
    fresh.length,
  );
  const after = compared(acrossFolds(all), fresh.length);
  const accepted = notWorse(before, after);
  if (accepted) write(folder, fitted(all), [...earlier, ...fresh]);
  return { before, after, accepted };
}

function compared(judged: readonly Judged[], fresh: number): PairsCompared {
  return { decisions: tally(judged.slice(0, fresh)), known: tally(judged.slice(fresh)) };
}

function notWorse(before: PairsCompared, after: PairsCompared): boolean {
  const sum = (of: PairsCompared, what: keyof PairTally) => of.decisions[what] + of.known[what];
  return (
    after.decisions.right >= before.decisions.right &&
    sum(after, 'right') >= sum(before, 'right') &&
    before.known.right - after.known.right <= tolerated * before.known.pairs &&
    sum(after, 'falselySure') <= sum(before, 'falselySure')
  );
}

function fitted(pairs: readonly JudgedPair[]): MatchModel {
  const { kinds, trained } = packageModel();
  const of = (kind: JudgedPair['kind']) => pairs.filter((pair) => pair.kind === kind);
  const own = pairs.filter(({ id }) => id !== undefined).length;
  return {
    trained: `${trained}; ${own} decisions of this office`,
    kinds: { full: fitCards(kinds.full, of('full')), brief: fitCards(kinds.brief, of('brief')) },
  };
}

interface Judged {
  readonly same: boolean;
  readonly score: number;
}

function judge(model: MatchModel, { kind, values, same }: JudgedPair): Judged {
  return { same, score: scoreSignals(model, kind, { who: 0, title: 0, ...values }).score };
}

/** Each pair judged by cards fitted to the four fifths it is not in; the same pairs, the same folds. */
function acrossFolds(
  pairs: readonly JudgedPair[],
  learns: (pair: JudgedPair) => boolean = () => true,
): Judged[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    fitted(pairs.filter((pair, i) => i % folds !== fold && learns(pair))),
  );
  return pairs.map((pair, i) => judge(models[i % folds] as MatchModel, pair));
}

function tally(judged: readonly Judged[]): PairTally {
  return {
    pairs: judged.length,
    right: judged.filter(({ same, score }) => same === score >= likely).length,
    falselySure: judged.filter(({ same, score }) => !same && score >= certain).length,
  };
}

/** One decision for each pair: the last. */
function newest(decisions: readonly JudgedPair[]): JudgedPair[] {
  return [...new Map(decisions.map((one) => [one.id, one])).values()];
}

/** The decisions first: cards whose decisions were lost could never be fitted again. */
function write(folder: string, model: MatchModel, decisions: readonly JudgedPair[]): void {
  replaceFiles(folder, [
    [decisionsFile, jsonLines(decisions)],
    [cardsFile, `${JSON.stringify(model, null, 1)}\n`],
  ]);
}
