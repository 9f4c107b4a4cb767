import { expect, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import type { Field } from '../../core/filing.ts';
import type { ListRow, OfficeList } from '../../lists/office/office-list.ts';
import { matchList } from './match-list.ts';

const pack = {
  form: formSchema.parse({
    title: '表',
    fields: [
      { key: 'company', label: '企业名称', en: 'c', type: 'text', role: 'applicant' },
      { key: 'name', label: '案例名称', en: 'n', type: 'text', role: 'title' },
      { key: 'code', label: '代码', en: 'n', type: 'credit-code', role: 'credit-code' },
    ],
  }),
};

function list(...rows: readonly Record<string, string>[]): OfficeList {
  const made = rows.map((values, i): ListRow => {
    const place = { file: 'a.xlsx', part: '', path: `tr[${i}]` };
    const cells = Object.entries(values).map(([key, raw]) => [key, { header: key, raw, place }] as const);
    return { number: i, place, cells: new Map(cells) };
  });
  return { files: ['a.xlsx'], rows: made, columns: [], unread: [], problems: [] };
}

function filing(id: string, values: Record<string, string>) {
  const fields = Object.entries(values).map(([key, value]): [string, Field] => [
    key,
    { key, label: key, value, raw: value, state: 'filled', confidence: 1, where: [] },
  ]);
  return { id, fields: new Map(fields) };
}

function match(rows: OfficeList, ...filings: ReturnType<typeof filing>[]) {
  const { listed, left } = matchList(rows, filings, pack);
  return {
    listed: Object.fromEntries(
      [...listed].map(([id, found]) => [id, found.state === 'row' ? found.row.number : found.state]),
    ),
    left: left.map((row) => row.number),
  };
}

test('names are matched however they are written, a code settles it, the rest is told', () => {
  const rows = list(
    { company: '苏州恒驰科技有限公司', name: '纺织协同平台' },
    { company: '江苏华兴(集团)有限公司', name: '窑炉能效优化' },
    { company: '旧名有限公司', code: '9144030071526726XG' },
    { company: '没有申报书的公司', name: '某某' },
  );
  expect(
    match(
      rows,
      filing('a', { company: '江苏华兴（集团）有限公司', name: '窑炉能效优化平台' }),
      filing('b', { company: '苏州恒驰科技 有限公司', name: '另一个名称完全不同的项目' }),
      filing('c', { company: '新名有限公司', code: '9144030071526726XG' }),
      filing('d', { company: '不在表中的公司', name: '不在表中' }),
    ),
  ).toEqual({ listed: { a: 1, b: 0, c: 2, d: 'none' }, left: [3] });
});

test('two filings of one applicant go by title; what could be either is open', () => {
  const rows = list(
    { company: '甲方有限公司', name: '窑炉能效优化平台' },
    { company: '甲方有限公司', name: '纺织供应链协同' },
  );
  const [a, b] = [
    filing('a', { company: '甲方有限公司', name: '纺织供应链协同' }),
    filing('b', { company: '甲方有限公司', name: '窑炉能效优化平台' }),
  ];
  expect(match(rows, a, b)).toEqual({ listed: { a: 1, b: 0 }, left: [] });
  expect(
    match(rows, filing('a', { company: '甲方有限公司' }), filing('b', { company: '甲方有限公司' })),
  ).toEqual({
    listed: { a: 'open', b: 'open' },
    left: [],
  });
  expect(match(list({ company: '甲方有限公司' }), filing('a', { company: '乙方有限公司' }))).toEqual({
    listed: { a: 'none' },
    left: [0],
  });
});
