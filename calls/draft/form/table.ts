import type { GridCell } from '../pieces.ts';
import { numberOf, tick } from '../pieces.ts';
import type { FormBuilder } from './builder.ts';
import { isHint, isProse, isWritten, printTable, type Shown, textOf, yearOf } from './cells.ts';
import { dateTemplate, escaped } from './inline.ts';
import { cleanLabel, wordLimit } from './labels.ts';
import { readRowTable } from './read-row-table.ts';
import { rowTableAt } from './row-table.ts';
import { TableRows } from './table-row.ts';
import { printedUnit, unitAlone } from './units.ts';

/**
 * Reads a table of a form cell by cell: a label is followed by its empty cell, boxes, hint or inline blanks; a
 * label followed by a label is the group above it; a row of years heads rows of amounts; 序号 heads a table
 * whose rows repeat. Gives the table as HTML with the places marked.
 */
export function readFormTable(
  rows: readonly (readonly GridCell[])[],
  above: readonly string[],
  builder: FormBuilder,
  caption = '',
  headingUnit?: string,
): string {
  const shown: Shown[][] = [];
  const reader = new TableRows(above, builder, headingUnit);
  const width = Math.max(0, ...rows.flatMap((row) => row.map((cell) => cell.col + cell.colSpan)));
  let years: number[] | undefined;
  /** A column beside the names of the rows holds their units. */
  let units = false;
  let repeating = false;
  let skipped = 0;
  for (const [r, row] of rows.entries()) {
    if (skipped > 0) {
      skipped--;
      continue;
    }
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
    const carriedHere = reader.labelsBefore(first.cell.col, r);

    const stated = texts.flatMap((text) => yearOf(text) ?? []).map(Number);
    const list = stated.length < 2 ? rowTableAt(rows, r) : undefined;
    const under = [...above, ...reader.section];
    if (list) {
      const title = list.title
        ? textOf(list.title)
        : (carriedHere.at(-1) ?? reader.section.at(-1) ?? caption);
      for (const lines of readRowTable(list, rows, r, title, under, builder, reader.sums)) {
        if (lines.at === r) shown.pop();
        shown.push(lines.cells);
      }
      skipped = list.head + list.body - 1;
      years = undefined;
      reader.section = [];
      continue;
    }
    const serial = texts.findIndex((text) => /^序\s*号$/u.test(text));
    if (serial >= 0 && texts.length - serial > 2) {
      const label =
        texts.slice(0, serial).findLast((text) => !isHint(text)) ??
        carriedHere.at(-1) ??
        (caption || (above.at(-1) ?? ''));
      const columns = filled.slice(serial + 1);
      const { key, columns: keys } = builder.table(
        label,
        [...above, ...reader.section],
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
    if (stated.length >= 2) {
      years = stated;
      units = texts.findIndex((text) => /^(?:计量)?单\s*位$/u.test(text)) === 1;
      for (const one of filled) one.head = true;
      continue;
    }
    const [, beside = ''] = texts;
    const told = years && units && beside.length <= 12 ? beside : undefined;
    const unit = filled.length === 2 ? (unitAlone(beside) ?? told) : undefined;
    if (years && (filled.length === 1 || unit !== undefined)) {
      const last = filled.at(-1) ?? first;
      const rest = cells.slice(cells.indexOf(last) + 1).filter(({ cell }) => textOf(cell) === '');
      const key = rest.length >= years.length ? builder.years(texts[0] ?? '', under, years, unit) : undefined;
      if (key) {
        first.head = true;
        for (const [i, year] of years.entries()) rest[i]!.html = `{{${key}.${year}}}`;
        continue;
      }
    }
    years = undefined;
    const only = texts[0] ?? '';
    const spansAll = first.cell.colSpan >= width && width > 1;
    const next = rows[r + 1];
    if (filled.length === 1 && spansAll && !tick.test(only) && isWritten(first.cell, next)) {
      if (numberOf(only)) reader.section = [];
      const empty = next?.every((cell) => textOf(cell) === '');
      const limit = wordLimit(only);
      const key = builder.plain({
        label: first.cell.paras[0] ?? only,
        under: [...above, ...reader.section],
        type: 'long-text',
        ...(limit !== undefined && { limit }),
      });
      if (key) {
        first.html = empty ? escaped(only) : `${escaped(only)}<p>{{${key}}}</p>`;
        if (next && empty) {
          shown.push(next.map((cell, i) => ({ cell, html: i === 0 ? `{{${key}}}` : '', head: false })));
          skipped = 1;
        }
        continue;
      }
    }
    if (
      filled.length === 1 &&
      !isHint(only) &&
      !tick.test(only) &&
      !/[:：]/u.test(only.replace(/[（(]单位[:：][^（）()]*[）)]/gu, '')) &&
      !isProse(only) &&
      !dateTemplate.test(only) &&
      (spansAll || /信息$/u.test(only))
    ) {
      first.head = true;
      reader.openSection(cleanLabel(only), printedUnit(only) ?? headingUnit);
      continue;
    }
    const signed = reader.readSigned(row, next);
    if (signed) {
      for (const one of cells) one.head = true;
      shown.push(signed);
      skipped = 1;
    } else if (reader.headsColumns(row, next)) for (const one of cells) one.head = true;
    else reader.read(cells, r);
  }
  reader.settle();
  return printTable(shown);
}
