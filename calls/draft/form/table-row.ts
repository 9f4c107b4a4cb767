import type { GridCell } from '../pieces.ts';
import { numberOf, tick } from '../pieces.ts';
import { unboxedOptions } from './boxes.ts';
import type { FormBuilder } from './builder.ts';
import { readParas } from './cell-paras.ts';
import { isDates, isGroup, isHint, isProse, isTemplate, type Shown, templateType, textOf } from './cells.ts';
import { dateTemplate, escaped, hint, yesNo } from './inline.ts';
import { cleanLabel, wordLimit } from './labels.ts';
import { TableBoxes } from './table-boxes.ts';
import { printedUnit, unitAlone } from './units.ts';

/** What an address begins with is printed, and the rest written behind it. */
const addressStart = /^(?:https?:\/\/|www\.)\s*$/u;

/** A label that stands over what follows, and the row that ends its cell. */
interface Carried {
  readonly label: string;
  readonly until: number;
  /** It was printed over several rows, and ends with them. */
  readonly spans: boolean;
}

/** Reads the rows of a table that ask cell by cell; what stands over later rows is kept between them. */
export class TableRows {
  /** Labels of rows that stand by themselves above what follows. */
  section: string[] = [];
  /** Unit that the heading above states for the sums below it. */
  sums: string | undefined;
  private readonly boxes: TableBoxes;
  private readonly carried = new Map<number, Carried>();
  private columns: readonly GridCell[] = [];
  private readonly above: readonly string[];
  private readonly builder: FormBuilder;

  constructor(above: readonly string[], builder: FormBuilder, sums: string | undefined) {
    this.above = above;
    this.builder = builder;
    this.sums = sums;
    this.boxes = new TableBoxes(builder);
  }

