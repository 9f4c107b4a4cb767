import { expect, test } from 'vitest';
import { judgeBatch } from '../../rules/batch/judge-batch.ts';
import { entryOf } from '../../rules/testing.ts';
import { packNamed } from './ban-case.ts';

interface Row {
  readonly call: string;
  readonly unit: string;
  readonly count: number;
  /** `pass`; `mend`: over a number that may not be exceeded; `remark`: over a usual one; none: no quota is set. */
  readonly expected: 'pass' | 'mend' | 'remark' | 'none';
  readonly clause: string;
}

const [apps, cases, cross] = [
  'miit-2021-app-solutions',
  'miit-2022-application-cases',
  'miit-2022-cross-platform',
];
const usual = '二（二）：数量一般不超过2个';
const rows: readonly Row[] = [
  {
    call: apps,
    unit: '江苏省工业和信息化厅',
    count: 10,
    expected: 'pass',
    clause: '四（二）：各省…不超过10个',
  },
  {
    call: apps,
    unit: '江苏省工业和信息化厅',
    count: 11,
    expected: 'mend',
    clause: '四（二）：各省…不超过10个',
  },
  {
    call: apps,
    unit: '中国钢铁工业协会',
    count: 6,
    expected: 'mend',
    clause: '四（二）：…行业协会不超过5个',
  },
  {
    call: cases,
    unit: '江苏省工业和信息化厅',
    count: 10,
    expected: 'pass',
    clause: '三（二）：各省…不超过10个',
  },
  {
    call: cases,
    unit: '宁波市经济和信息化局',
    count: 8,
    expected: 'pass',
    clause: '三（二）：计划单列市不超过8个',
  },
  {
    call: cases,
    unit: '宁波市经济和信息化局',
    count: 9,
    expected: 'mend',
    clause: '三（二）：计划单列市不超过8个',
  },
  { call: cross, unit: '湖北省经济和信息化厅', count: 2, expected: 'pass', clause: usual },
  { call: cross, unit: '湖北省经济和信息化厅', count: 3, expected: 'remark', clause: usual },
  { call: cross, unit: '湖北省经济和信息化厅', count: 9, expected: 'remark', clause: usual },
  {
    call: 'miit-2022-pilots',
    unit: '江苏省工业和信息化厅',
    count: 30,
    expected: 'none',
    clause: '来源未载明名额',
  },
  {
    call: 'jiangsu-2022-benchmark-factory',
    unit: '苏州市工业和信息化局',
    count: 30,
    expected: 'none',
    clause: '通知未设名额',
  },
];

test.each(rows)('$call $unit $count → $expected', ({ call, unit, count, expected, clause }) => {
  const pack = packNamed(call);
  const key = pack.form.fields.find(({ role }) => role === 'recommending-unit')?.key ?? '';
  const entries = Array.from({ length: count }, (_, i) =>
    entryOf({ id: `${i}`, file: `${i}.docx`, fields: key ? { [key]: unit } : {} }),
  );
  const rule = pack.call.batch.find(({ kind }) => kind === 'quota')?.id;
  const found = judgeBatch(pack, entries).filter((one) => one.rule === rule);
  const told = found.map(({ verdict, consequence }) => (verdict === 'fail' ? consequence : verdict));
  expect([clause, ...told]).toEqual([clause, ...(expected === 'none' ? [] : [expected])]);
  expect(
    found.some(({ message }) => message.zh.includes('超过一般数额') && !message.zh.includes('未超过')),
  ).toBe(expected === 'remark');
});
