import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAwardBytes } from '../../lists/awards/read-awards.ts';
import { sheetsOfXls } from './xls.ts';
import { StringReader } from './xls-strings.ts';

const bytes = readFileSync(new URL('./fixtures/list.xls', import.meta.url));

test('an old workbook: visible sheets, merged cells, numbers and dates', () => {
  const sheets = sheetsOfXls(bytes) ?? [];
  expect(sheets.map(({ name }) => name)).toEqual(['名单']);
  expect(sheets[0]?.rows.slice(0, 4)).toEqual([
    new Array<string>(5).fill('入选项目名单（第一批）'),
    ['序号', '企业名称', '项目名称', '年份', '公布日期'],
    ['1', '苏州云帆智造有限公司', '深孔钻削参数寻优工业APP', '2019', '2019-12-31'],
    ['2', '宁波澄远科技股份有限公司', '压铸缺陷诊断APP解决方案', '2019', '2019-12-31'],
  ]);
  expect(sheets[0]?.rows[5]?.slice(3)).toEqual(['2020.5', '0.25']);
});

test('its awards are read like those of any list', async () => {
  const { awards, problems } = await readAwardBytes('list.xls', bytes);
  expect(problems).toEqual([]);
  expect(awards[0]).toMatchObject({ company: '苏州云帆智造有限公司', year: 2019, listedOn: '2019-12-31' });
});

test('a string cut by the next record goes on there, in its own width', () => {
  const first = Buffer.concat([Buffer.of(4, 0, 1), Buffer.from('云帆', 'utf16le')]);
  const reader = new StringReader([first, Buffer.of(0, 0x41, 0x42)]);
  expect(reader.richString()).toBe('云帆AB');
});

test('property: a damaged workbook is an error or a list, never a hang', () => {
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, value, end) => {
      const damaged = Buffer.from(bytes.subarray(0, end));
      if (at < damaged.length) damaged[at] = value;
      try {
        sheetsOfXls(damaged);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
  );
});