  /** Labels that stand above in columns before this one. */
  labelsBefore(column: number, row: number): string[] {
    return [...this.carried]
      .filter(([col, { until, spans }]) => col < column && !(spans && until <= row))
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one.label);
  }

  /** A row that heads all below it ends what stood above. */
  openSection(title: string, sums: string | undefined): void {
    this.section = [title];
    this.sums = sums;
    this.carried.clear();
    this.columns = [];
  }

  /**
   * `成果供给方 | 成果承接方` over pairs of a label and its cell: each heads the pairs below it, down to the first row that
   * keeps to other columns.
   */
  headsColumns(row: readonly GridCell[], next: readonly GridCell[] | undefined): boolean {
    const fits = (below: readonly GridCell[]) =>
      row.every(({ col, colSpan }) => {
        const within = below.filter((cell) => cell.col >= col && cell.col < col + colSpan);
        const [label, ...values] = within;
        return (
          label?.col === col &&
          isHead(label) &&
          values.length > 0 &&
          values.every((one) => textOf(one) === '')
        );
      });
    const heads = row.length >= 2 && row.every((cell) => cell.colSpan >= 2 && isHead(cell));
    if (!heads || next === undefined || !fits(next)) return false;
    this.columns = row;
    this.carried.clear();
    return true;
  }

  /** `申报单位意见 | 主管部门意见` over cells for seal and date: each opinion is written above these. Gives the cells below. */
  readSigned(row: readonly GridCell[], next: readonly GridCell[] | undefined): Shown[] | undefined {
    const signed =
      next !== undefined &&
      row.length >= 2 &&
      row.every(isHead) &&
      row.every(({ col }) => next.some((cell) => cell.col === col && textOf(cell) !== '' && isDates(cell)));
    if (!signed) return undefined;
    return next.map((cell) => {
      const label = textOf(row.find(({ col }) => col === cell.col) ?? cell);
      const under = [...this.above, ...this.section];
      const key = this.builder.plain({ label, under });
      const paras = readParas(cell.paras, { under, label }, this.builder);
      return { cell, html: `${key ? `<p>{{${key}}}</p>` : ''}${paras}`, head: false };
    });
  }

  /** The label above the column that a row's cell stands in; a row that keeps to other columns ends these. */
  private columnHead(cell: GridCell): string[] {
    const head = this.columns.find(({ col, colSpan }) => cell.col >= col && cell.col < col + colSpan);
    if (head && cell.col + cell.colSpan > head.col + head.colSpan) this.columns = [];
    return this.columns.length > 0 && head ? [textOf(head)] : [];
  }

  settle(): void {
    this.boxes.settle();
  }

  read(cells: readonly Shown[], r: number): void {
    let carriedHere = this.labelsBefore(firstFilled(cells), r);
    let groups: GridCell[] = [];
    let heads: string[] = [];
    /** Whether a value was met since the last group: the next group then stands beside that one. */
    let met = false;
    let pending: Shown | undefined;
    let reached = cells[0]?.cell.col ?? 0;
    const under = () =>
      [...this.above, ...this.section, ...heads, ...carriedHere, ...groups.map(textOf)].filter(
        (one) => cleanLabel(one) !== '其中',
      );
    for (const [c, one] of cells.entries()) {
      heads = this.columnHead(one.cell);
      const text = textOf(one.cell);
      if (one.cell.col > reached) {
        // A label from above stands in the gap: the group of what follows.
        const between = [...this.carried].filter(([col]) => col >= reached && col < one.cell.col);
        if (between.length > 0) {
          carriedHere = between.map(([, { label }]) => label);
          groups = [];
        }
      }
      reached = one.cell.col + one.cell.colSpan;
      if (text === '' && pending) met = true;
      const label = pending && textOf(pending.cell);
      const place = (more: { limit?: number; unit?: string; type?: 'date' | 'span' } = {}) =>
        label === undefined ? undefined : this.builder.plain({ label, under: under(), ...over(), ...more });
      const over = () => {
        const unit = printedUnit(groups.map(textOf).at(-1) ?? carriedHere.at(-1) ?? '') ?? this.sums;
        return unit === undefined ? {} : { over: unit };
      };
      const laterLabel = () =>
        cells
          .slice(c + 1)
          .some(({ cell }) => textOf(cell) !== '' && !isHint(textOf(cell)) && !tick.test(textOf(cell)));
      const boxesOf = (shown: Shown, words: string, continued: boolean) => {
        const { col, row } = shown.cell;
        const spanned = [...this.carried].some(([from, { until }]) => from < col && until > row);
        const headings = this.above.length + this.section.length;
        const setting = { label, under: under(), carried: carriedHere, headings, spanned, continued };
        const over = pending;
        this.boxes.read(shown, words, setting, () => over && this.carry(over.cell));
      };
      const right = cells[c + 1];
      // The printed pattern of the value, XX年XX月, marks the cell that is meant.
      if (text === '' && pending && right && isTemplate(textOf(right.cell))) continue;
      // A running number beside a label names nothing.
      if (/^\d{1,2}$/u.test(text) && !pending && right && textOf(right.cell) !== '') continue;
      const chapters = chaptersIn(one.cell.paras);
      if (chapters) {
        const path = label === undefined ? under() : [...under(), label];
        const shown = chapters.map((chapter) => {
          const limit = wordLimit(chapter);
          const more = { type: 'long-text' as const, ...(limit !== undefined && { limit }) };
          const key = this.builder.plain({ label: nameOfChapter(chapter), under: path, ...more });
          return `<p>${escaped(chapter)}</p>${key ? `<p>{{${key}}}</p>` : ''}`;
        });
        one.html = shown.join('');
        pending = undefined;
      } else if (text === '') {
        // Labels without a gap between them are the heads of columns.
        if (label === undefined || groups.length >= 3 || (isGroup(cleanLabel(label)) && laterLabel()))
          continue;
        const key = place();
        if (key) one.html = `{{${key}}}`;
        pending = undefined;
      } else if (tick.test(text) || yesNo.test(text)) {
        boxesOf(one, text, this.boxes.continue(cells, c));
        pending = undefined;
      } else if (
        label !== undefined &&
        // 1、智能化产品 beside boxes names these.
        !(right && tick.test(textOf(right.cell))) &&
        unboxedOptions(text, label) !== undefined
      ) {
        const boxed = unboxedOptions(text, label) ?? '';
        boxesOf(one, boxed, false);
        pending = undefined;
      } else if (pending && /^(?:备注|注)[:：]/u.test(text)) {
        // A remark on the rows below, not on a value beside it.
        this.carry(pending.cell);
        one.html = hint(text);
        pending = undefined;
      } else if (label !== undefined && unitAlone(text) !== undefined) {
        const key = place({ unit: unitAlone(text) ?? '' });
        if (key) one.html = `{{${key}}}${escaped(text)}`;
        pending = undefined;
      } else if (
        isHint(text) ||
        (isTemplate(text) && !signedBeside(label, one.cell)) ||
        addressStart.test(text)
      ) {
        const limit = wordLimit(text);
        const key = place({ ...(limit !== undefined && { limit }), ...templateType(text) });
        if (key) one.html = isTemplate(text) && !isHint(text) ? `{{${key}}}` : `${hint(text)} {{${key}}}`;
        pending = undefined;
      } else if (/[_＿]{2,}/u.test(text) || /[:：](?:\s|$)/mu.test(text) || dateTemplate.test(text)) {
        // 学院意见 beside a seal and a date is written in above these; 负责人签字 beside a date is signed there.
        const asks =
          label !== undefined && (/意见|评语|结论|评价$/u.test(label) || signedBeside(label, one.cell));
        const key = asks ? place() : undefined;
        const paras = readParas(
          one.cell.paras,
          { under: under(), ...(label !== undefined && { label }) },
          this.builder,
        );
        one.html = key ? `<p>{{${key}}}</p>${paras}` : paras;
        // 主要成效 beside three rows stands over the second and third as well.
        if (pending && pending.cell.rowSpan > 1) this.carry(pending.cell);
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
          this.carry(pending.cell);
        }
        for (const [col, { until }] of this.carried)
          if (col >= one.cell.col && until <= r) this.carried.delete(col);
        pending = one;
        one.head = true;
      }
    }
  }

  private carry(cell: GridCell): void {
    this.carried.set(cell.col, {
      label: textOf(cell),
      until: cell.row + cell.rowSpan,
      spans: cell.rowSpan > 1,
    });
  }
}

