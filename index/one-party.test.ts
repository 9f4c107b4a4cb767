import { expect, test } from 'vitest';
import { archiveOf } from './archive.ts';
import { createRepeatFinder } from './match.ts';
import { callWith, filingWith } from './testing.ts';

/** One award, one applicant, its place written in other ways: the ban does not hang on the city. */
test.each([
  ['宜昌市华兴纺织有限公司', '宜昌华兴纺织有限公司'],
  ['荆州市华兴纺织有限公司', '荆州华兴纺织有限公司'],
  ['荆州华兴纺织有限公司', '湖北荆州华兴纺织有限公司'],
  ['昆山市华兴纺织有限公司', '昆山华兴纺织有限公司'],
  ['昆山华兴纺织有限公司', '江苏昆山华兴纺织有限公司'],
  ['华兴纺织（昆山）有限公司', '昆山华兴纺织有限公司'],
])('an award of %s bars %s', async (awarded, company) => {
  const title = '织机断经断纬预测性维护工业APP';
  const issuer = { kind: 'ministry', department: 'miit', words: '工信部', from: 'title' } as const;
  const listed = { programme: 'apps', issuer, year: 2020, listedOn: '2020-12-31' };
  const award = { id: 'a', ...listed, title, company: awarded };
  const finder = createRepeatFinder({
    pack: callWith(),
    asOf: '2021-10-20',
    awards: [award],
    archive: archiveOf([]),
  });
  const found = await finder.find([filingWith({ company, title })]);
  expect(found.get('f1')?.[0]).toMatchObject({ verdict: 'barred', target: { id: 'a' } });
});
