import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareParties } from '../core/parties/compare.ts';
import { archiveOf } from '../index/archive.ts';
import { createRepeatFinder } from '../index/match.ts';
import { callWith, filingWith } from '../index/testing.ts';
import { Affiliates, readAffiliates } from './affiliates.ts';

const file = join(mkdtempSync(join(tmpdir(), 'affiliates-')), 'list.csv');
writeFileSync(
  file,
  '关联企业名单\n企业名称,关联企业,关系\n海砺数控（杭州）有限公司,澄远科技有限公司,全资子公司\n海砺数控(杭州)有限公司,江畔机床厂,曾用名\n,无名公司,子公司\n',
);

test('rows are found by their headers, what lacks a name is told', async () => {
  const { rows, unread, problems } = await readAffiliates(file);
  expect(rows).toHaveLength(2);
  expect(unread).toEqual([':5']);
  expect(problems).toEqual([]);
  expect((await readAffiliates(`${file}.missing`)).problems).toMatchObject([{ code: 'file-missing' }]);
});

test('a former name is the same company, a subsidiary an affiliate, both ways', async () => {
  const affiliates = new Affiliates((await readAffiliates(file)).rows);
  const who = (a: string, b: string) =>
    compareParties({ company: a, affiliations: affiliates.of(a) }, { company: b });
  expect(who('海砺数控（杭州）有限公司', '江畔机床厂').relation).toBe('same');
  expect(who('江畔机床厂', '海砺数控（杭州）有限公司').relation).toBe('same');
  expect(who('澄远科技有限公司', '海砺数控（杭州）有限公司')).toEqual({
    relation: 'affiliated',
    value: 0.75,
  });
  expect(who('澄远科技有限公司', '江畔机床厂').relation).toBe('different');
});

test('an award under a former name is found and barred', async () => {
  const award = {
    id: 'a',
    programme: 'apps',
    issuer: { kind: 'ministry', department: 'miit', words: '工信部', from: 'title' } as const,
    year: 2020,
    listedOn: '2020-12-31',
    title: '深孔钻削参数寻优APP',
    company: '江畔机床厂',
  };
  const { rows } = await readAffiliates(file);
  const finder = createRepeatFinder({
    pack: callWith(),
    asOf: '2021-10-20',
    awards: [award],
    archive: archiveOf([]),
    affiliates: new Affiliates(rows),
  });
  const filing = filingWith({ company: '海砺数控（杭州）有限公司', title: '深孔钻削参数寻优工业APP' });
  const [match] = (await finder.find([filing])).get('f1') ?? [];
  expect(match).toMatchObject({ verdict: 'barred', target: { id: 'a' } });
});
