import ExcelJS from 'exceljs';
import type { Pack, Role } from '../../calls/schema/index.ts';
import type { FieldValue } from '../../core/filing.ts';
import type { Sample } from './generate.ts';
import type { OfficeListPlan } from './profile.ts';

/** Rows of a list as the office would keep it: header first, then one row a filing with the planned faults. */
export function listRows(plan: OfficeListPlan, samples: readonly Sample[], pack: Pack): string[][] {
  const header = ['序号', ...plan.columns.map((key) => headerOf(key, pack))];
  const rows = samples.flatMap((sample, i) =>
    plan.without.includes(i)
      ? []
      : [plan.columns.map((key) => plan.differs[i]?.[key] ?? shown(sample.truth.fields[key]))],
  );
  if (plan.stray) {
    const stray: Partial<Record<Role, string>> = {
      applicant: '宁夏云岭新材料有限公司',
      title: '云岭炉窑节能改造',
    };
    rows.push(plan.columns.map((key) => stray[roleOf(key, pack) ?? 'contact'] ?? ''));
  }
  return [header, ...rows.map((row, i) => [String(plan.ranks[i] ?? i + 1), ...row])];
}

/** What lists call a column: the form's label, but the contact's by name. */
function headerOf(key: string, pack: Pack): string {
  const role = roleOf(key, pack);
  if (role === 'contact') return '联系人';
  if (role === 'phone') return '联系方式';
  return pack.form.fields.find((field) => field.key === key)?.label ?? key;
}

function roleOf(key: string, pack: Pack): Role | undefined {
  return pack.form.fields.find((field) => field.key === key)?.role;
}

function shown(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join('、') : String(value);
}

export async function writeXlsx(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('汇总表');
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}
