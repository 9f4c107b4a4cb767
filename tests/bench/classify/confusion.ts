import type { Answer } from './metrics.ts';

/** For each label its texts, hits, precision and recall, and which labels were said in its place, as Markdown rows. */
export function confusionRows(
  scheme: string,
  labels: readonly string[],
  answers: readonly Answer[],
): string[] {
  const said = (answer: Answer) => answer.ranked[0]?.label;
  return labels.map((label) => {
    const own = answers.filter((answer) => answer.right === label);
    const hits = own.filter((answer) => said(answer) === label).length;
    const all = answers.filter((answer) => said(answer) === label).length;
    const counts = new Map<string, number>();
    for (const answer of own) {
      const other = said(answer);
      if (other !== undefined && other !== label) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    const share = (part: number, whole: number) =>
      whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)}%`;
    const instead = [...counts].map(([other, count]) => `${other} ${count}`).join('; ');
    return `| ${[scheme, label, own.length, share(hits, all), share(hits, own.length), instead].join(' | ')} |`;
  });
}
