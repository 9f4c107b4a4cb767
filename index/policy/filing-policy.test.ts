import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Resubmission } from '../../calls/schema/index.ts';
import type { IndexedFiling } from '../indexed-filing.ts';
import type { Likeness } from '../model/likeness.ts';
import { callWith, filingWith } from '../testing.ts';
import { decideArchive, decideBatch } from './filing-policy.ts';

const same: Likeness = {
  score: 0.98,
  who: { relation: 'same', value: 1 },
  title: 1,
  text: 0.9,
  signals: [],
  passages: [],
  excludedShare: 0,
};
const stranger = { relation: 'different', value: 0 } as const;
const said = (decision: { reasons: readonly { zh: string }[] } | undefined) =>
  (decision?.reasons ?? []).slice(1).map(({ zh }) => zh);

test('batch: from one half on, likely one solution, and a person looks', () => {
  expect(decideBatch({ ...same, score: 0.5, text: 0 })?.verdict).toBe('review');
  expect(decideBatch({ ...same, score: 0.499, text: 0 })?.verdict).toBe('info');
  expect(decideBatch({ ...same, score: 0.499, text: 0, who: stranger })).toBeUndefined();
});

test('batch: from two fifths of the text on a copy of another applicant is shown as copied', () => {
  const copy = { ...same, score: 0.2, text: 0.4, who: stranger };
  expect(decideBatch(copy)?.verdict).toBe('review');
  expect(said(decideBatch(copy))[0]).toContain('大段相同');
  expect(said(decideBatch({ ...same, who: stranger }))[0]).toContain('可能是同一方案');
  expect(decideBatch({ ...copy, text: 0.399 })).toBeUndefined();
  const { text: _, ...unread } = copy;
  expect(decideBatch(unread)).toBeUndefined();
});

test('batch: what is hardly one solution holds nobody up, however much text is alike', () => {
  const copy = { ...same, score: 0.04, text: 0.6 };
  expect(decideBatch(copy)).toMatchObject({ verdict: 'info' });
  expect(said(decideBatch(copy))[0]).toContain('另有申报');
  const strangers = decideBatch({ ...copy, who: stranger });
  expect([strangers?.verdict, said(strangers)[0]]).toEqual([
    'info',
    expect.stringContaining('大段相同，但不像'),
  ]);
});

test('property: no probability below one fifth is put before a person', () => {
  const chance = fc.double({ min: 0, max: 0.199, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(chance, share, share, share, (score, text, title, value) => {
      const likeness = { ...same, score, text, title, who: { relation: 'likely', value } } as const;
      expect(decideBatch(likeness)?.verdict).not.toBe('review');
      expect(archive(likeness, before()).verdict).toBe('info');
    }),
  );
});

test('batch: another project of the applicant is information, told as such, from a sure name on', () => {
  const other = { ...same, score: 0.1, text: 0 };
  const sibling = decideBatch({ ...other, who: { relation: 'likely', value: 0.8 } });
  expect(sibling?.verdict).toBe('info');
  expect(said(sibling)[0]).toContain('另有申报');
  expect(decideBatch({ ...other, who: { relation: 'affiliated', value: 0.79 } })).toBeUndefined();
});

const now = filingWith({ id: 'now', call: 'apps-2021', year: 2021 });
const before = (of: Partial<IndexedFiling> = {}) =>
  filingWith({ id: 'old', call: 'apps-2020', year: 2020, ...of });
const archive = (
  likeness: Likeness,
  archived: IndexedFiling,
  policy: Partial<Resubmission> = {},
  filing: IndexedFiling = now,
) => decideArchive(likeness, filing, archived, callWith(policy).call.resubmission);

test('archive: the same solution of an earlier call is for a person, with its year and the clause', () => {
  const found = archive(same, before());
  expect(found.verdict).toBe('review');
  expect(said(found)).toEqual([expect.stringContaining('2020年曾申报过的材料')]);
  expect(said(found)[0]).toContain('通知“二（四）”');
  const { year: _, ...undated } = before();
  expect(said(archive(same, undated))[0]).toContain('以往曾申报过的材料');
});

test('archive: likely one solution from one half on; what is less is information', () => {
  expect(archive({ ...same, score: 0.5 }, before()).verdict).toBe('review');
  const other = archive({ ...same, score: 0.499 }, before());
  expect(other.verdict).toBe('info');
  expect(said(other)).toEqual([expect.stringContaining('不像同一方案')]);
});

test('archive: where the call bars nothing, the applicant may hand it in again; another applicant is shown', () => {
  const free = { bars: 'nothing' } as const;
  const own = archive(same, before(), free);
  expect([own.verdict, said(own)]).toEqual(['info', []]);
  expect(archive({ ...same, who: { relation: 'likely', value: 0.8 } }, before(), free).verdict).toBe('info');
  expect(archive({ ...same, who: { relation: 'affiliated', value: 0.79 } }, before(), free).verdict).toBe(
    'review',
  );
  expect(archive({ ...same, who: stranger }, before(), free).verdict).toBe('review');
  expect(archive(same, before(), { bars: 'solution' }).verdict).toBe('review');
});

test('archive: a version of the same call is information, of another applicant for a person', () => {
  const version = before({ call: 'apps-2021', year: 2021 });
  const found = archive(same, version);
  expect([found.verdict, said(found)[0]]).toEqual(['info', expect.stringContaining('提交过的版本')]);
  expect(archive({ ...same, who: stranger }, version).verdict).toBe('review');
});

test('archive: of an earlier year handed in by the office, only one dated in this year is a version', () => {
  const earlier = { call: 'apps-2021', earlier: true } as const;
  expect(archive(same, before({ ...earlier, year: 2020 })).verdict).toBe('review');
  expect(archive(same, before({ ...earlier, year: 2021 })).verdict).toBe('info');
  expect(archive(same, before({ call: 'apps-2021', year: 2020 })).verdict).toBe('info');
});

test('archive: two recommending units of one call are told to a person, the same one in other marks is not', () => {
  const version = { call: 'apps-2021', year: 2021 };
  const by = (ours: string | undefined, theirs: string | undefined, who: Likeness['who'] = same.who) => {
    const of = (unit: string | undefined) => (unit === undefined ? {} : { recommender: unit });
    return archive(
      { ...same, who },
      before({ ...version, ...of(theirs) }),
      {},
      filingWith({ id: 'now', ...of(ours) }),
    );
  };
  const twice = by('江苏省工信厅', '中国钢铁工业协会');
  expect(twice.verdict).toBe('review');
  expect(said(twice)[0]).toContain('已由“中国钢铁工业协会”推荐过');
  expect(by('江苏省工信厅', '江苏省 工信厅').verdict).toBe('info');
  expect(by(undefined, '中国钢铁工业协会').verdict).toBe('info');
  expect(by('江苏省工信厅', undefined).verdict).toBe('info');
  expect(said(by('江苏省工信厅', '中国钢铁工业协会', stranger))[0]).not.toContain('推荐过');
  const other = archive(
    same,
    before({ recommender: '中国钢铁工业协会' }),
    {},
    filingWith({ id: 'now', recommender: '江苏省工信厅' }),
  );
  expect(said(other)[0]).toContain('2020年曾申报过');
});
