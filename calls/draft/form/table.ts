import type { GridCell } from '../pieces.ts';
import { tick } from '../pieces.ts';
import type { FormBuilder } from './builder.ts';
import { readParas } from './cell-paras.ts';
import { isGroup, isHint, isProse, isTemplate, printTable, type Shown, textOf, yearOf } from './cells.ts';
import { dateTemplate, escaped, hint, readTicks, readYesNo, yesNo } from './inline.ts';
import { cleanLabel, wordLimit } from './labels.ts';
import { settleRuns, type TickRun } from './tick-runs.ts';

/**
 * Reads a table of a form cell by cell: a label is followed by its empty cell, boxes, hint or inline blanks; a
 * label followed by a label is the group above it; a row of years heads rows of amounts; 序号 heads a table
 * whose rows repeat. Gives the table as HTML with the places marked.
 */
export function readFormTable(
  rows: readonly (readonly GridCell[])[],
  above: readonly string[],
  builder: FormBuilder,
): string {
  const shown: Shown[][] = [];
  const runs: TickRun[] = [];
  const carried = new Map<number, string>();
  const width = Math.max(0, ...rows.flatMap((row) => row.map((cell) => cell.col + cell.colSpan)));
  let years: number[] | undefined;
  let repeating = false;
  let section: string[] = [];

  for (const row of rows) {
    const cells: Shown[] = row.map((cell) => ({ cell, html: escaped(textOf(cell)), head: false }));
    const filled = cells.filter(({ cell }) => textOf(cell) !== '');
    const texts = filled.map(({ cell }) => textOf(cell));
    if (repeating) {
      if (filled.length === 0 || /^(?:\d{1,3}|[.…·]+|合计)$/u.test(texts[0] ?? '')) continue;
      repeating = false;
    }
    shown.push(cells);
    const first = filled[0];
    if (!first) continue;
    const carriedHere = [...carried]
      .filter(([col]) => col < first.cell.col)
      .sort(([a], [b]) => a - b)
      .map(([, label]) => label);

    const serial = texts.findIndex((text) => /^序\s*号$/u.test(text));
    if (serial >= 0 && texts.length - serial > 2) {
      const label =
        texts.slice(0, serial).findLast((text) => !isHint(text)) ?? carriedHere.at(-1) ?? above.at(-1) ?? '';
      const columns = filled.slice(serial + 1);
      const { key, columns: keys } = builder.table(
        label,
        [...above, ...section],
        columns.map(({ cell }) => textOf(cell)),
      );
      for (const one of filled) one.head = true;
      shown.push(
        cells
          .filter(({ cell }) => cell.col >= (filled[serial]?.cell.col ?? 0) || cell.rowSpan === 1)
          .map((one) => {
            const at = columns.indexOf(one);
            const html = at >= 0 ? `{{${key}.${keys[at]}}}` : one === filled[serial] ? `{{${key}.#}}` : '';
            return { cell: one.cell, html, head: false };
          }),
      );
      repeating = true;
      years = undefined;
      continue;
    }
    const stated = texts.flatMap((text) => yearOf(text) ?? []).map(Number);
    if (stated.length >= 2) {
      years = stated;
      for (const one of filled) one.head = true;
      continue;
    }
    if (years && filled.length === 1) {
      const rest = cells.slice(cells.indexOf(first) + 1).filter(({ cell }) => textOf(cell) === '');
      const key =
        rest.length >= years.length
          ? builder.years(texts[0] ?? '', [...above, ...section], years)
          : undefined;
      if (key) {
        first.head = true;
        for (const [i, year] of years.entries()) rest[i]!.html = `{{${key}.${year}}}`;
        continue;
      }
    }
    years = undefined;
    const only = texts[0] ?? '';
    const spansAll = first.cell.colSpan >= width && width > 1;
    if (
      filled.length === 1 &&
      !isHint(only) &&
      !tick.test(only) &&
      !isProse(only) &&
      (spansAll || /信息$/u.test(only))
    ) {
      first.head = true;
      section = [only];
      carried.clear();
      continue;
    }
    readRow(cells, carriedHere);
  }
  settleRuns(runs, builder, above);
  return printTable(shown);

  function readRow(cells: readonly Shown[], carriedHere: readonly string[]): void {
    const groups: string[] = [];
    let pending: Shown | undefined;
    const under = () =>
      [...above, ...section, ...carriedHere, ...groups].filter((one) => cleanLabel(one) !== '其中');
    for (const [c, one] of cells.entries()) {
      const text = textOf(one.cell);
      const label = pending && textOf(pending.cell);
      const place = (more: { limit?: number } = {}) =>
        label === undefined ? undefined : builder.plain({ label, under: under(), ...more });
      const laterLabel = () =>
        cells
          .slice(c + 1)
          .some(({ cell }) => textOf(cell) !== '' && !isHint(textOf(cell)) && !tick.test(textOf(cell)));
      const right = cells[c + 1];
      // The printed pattern of the value, XX年XX月, marks the cell that is meant.
      if (text === '' && pending && right && isTemplate(textOf(right.cell))) continue;
      if (text === '') {
        // Labels without a gap between them are the heads of columns.
        if (label === undefined || groups.length >= 3 || (isGroup(cleanLabel(label)) && laterLabel()))
          continue;
        const key = place();
        if (key) one.html = `{{${key}}}`;
        pending = undefined;
      } else if (tick.test(text) || yesNo.test(text)) {
        readBoxes(one, text, label, under(), carriedHere);
        pending = undefined;
      } else if (pending && /^(?:备注|注)[:：]/u.test(text)) {
        // A remark on the rows below, not on a value beside it.
        carried.set(pending.cell.col, textOf(pending.cell));
        one.html = hint(text);
        pending = undefined;
      } else if (isHint(text) || isTemplate(text)) {
        const limit = wordLimit(text);
        const key = place(limit === undefined ? {} : { limit });
        if (key) one.html = isTemplate(text) && !isHint(text) ? `{{${key}}}` : `${hint(text)} {{${key}}}`;
        pending = undefined;
      } else if (/[_＿]{2,}/u.test(text) || /[:：](?:\s|$)/mu.test(text) || dateTemplate.test(text)) {
        one.html = readParas(
          one.cell.paras,
          { under: under(), ...(label !== undefined && { label }) },
          builder,
        );
        pending = undefined;
      } else if (isProse(text)) {
        const limit = wordLimit(text);
        const asks = limit !== undefined || /^(?:请|包括|填写|简要|主要|重点|围绕|从)/u.test(text);
        const key = asks ? place(limit === undefined ? {} : { limit }) : undefined;
        if (key) one.html = `${hint(text)}<p>{{${key}}}</p>`;
        pending = undefined;
      } else {
        if (pending) {
          groups.push(textOf(pending.cell));
          carried.set(pending.cell.col, textOf(pending.cell));
        }
        for (const col of carried.keys()) if (col >= one.cell.col) carried.delete(col);
        pending = one;
        one.head = true;
      }
    }
  }

  function readBoxes(
    one: Shown,
    text: string,
    label: string | undefined,
    under: readonly string[],
    carriedHere: readonly string[],
  ): void {
    const answer = readYesNo(text, { under, ...(label !== undefined && { label }) }, builder);
    if (answer) {
      one.html = answer;
      return;
    }
    const { head, ticked } = readTicks(text);
    const last = runs.at(-1);
    const own = cleanLabel(head) !== '' ? head : label;
    if (own === undefined && last) {
      last.cells.push({ shown: one, head, ticked });
      return;
    }
    const path = own === undefined ? under : [...under, own];
    if (label !== undefined) carried.set(one.cell.col - 1, label);
    runs.push({ path: path.length > 0 ? path : carriedHere, cells: [{ shown: one, head, ticked }] });
  }
}
