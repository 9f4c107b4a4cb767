import { expect, test } from 'vitest';
import type { FilingVersion } from '../core/records.ts';
import { identify, type PresentForm } from './identify.ts';

const form = (file: string, bytes: string, applicant = '甲公司', title = '甲平台'): PresentForm => ({
  form: bytes,
  file,
  applicant,
  title,
});

const known = (
  { form: bytes, file, applicant, title }: PresentForm,
  filing: string,
  version = 1,
  replacedAt?: string,
): FilingVersion => ({
  filing,
  batch: 'b',
  version,
  form: bytes,
  file,
  applicant,
  title,
  by: 'first',
  addedAt: '2022-01-01T00:00:00.000Z',
  ...(replacedAt ? { replacedAt } : {}),
});

test('a new form is a filing of its own; the same bytes in the same place stay the version they were', () => {
  const first = form('甲.docx', 'a');
  expect(identify([], [first])).toMatchObject([{ version: 1, by: 'first', fresh: true, former: false }]);
  expect(identify([known(first, 'f1')], [first])).toMatchObject([
    { filing: 'f1', version: 1, fresh: false, former: false },
  ]);
});

test('other bytes under the same path are a new version, whatever stands in them now', () => {
  const before = known(form('甲.docx', 'a'), 'f1');
  const now = form('甲.docx', 'b', '甲有限公司', '甲平台二期');
  expect(identify([before], [now])).toMatchObject([
    { filing: 'f1', version: 2, by: 'file-name', fresh: true },
  ]);
});

test('another path corrects a filing by applicant and title, once its own file is gone', () => {
  const before = known(form('甲.docx', 'a'), 'f1');
  const renamed = form('收件/甲公司.docx', 'b');
  expect(identify([before], [renamed])).toMatchObject([
    { filing: 'f1', version: 2, by: 'applicant-and-title' },
  ]);
  const both = identify([before], [form('甲.docx', 'a'), renamed]);
  expect(both[1]).toMatchObject({ version: 1, by: 'first', former: false });
});

test('beside its former version a correction is told by its name alone', () => {
  const before = form('甲.docx', 'a');
  const after = form('甲（补正）.docx', 'b');
  const first = identify([], [before, after]);
  expect(first[0]).toMatchObject({ version: 1, former: true });
  expect(first[1]).toMatchObject({ version: 2, corrects: 0, by: 'applicant-and-title', former: false });
  const store = [known(before, 'f1', 1, '2022-02-01T00:00:00.000Z'), known(after, 'f1', 2)];
  expect(identify(store, [before, after])).toMatchObject([
    { filing: 'f1', version: 1, former: true, fresh: false },
    { filing: 'f1', version: 2, former: false, fresh: false },
  ]);
});

test('where two could be meant, or applicant or title is not known, nothing is taken for a correction', () => {
  const one = known(form('甲.docx', 'a'), 'f1');
  const two = known(form('乙.docx', 'b'), 'f2');
  expect(identify([one, two], [form('丙.docx', 'c')])).toMatchObject([{ version: 1, by: 'first' }]);
  const nameless = known(form('甲.docx', 'a', '', ''), 'f1');
  expect(identify([nameless], [form('乙.docx', 'b', '', '')])).toMatchObject([{ by: 'first' }]);
  const originals = [form('甲.docx', 'a'), form('甲2.docx', 'b')];
  const ambiguous = identify([], [...originals, form('甲（补正）.docx', 'c')]);
  expect(ambiguous.map(({ former }) => former)).toEqual([false, false, false]);
});

test('a filing that goes back to its first bytes gets a new version once the correction is gone', () => {
  const before = form('甲.docx', 'a');
  const store = [known(before, 'f1', 1, '2022-02-01T00:00:00.000Z'), known(form('甲.docx', 'b'), 'f1', 2)];
  expect(identify(store, [before])).toMatchObject([{ filing: 'f1', version: 3, by: 'file-name' }]);
});

test('a person may say what a form corrects, whatever stands in it, and it stays so', () => {
  const before = form('甲.docx', 'a');
  const after = form('来信附件.docx', 'b', '', '');
  const said = new Map([['来信附件.docx', '甲.docx']]);
  const both = identify([], [before, after], said);
  expect(both[0]).toMatchObject({ version: 1, former: true });
  expect(both[1]).toMatchObject({ corrects: 0, version: 2, by: 'person', fresh: true, former: false });
  // Where it was screened as a filing of its own before.
  const own = known(after, 'f2');
  const later = identify([known(before, 'f1'), own], [before, after], said);
  expect(later[0]).toMatchObject({ filing: 'f1', version: 1, former: true, fresh: false });
  expect(later[1]).toMatchObject({ filing: 'f1', version: 2, by: 'person', fresh: true });
  const kept = [
    known(before, 'f1', 1, '2022-02-01'),
    own,
    { ...known(after, 'f1', 2), by: 'person' as const },
  ];
  for (const again of [identify(kept, [before, after], said), identify(kept, [before, after])]) {
    expect(again[0]).toMatchObject({ filing: 'f1', version: 1, former: true });
    expect(again[1]).toMatchObject({ filing: 'f1', version: 2, by: 'person', fresh: false });
  }
});
