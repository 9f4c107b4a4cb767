import type { GridCell } from '../pieces.ts';
import { numberOf, tick } from '../pieces.ts';
import { unboxedOptions } from './boxes.ts';
import type { FormBuilder } from './builder.ts';
import { readParas } from './cell-paras.ts';
import {
  isDates,
  isGroup,
  isHint,
  isProse,
  isTemplate,
  isWritten,
  printTable,
  type Shown,
  templateType,
  textOf,
  yearOf,
} from './cells.ts';
import { dateTemplate, escaped, hint, readTicks, readYesNo, tickPlaces, yesNo } from './inline.ts';
import { cleanLabel, wordLimit } from './labels.ts';
import { readRowTable } from './read-row-table.ts';
import { rowTableAt } from './row-table.ts';
import { settleRuns, type TickRun } from './tick-runs.ts';
import { printedUnit, unitAlone } from './units.ts';

/** What an address begins with is printed, and the rest written behind it. */
const addressStart = /^(?:https?:\/\/|www\.)\s*$/u;

/** `1.责任制：☐有 ☐无` and `2.操作规程：☐有 ☐无` in one cell: each line asks by itself. */
function questionsIn(paras: readonly string[]): readonly string[] | undefined {
  if (paras.length < 2) return undefined;
  const asks = paras.every((para) => {
    const { head, ticked } = readTicks(para);
    return tick.test(para) && ticked.length >= 2 && cleanLabel(head).length >= 2;
  });
  return asks ? paras : undefined;
}

