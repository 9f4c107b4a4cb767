import { describe, expect, test } from 'vitest';
import type { Award } from './award.ts';
import { readAwardBytes } from './read-awards.ts';
import { tellsRevocation, withRevocations } from './revoked.ts';

const award = (id: string, more: Partial<Award> = {}): Award => ({
  id,
  programme: 'app',
  company: '江苏华兴纺织有限公司',
  title: '织机联网APP',
  year: 2019,
  ...more,
});
const taken = { by: 'list' as const, year: 2022 };

test('words that take a title back', () => {
  for (const words of [
    '关于撤销部分试点示范项目的公告',
    '取消2019年优秀解决方案称号名单',
    '移出专精特新企业名单',
    '复核未通过企业名单',
    '已摘牌',
  ])
    expect([words, tellsRevocation(words)]).toEqual([words, true]);
  for (const words of ['2019年优秀解决方案名单', '取消纸质单据的排产APP', '复核通过企业名单'])
    expect([words, tellsRevocation(words)]).toEqual([words, false]);
});

describe('a row that takes a title back', () => {
  test('marks the award and is none itself', () => {
    const rows = [award('a'), award('b', { title: '染缸APP' }), award('r', { revoked: taken, year: 2022 })];
    expect(withRevocations(rows)).toEqual([{ ...award('a'), revoked: taken }, rows[1]]);
  });

  test('stays where no award of it is there', () => {
    const rows = [award('a', { company: '武汉凌策化工有限公司' }), award('r', { revoked: taken })];
    expect(withRevocations(rows)).toEqual(rows);
  });

  test('without a project takes back the awards of its programme alone', () => {
    const rows = [award('a'), award('b', { programme: 'pilot' }), award('r', { title: '', revoked: taken })];
    expect(withRevocations(rows).map(({ id, revoked }) => [id, revoked])).toEqual([
      ['a', taken],
      ['b', undefined],
    ]);
  });
});

test('a list of titles taken back, and a row of a list that says so', async () => {
  const read = async (text: string) =>
    (await readAwardBytes('名单.csv', new TextEncoder().encode(text))).awards.map(({ company, revoked }) => [
      company,
      revoked,
    ]);
  expect(
    await read(
      '关于撤销2019年工业互联网APP优秀解决方案称号的公告（2022年3月1日）,\n企业名称,项目名称\n甲公司,织机APP\n',
    ),
  ).toEqual([['甲公司', { by: 'list', year: 2022, listedOn: '2022-03-01' }]]);
  expect(
    await read('企业名称,项目名称,年度,备注\n甲公司,织机APP,2019,已撤销\n乙公司,染缸APP,2019,\n'),
  ).toEqual([
    ['甲公司', { by: 'remark' }],
    ['乙公司', undefined],
  ]);
});
