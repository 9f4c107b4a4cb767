import { describe, expect, it } from 'vitest';
import { matchList } from '../../index/listed/match-list.ts';
import type { ListKind, ListRow } from '../../lists/office/office-list.ts';
import { entryOf, type FieldDraft, packOf } from '../testing.ts';
import { type BatchEntry, judgeBatch } from './judge-batch.ts';

const title = { zh: '名单', en: 'list' };
const fields = [
  { key: 'company', type: 'text', role: 'applicant' },
  { key: 'name', type: 'text', role: 'title' },
];
const company = (name: string) => `${name}方机械有限公司`;
const project = (name: string) => `${name}号窑炉`;

const filing = (name: string, more: Readonly<Record<string, FieldDraft | null>> = {}): BatchEntry =>
  entryOf({
    id: name,
    file: `来件/${name}.pdf`,
    fields: { company: company(name), name: project(name), ...more },
  });
const unread = (name: string): BatchEntry => ({
  id: name,
  file: `来件/${name}.pdf`,
  classification: [],
  matches: [],
});

function row(name: string, number: number, rank?: string): ListRow {
  const place = { part: '', path: `tr[${number}]` };
  return {
    number,
    place,
    cells: new Map([
      ['company', { header: '单位', raw: company(name), place }],
      ['name', { header: '名称', raw: project(name), place }],
    ]),
    ...(rank === undefined ? {} : { rank }),
  };
}

function judged(list: ListKind, entries: readonly BatchEntry[], rows: readonly ListRow[], form = fields) {
  const pack = packOf({
    fields: form,
    call: { batch: [{ kind: 'list', id: 'l', title, clause: '一', list }] },
  });
  const sheet = { files: ['a.xlsx'], rows, columns: [], unread: [], problems: [] };
  const filings = entries.flatMap((one) => one.filing ?? []);
  return judgeBatch(pack, entries, {
    lists: { [list]: { list: sheet, match: matchList(sheet, filings, pack) } },
  });
}
const told = (found: ReturnType<typeof judged>) =>
  found.map(({ verdict, filings, evidence }) => [
    verdict,
    filings,
    evidence.map((place) => ('path' in place ? place.path : '')),
  ]);

describe('the registry', () => {
  it('that holds every filing passes, in whatever order', () => {
    const found = judged('registry', [filing('甲'), filing('乙')], [row('乙', 2), row('甲', 3)]);
    expect(told(found)).toEqual([['pass', ['甲', '乙'], []]]);
    expect(found[0]?.message.zh).toContain('共2行，与2份申报书一一对应');
  });

  it('without a filing: that filing has failed', () => {
    const found = judged('registry', [filing('甲'), filing('乙')], [row('甲', 2)]);
    expect(told(found)).toEqual([['fail', ['乙'], []]]);
    expect(found[0]?.message.zh).toContain('“乙号窑炉”');
    expect(found[0]?.message.zh).not.toContain('甲号窑炉');
  });

  it('may hold filings of other units: a row of nobody is open and shown, where a summary sheet fails', () => {
    const rows = [row('甲', 2, '1'), row('丙', 3, '2')];
    expect(told(judged('registry', [filing('甲')], rows))).toEqual([['unknown', [], ['tr[3]']]]);
    expect(told(judged('summary', [filing('甲')], rows))).toEqual([['fail', [], ['tr[3]']]]);
    expect(judged('registry', [filing('甲')], rows)[0]?.message.zh).toContain('或申报书未读出、不在本批');
  });

  it('is not asked for an order of priority', () => {
    expect(told(judged('registry', [filing('甲')], [row('甲', 2, '7')]))).toEqual([['pass', ['甲'], []]]);
    expect(told(judged('summary', [filing('甲')], [row('甲', 2, '7')]))).toEqual([['fail', [], ['tr[2]']]]);
  });
});

