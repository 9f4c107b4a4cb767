import type { Pack } from '../../calls/schema/index.ts';
import type { Filing } from '../../core/filing.ts';
import {
  type FoldedForMatching,
  foldForMatching,
  foldLetters,
  originalRange,
} from '../../core/text/fold-for-matching.ts';
import { mergeRanges, type Range, totalOf } from '../../core/text/ranges.ts';
import type { Fingerprints } from '../search/fingerprint/winnow.ts';
import { gramLength, stretches, windowLength } from '../search/fingerprint/winnow.ts';

/** Letters of a form line or of a quotation from the notice below which it may be the applicant's own words. */
const shortestFormLine = 8;
const shortestQuotation = 20;

/** Ranges of a narrative that are the blank form's words or quote the notice's clauses. */
export function formAndNoticeRanges(pack: Pack, filing: Filing, narrative: string): Range[] {
  const folded = foldForMatching(narrative);
  const formLines = new Set<string>();
  for (const [start, end] of filing.formRanges) {
    for (const line of filing.text.text.slice(start, end).split('\n')) {
      const letters = foldLetters(line);
      if (letters.length >= shortestFormLine) formLines.add(letters);
    }
  }
  const clauses = [...pack.clauses.values()].map((clause) => foldLetters(clause.text));
  return mergeRanges([...linesAmong(narrative, formLines), ...quotations(folded, clauses)]);
}

/** Ranges of a whole document that are the form's own words or stand in fields that tell of no solution. */
export function formAndFieldRanges({ text, fields, formRanges }: Filing): Range[] {
  const values = new Set<string>();
  for (const { raw, state } of fields.values())
    if (state === 'filled') for (const line of raw.split('\n')) values.add(foldLetters(line));
  values.delete('');
  return mergeRanges([...formRanges, ...linesAmong(text.text, values)]);
}

function linesAmong(text: string, known: ReadonlySet<string>): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (known.size > 0 && known.has(foldLetters(line))) found.push([start, start + line.length]);
    start += line.length + 1;
  }
  return found;
}

/** Runs of at least 20 letters that stand in one of `sources` word for word. */
export function quotations(folded: FoldedForMatching, sources: readonly string[]): Range[] {
  const grams = new Set<string>();
  for (const source of sources) {
    for (let i = 0; i + shortestQuotation <= source.length; i++)
      grams.add(source.slice(i, i + shortestQuotation));
  }
  const found: Range[] = [];
  if (grams.size === 0) return found;
  for (const [start, end] of stretches(folded.text)) {
    for (let i = start; i + shortestQuotation <= end; i++) {
      if (grams.has(folded.text.slice(i, i + shortestQuotation))) found.push([i, i + shortestQuotation]);
    }
  }
  return mergeRanges(found).map(([start, end]) => originalRange(folded, start, end));
}

/** Ranges of the original that are covered by fingerprints found to be boilerplate. */
export function boilerplateRanges(
  folded: FoldedForMatching,
  prints: Fingerprints,
  boilerplate: ReadonlySet<number>,
): Range[] {
  const covered: Range[] = [];
  prints.hashes.forEach((hash, i) => {
    const at = prints.positions[i] ?? 0;
    if (boilerplate.has(hash)) covered.push([at, at + gramLength]);
  });
  // Winnowing keeps one gram in each window, so what lies between two kept ones is covered as well.
  const joined = mergeRanges(covered, windowLength).filter(([start, end]) => end - start > gramLength);
  return joined.map(([start, end]) => originalRange(folded, start, end));
}

/** Share of a text's letters that stand in `ranges`, 0..1. */
export function excludedShareOf(text: string, ranges: readonly Range[]): number {
  if (totalOf(ranges) === 0) return 0;
  const { letters, excluded } = foldForMatching(text, ranges);
  return letters === 0 ? 0 : excluded / letters;
}