const isHead = (cell: GridCell) => {
  const text = textOf(cell);
  return (
    text !== '' &&
    text.length <= 16 &&
    !tick.test(text) &&
    !isProse(text) &&
    !isHint(text) &&
    !/[:：_]/u.test(text)
  );
};

/** `（一）背景和意义 （二）关键问题` in one cell: each is written below its name. */
function chaptersIn(paras: readonly string[]): readonly string[] | undefined {
  const fit = paras.every((para) => {
    const name = nameOfChapter(para);
    return (
      numberOf(para) !== undefined && name.length >= 2 && name.length <= 20 && !/[，。；：:_＿]/u.test(name)
    );
  });
  return paras.length >= 2 && fit && !paras.some((para) => tick.test(para)) ? paras : undefined;
}
const nameOfChapter = (para: string) =>
  cleanLabel((numberOf(para)?.rest ?? '').replace(/[（(][^（）()]*[）)]\s*[:：]?$/u, ''));

/** 负责人签字 beside a date: the date is not all that is written there. */
const signedBeside = (label: string | undefined, cell: GridCell) =>
  label !== undefined && /签[字名章]/u.test(label) && isDates(cell);

const firstFilled = (cells: readonly Shown[]) => cells.find(({ cell }) => textOf(cell) !== '')?.cell.col ?? 0;
