import type { FilingResult, Results } from '../../core/results.ts';

const known = new WeakMap<Results, ReadonlyMap<FilingResult, string>>();

/** Where a filing stands on the page. The same file handed in twice has one id, but two pages. */
export function anchorOf(filing: FilingResult, results: Results): string {
  const anchors = known.get(results) ?? anchorsOf(results);
  known.set(results, anchors);
  return anchors.get(filing) ?? `f-${filing.id}`;
}

function anchorsOf({ filings }: Results): ReadonlyMap<FilingResult, string> {
  const times = new Map<string, number>();
  return new Map(
    filings.map((filing) => {
      const time = (times.get(filing.id) ?? 0) + 1;
      times.set(filing.id, time);
      return [filing, time === 1 ? `f-${filing.id}` : `f-${filing.id}-${time}`];
    }),
  );
}
