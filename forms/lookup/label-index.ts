import type { FormField } from '../../calls/schema/form.ts';
import { type CellPlace, foldString, type Stream, type Unit } from '../align/stream.ts';
import type { Reading } from '../reading.ts';

/** A label comes back a few times in a form; each place is held against all cells of its table. */
const mostReadings = 200;

/**
 * Finds fields by their labels, for filings that do not follow the blank form word by word: the cell beside
 * or below a label cell, or the words behind `label：`.
 */
export class LabelIndex {
  private readonly stream: Stream;
  private readonly labels: ReadonlySet<string>;
  private readonly cellsByTable = new Map<unknown, Unit[]>();
  private readonly plainUnits: readonly string[];

  constructor(stream: Stream, fields: readonly FormField[]) {
    this.stream = stream;
    this.labels = new Set(fields.flatMap(labelsOf));
    this.plainUnits = stream.units.map((unit) => plainLabel(stream.folded.slice(unit.start, unit.end)));
    for (const unit of stream.units) {
      if (!unit.cell) continue;
      const list = this.cellsByTable.get(unit.cell.table);
      if (list) list.push(unit);
      else this.cellsByTable.set(unit.cell.table, [unit]);
    }
  }

  /** Where the field's value may stand, best first. */
  find(field: FormField): Reading[] {
    const wanted = labelsOf(field);
    const readings: Reading[] = [];
    this.stream.units.forEach((unit, index) => {
      if (readings.length >= mostReadings) return;
      const plain = this.plainUnits[index] ?? '';
      if (unit.cell && wanted.includes(plain)) {
        const beside = this.valueOf(unit.cell);
        if (beside)
          readings.push({
            field,
            start: beside.start,
            end: beside.end,
            trust: this.trust(field, unit, index),
          });
        return;
      }
      const inline = this.inline(unit, wanted);
      if (inline) readings.push({ field, ...inline, trust: this.trust(field, unit, index) - 0.02 });
    });
    return readings.sort((a, b) => b.trust - a.trust);
  }

  /** The cell whose text is one of the labels, for year rows and the like. */
  findCells(wanted: readonly string[]): Unit[] {
    return this.stream.units.filter((unit, i) => unit.cell && wanted.includes(this.plainUnits[i] ?? ''));
  }

  cellsOf(table: unknown): readonly Unit[] {
    return this.cellsByTable.get(table) ?? [];
  }

  isLabel(unit: Unit): boolean {
    return this.labels.has(plainLabel(this.stream.folded.slice(unit.start, unit.end)));
  }

  private valueOf({ table, cell }: CellPlace): Unit | undefined {
    const cells = this.cellsOf(table);
    const right = cells.find(
      (unit) =>
        unit.cell!.cell.col === cell.col + cell.colSpan &&
        unit.cell!.cell.row <= cell.row &&
        cell.row < unit.cell!.cell.row + unit.cell!.cell.rowSpan,
    );
    if (right && !this.isLabel(right)) return right;
    const below = cells.find(
      (unit) => unit.cell!.cell.row === cell.row + cell.rowSpan && unit.cell!.cell.col === cell.col,
    );
    return below && !this.isLabel(below) ? below : undefined;
  }

  /** `label：value` inside one unit, up to the next label of the form or the end of the unit. */
  private inline(unit: Unit, wanted: readonly string[]): { start: number; end: number } | undefined {
    const text = this.stream.folded.slice(unit.start, unit.end);
    if (!text.includes(':')) return undefined;
    for (const label of wanted) {
      // To look for the words first spares most units the pattern.
      if (!text.includes(label)) continue;
      const found = new RegExp(
        `(?:^|[。;,、)\\d□☐☑☒■√✓○●]|其中:?)${escapeRegex(label)}(?:\\([^)]{1,12}\\))?:`,
        'u',
      ).exec(text);
      if (!found) continue;
      const start = found.index + found[0].length;
      let end = text.length;
      for (const other of this.labels) {
        const next = text.indexOf(`${other}:`, start);
        if (next >= 0 && next < end) end = next;
      }
      return { start: unit.start + start, end: unit.start + end };
    }
    return undefined;
  }

  /** Higher when the labels it should stand under (联系人信息 over 姓名) are to the left or above. */
  private trust(field: FormField, unit: Unit, index: number): number {
    if (field.under.length === 0) return 0.95;
    const near = this.surroundings(unit, index);
    const met = field.under.filter((label) => near.some((text) => text.includes(foldString(label)))).length;
    return 0.6 + (0.35 * met) / field.under.length;
  }

  private surroundings(unit: Unit, index: number): string[] {
    if (!unit.cell) return this.plainUnits.slice(Math.max(0, index - 12), index);
    const { table, cell } = unit.cell;
    const above = this.cellsOf(table)
      .filter(({ cell: other }) => {
        const { row, rowSpan, col, colSpan } = other!.cell;
        const sameRow = row <= cell.row && cell.row < row + rowSpan && col < cell.col;
        const sameColumn = row + rowSpan <= cell.row && col <= cell.col && cell.col < col + colSpan;
        return sameRow || sameColumn;
      })
      .map((other) => this.stream.folded.slice(other.start, other.end));
    return above;
  }
}

/** The label and its aliases, folded and plain. */
export function labelsOf(field: { readonly label: string; readonly aliases: readonly string[] }): string[] {
  return [...new Set([field.label, ...field.aliases].map((label) => plainLabel(foldString(label))))];
}

/** A folded label without numbering, hints in brackets, units and closing punctuation. */
export function plainLabel(folded: string): string {
  return withoutBrackets(
    folded.replace(
      /^(\(?[一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|\(?\d{1,2}\)|\d{1,2}[.、](?!\d))+/u,
      '',
    ),
  ).replace(/(?<![:;,.。])[:;,.。]+$/u, '');
}

/** Hints in brackets may have brackets in them. */
export function withoutBrackets(folded: string): string {
  let text = folded;
  for (let depth = 0; depth < deepest; depth++) {
    const less = text.replace(/\([^()]{0,400}\)/gu, '');
    if (less === text) break;
    text = less;
  }
  return text;
}

const deepest = 3;

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
