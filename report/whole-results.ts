import type { Lang } from '../core/lang.ts';
import type { Results } from '../core/results.ts';
import type { Screening } from '../review/screening.ts';
import { Totalling } from './results-source.ts';
import { filingResult, resultsHead, resultsTail } from './to-results.ts';

/** A screening as the contract of `results.json` in memory, its sentences in one language. */
export function toResults({ batch, run, filings, whole, decided }: Screening, lang: Lang): Results {
  const told = filings.map((outcome) => filingResult(outcome, lang, decided?.of.get(outcome.filing)));
  const tail = resultsTail(whole, lang);
  const sum = new Totalling();
  for (const filing of told) sum.add(filing);
  return { ...resultsHead(batch, run, lang, decided), totals: sum.totals(tail), filings: told, ...tail };
}