/** A label that stands over what follows, and the row that ends its cell. */
interface Carried {
  readonly label: string;
  readonly until: number;
}

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
  const runs: TickRun[] = [];
  const carried = new Map<number, Carried>();
  const width = Math.max(0, ...rows.flatMap((row) => row.map((cell) => cell.col + cell.colSpan)));
  let years: number[] | undefined;
  let repeating = false;
  let section: string[] = [];
  /** Unit that the heading above states for the sums below it. */
  let sums = headingUnit;

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
    const carriedHere = [...carried]
      .filter(([col]) => col < first.cell.col)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one.label);

    const stated = texts.flatMap((text) => yearOf(text) ?? []).map(Number);
    const list = stated.length < 2 ? rowTableAt(rows, r) : undefined;
    const under = [...above, ...section];
    if (list) {
      const title = list.title ? textOf(list.title) : (carriedHere.at(-1) ?? section.at(-1) ?? caption);
      for (const lines of readRowTable(list, rows, r, title, under, builder)) {
        if (lines.at === r) shown.pop();
        shown.push(lines.cells);
      }
      skipped = list.head + list.body - 1;
      years = undefined;
      section = [];
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
    if (stated.length >= 2) {
      years = stated;
      for (const one of filled) one.head = true;
      continue;
    }
    const unit = filled.length === 2 ? unitAlone(texts[1] ?? '') : undefined;
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
      if (numberOf(only)) section = [];
      const empty = next?.every((cell) => textOf(cell) === '');
      const limit = wordLimit(only);
      const key = builder.plain({
        label: first.cell.paras[0] ?? only,
        under: [...above, ...section],
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
      (spansAll || /信息$/u.test(only))
    ) {
      first.head = true;
      section = [cleanLabel(only)];
      sums = printedUnit(only) ?? headingUnit;
      carried.clear();
      continue;
    }
    readRow(cells, carriedHere, r);
  }
  settleRuns(runs, builder);
  return printTable(shown);

  function readRow(cells: readonly Shown[], first: readonly string[], r: number): void {
    let carriedHere = first;
    let groups: GridCell[] = [];
    /** Whether a value was met since the last group: the next group then stands beside that one. */
    let met = false;
    let pending: Shown | undefined;
    let reached = cells[0]?.cell.col ?? 0;
    const under = () =>
      [...above, ...section, ...carriedHere, ...groups.map(textOf)].filter(
        (one) => cleanLabel(one) !== '其中',
      );
    for (const [c, one] of cells.entries()) {
      const text = textOf(one.cell);
      if (one.cell.col > reached) {
        // A label from above stands in the gap: the group of what follows.
        const between = [...carried].filter(([col]) => col >= reached && col < one.cell.col);
        if (between.length > 0) {
          carriedHere = between.map(([, { label }]) => label);
          groups = [];
        }
      }
      reached = one.cell.col + one.cell.colSpan;
      if (text === '' && pending) met = true;
      const label = pending && textOf(pending.cell);
      const place = (more: { limit?: number; unit?: string; type?: 'date' | 'span' } = {}) =>
        label === undefined ? undefined : builder.plain({ label, under: under(), ...over(), ...more });
      const over = () => {
        const unit = printedUnit(groups.map(textOf).at(-1) ?? carriedHere.at(-1) ?? '') ?? sums;
        return unit === undefined ? {} : { over: unit };
      };
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
        readBoxes(one, text, label, under(), carriedHere, pending, continues(cells, c));
        pending = undefined;
      } else if (
        label !== undefined &&
        // 1、智能化产品 beside boxes names these.
        !(right && tick.test(textOf(right.cell))) &&
        unboxedOptions(text, label) !== undefined
      ) {
        const boxed = unboxedOptions(text, label) ?? '';
        readBoxes(one, boxed, label, under(), carriedHere, pending, false);
        pending = undefined;
      } else if (pending && /^(?:备注|注)[:：]/u.test(text)) {
        // A remark on the rows below, not on a value beside it.
        carry(pending.cell);
        one.html = hint(text);
        pending = undefined;
      } else if (label !== undefined && unitAlone(text) !== undefined) {
        const key = place({ unit: unitAlone(text) ?? '' });
        if (key) one.html = `{{${key}}}${escaped(text)}`;
        pending = undefined;
      } else if (isHint(text) || isTemplate(text) || addressStart.test(text)) {
        const limit = wordLimit(text);
        const key = place({ ...(limit !== undefined && { limit }), ...templateType(text) });
        if (key) one.html = isTemplate(text) && !isHint(text) ? `{{${key}}}` : `${hint(text)} {{${key}}}`;
        pending = undefined;
      } else if (/[_＿]{2,}/u.test(text) || /[:：](?:\s|$)/mu.test(text) || dateTemplate.test(text)) {
        // 学院意见 beside a seal and a date is written in above these; 负责人签字 beside a date is signed there.
        const asks =
          label !== undefined &&
          (/意见|评语/u.test(label) || (/签[字名章]/u.test(label) && isDates(one.cell)));
        const key = asks ? place() : undefined;
        const paras = readParas(
          one.cell.paras,
          { under: under(), ...(label !== undefined && { label }) },
          builder,
        );
        one.html = key ? `<p>{{${key}}}</p>${paras}` : paras;
        pending = undefined;
      } else if (isProse(text)) {
        const limit = wordLimit(text);
        const asks = limit !== undefined || /^(?:请|包括|填写|简要|主要|重点|围绕|从)/u.test(text);
        const key = asks ? place(limit === undefined ? {} : { limit }) : undefined;
        if (key) one.html = `${hint(text)}<p>{{${key}}}</p>`;
        pending = undefined;
      } else {
        if (pending) {
          const { rowSpan } = pending.cell;
          if (met) groups = groups.filter((group) => group.rowSpan > rowSpan);
          met = false;
          groups.push(pending.cell);
          carry(pending.cell);
        }
        for (const [col, { until }] of carried) if (col >= one.cell.col && until <= r) carried.delete(col);
        pending = one;
        one.head = true;
      }
    }
  }

  function carry(cell: GridCell): void {
    carried.set(cell.col, { label: textOf(cell), until: cell.row + cell.rowSpan });
  }

  /** Where a text prints no spans, empty cells before the boxes stand for the label of the boxes right above. */
  function continues(cells: readonly Shown[], c: number): boolean {
    const before = cells.slice(0, c);
    const row = cells[c]?.cell.row ?? 0;
    return (
      before.length > 0 &&
      before.every(({ cell }) => textOf(cell) === '') &&
      runs.at(-1)?.cells.at(-1)?.shown.cell.row === row - 1
    );
  }

  function readBoxes(
    one: Shown,
    text: string,
    label: string | undefined,
    under: readonly string[],
    carriedHere: readonly string[],
    pending: Shown | undefined,
    continued: boolean,
  ): void {
    const answer = readYesNo(text, { under, ...(label !== undefined && { label }) }, builder);
    if (answer) {
      one.html = answer;
      return;
    }
    const questions = questionsIn(one.cell.paras);
    if (questions) {
      const path = label === undefined ? under : [...under, label];
      if (pending) carry(pending.cell);
      const lines = questions.map((question) => {
        const read = readTicks(question);
        const key = builder.ticks(
          read.head,
          path,
          read.ticked.map(({ option }) => option),
        );
        return key && `${escaped(read.head)} ${tickPlaces(key, read.ticked, { under: path }, builder)}`;
      });
      one.html = lines.map((line, i) => `<p>${line ?? escaped(questions[i] ?? '')}</p>`).join('');
      return;
    }
    const { head, ticked } = readTicks(text);
    const last = runs.at(-1);
    const named = cleanLabel(head) !== '' ? head : label;
    const spanned = [...carried].some(([col, { until }]) => col < one.cell.col && until > one.cell.row);
    const beside = last?.cells.some(({ shown }) => shown.cell.row === one.cell.row);
    // Boxes that nothing names are named by what they offer.
    const own =
      named ??
      (spanned || beside || continued
        ? undefined
        : ticked
            .map(({ option }) => option.text)
            .join('、')
            .slice(0, 40));
    if (own === undefined && last) {
      last.cells.push({ shown: one, head, ticked });
      return;
    }
    const path = own === undefined ? under : [...under, own];
    if (pending) carry(pending.cell);
    runs.push({
      path: path.length > 0 ? path : carriedHere,
      headings: above.length + section.length,
      cells: [{ shown: one, head, ticked }],
    });
  }
}
