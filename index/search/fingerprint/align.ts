import { hashGrams, stretches } from './winnow.ts';

/** A stretch that two folded texts share, gaps included; `matched` characters of it are the same. */
export interface Alignment {
  readonly a: readonly [start: number, end: number];
  readonly b: readonly [start: number, end: number];
  readonly matched: number;
}

/** What an alignment has cost: common runs, and chains that these were held against. */
export interface AlignmentCost {
  blocks: number;
  steps: number;
}

interface Block {
  a: number;
  b: number;
  length: number;
}

interface Chain {
  readonly blocks: Block[];
  aEnd: number;
  bEnd: number;
  matched: number;
}

/** Shortest common run that is a seed; two to three words. */
const seedLength = 5;
/** A gram that comes back more often than this in one text says nothing about where. */
const maxRepeats = 6;
/** Characters that may differ between two seeds, and by how much the two sides may differ there. */
const maxGap = 22;
const maxShift = 14;
/** What is shorter or sparser is chance: set phrases reach 8 to 11 characters. */
const minMatched = 13;
const minDensity = 0.42;

/**
 * Seed and extend: common runs of at least five characters are grown to their full length and chained along
 * the diagonal with gaps, so that synonyms, changed numbers and dropped words do not end a passage while a
 * moved sentence becomes one of its own. Longest first; no character is used twice.
 *
 * The cost grows as the length: of each gram at most `maxRepeats` places count, so that at most so many blocks
 * begin at a character, and a block is held against the chains only that end within `maxGap` before it.
 */
export function align(a: string, b: string, cost: AlignmentCost = { blocks: 0, steps: 0 }): Alignment[] {
  const blocks = commonBlocks(a, b);
  cost.blocks += blocks.length;
  const chains = chainBlocks(blocks, cost);
  return chooseChains(chains, a.length, b.length);
}

function commonBlocks(a: string, b: string): Block[] {
  const placesInB = new Map<number, number[]>();
  for (const [start, end] of stretches(b)) {
    const grams = hashGrams(b, start, end, seedLength);
    grams.forEach((gram, i) => {
      const places = placesInB.get(gram);
      if (places) places.push(start + i);
      else placesInB.set(gram, [start + i]);
    });
  }
  const blocks: Block[] = [];
  const openByDiagonal = new Map<number, Block>();
  for (const [start, end] of stretches(a)) {
    const grams = hashGrams(a, start, end, seedLength);
    for (let i = 0; i < grams.length; i++) {
      const places = placesInB.get(grams[i] ?? 0);
      if (!places || places.length > maxRepeats) continue;
      const at = start + i;
      for (const there of places) {
        const open = openByDiagonal.get(there - at);
        if (open && open.a + open.length >= at + seedLength - 1 && open.a <= at) {
          open.length = at + seedLength - open.a;
        } else {
          const block = { a: at, b: there, length: seedLength };
          openByDiagonal.set(there - at, block);
          blocks.push(block);
        }
      }
    }
  }
  return blocks;
}

function chainBlocks(blocks: readonly Block[], cost: AlignmentCost): Chain[] {
  const chains: Chain[] = [];
  let open: Chain[] = [];
  for (const block of blocks) {
    open = open.filter((chain) => block.a - chain.aEnd <= maxGap);
    cost.steps += open.length;
    let best: Chain | undefined;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const chain of open) {
      const gapA = block.a - chain.aEnd;
      const gapB = block.b - chain.bEnd;
      const overlap = Math.max(0, -gapA, -gapB);
      if (gapB > maxGap || overlap > block.length - 2 || Math.abs(gapA - gapB) > maxShift) continue;
      const cost = Math.abs(gapA) + Math.abs(gapB) + Math.abs(gapA - gapB);
      if (cost < bestCost) {
        best = chain;
        bestCost = cost;
      }
    }
    if (best) {
      const overlap = Math.max(0, best.aEnd - block.a, best.bEnd - block.b);
      const rest = { a: block.a + overlap, b: block.b + overlap, length: block.length - overlap };
      best.blocks.push(rest);
      best.aEnd = rest.a + rest.length;
      best.bEnd = rest.b + rest.length;
      best.matched += rest.length;
    } else {
      const chain = {
        blocks: [block],
        aEnd: block.a + block.length,
        bEnd: block.b + block.length,
        matched: block.length,
      };
      chains.push(chain);
      open.push(chain);
    }
  }
  return chains;
}

function chooseChains(chains: readonly Chain[], lengthA: number, lengthB: number): Alignment[] {
  const takenA = new Uint8Array(lengthA);
  const takenB = new Uint8Array(lengthB);
  const chosen: Alignment[] = [];
  for (const chain of [...chains].sort((x, y) => y.matched - x.matched)) {
    if (chain.matched < minMatched) break;
    const fresh = chain.blocks.filter(
      (block) => !taken(takenA, block.a, block) && !taken(takenB, block.b, block),
    );
    const matched = fresh.reduce((sum, block) => sum + block.length, 0);
    const first = fresh[0];
    const last = fresh.at(-1);
    if (!first || !last || matched < minMatched) continue;
    const a = [first.a, last.a + last.length] as const;
    const b = [first.b, last.b + last.length] as const;
    if (matched / Math.max(a[1] - a[0], b[1] - b[0]) < minDensity) continue;
    for (const block of fresh) {
      takenA.fill(1, block.a, block.a + block.length);
      takenB.fill(1, block.b, block.b + block.length);
    }
    chosen.push({ a, b, matched });
  }
  return chosen.sort((x, y) => x.a[0] - y.a[0]);
}

function taken(marks: Uint8Array, at: number, block: Block): boolean {
  return marks[at] === 1 || marks[at + block.length - 1] === 1;
}
