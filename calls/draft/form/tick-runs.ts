import type { FormBuilder } from './builder.ts';
import { isGroup, type Shown } from './cells.ts';
import { escaped, type Ticked, tickPlaces } from './inline.ts';
import { cleanLabel } from './labels.ts';

/** Boxes under one path of labels; neighbours under one parent become one field with groups. */
export interface TickRun {
  readonly path: readonly string[];
  /** How many of these are headings of the form rather than labels of the table. */
  readonly headings: number;
  readonly cells: { readonly shown: Shown; readonly head: string; readonly ticked: Ticked[] }[];
}

/** Makes the fields of all boxes of a table and marks their places. */
export function settleRuns(runs: readonly TickRun[], builder: FormBuilder): void {
  for (let i = 0; i < runs.length; ) {
    const parent = (run: TickRun | undefined) => run?.path.slice(0, -1).join('>');
    const name = cleanLabel(runs[i]?.path.at(-2) ?? '');
    let end = i + 1;
    const groups =
      (runs[i]?.path.length ?? 0) - (runs[i]?.headings ?? 0) >= 2 && name !== '' && !isGroup(name);
    while (groups && end < runs.length && parent(runs[end]) === parent(runs[i])) end++;
    const together = runs.slice(i, end);
    if (together.length > 1) settle(together, together[0]!.path.slice(0, -1), builder, true);
    else settle(together, together[0]!.path, builder, false);
    i = end;
  }
}

function settle(
  runs: readonly TickRun[],
  path: readonly string[],
  builder: FormBuilder,
  grouped: boolean,
): void {
  const label = path.at(-1) ?? '';
  const options = runs.flatMap((run) =>
    run.cells.flatMap(({ ticked }) =>
      ticked.map(({ option }) =>
        grouped ? { ...option, group: cleanLabel(run.path.at(-1) ?? '') } : option,
      ),
    ),
  );
  const under = path.slice(0, -1).filter((one) => one !== label);
  // 论文____篇 专利____项: each may be there.
  const counted = runs.some((run) =>
    run.cells.some(({ ticked }) => ticked.some(({ rest }) => /^\s*[_＿]{2,}\s*\S/u.test(rest))),
  );
  const key = builder.ticks(label, under, options, counted);
  if (!key) return;
  for (const { shown, head, ticked } of runs.flatMap((run) => run.cells)) {
    shown.html = `${escaped(head)} ${tickPlaces(key, ticked, { label, under }, builder)}`.trim();
  }
}
