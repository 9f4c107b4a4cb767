import type { FilingResult, Totals } from '../core/results.ts';
import type { ResultsHead, ResultsTail } from './to-results.ts';

/**
 * `results.json` in pieces, which together are `JSON.stringify(results, null, 1)` and a line end: what stands before
 * the filings, each filing, and what stands behind them.
 */
export function jsonBefore(head: ResultsHead, totals: Totals): string {
  const whole = JSON.stringify({ ...head, totals }, null, 1);
  return `${whole.slice(0, -'\n}'.length)},\n "filings": [`;
}

export function jsonOfFiling(filing: FilingResult, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n  ${JSON.stringify(filing, null, 1).replaceAll('\n', '\n  ')}`;
}

export function jsonBehind(tail: ResultsTail, { filings }: Totals): string {
  return `${filings > 0 ? '\n ' : ''}],${JSON.stringify(tail, null, 1).slice('{'.length)}\n`;
}
