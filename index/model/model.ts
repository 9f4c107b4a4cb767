import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Signal } from '../../core/judgement.ts';

/** Log-odds by the value of a signal, straight lines between the points. Points rise in value. */
const cardSchema = z.array(z.tuple([z.number(), z.number()])).min(2);
export type Card = z.infer<typeof cardSchema>;

export const signalNames = [
  'who',
  'title',
  'text',
  'retold',
  'topical',
  'meaning',
  'facts',
  'pictures',
] as const;
export type SignalName = Signal['name'] & (typeof signalNames)[number];

export function isSignalName(name: string): name is SignalName {
  return signalNames.some((known) => known === name);
}

const cardsSchema = z.strictObject({
  bias: z.number(),
  cards: z.record(z.enum(signalNames), cardSchema),
});
export type Cards = z.infer<typeof cardsSchema>;

/**
 * A logistic model written as score cards, one for each signal, so that a clerk can add up a verdict by hand.
 * `full` is for two narratives, `brief` for an award of which only title, company and perhaps a few
 * sentences are known.
 */
export const modelSchema = z.strictObject({
  /** On what the cards were fitted. */
  trained: z.string(),
  kinds: z.strictObject({ full: cardsSchema, brief: cardsSchema }),
});
export type MatchModel = z.infer<typeof modelSchema>;
export type ModelKind = keyof MatchModel['kinds'];

/** Beside this file in the source; two levels up from the built file. */
const folders = ['./', '../../../index/model/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** `cards` is the model in use, `prior` the one set by hand from which cards are fitted. */
export function readMatchModel(name: 'cards' | 'prior'): MatchModel {
  const file = folders.map((folder) => `${folder}${name}.json`).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`index/model/${name}.json is missing from the installation`);
  return modelSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

const someCards = z.strictObject({
  bias: z.number(),
  cards: z.partialRecord(z.enum(signalNames), cardSchema),
});
const someModel = z.strictObject({
  trained: z.string(),
  kinds: z.strictObject({ full: someCards, brief: someCards }),
});

/** Cards as an office keeps them; signals that its program did not know yet are read by the package's own. */
export function modelOf(kept: unknown): MatchModel {
  const { trained, kinds } = someModel.parse(kept);
  const own = packageModel().kinds;
  const filled = (kind: ModelKind) => ({
    bias: kinds[kind].bias,
    cards: { ...own[kind].cards, ...kinds[kind].cards },
  });
  return modelSchema.parse({ trained, kinds: { full: filled('full'), brief: filled('brief') } });
}

let shipped: MatchModel | undefined;

/** The package's own cards, read once. */
export function packageModel(): MatchModel {
  shipped ??= readMatchModel('cards');
  return shipped;
}

export type SignalValues = Readonly<Record<'who' | 'title', number> & Partial<Record<SignalName, number>>>;

export interface Scored {
  /** Probability that both are the same solution. */
  readonly score: number;
  readonly signals: readonly Signal[];
}

/** Adds up the cards. A signal that could not be taken is left out and moves nothing. */
export function scoreSignals(model: MatchModel, kind: ModelKind, values: SignalValues): Scored {
  const { bias, cards } = model.kinds[kind];
  const signals: Signal[] = [];
  let logOdds = bias;
  for (const name of signalNames) {
    const value = values[name];
    if (value === undefined) continue;
    const weight = Math.round(readCard(cards[name], value) * 100) / 100;
    logOdds += weight;
    signals.push({ name, value: Math.round(value * 1000) / 1000, weight });
  }
  return { score: 1 / (1 + Math.exp(-logOdds)), signals };
}

function readCard(card: Card, value: number): number {
  return pointsAt(card, value).reduce((sum, [point, share]) => sum + share * (card[point]?.[1] ?? 0), 0);
}

/** The points of a card between which a value lies, and what share each has in the answer. */
export function pointsAt(card: Card, value: number): (readonly [point: number, share: number])[] {
  const after = card.findIndex(([at]) => value <= at);
  if (after < 0) return [[card.length - 1, 1]];
  const [right, left] = [card[after]?.[0] ?? 0, card[after - 1]?.[0]];
  if (left === undefined || right === left) return [[after, 1]];
  const along = (value - left) / (right - left);
  return [
    [after - 1, 1 - along],
    [after, along],
  ];
}
