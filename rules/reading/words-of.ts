import type { Num } from '../../calls/rule-language/num.ts';
import type { Text } from '../../core/lang.ts';
import { countWords } from '../../core/normalise/words.ts';
import type { Scope } from '../scope.ts';
import { blank, cutShort, isCutShort, ownSectionText, ownText, partsOf } from './own-text.ts';
import type { Quantity } from './quantity.ts';
import { readField } from './read-field.ts';

type Words = Extract<Num, { words: unknown }>['words'];

/**
 * Counts the applicant's words in some chapters and long texts, the form's own words left out. A chapter that
 * was not found makes the count unknown, but it is at least what the others have. A lone text that was left
 * blank has no length to praise.
 */
export function readWords({ of, as, tables, headings }: Words, scope: Scope): Quantity {
  const { filing } = scope;
  // Of a text that was cut the count is the least there are.
  const counted = (total: number, evidence: Quantity['evidence']): Quantity =>
    isCutShort(filing)
      ? { known: false, unit: '字', atLeast: total, why: cutShort, evidence }
      : known(total, evidence);
  if (of.length === 0) return counted(countWords(ownText(filing).text, as), []);
  let total = 0;
  let blankWhy: Text | undefined;
  let gap: Extract<Quantity, { known: false }> | undefined;
  for (const key of of) {
    const section = filing.sections.get(key);
    if (section) {
      const parts = partsOf(filing, section);
      const out = [...(tables ? [] : parts.tables), ...(headings ? [] : parts.headings)];
      total += countWords(blank(ownSectionText(filing, section).text, out), as);
      continue;
    }
    const reading = readField(scope, key);
    if (reading.state === 'filled') {
      const { value, raw } = reading.field;
      total += countWords(typeof value === 'string' ? value : raw, as);
    } else if (reading.state === 'unknown') {
      gap ??= { known: false, why: reading.why, evidence: reading.evidence };
    } else if (of.length === 1) {
      blankWhy = reading.why;
    }
  }
  const evidence = of.flatMap((key) => filing.fields.get(key)?.where.slice(0, 1) ?? []);
  if (blankWhy) return { known: false, unit: '字', atLeast: 0, why: blankWhy, evidence };
  return gap ? { ...gap, unit: '字', atLeast: total } : counted(total, evidence);
}

function known(value: number, evidence: Quantity['evidence']): Quantity {
  return { known: true, value, unit: '字', evidence };
}
