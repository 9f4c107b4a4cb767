import { type Anchor, type Candidate, candidatesOf, chainOf } from './align.ts';
import type { Stream } from './stream.ts';
import type { Literal, Slot, Template } from './template.ts';

/** Parts of the form that are smaller are not looked for elsewhere: a few words may stand anywhere. */
const leastLiterals = 3;
const leastCharacters = 24;
/** Share of a part's words that must be found in one place for it to have been moved there. */
const leastFound = 0.6;
const mostMoves = 4;

export interface Alignment {
  /** The template in the order in which the filing has its parts. */
  readonly template: Template;
  readonly anchors: readonly Anchor[];
}

/**
 * Aligns a filing with its blank form also where parts of the form were bound in another order (the pledge at
 * the end, annexes before the table): a part whose words the chain left out is looked for by itself, and the
 * template follows the filing.
 */
export function alignParts(template: Template, stream: Stream): Alignment {
  let candidates = candidatesOf(template, stream);
  let best: Alignment = { template, anchors: chainOf(template, candidates) };
  for (let move = 0; move < mostMoves; move++) {
    const order = firstMove(best, candidates);
    if (!order) return best;
    candidates = candidatesOf(order, stream);
    const moved = { template: order, anchors: chainOf(order, candidates) };
    if (explained(moved) <= explained(best)) return best;
    best = moved;
  }
  return best;
}

/** Items `from` (included) to `to` (excluded), none of which was found. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly characters: number;
}

/** Runs of items without an anchor that are worth looking for, the longest first. */
function lostParts({ template, anchors }: Alignment): Part[] {
  const parts: Part[] = [];
  const bounds = [-1, ...anchors.map(({ item }) => item), template.items.length];
  for (let i = 1; i < bounds.length; i++) {
    const [from, to] = [bounds[i - 1]! + 1, bounds[i]!];
    const literals = template.items
      .slice(from, to)
      .filter((item): item is Literal => item.kind === 'literal');
    const characters = literals.reduce((sum, { text }) => sum + text.length, 0);
    if (literals.length >= leastLiterals && characters >= leastCharacters)
      parts.push({ from, to, characters });
  }
  return parts.sort((a, b) => b.characters - a.characters);
}

/** The template with the largest part that stands elsewhere put there. */
function firstMove(alignment: Alignment, candidates: readonly Candidate[]): Template | undefined {
  for (const part of lostParts(alignment)) {
    const order = movedPart(alignment, part, candidates);
    if (order) return order;
  }
  return undefined;
}

function movedPart(
  { template, anchors }: Alignment,
  part: Part,
  candidates: readonly Candidate[],
): Template | undefined {
  const own = candidates.filter(({ item }) => item >= part.from && item < part.to);
  const found = chainOf(template, own);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return undefined;
  const characters = found.reduce((sum, anchor) => sum + anchor.end - anchor.start, 0);
  if (characters < part.characters * leastFound) return undefined;
  // Other parts of the form inside it: it was not moved as one.
  if (anchors.some((anchor) => anchor.start > first.start && anchor.start < last.start)) return undefined;
  const before = anchors.findLast((anchor) => anchor.end <= first.start);
  return moveUnits(template, part, before?.item);
}

/** The template with the part's units behind the unit of item `behind`; units are numbered anew. */
function moveUnits(template: Template, part: Part, behind: number | undefined): Template | undefined {
  const { items } = template;
  const units = items.map((item) => item.unit);
  const [low, high] = [units[part.from]!, units[part.to - 1]!];
  const target = behind === undefined ? -1 : units[lastSlotBehind(items, behind)]!;
  if (target >= low && target <= high) return undefined;
  const rest = Array.from({ length: template.units }, (_, unit) => unit).filter((u) => u < low || u > high);
  const own = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const at = rest.filter((unit) => unit <= target).length;
  const order = [...rest.slice(0, at), ...own, ...rest.slice(at)];
  const place = new Map(order.map((unit, i) => [unit, i]));
  const renumbered = items.map((item): Slot | Literal => ({ ...item, unit: place.get(item.unit)! }));
  return { ...template, items: renumbered.sort((a, b) => a.unit - b.unit) };
}

/** The slots behind a label are its own: nothing is moved in between. */
function lastSlotBehind(items: Template['items'], label: number): number {
  let at = label;
  while (items[at + 1]?.kind === 'slot') at++;
  return at;
}

const explained = ({ anchors }: Alignment) => anchors.reduce((sum, { start, end }) => sum + end - start, 0);
