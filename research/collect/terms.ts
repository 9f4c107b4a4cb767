import type { ResearchRow } from '../schema/table.ts';
import { dictionaryVersion } from '../terms/dictionary.ts';
import { technologiesIn } from '../terms/technologies.ts';

/** One text of an award or a filing. */
export interface NamingText {
  readonly kind: 'award' | 'filing';
  /** Id of the award or filing. */
  readonly source: string;
  readonly year: number | null;
  /** `title`, or the field that it stands in. */
  readonly part: string;
  readonly text: string;
}

/** Technologies that these texts name, one row for each in each part. */
export function termRows(texts: Iterable<NamingText>): ResearchRow[] {
  const rows: ResearchRow[] = [];
  for (const { kind, source, year, part, text } of texts)
    for (const { technology, times, written } of technologiesIn(text))
      rows.push({
        ...{ kind, source, part, year },
        term: technology.id,
        term_zh: technology.zh,
        term_en: technology.en,
        written,
        times,
        dictionary: dictionaryVersion,
      });
  return rows;
}
