import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { Random } from '../../corpus/generate/random.ts';
import { SampleMaker, textOf } from '../../corpus/generate/solution-texts.ts';
import type { TermTable } from '../../index/signals/topical-rarity.ts';
import { termsIn } from '../../index/signals/topical-terms.ts';

/**
 * In how many of this repository's own texts each term stands: `npx tsx scripts/tables/term-frequencies.ts` writes
 * `index/model/term-frequencies.json`. Labelled and independent texts that are held out are not read; the notices'
 * clauses are public; all else was written or generated for this project. Made anew when it should know more.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
/** A term of one text only is as good as unseen. */
const fewest = 2;
const generated = 200;

const lineSchema = z.object({
  text: z.string(),
  title: z.string().optional(),
  part: z.string().optional(),
});
const clausesSchema = z.object({ clauses: z.array(z.object({ text: z.string() })) });

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter(({ part }) => part === undefined || part === 'fit' || part === 'train')
    .map(({ title = '', text }) => `${title}\n${text}`);
}

function textsOf(): { readonly texts: readonly string[]; readonly made: string } {
  const labelled = readdirSync(join(root, 'corpus/labelled'))
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => linesOf(join(root, 'corpus/labelled', file)));
  const independent = ['descriptions', 'statements'].flatMap((name) =>
    linesOf(join(root, 'corpus/independent', `${name}.jsonl`)),
  );
  const packs = readdirSync(join(root, 'calls/packs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, 'calls/packs', name, 'clauses.yaml'));
  const clauses = packs.flatMap((file) =>
    clausesSchema.parse(parse(readFileSync(file, 'utf8'))).clauses.map(({ text }) => text),
  );
  const maker = new SampleMaker(new Random(42));
  const made = Array.from({ length: generated }, () => textOf(maker.make()));
  return {
    texts: [...labelled, ...independent, ...clauses, ...made],
    made: `${labelled.length} labelled texts, ${independent.length} independent texts (part fit), ${clauses.length} clauses of notices, ${made.length} generated filings`,
  };
}

/** Pure but for the texts it reads. */
export function termFrequencies(): TermTable {
  const { texts, made } = textsOf();
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const term of new Set(termsIn(text).map((one) => one.term)))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  const byCount = new Map<number, string[]>();
  for (const [term, count] of [...counts].sort()) {
    if (count < fewest || term.includes(' ')) continue;
    byCount.set(count, [...(byCount.get(count) ?? []), term]);
  }
  const terms = [...byCount].sort(([a], [b]) => a - b).map(([count, of]) => [String(count), of.join(' ')]);
  return { made, texts: texts.length, terms: Object.fromEntries(terms) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(
    join(root, 'index/model/term-frequencies.json'),
    `${JSON.stringify(termFrequencies(), null, 1)}\n`,
  );
