import type ExcelJS from 'exceljs';
import type { Results } from '../../core/results.ts';
import type { ReportContext } from '../report-context.ts';
import { filesSheet } from './files-sheet.ts';
import { fillSheet, type Sheet } from './sheet.ts';
import {
  batchSheet,
  checklistSheet,
  fieldsSheet,
  findingsSheet,
  matchesSheet,
  overviewSheet,
  problemsSheet,
} from './sheets.ts';

/** `初审结果.xlsx`: overview, findings, the checklist for a person, fields, repeats, batch checks, files and problems, each row filterable. */
export async function writeWorkbook(results: Results, context: ReportContext): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs');
  const workbook: ExcelJS.Workbook = new Excel.Workbook();
  workbook.creator = 'chushen';
  workbook.created = new Date(results.run.finishedAt);
  const sheets: Sheet[] = [
    overviewSheet(results, context),
    findingsSheet(results, context),
    checklistSheet(results, context),
    fieldsSheet(results, context),
    matchesSheet(results, context),
    batchSheet(results, context),
    filesSheet(results, context),
    problemsSheet(results, context),
  ];
  for (const sheet of sheets) fillSheet(workbook.addWorksheet(sheet.name), sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
