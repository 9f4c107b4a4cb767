import { expect, it } from 'vitest';
import { sureEnough } from '../../core/filing.ts';
import { entryOf, type FieldDraft, packOf } from '../testing.ts';
import { callIt, sureValue } from './title-of.ts';

const pack = packOf({
  fields: [
    { key: 'company', type: 'text', role: 'applicant' },
    { key: 'name', type: 'text', role: 'title' },
    { key: 'again', type: 'text', role: 'title' },
  ],
});
const entry = (
  fields: Readonly<Record<string, string | FieldDraft | null>>,
  file = '甲市/来件/平台 终稿.pdf',
) => entryOf({ file, fields });

it('a filing is called by its title, else its applicant, else its file without its folders', () => {
  expect(callIt(pack, entry({ name: ' 窑炉\n 平台 ', company: '甲公司' }))).toBe('窑炉 平台');
  expect(callIt(pack, entry({ name: null, again: '平台', company: '甲公司' }))).toBe('平台');
  expect(callIt(pack, entry({ name: '  ', company: '甲公司' }))).toBe('甲公司');
  expect(callIt(pack, entry({ name: { value: '平召', confidence: 0.4 } }))).toBe('平台 终稿.pdf');
  expect(callIt(pack, entry({}, 'C:\\甲市\\平台.pdf'))).toBe('平台.pdf');
});

it('a value counts from the confidence on that is sure enough, and only where something is written', () => {
  const of = (draft: FieldDraft) => sureValue(entry({ name: draft }), 'name');
  expect(of({ value: '平台', confidence: sureEnough })).toBe('平台');
  expect(of({ value: '平台', confidence: sureEnough - 0.01 })).toBeNull();
  expect(of({ value: '平台', state: 'unreadable' })).toBeNull();
  expect(sureValue({ id: 'x', file: 'x.pdf', classification: [], matches: [] }, 'name')).toBeNull();
});
