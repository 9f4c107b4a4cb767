import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Pack } from '../../../calls/schema/index.ts';
import type { IndexedFiling } from '../../../index/indexed-filing.ts';
import { factsOf } from '../../../index/signals/facts.ts';
import type { Award } from '../../../lists/awards/award.ts';

const told = z.object({ title: z.string(), company: z.string(), text: z.string() });
export type Told = z.infer<typeof told>;

export type Part = 'fit' | 'aside';
const part = z.enum(['fit', 'aside']);
const paraphrase = z.object({ part, kind: z.enum(['thorough', 'half']), original: told, rewrite: told });
const unrelated = z.object({ part, kind: z.enum(['theme', 'trade', 'vendor']), a: told, b: told });

/** Two texts by hand: one solution told twice, or two that look alike. */
export interface WrittenPair {
  readonly kind: string;
  readonly same: boolean;
  readonly here: Told;
  readonly there: Told;
}

function linesOf<T>(name: string, schema: z.ZodType<T>): T[] {
  const file = new URL(`../../../corpus/independent/${name}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)));
}

export function writtenPairs(of: Part): WrittenPair[] {
  const positives = linesOf('paraphrases', paraphrase)
    .filter((pair) => pair.part === of)
    .map(({ kind, original, rewrite }) => ({ kind, same: true, here: rewrite, there: original }));
  const negatives = linesOf('unrelated', unrelated)
    .filter((pair) => pair.part === of)
    .map(({ kind, a, b }) => ({ kind: `− same ${kind}`, same: false, here: b, there: a }));
  return [...positives, ...negatives];
}

/** As `indexFiling` makes it of a filing whose form has been read. */
export function indexedFrom(
  { title, company, text }: Told,
  id: string,
  pack: Pick<Pack, 'call'>,
  year: number,
): IndexedFiling {
  let start = 0;
  const lines = text.split('\n').map((line, i) => {
    const placed = {
      start,
      length: line.length,
      where: [{ part: 'word/document.xml', path: `p[${i + 1}]` }],
    };
    start += line.length + 1;
    return placed;
  });
  return {
    id,
    file: `${id}.docx`,
    call: pack.call.id,
    company,
    title,
    year,
    narrative: { text, lines },
    excluded: [],
    facts: factsOf(text),
  };
}

export const archivedFrom = (of: Told, id: string, pack: Pick<Pack, 'call'>): IndexedFiling => ({
  ...indexedFrom(of, id, pack, 2020),
  earlier: true,
});

export const awardFrom = (
  { title, company, text }: Told,
  id: string,
  { call }: Pick<Pack, 'call'>,
): Award => ({
  id,
  programme: call.programme?.id ?? '',
  year: 2020,
  listedOn: '2020-12-31',
  title,
  company,
  text,
});
