import { createWriteStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { ResultsHead, ResultsTail } from '../to-results.ts';
import type { Told } from '../told.ts';
import type { Row, Sheet } from './sheet.ts';
import { sheetOptions, writeRow, writeTitles } from './sheet-writer.ts';
import { sheets } from './sheets.ts';
import type { Speaker } from './speaker.ts';

/** Rows written before what they came to is given time to be packed and to leave memory. */
const atOnce = 50;

/**
 * `初审结果.xlsx`: overview, findings, the checklist for a person, fields, repeats, batch checks, files and problems,
 * each row filterable. `rowsOf` tells the rows of all filings on a sheet, in order; no sheet is in memory as a whole.
 */
export async function writeWorkbook(
  path: string,
  { head, tail }: { readonly head: ResultsHead; readonly tail: ResultsTail },
  told: Told,
  rowsOf: (sheet: Sheet) => AsyncIterable<Row>,
  speaker: Speaker,
): Promise<void> {
  const { default: Excel } = await import('exceljs');
  const file = createWriteStream(path);
  let failure: Error | undefined;
  const written = new Promise<void>((done, fail) => {
    file.on('close', () => (failure ? fail(failure) : done()));
    file.on('error', (error) => {
      failure = error;
    });
  });
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  workbook.creator = 'chushen';
  workbook.created = new Date(head.run.finishedAt);
  for (const sheet of sheets) {
    const shown = sheet.columns.map(({ when }) => when?.(told) ?? true);
    const target = workbook.addWorksheet(speaker.say(sheet.name), sheetOptions);
    const columns = sheet.columns.filter((_, i) => shown[i]);
    writeTitles(
      target,
      columns.map(({ title, width }) => ({ title: speaker.say(title), width })),
    );
    const choices = new Map(
      columns.flatMap((column, i) =>
        column.choices ? [[i, column.choices.map((text) => speaker.say(text))] as const] : [],
      ),
    );
    let rows = 0;
    const write = async (row: Row) => {
      writeRow(
        target,
        row.filter((_, i) => shown[i]),
        choices,
      );
      if (++rows % atOnce === 0) await setImmediate();
      if (failure) throw failure;
    };
    for await (const row of rowsOf(sheet)) await write(row);
    for (const row of sheet.rowsBehind(tail, told, speaker)) await write(row);
    target.commit();
  }
  await Promise.all([workbook.commit(), written]);
}
