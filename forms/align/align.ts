import { type Found, nearestWithin, PairIndex } from './find-literal.ts';
import { type Stream, unitAt } from './stream.ts';
import type { Literal, Slot, Template } from './template.ts';

/** A literal of the blank form found in the filing. */
export interface Anchor extends Found {
  /** Index of the literal in `template.items`. */
  readonly item: number;
}

/** A place where a literal may stand, and how much it speaks for it. */
export interface Candidate extends Anchor {
  readonly worth: number;
}

/**
 * Aligns a filing with its blank form: the chain of literals, in the form's order, that explains most of the
 * form's words. What stands between two neighbours of the chain is what the applicant wrote.
 *
 * Weighted chaining of fragments (Abouelhoda & Ohlebusch 2005) with a bonus where a literal opens or closes
 * its cell on both sides, and a cost where the form leaves no room for what stands between.
 */
export function alignForm(template: Template, stream: Stream): Anchor[] {
  return chainOf(template, candidatesOf(template, stream));
}

/** The chain through some of the candidates, so that a part of the form can be looked for by itself. */
export function chainOf(template: Template, candidates: readonly Candidate[]): Anchor[] {
  return bestChain(candidates, roomBetween(template.items));
}

/** Where each literal of the form may stand, in the filing's order. */
export function candidatesOf(template: Template, stream: Stream): Candidate[] {
  const index = new PairIndex(stream.folded);
  const candidates = template.items.flatMap((item, at) =>
    item.kind === 'literal' ? candidatesFor(item, at, index, stream) : [],
  );
  return candidates.sort((a, b) => a.start - b.start || a.item - b.item);
}

function candidatesFor(literal: Literal, item: number, index: PairIndex, stream: Stream): Candidate[] {
  const scored = index.find(literal.text).map((near): Candidate => {
    const found = withinOneUnit(near, literal.text, stream);
    const unit = stream.units[unitAt(stream, found.start)];
    const opens = literal.opens && unit?.start === found.start;
    const closes = literal.closes && unit?.end === found.end;
    const length = literal.text.length;
    const worth = length - 2 * found.errors + (opens ? 2 : 0) + (closes ? 2 : 0) - (length < 3 ? 1.5 : 0);
    return { ...found, item, worth };
  });
  return scored
    .filter((candidate) => candidate.worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 24);
}

/**
 * A near match without what it takes from the cell or line beside it, where it is no worse so: 社会信用代码 stands
 * for 统一社会信用代码, and the 公司 that ends the cell before is no misread 统一.
 */
function withinOneUnit(found: Found, words: string, stream: Stream): Found {
  if (found.errors === 0) return found;
  const first = stream.units[unitAt(stream, found.start)];
  const last = stream.units[unitAt(stream, found.end - 1)];
  if (!first || !last || first === last) return found;
  let best = found;
  for (const { start, end } of [first, last]) {
    const [from, to] = [Math.max(start, found.start), Math.min(end, found.end)];
    if (to <= from) continue;
    const own = nearestWithin(words, stream.folded.slice(from, to));
    if (own.errors <= best.errors && own.end > own.start)
      best = { start: from + own.start, end: from + own.end, errors: own.errors };
  }
  return best;
}

/** How much text may stand before an item without being odd: prefix sums of the slots' usual sizes. */
function roomBetween(items: readonly (Slot | Literal)[]): Float64Array {
  const room = new Float64Array(items.length + 1);
  items.forEach((item, at) => {
    room[at + 1] = (room[at] ?? 0) + (item.kind === 'literal' ? 0 : roomOf(item));
  });
  return room;
}

function roomOf(slot: Slot): number {
  if (slot.option !== undefined) return 2;
  if (slot.column !== undefined) return 400;
  if (slot.field.type === 'section' || slot.field.type === 'long-text') return 20_000;
  return 80;
}

function bestChain(candidates: readonly Candidate[], room: Float64Array): Anchor[] {
  const score = new Float64Array(candidates.length);
  const previous = new Int32Array(candidates.length).fill(-1);
  let best = -1;
  for (let i = 0; i < candidates.length; i++) {
    const here = candidates[i]!;
    let top = 0;
    for (let j = 0; j < i; j++) {
      const there = candidates[j]!;
      if (there.item >= here.item || there.end > here.start) continue;
      const reached = score[j]! - oddness(here.start - there.end, room[here.item]! - room[there.item]!);
      if (reached > top) {
        top = reached;
        previous[i] = j;
      }
    }
    score[i] = top + here.worth;
    if (best < 0 || score[i]! > score[best]!) best = i;
  }
  const chain: Anchor[] = [];
  for (let i = best; i >= 0; i = previous[i]!) chain.push(candidates[i]!);
  return chain.reverse();
}

function oddness(gap: number, room: number): number {
  return gap <= room ? gap * 0.0005 : Math.min(6, 0.5 + Math.log2(1 + gap - room) * 0.5);
}
