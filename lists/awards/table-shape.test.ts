import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAwardBytes } from './read-awards.ts';
import { asideOf, blocksOf } from './table-shape.ts';

const html = (body: string) =>
  new TextEncoder().encode(
    `<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`,
  );
const tr = (...cells: string[]) =>
  `<tr>${cells.map((cell) => (cell.startsWith('<') ? cell : `<td>${cell}</td>`)).join('')}</tr>`;
const csv = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

/** Row, company, title, region and year of each award, and the rows that were not read. */
async function read(name: string, bytes: Uint8Array) {
  const { awards, rowsUnread } = await readAwardBytes(name, bytes);
  return {
    awards: awards.map(({ from, company, title, region, year }) => [from?.row, company, title, region, year]),
    unread: rowsUnread.map(({ row, why }) => [row, why.en.split(' (')[0]]),
    whole: awards,
  };
}

describe('lists as they are published', () => {
  test('merged regions, 排名不分先后, a remark below, and a table that goes on', async () => {
    const told = await read(
      '名单.html',
      html(
        `<h1>2022年工业互联网试点示范项目名单（第三批）</h1><p>（排名不分先后）</p><table>${tr('地区', '序号', '项目名称', '申报单位')}${tr('<td rowspan="2">江苏省</td>', '1', '甲', '苏州甲有限公司')}${tr('2', '乙', '乙有限公司')}${tr('<td colspan="4">注：排名不分先后</td>')}</table><p>续表</p><table>${tr('地区', '序号', '项目名称', '申报单位')}${tr('安徽省', '3', '丙', '合肥丙有限公司')}</table>`,
      ),
    );
    expect(told.awards).toEqual([
      [2, '苏州甲有限公司', '甲', '江苏省', 2022],
      [3, '乙有限公司', '乙', '江苏省', 2022],
      [2, '合肥丙有限公司', '丙', '安徽省', 2022],
    ]);
    expect(told.whole.map(({ batch, programmeName }) => [batch, programmeName])).toEqual(
      Array.from({ length: 3 }, () => ['第三批', '工业互联网试点示范项目']),
    );
    expect(told.unread).toEqual([[4, 'a remark on the table, no award']]);
  });

  test('listings beside each other under one header', async () => {
    const told = await read(
      '2021年示范企业.csv',
      csv(
        '序号,企业名称,地区,序号,企业名称,地区',
        '1,甲有限公司,江苏,2,乙有限公司,浙江',
        '3,丙有限公司,安徽,,,',
      ),
    );
    expect(told.awards.map((row) => row.slice(0, 4))).toEqual([
      [2, '甲有限公司', '', '江苏'],
      [2, '乙有限公司', '', '浙江'],
      [3, '丙有限公司', '', '安徽'],
    ]);
  });

  test('merged cells that were written as text, headings of places and classes, a sum', async () => {
    const told = await read(
      '2020年名单.csv',
      csv(
        '地区,序号,企业名称,项目名称',
        '江苏省,1,甲有限公司,甲',
        ',2,乙有限公司,乙',
        '浙江省（1家）,,,',
        ',3,丙有限公司,丙',
        '一、智能制造方向（共2项）,,,',
        '北京市,4,丁有限公司,丁',
        '港澳台企业,,,',
        ',5,戊有限公司,戊',
        '合计,,5,',
      ),
    );
    expect(told.awards.map(([row, , title, region]) => [row, title, region])).toEqual([
      [2, '甲', '江苏省'],
      [3, '乙', '江苏省'],
      [5, '丙', '浙江省'],
      [7, '丁', '北京市'],
      [9, '戊', undefined],
    ]);
    expect(told.whole[3]?.category).toBe('智能制造方向');
    expect(told.unread).toEqual([
      [8, 'this row has neither a company nor a title'],
      [10, 'a sum, no award'],
    ]);
  });

  test('regions that repeat are not merged cells: a blank one stays blank', async () => {
    const told = await read(
      '2020年名单.csv',
      csv('地区,企业名称,项目名称', '江苏省,甲有限公司,甲', ',乙有限公司,乙', '江苏省,丙有限公司,丙'),
    );
    expect(told.awards.map((row) => row[3])).toEqual(['江苏省', undefined, '江苏省']);
  });

  test.each([
    ['序号,名称', '1,甲有限公司', '2,乙集团'],
    ['企业名称', '甲有限公司', '乙集团'],
  ])('a list of firms alone, headed %s', async (...lines) => {
    const told = await read('2019年示范企业名单.csv', csv(...lines));
    expect(told.awards.map(([, company, title]) => [company, title])).toEqual([
      ['甲有限公司', ''],
      ['乙集团', ''],
    ]);
  });

  test('名称 over projects stays a title', async () => {
    const told = await read('2019年项目名单.csv', csv('序号,名称', '1,数字孪生车间', '2,某某公司智能工厂'));
    expect(told.awards.map(([, company]) => company)).toEqual(['', '']);
    const plants = await read('2023年名单.csv', csv('序号,名称', '1,某某公司智能工厂', '2,某某数据中心'));
    expect(plants.awards.map(([, company]) => company)).toEqual(['', '']);
  });
});

test('property: blocks cover the header, and no firm is taken for an aside', () => {
  const cells = fc.array(fc.constantFrom('序号', '企业名称', '地区', ''), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(cells, (header) => {
      const blocks = blocksOf(header);
      expect(blocks.flatMap(({ start, end }) => header.slice(start, end))).toEqual(header);
      for (const { start, end } of blocks)
        expect(header.slice(start, end)).toEqual(header.slice(0, end - start));
    }),
  );
  for (const name of ['江苏华兴有限公司', '合计科技有限公司', '注塑机械厂', '说明书印刷厂', '昆山合纵公司'])
    expect([name, asideOf([name])]).toEqual([name, undefined]);
});
