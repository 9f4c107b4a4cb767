import { describe, expect, it } from 'vitest';
import type { ListRow } from '../../lists/office/office-list.ts';
import { type FilingDraft, run, scopeOf } from '../testing.ts';

const fields = [
  { key: 'company', type: 'text', role: 'applicant', label: '申报单位' },
  { key: 'name', type: 'text', role: 'title', label: '项目名称' },
  { key: 'assets', type: 'amount', unit: '万元', label: '资产总额' },
  { key: 'person', type: 'person', label: '姓名', under: ['企业信息', '联系人'] },
  { key: 'phone', type: 'phone', label: '联系电话', under: ['企业信息', '联系人'] },
  { key: 'mobile', type: 'phone', label: '手机', under: ['企业信息', '联系人'] },
  { key: 'director', type: 'phone', label: '电话', under: ['企业信息', '法定代表人'] },
];
const values: NonNullable<FilingDraft['fields']> = {
  company: '江苏华兴科技有限公司',
  name: '窑炉能效优化平台',
  assets: { value: 12000, unit: '万元' },
  person: '张三',
  phone: null,
  mobile: '13800000001',
  director: '13900000009',
};

const rowPlace = { file: '表.xlsx', part: 's', path: 'tr[2]' };
function agrees(
  cells: Readonly<Record<string, string>>,
  changed: FilingDraft['fields'] = {},
  more: FilingDraft = {},
) {
  const read = Object.entries(cells).map(
    ([key, raw], i) =>
      [key, { header: key, raw, place: { ...rowPlace, path: `tr[2]/tc[${i + 1}]` } }] as const,
  );
  const row: ListRow = { number: 2, place: rowPlace, cells: new Map(read) };
  return run(
    { agrees: { with: 'registry' } },
    scopeOf(
      { ...more, fields: { ...values, ...changed } },
      { fields },
      { lists: { registry: { state: 'row', row } } },
    ),
  );
}
const good = { company: '江苏华兴科技有限公司' };

describe('what a person reads of a comparison', () => {
  it('is how many columns agree, and which, with the row', () => {
    const found = agrees({ ...good, assets: '12000' });
    expect(found.why.zh).toBe('与网上填报数据比对2栏（申报单位、资产总额），全部一致。');
    expect(found.evidence).toEqual([rowPlace]);
    expect(found.values).toMatchObject({ count: { zh: '2' }, value: { zh: '申报单位、资产总额' } });
    expect(found.values).not.toHaveProperty('missing');
  });

  it('is what differs, with both values and the places of both; what agrees or is open is not in it', () => {
    const found = agrees({ ...good, assets: '1.3亿元', name: '' });
    expect(found).toMatchObject({ verdict: 'fail', values: { missing: { zh: '资产总额' } } });
    expect(found.why.zh).toBe('“资产总额”申报书为“12,000万元”，网上填报数据为“1.3亿元”。');
    expect(found.why.en).toContain('"12,000 万元"');
    expect(found.evidence).toHaveLength(2);
  });

  it('is what is open where nothing differs', () => {
    const found = agrees({ ...good, name: '能效优化平台' });
    expect(found).toMatchObject({ verdict: 'unknown', values: { missing: { zh: '项目名称' } } });
    expect(found.why.zh).toBe(
      '“项目名称”申报书为“窑炉能效优化平台”，网上填报数据为“能效优化平台”，是否一致请核对。',
    );
    expect(agrees({ ...good, name: '' }).why.zh).toBe(
      '“项目名称”申报书为“窑炉能效优化平台”，网上填报数据未填写，请核对。',
    );
  });

  it('says whose a short label is', () => {
    expect(agrees({ person: '李四' }).why.zh).toContain('“联系人·姓名”申报书为“张三”');
    expect(agrees({ phone: '13700000000' }).why.zh).toContain('“联系电话”申报书为未填写');
    expect(agrees({ director: '13700000000' }).why.zh).toContain('“法定代表人·电话”');
  });

  it('is that nothing was compared where the row has no column of the form', () => {
    const found = agrees({ remark: '甲' });
    expect([found.verdict, found.evidence]).toEqual(['unknown', [rowPlace]]);
    expect(found.why.zh).toContain('没有与申报书相同的栏目，未比对');
  });
});

describe('what is not compared', () => {
  it('is a column that the form does not ask', () => {
    expect(agrees({ ...good, remark: '甲' })).toMatchObject({
      verdict: 'pass',
      values: { count: { zh: '1' } },
    });
  });

  it('is a cell left empty whose field was not found, or is blank as well', () => {
    for (const draft of [null, { state: 'absent' as const }])
      expect(agrees({ ...good, name: '' }, { name: draft })).toMatchObject({
        verdict: 'pass',
        values: { count: { zh: '1' } },
      });
  });
});

describe('a blank against a value', () => {
  it('differs in a text; on a scan faint writing may have been missed', () => {
    expect(agrees({ name: '窑炉' }, { name: null }).verdict).toBe('fail');
    expect(agrees({ name: '窑炉' }, { name: null }, { readBy: 'ocr' }).verdict).toBe('unknown');
  });
});

describe('a telephone', () => {
  it('may be any of the same person, also where the field of its name was not found', () => {
    expect(agrees({ phone: '138 0000 0001' }).verdict).toBe('pass');
    expect(agrees({ phone: '13800000001' }, { phone: { state: 'absent' } }).verdict).toBe('pass');
  });

  it('of another person is not the one asked for', () => {
    expect(agrees({ mobile: '13900000009' }).verdict).toBe('fail');
    expect(agrees({ director: '13800000001' }).verdict).toBe('fail');
  });

  it('is no name, though the same person has it', () => {
    expect(agrees({ person: '13800000001' }).verdict).toBe('fail');
  });
});
