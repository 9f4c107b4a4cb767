import { describe, expect, it } from 'vitest';
import type { Listed } from '../../index/listed/match-list.ts';
import type { ListRow } from '../../lists/office/office-list.ts';
import { type FieldDraft, run, scopeOf } from '../testing.ts';

const pack = {
  fields: [
    { key: 'company', type: 'text', role: 'applicant' },
    { key: 'name', type: 'text', role: 'title' },
    { key: 'unit', type: 'text', role: 'recommending-unit' },
    {
      key: 'mode',
      type: 'ticks',
      options: [{ text: '平台化设计', aliases: ['设计'] }, { text: '数字化管理' }],
    },
    { key: 'assets', type: 'amount', unit: '万元' },
    { key: 'phone', type: 'phone', under: ['联系人'] },
    { key: 'mobile', type: 'phone', under: ['联系人'] },
    { key: 'region', type: 'region' },
    { key: 'about', type: 'long-text' },
  ],
};
const fields = {
  company: '江苏华兴科技有限公司',
  name: '窑炉能效优化平台',
  unit: '江苏省工业和信息化厅',
  mode: ['平台化设计'],
  assets: 12000,
  phone: null,
  mobile: '13800000001',
  region: '江苏省苏州市',
  about: '长长的一段话',
};

function row(cells: Readonly<Record<string, string>>): ListRow {
  const place = (column: number) => ({ file: '表.xlsx', part: 's', path: `tr[2]/tc[${column}]` });
  const read = Object.entries(cells).map(
    ([key, raw], i) => [key, { header: key, raw, place: place(i + 1) }] as const,
  );
  return { number: 2, place: { file: '表.xlsx', part: 's', path: 'tr[2]' }, cells: new Map(read) };
}

const asked = (check: object, listed: Listed | undefined, changed: Record<string, FieldDraft> = {}) =>
  run(
    check,
    scopeOf({ fields: { ...fields, ...changed } }, pack, listed ? { lists: { registry: listed } } : {}),
  );
const agrees = (cells: Readonly<Record<string, string>>, changed: Record<string, FieldDraft> = {}) =>
  asked({ agrees: { with: 'registry' } }, { state: 'row', row: row(cells) }, changed);

describe('agrees', () => {
  it.each<[string, Record<string, string>]>([
    ['names and units in other writings', { company: '江苏华兴科技 有限公司', unit: '江苏省工信厅（盖章）' }],
    ['options by alias and number', { mode: '（一）平台化设计应用模式' }],
    ['amounts in another unit', { assets: '1.2亿元' }],
    ['either phone', { phone: '138-0000-0001' }],
    ['a region to another depth', { region: '苏州' }],
  ])('passes %s', (_, cells) => {
    expect(agrees(cells).verdict).toBe('pass');
  });

  it.each<[string, Record<string, string>]>([
    ['another company', { company: '苏州恒驰有限公司' }],
    ['another option', { mode: '数字化管理' }],
    ['one option more', { mode: '平台化设计、数字化管理' }],
    ['another amount', { assets: '1200' }],
    ['another phone', { mobile: '13900000001' }],
    ['another region', { region: '江苏省南京市' }],
    ['another unit', { unit: '浙江省经济和信息化厅' }],
  ])('fails %s, naming both values and both places', (_, cells) => {
    const found = agrees(cells);
    expect(found.verdict).toBe('fail');
    expect(found.why.zh).toContain(Object.values(cells)[0]);
    expect(found.evidence.map((place) => place.file)).toEqual([undefined, '表.xlsx']);
  });

  it.each<[string, Record<string, string>, Record<string, FieldDraft>]>([
    ['what was read with doubt', { name: '别的' }, { name: { value: '窑炉', confidence: 0.4 } }],
    ['what could not be read', { name: '别的' }, { name: { value: null, state: 'unreadable' } }],
    ['what was not found', { name: '别的' }, { name: { value: null, state: 'absent' } }],
    ['an empty cell', { name: '' }, {}],
    ['a shorter title', { name: '能效优化平台' }, {}],
    ['a company without its region', { company: '华兴科技有限公司' }, {}],
    ['a long text in other words', { about: '短短的一段话' }, {}],
    ['an option that the form has not', { mode: '其他' }, {}],
  ])('leaves %s open', (_, cells, changed) => {
    expect(agrees({ ...cells, assets: '12000' }, changed).verdict).toBe('unknown');
  });

  it('fails a blank against a value, and compares only what is asked', () => {
    expect(agrees({ phone: '', name: '窑炉能效优化平台' }).verdict).toBe('pass');
    expect(agrees({ name: '别的' }, { name: { value: null } }).why.zh).toContain('未填写');
    const cells = row({ company: '苏州恒驰有限公司', name: '窑炉能效优化平台' });
    const check = { agrees: { with: 'registry', fields: ['name'] } };
    expect(asked(check, { state: 'row', row: cells }).verdict).toBe('pass');
  });

  it('is for a person without a list, and open without a sure row', () => {
    const check = { agrees: { with: 'registry' } };
    expect(asked(check, undefined)).toMatchObject({ verdict: 'unknown', manual: true });
    expect(asked(check, { state: 'none' })).not.toHaveProperty('manual');
    expect(agrees({}).verdict).toBe('unknown');
  });
});

describe('listed', () => {
  const listed = (found: Listed | undefined, changed = {}) => asked({ listed: 'registry' }, found, changed);

  it('passes a row and fails none', () => {
    const found = listed({ state: 'row', row: row({}) });
    expect(found).toMatchObject({ verdict: 'pass', values: { value: { zh: '《表.xlsx》行2' } } });
    expect(listed({ state: 'none' }).verdict).toBe('fail');
  });

  it('is open for a filing that was read with doubt, and for rows that fit twice', () => {
    expect(listed({ state: 'none' }, { company: { value: '甲', confidence: 0.3 } }).verdict).toBe('unknown');
    expect(listed({ state: 'open', rows: [row({}), row({})] }).verdict).toBe('unknown');
    expect(listed(undefined)).toMatchObject({ verdict: 'unknown', manual: true });
  });
});

describe('namedAfter', () => {
  const named = (name: string, archive: boolean) =>
    run({ namedAfter: 'company' }, scopeOf({ fields }, pack, { package: { name, archive } })).verdict;

  it('passes the whole name, fails another of an archive, leaves the rest open', () => {
    expect(named('江苏华兴科技有限公司.zip', true)).toBe('pass');
    expect(named('01 江苏华兴科技有限公司 申报材料', false)).toBe('pass');
    expect(named('申报材料.zip', true)).toBe('fail');
    expect(named('苏州恒驰有限公司', false)).toBe('unknown');
    expect(named('华兴科技.zip', true)).toBe('unknown');
    expect(run({ namedAfter: 'company' }, scopeOf({ fields }, pack))).toMatchObject({ manual: true });
  });
});
