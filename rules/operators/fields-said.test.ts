import { describe, expect, it, test } from 'vitest';
import type { Listed } from '../../index/listed/match-list.ts';
import type { ListRow } from '../../lists/office/office-list.ts';
import { type FieldDraft, type FilingDraft, run, scopeOf } from '../testing.ts';

const text = (key: string, label: string, more: object = {}) => ({ key, type: 'text', label, ...more });

describe('present', () => {
  const ask = (draft: FieldDraft | string) =>
    run({ present: 'name' }, scopeOf({ fields: { name: draft } }, { fields: [text('name', '名称')] }));

  test.each(['/', '//', ' / ', '——', '－', '＼', '—\n—', '无'])('leaves %j open: it may not apply', (raw) => {
    const found = ask(raw);
    expect(found.verdict).toBe('unknown');
    expect(found.why.zh).toBe(`“名称”只填了“${raw.trim()}”，请核对是否确实不适用。`);
  });

  test.each(['1/2', '/甲', '甲-', '无锡'])('takes %j for something written', (raw) => {
    expect(ask(raw)).toMatchObject({ verdict: 'pass', why: { zh: '已填写“名称”。' } });
  });

  it('takes a value without its writing for something written', () => {
    expect(ask({ value: '甲', raw: ' ' }).verdict).toBe('pass');
  });

  it('names the years that are empty before those that were not found', () => {
    const fields = [
      { key: 'tax', type: 'years', label: '税金', years: [2019, 2020, 2021], of: 'amount', unit: '万元' },
    ];
    const of = (value: FieldDraft['value']) =>
      run({ present: 'tax' }, scopeOf({ fields: { tax: { value, raw: 'x' } as FieldDraft } }, { fields }));
    expect(of({ 2019: 1, 2020: null } as never)).toMatchObject({
      verdict: 'fail',
      values: { missing: { zh: '税金（2020年）' } },
    });
    expect(of({ 2019: 1 } as never)).toMatchObject({
      verdict: 'unknown',
      why: { zh: '未找到税金（2020年）、税金（2021年），请人工核对。' },
    });
    expect(of('三年共缴纳45万元').verdict).toBe('pass');
  });
});

describe('oneOf', () => {
  const ask = (draft: FieldDraft | string | number, values: string[]) =>
    run(
      { oneOf: { field: 'kind', values } },
      scopeOf({ fields: { kind: draft } }, { fields: [text('kind', '类别')] }),
    );

  it('goes by the value, not by how it is written', () => {
    expect(ask({ value: '甲类', raw: '甲类（见附件）' }, ['甲类']).verdict).toBe('pass');
    expect(ask(3, ['3', '4']).verdict).toBe('pass');
    expect(ask(30, ['3', '4']).verdict).toBe('fail');
  });

  it('says what is written and what was asked', () => {
    expect(ask('甲类', ['甲类']).why.zh).toBe('“类别”为“甲类”。');
    expect(ask('丙类', ['甲类', '乙类']).why.zh).toBe('“类别”为“丙类”，不在甲类、乙类之列。');
  });
});

describe('format', () => {
  const good = '9144030071526726XG';
  const ask = (draft: FieldDraft | string | null, more: FilingDraft = {}) =>
    run(
      { format: { field: 'code', as: 'credit-code' } },
      scopeOf({ fields: { code: draft }, ...more }, { fields: [text('code', '信用代码')] }),
    );

  it('is right by what was written or by what was made of it', () => {
    expect(ask({ value: good, raw: `代码：${good}` })).toMatchObject({
      verdict: 'pass',
      why: { zh: '“信用代码”是有效的统一社会信用代码。' },
    });
    expect(ask({ value: good, raw: ` ${good} ` }).values.value?.zh).toBe(good);
    expect(ask({ value: good, raw: ' ' })).toMatchObject({
      verdict: 'pass',
      values: { value: { zh: good } },
    });
  });

  it('says whether it is missing, wrong, or perhaps misread', () => {
    expect(ask(null)).toMatchObject({
      verdict: 'fail',
      why: { zh: '“信用代码”未填写。' },
      values: { value: { zh: '空白' } },
    });
    expect(ask('123').why.zh).toBe('“信用代码”填写的“123”不是有效的统一社会信用代码。');
    expect(ask('123', { readBy: 'ocr' }).why.zh).toContain('可能是识别有误，请对照原件核对');
  });
});

describe('within', () => {
  const fields = [text('place', '所在地'), text('unit', '推荐单位', { role: 'recommending-unit' })];
  const ask = (field: string, draft: FieldDraft | string) =>
    run({ within: { field, region: '江苏省' } }, scopeOf({ fields: { [field]: draft } }, { fields }));

  it('goes by the value, not by how it is written', () => {
    expect(ask('place', { value: '江苏省苏州市', raw: '武汉市' }).verdict).toBe('pass');
    expect(ask('place', { value: '湖北省武汉市', raw: '苏州' }).verdict).toBe('fail');
  });

  it('leaves a unit that bears another place open, and an office of the place passes', () => {
    expect(ask('unit', '江苏省工业和信息化厅').verdict).toBe('pass');
    expect(ask('unit', '武汉市经济和信息化局')).toMatchObject({
      verdict: 'unknown',
      why: { zh: expect.stringContaining('不能确定是否属于江苏省，请人工核对') },
    });
    expect(ask('place', '武汉市').why.zh).toBe('“所在地”（武汉市）不属于江苏省。');
    expect(ask('other', '武汉市').verdict).toBe('fail');
  });
});

