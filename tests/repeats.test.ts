import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { Random } from '../corpus/generate/random.ts';
import { SampleMaker } from '../corpus/generate/solution-texts.ts';
import { chushen, scratch } from './command.ts';
import { filled, folderOf, screened } from './filled.ts';

/** One solution in several batches and an archive of one store, decided by reviewers, and put side by side. */

const call = 'miit-2021-app-solutions';
const maker = new SampleMaker(new Random(5));
const sample = maker.make();
const form = (over: Readonly<Record<string, string>>) =>
  filled(call, {
    solution_name: sample.title,
    applicant: sample.company,
    recommending_unit: '江苏省工业和信息化厅',
    overview: sample.profile.join(''),
    solution: sample.body.join(''),
    ...over,
  });
const own = form({});

test('a filing of an earlier batch is found again: as an earlier version, and as recommended twice', async () => {
  const store = join(scratch(), 's.sqlite');
  await screened(call, [folderOf({ 'a.html': own })], ['--store', store]);
  const again = form({ filing_date: '2021年10月9日' });
  const other = form({ recommending_unit: '浙江省经济和信息化厅' });
  const { results } = await screened(call, [folderOf({ 'b.html': again })], ['--store', store]);
  expect(results.filings[0]?.matches).toMatchObject([{ kind: 'archive', verdict: 'info' }]);
  const elsewhere = await screened(call, [folderOf({ 'c.html': other })], ['--store', store]);
  const matches = elsewhere.results.filings[0]?.matches ?? [];
  expect(matches.map(({ verdict }) => verdict)).toContain('review');
  expect(matches.flatMap(({ reasons }) => reasons).join()).toContain('江苏省工业和信息化厅');
  // The same bytes screened again are not their own repeat.
  const same = await screened(call, [folderOf({ 'a.html': own })], ['--store', store]);
  expect(
    same.results.filings[0]?.matches.every(({ target }) => target.id !== same.results.filings[0]?.id),
  ).toBe(true);
});

test('an archive is indexed once, and what could not be read of it is told', async () => {
  const archive = folderOf({ '2020/a.html': own, '2020/empty.pdf': '' });
  const flags = ['--archive', archive, '--store', join(scratch(), 's.sqlite'), '--lang', 'en'];
  const batch = folderOf({ 'b.html': form({ applicant: maker.make().company, solution_name: '另一名称' }) });
  const first = await screened(call, [batch], flags);
  expect(first.run.stderr).toContain('1 earlier filings, 0 of them indexed before; 1 files were not read');
  expect(first.results.filings[0]?.matches[0]).toMatchObject({ kind: 'archive', verdict: 'review' });
  const second = await screened(call, [batch], flags);
  expect(second.run.stderr).toContain('1 earlier filings, 1 of them indexed before');
  expect(second.results.filings[0]?.matches).toEqual(first.results.filings[0]?.matches);
});

test('decisions written into the workbook train the office’s cards; unusable ones are told', async () => {
  const store = join(scratch(), 's.sqlite');
  const batch = folderOf({ 'a.html': own, 'b.html': form({ filing_date: '2021年10月9日' }) });
  const { out } = await screened(call, [batch], ['--store', store]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(out, '初审结果.xlsx'));
  const sheet = book.getWorksheet('重复与获奖');
  const headers = (sheet?.getRow(1).values ?? []) as string[];
  const column = headers.indexOf('是否同一方案');
  expect(column).toBeGreaterThan(0);
  const train = async (...said: string[]) => {
    said.forEach((word, i) => {
      const cell = sheet?.getRow(i + 2).getCell(column);
      if (cell) cell.value = word;
    });
    const file = join(scratch(), 'reviewed.xlsx');
    await book.xlsx.writeFile(file);
    return chushen(['repeats', 'train', file, '--call', call, '--store', store, '--lang', 'en']);
  };
  const unclear = await train('也许', '');
  expect(unclear.code).toBe(2);
  expect(unclear.stderr).toContain('row 2 unused');
  const trained = await train('是', '是');
  expect(trained.code, trained.stdout + trained.stderr).toBe(0);
  expect(trained.stdout).toContain('Kept');
  const after = await screened(call, [batch], ['--store', store]);
  expect(after.results.run.versions.repeats).toContain('2 decisions of this office');
});

test('compare sets the form aside and writes both texts side by side', async () => {
  const folder = folderOf({
    'a.html': own,
    'b.html': form({ applicant: '甲有限公司', solution: '全新的正文。' }),
  });
  const page = join(folder, 'pair.html');
  const args = ['compare', join(folder, 'a.html'), join(folder, 'b.html')];
  const run = await chushen([...args, '--out', page, '--lang', 'en']);
  expect(run.stdout).toContain('set aside as words of the form or notice');
  expect(readFileSync(page, 'utf8').match(/<mark/gu)?.length).toBeGreaterThanOrEqual(2);
  const json = JSON.parse((await chushen([...args, '--json'])).stdout) as { setAsideA: number };
  expect(json.setAsideA).toBeGreaterThan(0.05);
});
