import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { docx, p, tbl, tc, tr } from '../extractors/word/docx/testing.ts';
import { chushen, scratch } from './command.ts';
import { filled, folderOf, screened, type Values } from './filled.ts';

const call = 'miit-2021-app-solutions';
const first: Values = {
  solution_name: '面向水泥窑炉的能效优化工业APP',
  applicant: '江苏华兴智能科技有限公司',
  recommending_unit: '江苏省工业和信息化厅',
  credit_code: '9144030071526726XG',
  contact: '张三',
  contact_mobile: '13800000001',
  category: '行业通用工业APP',
  registered_capital: '5000',
};
const second: Values = {
  ...first,
  solution_name: '纺织供应链协同解决方案',
  applicant: '苏州恒驰软件有限公司',
  credit_code: '91110108551385082Q',
  contact: '李四',
  contact_mobile: '13800000002',
  category: '企业专用工业APP',
};
const sound = { '华兴.html': filled(call, first), '恒驰.html': filled(call, second) };
/** The same two filings for most tests, read once into one store: what is tested are the lists. */
const filings = folderOf(sound);
const office = scratch();

async function workbook(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('汇总表');
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const header = ['推荐排序', '申报单位', '解决方案名称', '申报类别', '联系人', '联系电话', '推荐单位'];
const row = (rank: string, of: Values, more: Values = {}) => {
  const values = { ...of, ...more };
  return [
    rank,
    ...['applicant', 'solution_name', 'category', 'contact', 'contact_mobile', 'recommending_unit'].map(
      (key) => values[key] ?? '',
    ),
  ];
};

function findingOf(results: Awaited<ReturnType<typeof screened>>['results'], name: string, rule: string) {
  const filing = results.filings.find(({ file }) => file.endsWith(name));
  return filing?.findings.find((finding) => finding.rule === rule);
}
const batchOf = (results: Awaited<ReturnType<typeof screened>>['results'], rule: string) =>
  results.batch.findings.filter((finding) => finding.rule === rule);

test('a summary sheet that agrees passes; names may be written otherwise', async () => {
  const sheet = await workbook([
    ['2021年工业互联网APP应用解决方案报送信息汇总表'],
    header,
    row('1', second),
    row('2', first, { recommending_unit: '江苏省工信厅（盖章）', category: '3.行业通用工业 APP' }),
  ]);
  const folder = folderOf(sound);
  // As it often comes: among the filings it lists.
  writeFileSync(join(folder, '汇总表.xlsx'), sheet);
  const { run, results } = await screened(call, [folder], ['--summary', join(folder, '汇总表.xlsx')]);
  expect(results.filings).toHaveLength(2);
  expect(run.code, run.stderr).toBe(0);
  for (const name of ['华兴.html', '恒驰.html']) {
    expect(findingOf(results, name, 'in-summary')?.verdict).toBe('pass');
    expect(findingOf(results, name, 'summary-agrees')).toMatchObject({ verdict: 'pass' });
  }
  expect(batchOf(results, 'summary-sheet').map(({ verdict }) => verdict)).toEqual(['pass']);
});

test('differences name both values, and cite clause and both places', async () => {
  const table = tbl(
    ...[
      header,
      row('1', first, {
        contact: '王五',
        category: '基础共性工业APP',
        solution_name: '水泥窑炉能效优化APP系统',
      }),
      row('1', { ...second, applicant: '没有申报书的有限公司', solution_name: '没有申报书的方案' }),
    ].map((cells) => tr(...cells.map((cell) => tc(p(cell))))),
  );
  const lists = folderOf({ '汇总表.docx': await docx(p('汇总表') + table) });
  const { results, out } = await screened(call, [filings], ['--summary', join(lists, '汇总表.docx')], office);
  const agrees = findingOf(results, '华兴.html', 'summary-agrees');
  expect(agrees).toMatchObject({ verdict: 'fail', clause: { ref: '三（二）' } });
  expect(agrees?.message).toMatch(/联系人.*·姓名”申报书为“张三”，推荐汇总表为“王五”/u);
  expect(agrees?.message).toContain('“申报类别”申报书为“行业通用工业APP”，推荐汇总表为“基础共性工业APP”');
  expect(
    agrees?.evidence.filter((place) => place.file?.endsWith('汇总表.docx')).length,
  ).toBeGreaterThanOrEqual(2);
  expect(agrees?.evidence.some((place) => place.file === undefined)).toBe(true);
  expect(findingOf(results, '恒驰.html', 'in-summary')?.verdict).toBe('fail');
  const batch = batchOf(results, 'summary-sheet');
  expect(batch.every(({ verdict }) => verdict === 'fail')).toBe(true);
  const said = batch.map(({ message }) => message).join('\n');
  expect(said).toMatch(/1份申报书未列入推荐汇总表：“纺织供应链协同解决方案”/u);
  expect(said).toMatch(/1行未见申报书：第3行“没有申报书的有限公司 没有申报书的方案”/u);
  expect(said).toMatch(/第2、3行排序重复/u);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('《汇总表.docx》');
});

test('over the quota, those behind it by the sheet fall out; without a sheet nobody can tell', async () => {
  const many = Array.from({ length: 6 }, (_, i) => ({
    ...first,
    applicant: `中国钢研科技集团第${'甲乙丙丁戊己'.charAt(i)}材料有限公司`,
    solution_name: `${['高炉', '轧机', '连铸', '焦炉', '烧结', '炼钢'][i]}能效优化工业APP`,
    credit_code: '',
    recommending_unit: '中国钢铁工业协会',
  }));
  const folder = folderOf(Object.fromEntries(many.map((one, i) => [`${i}.html`, filled(call, one)])));
  const store = scratch();
  const without = await screened(call, [folder], [], store);
  expect(batchOf(without.results, 'quota')[0]?.message).toContain('推荐顺序不明');
  expect(batchOf(without.results, 'summary-sheet')).toMatchObject([{ verdict: 'unknown', manual: true }]);
  const ranks = ['3', '6', '1', '2', '4', '5'];
  const html = `<table>${[header, ...many.map((one, i) => row(ranks[i]!, one))]
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`;
  const lists = folderOf({ '汇总表.html': html });
  const { results } = await screened(call, [folder], ['--summary', join(lists, '汇总表.html')], store);
  const [quota] = batchOf(results, 'quota');
  expect(quota).toMatchObject({ verdict: 'fail' });
  expect(quota?.message).toContain('按推荐顺序超出的是“轧机能效优化工业APP”');
  expect(quota?.evidence).toMatchObject([{ path: 'tr[3]' }]);
});

test('the registry is compared field by field; who is not in it has not registered', async () => {
  const csv = [
    '单位名称,统一社会信用代码,解决方案名称,注册资本（万元）,联系人姓名,手机,申报类别',
    `${first.applicant},${first.credit_code},${first.solution_name},5000万元,张三,138-0000-0001,行业通用工业APP`,
  ].join('\n');
  const changed = csv.replace('5000万元', '500');
  const lists = folderOf({ 'a.csv': csv, 'b.csv': changed });
  const { results } = await screened(call, [filings], ['--registry', join(lists, 'a.csv')], office);
  expect(findingOf(results, '华兴.html', 'online-agrees')).toMatchObject({ verdict: 'pass' });
  expect(findingOf(results, '华兴.html', 'in-registry')?.verdict).toBe('pass');
  expect(findingOf(results, '恒驰.html', 'in-registry')?.verdict).toBe('fail');
  expect(findingOf(results, '恒驰.html', 'online-agrees')?.verdict).toBe('unknown');
  const other = await screened(call, [filings], ['--registry', join(lists, 'b.csv'), '--lang', 'en'], office);
  const differs = findingOf(other.results, '华兴.html', 'online-agrees');
  expect(differs).toMatchObject({ verdict: 'fail', consequence: 'mend' });
  expect(differs?.message).toContain('"5,000 万元" in the filing and "500" in the online registry');
});

test.each([
  [['--summary', '/nowhere/a.xlsx'], call, '/nowhere/a.xlsx'],
  [['--registry', 'x.csv'], 'miit-2022-pilots', 'list: registry'],
])('%j is wrong use', async (flags, id, said) => {
  const run = await chushen(['screen', filings, '--call', id, ...flags]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(said);
});
