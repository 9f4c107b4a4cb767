import { expect, test } from 'vitest';
import { judgeBatch } from '../../rules/batch/judge-batch.ts';
import { entryOf } from '../../rules/testing.ts';
import { type AwardListText, type BanCase, outcomeOf, packNamed } from './ban-case.ts';

/** 二（一）：2020年已获评跨行业跨领域工业互联网平台的，需重新申报，不占地方申报名额。 */
const call = 'miit-2022-cross-platform';
const clause = '二（一）：2020年已获评…的，需重新申报，不占地方申报名额';
const same = { company: '武汉江畔智联科技有限公司', title: '江畔云工业互联网平台' };
const ministry = '工业和信息化部关于公布2020年跨行业跨领域工业互联网平台清单的通知';

const pack = packNamed(call);
const keyOf = (role: string) => pack.form.fields.find((field) => field.role === role)?.key ?? '';

interface Row {
  readonly name: string;
  readonly list: Partial<AwardListText>;
  readonly filing?: BanCase['filing'];
  readonly affiliates?: BanCase['affiliates'];
  /** Must apply again and uses no quota; an ordinary filing; or open. */
  readonly expected: 'outside' | 'counted';
}

const rows: readonly Row[] = [
  { name: '2020年获评，部公布', list: { title: ministry }, expected: 'outside' },
  {
    name: '2020年获评，已更名，列为曾用名',
    list: { title: ministry },
    filing: { company: '湖北云澜工业软件有限公司', title: same.title },
    affiliates: [{ company: '湖北云澜工业软件有限公司', affiliate: same.company, kind: '曾用名' }],
    expected: 'outside',
  },
  {
    name: '2020年获评，已更名，没有关联名单',
    list: { title: ministry },
    filing: { company: '湖北云澜工业软件有限公司', title: same.title },
    expected: 'counted',
  },
  { name: '2019年获评', list: { title: ministry.replace('2020', '2019') }, expected: 'counted' },
  { name: '没有写明由谁公布', list: { title: '2020年跨行业跨领域工业互联网平台清单' }, expected: 'counted' },
  {
    name: '湖北省的名单',
    list: { title: '湖北省2020年跨行业跨领域工业互联网平台清单' },
    expected: 'counted',
  },
  {
    name: '另一计划',
    list: { title: '工业和信息化部关于公布2020年工业互联网试点示范项目名单的通知' },
    expected: 'counted',
  },
  {
    name: '另一单位',
    list: { title: ministry },
    filing: { company: '宁波海砺数控科技有限公司', title: '海砺工业互联网平台' },
    expected: 'counted',
  },
];

test.each(rows)('$name → $expected', async ({ list, filing = same, affiliates, expected }) => {
  const { verdict, match } = await outcomeOf({
    name: '',
    call,
    clause,
    expected: 'free',
    list: { ...list, row: { 平台名称: same.title, 依托企业: same.company, ...list.row } },
    filing,
    ...(affiliates ? { affiliates } : {}),
  });
  // The notice bars nobody.
  expect(verdict).toBe('free');
  const fields = { [keyOf('title')]: filing.title, [keyOf('recommending-unit')]: '湖北省经济和信息化厅' };
  const read = entryOf({ id: 'filing', file: 'filing.docx', fields });
  const entry = { ...read, matches: match ? [match] : [] };
  const quota = judgeBatch(pack, [entry], { awards: [] }).find(({ rule }) => rule === 'recommending-quota');
  expect(quota?.message.zh).toContain(expected === 'outside' ? '推荐0项' : '推荐1项');
  expect(quota?.message.zh.includes('另有1项为须重新申报')).toBe(expected === 'outside');
});