describe('what is not certain', () => {
  it('is a file that was not read: it is open itself, and so is every row without a filing', () => {
    const found = judged('summary', [filing('甲'), unread('乙')], [row('甲', 2, '1'), row('丙', 3, '2')]);
    expect(told(found)).toEqual([
      ['unknown', ['乙'], []],
      ['unknown', [], ['tr[3]']],
    ]);
    expect(found[0]?.message.zh).toContain('“乙.pdf”');
    expect(found[0]?.message.zh).not.toContain('甲号窑炉');
  });

  it('is a filing whose applicant or title was not read for certain', () => {
    const rows = [row('甲', 2, '1')];
    for (const key of ['company', 'name'])
      for (const draft of [null, { value: '乙', confidence: 0.4 }]) {
        const odd = filing('乙', { [key]: draft });
        expect([key, ...told(judged('summary', [filing('甲'), odd], rows))]).toEqual([
          key,
          ['unknown', ['乙'], []],
        ]);
      }
  });

  it('is not what the form does not ask: a form without a title is told by its applicant alone', () => {
    const [applicant] = fields;
    const form = applicant ? [applicant] : [];
    const rows = [row('甲', 2, '1')];
    expect(told(judged('summary', [filing('甲'), filing('乙')], rows, form))).toEqual([['fail', ['乙'], []]]);
  });

  it('is a filing that two rows fit equally: both rows are shown, and neither is said to be missing', () => {
    const found = judged('summary', [filing('甲')], [row('甲', 2, '1'), row('甲', 3, '2')]);
    expect(told(found)).toEqual([['unknown', ['甲'], ['tr[2]', 'tr[3]']]]);
  });

  it('shows only the rows of the filings in question', () => {
    const rows = [row('甲', 2, '1'), row('甲', 3, '2'), row('乙', 4, '3')];
    const found = judged('summary', [filing('甲'), filing('乙')], rows);
    expect(told(found)).toEqual([['unknown', ['甲'], ['tr[2]', 'tr[3]']]]);
  });
});

describe('the order of a summary sheet', () => {
  const three = ['甲', '乙', '丙'];
  const order = (...ranks: (string | undefined)[]) => {
    const names = three.slice(0, ranks.length);
    const rows = names.map((name, i) => row(name, i + 2, ranks[i]));
    return judged(
      'summary',
      names.map((name) => filing(name)),
      rows,
    );
  };

  it('is right from 1 without a gap, in whatever order of rows', () => {
    for (const ranks of [['1'], ['2', '1'], ['3', '1', '2']])
      expect([ranks, order(...ranks)[0]?.verdict]).toEqual([ranks, 'pass']);
  });

  it('that begins at 2, or leaves one out, has a gap; the row beyond the last place is shown', () => {
    expect(told(order('2', '3'))).toEqual([['fail', [], ['tr[3]']]]);
    expect(order('2', '3')[0]?.message.zh).toContain('共2行，缺1）');
    expect(told(order('1', '2', '4'))).toEqual([['fail', [], ['tr[4]']]]);
    expect(order('1', '2', '4')[0]?.message.zh).toContain('共3行，缺3）');
  });

  it('that goes beyond the number of rows says which places are missing, not every number up to it', () => {
    expect(order('1', '2', '9999')[0]?.message.zh).toContain('共3行，缺3）');
  });

  it('that has one rank twice shows both rows and no others', () => {
    const found = order('1', '2', '2');
    expect(told(found)).toEqual([['fail', [], ['tr[3]', 'tr[4]']]]);
    expect(found[0]?.message.zh).toContain('第3、4行排序重复，请');
  });

  it('with a row of no rank names it, and speaks of no gap that it may fill', () => {
    const found = order('1', undefined, '3');
    expect(told(found)).toEqual([['fail', [], ['tr[3]']]]);
    expect(found[0]?.message.zh).toContain('第3行没有排序，请');
  });

  it('two rows without a rank share none', () => {
    const found = order('1', undefined, undefined);
    expect(told(found)).toEqual([['fail', [], ['tr[3]', 'tr[4]']]]);
    expect(found[0]?.message.zh).not.toContain('重复');
  });

  it('without any rank is open, whoever is in it; an empty sheet has no order to be wrong', () => {
    expect(told(order(undefined, undefined))).toEqual([['unknown', [], []]]);
    expect(told(judged('summary', [filing('甲')], []))).toEqual([['fail', ['甲'], []]]);
  });

  it('is each unit’s own, and whose is said only where there are several', () => {
    const of = (unit: string, name: string, number: number, rank: string): ListRow => ({
      ...row(name, number, rank),
      unit,
    });
    const entries = three.map((name) => filing(name));
    const two = judged('summary', entries, [
      of('江苏省工信厅', '甲', 2, '1'),
      of('浙江省经信厅', '乙', 3, '1'),
      of('浙江省经信厅', '丙', 4, '3'),
    ]);
    expect(told(two)).toEqual([['fail', [], ['tr[4]']]]);
    expect(two[0]?.message.zh).toContain('推荐顺序有误：浙江省经信厅：排序不连续（共2行，缺2）');
    const one = judged('summary', entries, [
      of('江苏省工信厅', '甲', 2, '1'),
      of('江苏省工信厅', '乙', 3, '2'),
      of('江苏省工信厅', '丙', 4, '4'),
    ]);
    expect(one[0]?.message.zh).toContain('推荐顺序有误：排序不连续（共3行，缺3）');
  });
});
