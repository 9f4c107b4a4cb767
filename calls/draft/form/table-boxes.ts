import { tick } from '../pieces.ts';
import type { FormBuilder } from './builder.ts';
import type { Shown } from './cells.ts';
import { textOf } from './cells.ts';
import { escaped, readTicks, readYesNo, tickPlaces } from './inline.ts';
import { cleanLabel } from './labels.ts';
import { settleRuns, type TickRun } from './tick-runs.ts';

/** Where a cell with boxes stands. */
export interface BoxSetting {
  /** The label beside the cell. */
  readonly label: string | undefined;
  readonly under: readonly string[];
  readonly carried: readonly string[];
  /** How many of the labels above are headings of the form. */
  readonly headings: number;
  /** A label from above spans this row. */
  readonly spanned: boolean;
  /** The boxes go on with those of the row above. */
  readonly continued: boolean;
}

/** `1.责任制：☐有 ☐无` and `2.操作规程：☐有 ☐无` in one cell: each line asks by itself. */
function questionsIn(paras: readonly string[]): readonly string[] | undefined {
  if (paras.length < 2) return undefined;
  const asks = paras.every((para) => {
    const { head, ticked } = readTicks(para);
    return tick.test(para) && ticked.length >= 2 && cleanLabel(head).length >= 2;
  });
  return asks ? paras : undefined;
}

/** The tick boxes of a table, taken down cell by cell; neighbours of one label become one field at the end. */
export class TableBoxes {
  private readonly runs: TickRun[] = [];
  private readonly builder: FormBuilder;

  constructor(builder: FormBuilder) {
    this.builder = builder;
  }

  settle(): void {
    settleRuns(this.runs, this.builder);
  }

  /** Where a text prints no spans, empty cells before the boxes stand for the label of the boxes right above. */
  continue(cells: readonly Shown[], c: number): boolean {
    const before = cells.slice(0, c);
    const row = cells[c]?.cell.row ?? 0;
    return (
      before.length > 0 &&
      before.every(({ cell }) => textOf(cell) === '') &&
      this.runs.at(-1)?.cells.at(-1)?.shown.cell.row === row - 1
    );
  }

  /** `carry` is called where the label beside the cell stands over what follows. */
  read(one: Shown, text: string, at: BoxSetting, carry: () => void): void {
    const { label, under, builder } = { ...at, builder: this.builder };
    const answer = readYesNo(text, { under, ...(label !== undefined && { label }) }, builder);
    if (answer) {
      one.html = answer;
      return;
    }
    const questions = questionsIn(one.cell.paras);
    if (questions) {
      const path = label === undefined ? under : [...under, label];
      carry();
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
    const last = this.runs.at(-1);
    const named = cleanLabel(head) !== '' ? head : label;
    const beside = last?.cells.some(({ shown }) => shown.cell.row === one.cell.row);
    // Boxes that nothing names are named by what they offer.
    const own =
      named ??
      (at.spanned || beside || at.continued
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
    carry();
    this.runs.push({
      path: path.length > 0 ? path : at.carried,
      headings: at.headings,
      cells: [{ shown: one, head, ticked }],
    });
  }
}
