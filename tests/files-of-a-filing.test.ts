import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { docx, p } from '../extractors/word/docx/testing.ts';
import { filled, folderOf, screened, type Values } from './filled.ts';

const call = 'jiangsu-2022-benchmark-factory';
const first: Values = {
  project_name: '面向水泥窑炉的能效优化标杆工厂',
  company_name: '江苏华兴智能科技有限公司',
  recommending_unit: '南京市工业和信息化局',
  credit_code: '9144030071526726XG',
};
const second: Values = {
  ...first,
  project_name: '纺织供应链协同工厂',
  company_name: '苏州恒驰软件有限公司',
  credit_code: '91110108551385082Q',
};

const letter = (...lines: readonly string[]) => docx(lines.map((line) => p(line)).join(''));
type Screened = Awaited<ReturnType<typeof screened>>['results'];
const filingOf = (results: Screened, end: string) => results.filings.find(({ file }) => file.endsWith(end));
const verdictOf = (results: Screened, end: string, rule: string) =>
  filingOf(results, end)?.findings.find((finding) => finding.rule === rule)?.verdict;
const filesOf = (results: Screened, end: string) =>
  filingOf(results, end)?.files.map(({ file, role, by, annexes }) =>
    [file.replace(/^.*[/\\]/u, ''), role, by ?? '', annexes.join()].join(' ').trim(),
  );

test('a folder and a zip are a filing each; annexes are told by name and by content', async () => {
  const zip = new JSZip();
  zip.file('申报书.html', filled(call, second));
  zip.file('佐证材料/扫描1.docx', await letter('营业执照', '统一社会信用代码 91110108551385082Q'));
  zip.file('坏.pdf', '%PDF-1.7 broken');
  zip.file('佐证材料/发票.pdf', '%PDF-1.7 broken');
  const folder = folderOf({
    '江苏华兴智能科技有限公司/申报书.html': filled(call, first),
    '江苏华兴智能科技有限公司/项目建设投入专项审计报告.docx': await letter('审计意见'),
    '江苏华兴智能科技有限公司/附件/承诺书.docx': await letter('我单位承诺材料真实'),
    '材料.zip': await zip.generateAsync({ type: 'uint8array' }),
  });
  const { run, results, out } = await screened(call, [folder]);
  expect(run.code).toBe(1);
  // 坏.pdf may be anybody's; 发票.pdf calls itself an annex.
  expect(results.filings.map(({ file }) => file.replace(`${folder}/`, ''))).toEqual([
    '材料.zip!/坏.pdf',
    '材料.zip!/申报书.html',
    '江苏华兴智能科技有限公司/申报书.html',
  ]);
  expect(filesOf(results, '公司/申报书.html')).toEqual([
    '申报书.html form',
    '承诺书.docx annex folder',
    '项目建设投入专项审计报告.docx annex folder project_audit',
  ]);
  expect(filesOf(results, '!/申报书.html')).toEqual([
    '申报书.html form',
    '发票.pdf annex folder invoices',
    '扫描1.docx annex folder licence',
  ]);
  expect(filingOf(results, '!/申报书.html')?.problems.map(({ code }) => code)).toContain('annex-unread');
  expect(verdictOf(results, '公司/申报书.html', 'electronic-copy')).toBe('pass');
  expect(verdictOf(results, '!/申报书.html', 'electronic-copy')).toBe('fail');
  const html = readFileSync(join(out, 'report.html'), 'utf8');
  expect(html).toContain('项目建设投入专项审计报告.docx');
});

test('several forms in one folder: annexes go by name and content, the rest is said to be of nobody known', async () => {
  const folder = folderOf({
    '1 申报书.html': filled(call, first),
    '2 苏州恒驰软件有限公司.html': filled(call, second),
    '苏州恒驰软件有限公司营业执照.docx': await letter('副本'),
    '1 专项审计报告.docx': await letter('审计意见'),
    '承诺书.docx': await letter('承诺书', '苏州恒驰软件有限公司承诺'),
    '发票.docx': await letter('发票'),
  });
  const { results, run } = await screened(call, [folder]);
  expect(filesOf(results, '1 申报书.html')?.slice(1)).toEqual([
    '1 专项审计报告.docx annex stem project_audit',
  ]);
  expect(filesOf(results, '公司.html')?.slice(1)).toEqual([
    '承诺书.docx annex content',
    '苏州恒驰软件有限公司营业执照.docx annex name licence',
  ]);
  expect(results.filings).toHaveLength(2);
  expect(results.unassigned).toMatchObject([
    { role: 'unassigned', annexes: ['invoices'], problems: [{ code: 'annex-unassigned' }] },
  ]);
  expect(run.stderr + run.stdout).toContain('发票.docx');
});

test('a file named after another applicant is told', async () => {
  const folder = folderOf({
    '苏州恒驰软件有限公司.html': filled(call, first),
    '华兴智能科技.html': filled(call, { ...first, credit_code: '' }),
  });
  const { results } = await screened(call, [folder]);
  const codes = (end: string) => filingOf(results, end)?.problems.map(({ code }) => code);
  expect(codes('有限公司.html')).toContain('name-disagrees');
  expect(codes('华兴智能科技.html')).not.toContain('name-disagrees');
});
