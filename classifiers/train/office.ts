import { join } from 'node:path';
import type { Scheme } from '../../calls/schema/schemes.ts';
import { jsonLines, readJsonLines, replaceFiles } from '../../store/office-files.ts';
import { loadModel, type Model, modelKey } from '../model.ts';
import type { Judged } from './calibrate.ts';
import { judgeAcrossFolds, modelOf, seeAcrossFolds } from './learn.ts';
import { type Labelled, labelledSchema, textKey } from './read-labelled.ts';
import type { KnownScheme } from './read-schemes.ts';
import { borrowedFor, type Linked, type Sample, samplesOf } from './samples.ts';

/** Texts judged right out of all, each by a model that had not seen it. */
export interface Tally {
  readonly right: number;
  readonly texts: number;
}

export interface Compared {
  readonly corrections: Tally;
  /** The package's labelled texts and the office's earlier corrections. */
  readonly known: Tally;
}

export interface OfficeTraining {
  readonly scheme: string;
  readonly before: Compared;
  readonly after: Compared;
  /** False where the new model judges worse; nothing was written then. */
  readonly accepted: boolean;
  /** Version of the model written. */
  readonly version?: string;
}

/** Known texts may flip either way by chance; more than this share of them lost is worse. */
const tolerated = 0.01;

/**
 * Adds a reviewer's corrections to what a scheme's model learns from, and keeps the new model in `folder`
 * (made when needed) if it judges no worse. Accuracy is by five-fold cross-validation over the same folds
 * before and after: a correction is always judged by a model that had not seen it.
 *
 * `linked` lets texts of other schemes teach, as they do for the package's model. Worse means: fewer corrections right, fewer texts right in all, or over 1% of the known texts lost.
 */
export function trainOffice(
  known: KnownScheme,
  base: readonly Labelled[],
  corrections: readonly Labelled[],
  folder: string,
  linked?: Linked,
): OfficeTraining {
  const { scheme } = known;
  const earlier = keptCorrections(folder, scheme);
  const fresh = newest(corrections);
  const texts = new Set(fresh.map(textKey));
  const before = [...base, ...earlier].filter((text) => !texts.has(textKey(text)) || text.scheme === '*');
  const all = [...before, ...fresh];
  const isNew = new Set<Labelled>(fresh);
  const samples = samplesOf(all, scheme);
  const unseen = samples
    .filter(({ text }) => text && isNew.has(text))
    .map((sample): Sample => ({ ...sample, onlyJudged: true }));
  const borrowed = borrowedFor(before, scheme, linked);
  const judgedBefore = judgeAcrossFolds(
    seeAcrossFolds(known, [...samplesOf(before, scheme), ...unseen], borrowed),
  );
  const { model, judged } = modelOf(known, samples, borrowed);
  const compared = {
    before: tallies(judgedBefore, isNew),
    after: tallies(judged, isNew),
  };
  const accepted = notWorse(compared.before, compared.after);
  if (!accepted) return { scheme: scheme.id, ...compared, accepted };
  write(folder, modelKey(scheme), model, [...earlier.filter((text) => !texts.has(textKey(text))), ...fresh]);
  const version = loadModel(scheme, folder)?.version;
  return { scheme: scheme.id, ...compared, accepted, ...(version !== undefined && { version }) };
}

export function notWorse(before: Compared, after: Compared): boolean {
  const all = ({ corrections, known }: Compared) => corrections.right + known.right;
  const lost = before.known.right - after.known.right;
  return (
    after.corrections.right >= before.corrections.right &&
    all(after) >= all(before) &&
    lost <= tolerated * before.known.texts
  );
}

/** The texts alone count, not the filings made up of them; a text of no label is right when none is likeliest. */
function tallies(judged: readonly Judged[], isNew: ReadonlySet<Labelled>): Compared {
  const tally = (own: readonly Judged[]): Tally => ({
    texts: own.length,
    right: own.filter(({ shares, answer }) => shares.every((share) => share <= (shares[answer] ?? 0))).length,
  });
  const single = judged.filter(({ sample }) => sample.text !== undefined);
  return {
    corrections: tally(single.filter(({ sample }) => sample.text && isNew.has(sample.text))),
    known: tally(single.filter(({ sample }) => !(sample.text && isNew.has(sample.text)))),
  };
}

/** One correction for each text: the last. */
function newest(corrections: readonly Labelled[]): Labelled[] {
  return [...new Map(corrections.map((one) => [textKey(one), one])).values()];
}

/** The corrections that the office's model of a scheme was trained on. */
export function keptCorrections(folder: string, scheme: Scheme): Labelled[] {
  return readJsonLines(join(folder, correctionsFile(modelKey(scheme))), labelledSchema);
}

const correctionsFile = (key: string) => `${key}.corrections.jsonl`;

/** The corrections first: a model whose corrections were lost could never be trained again. */
function write(folder: string, key: string, model: Model, corrections: readonly Labelled[]): void {
  replaceFiles(folder, [
    [correctionsFile(key), jsonLines(corrections)],
    [`${key}.json`, `${JSON.stringify(model)}\n`],
  ]);
}