describe('met', () => {
  const name = { zh: '名', en: 'name' };
  const keys = ['a', 'b', 'c'];
  const rules = keys.map((id) => ({
    id,
    title: { zh: `条件${id}`, en: id },
    clause: '一',
    check: { present: id },
    pass: name,
    fail: name,
  }));
  const ask = (filled: NonNullable<FilingDraft['fields']>, min: number, ids = keys) =>
    run(
      { met: { rules: ids, min } },
      scopeOf({ fields: filled }, { rules, fields: keys.map((key) => text(key, key)) }),
    );

  it('says how many, and which are not met or open', () => {
    expect(ask({ a: '1', b: '1', c: '1' }, 3).why.zh).toBe('3项中符合3项。');
    expect(ask({ a: '1', b: '1', c: '1' }, 3).values).not.toHaveProperty('missing');
    expect(ask({ a: '1', b: null }, 2)).toMatchObject({
      verdict: 'unknown',
      why: { zh: '3项中符合1项，不符合或待核的是：条件b、条件c。' },
      values: { count: { zh: '1' }, right: { zh: '2' }, missing: { zh: '条件b、条件c' } },
    });
  });

  it('fails only once those that are open would not be enough', () => {
    expect(ask({ a: '1' }, 3).verdict).toBe('unknown');
    expect(ask({ a: '1', b: null }, 3).verdict).toBe('fail');
    expect(ask({ a: '1', b: '1' }, 2).verdict).toBe('pass');
  });

  it('looks at the rules asked for only', () => {
    expect(ask({ a: '1', b: '1', c: null }, 2, ['a', 'b'])).toMatchObject({
      verdict: 'pass',
      why: { zh: '2项中符合2项。' },
    });
  });
});

describe('same and consistent', () => {
  const fields = [text('a', '名称'), text('b', '户名')];
  const two = (a: string, b: string, readBy: 'text-layer' | 'ocr' = 'text-layer') =>
    run({ same: ['a', 'b'] }, scopeOf({ fields: { a, b }, readBy }, { fields }));

  it('show both values and both places', () => {
    expect(two('甲厂房', '甲厂房').why.zh).toBe('“名称”为“甲厂房”，“户名”为“甲厂房”，两者一致。');
    const differ = two('甲厂房', '乙车间');
    expect([differ.verdict, differ.why.zh]).toEqual([
      'fail',
      '“名称”为“甲厂房”，“户名”为“乙车间”，两者不一致。',
    ]);
    expect(differ.why.en).toMatch(/they differ\.$/u);
    expect(differ.evidence).toHaveLength(2);
    expect(two('华兴智能工厂项目', '华兴智能工广项目', 'ocr').why.zh).toContain('是否一致请人工核对');
  });

  it('tell every other writing once', () => {
    const where = [{ page: 2, box: [0, 0, 9, 9] as const }];
    const conflicts = ['乙车间', '乙车间'].map((value) => ({ value, where }));
    const found = run(
      { consistent: 'a' },
      scopeOf({ fields: { a: { value: '甲厂房', conflicts } } }, { fields }),
    );
    expect(found.values.value).toEqual({ zh: '甲厂房；乙车间', en: '甲厂房; 乙车间' });
    expect(found.why.zh).toBe('“名称”前后不一致：甲厂房；乙车间。');
  });
});

describe('listed', () => {
  const fields = [text('company', '单位', { role: 'applicant' }), text('name', '名称', { role: 'title' })];
  const row = (path: string): ListRow => ({
    number: 2,
    place: { file: '表.xlsx', part: 's', path },
    cells: new Map(),
  });
  const ask = (registry: Listed, changed: NonNullable<FilingDraft['fields']> = {}) =>
    run(
      { listed: 'registry' },
      scopeOf(
        { fields: { company: '甲公司', name: '平台', ...changed } },
        { fields },
        { lists: { registry } },
      ),
    );

  it('shows the row, or all the rows that may be it', () => {
    const one = ask({ state: 'row', row: row('tr[2]') });
    expect([one.verdict, one.evidence.length, one.why.zh]).toEqual([
      'pass',
      1,
      '已列入网上填报数据（《表.xlsx》行2）。',
    ]);
    const two = ask({ state: 'open', rows: [row('tr[2]'), row('tr[5]')] });
    expect([two.verdict, two.evidence.length]).toEqual(['unknown', 2]);
    expect(two.why.zh).toContain('《表.xlsx》行2、《表.xlsx》行5');
  });

  it('is open where applicant or title was read with doubt: it would not have been found either way', () => {
    for (const key of ['company', 'name'])
      expect([key, ask({ state: 'none' }, { [key]: { value: '甲', confidence: 0.4 } }).verdict]).toEqual([
        key,
        'unknown',
      ]);
    expect(ask({ state: 'none' })).toMatchObject({ verdict: 'fail', evidence: [{ page: 1 }, { page: 1 }] });
  });
});
