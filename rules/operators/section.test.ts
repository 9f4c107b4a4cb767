import { expect, test } from 'vitest';
import { type FilingDraft, run, scopeOf } from '../testing.ts';

const fields = [
  { key: 'story', type: 'section', label: '建设内容', en: 'Work' },
  { key: 'note', type: 'long-text', label: '简介', en: 'Summary' },
];
const ask = (draft: FilingDraft, field = 'story', minWords = 5) =>
  run({ section: { field, minWords } }, scopeOf(draft, { fields }));

test('a chapter with as many words as the office asks passes, at its place, with its count', () => {
  const found = ask({ lines: ['封面'], sections: { story: ['建成专网。'] } });
  expect([found.verdict, found.values.count?.zh, found.values.left?.zh]).toEqual(['pass', '5', '5']);
  expect(found.evidence).toEqual([{ page: 1, box: [100, 10, 200, 19] }]);
  expect(found.why.zh).toContain('约5字');
});

test('a chapter one word short fails silently: no notice says how many are enough', () => {
  const found = ask({ sections: { story: ['建专网。'] } });
  expect([found.verdict, found.silent, found.values.missing?.zh]).toEqual(['fail', true, '建设内容']);
  expect(found.why.zh).toContain('少于审核单位设定的5字');
});

test('a chapter found and left empty fails, and not silently', () => {
  const found = ask({ sections: { story: [' '] }, form: [] });
  expect([found.verdict, found.silent ?? false]).toEqual(['fail', false]);
});

test('a blank text fails at its place, one that was not found is open and says so', () => {
  const blank = ask({ fields: { note: null } }, 'note');
  expect([blank.verdict, blank.values.count?.zh, blank.evidence.length]).toEqual(['fail', '0', 1]);
  const gone = ask({}, 'note');
  expect([gone.verdict, gone.values.missing?.zh]).toEqual(['unknown', '简介']);
  expect(gone.why.zh).toContain('未找到');
});

test('a long text without a chapter is counted as well', () => {
  expect(ask({ fields: { note: '建成专网。' } }, 'note').verdict).toBe('pass');
});

test('a chapter whose heading was read with doubt is counted, at its own words', () => {
  const found = ask({
    sections: { story: ['建成专网。'] },
    fields: { story: { value: '建成专网。', confidence: 0.1 } },
  });
  expect([found.verdict, found.evidence]).toEqual(['pass', [{ page: 1, box: [0, 10, 100, 19] }]]);
});

test('of a text that was cut, what is short is open and what is enough is enough', () => {
  const cutShort = (words: string) => {
    const scope = scopeOf({ sections: { story: [words] } }, { fields });
    const filing = { ...scope.filing, problems: [{ code: 'text-too-long' as const }] };
    return run({ section: { field: 'story', minWords: 5 } }, { ...scope, filing });
  };
  expect([cutShort('建成专网。').verdict, cutShort('建专网。').verdict]).toEqual(['pass', 'unknown']);
  expect(cutShort('建专网。').values.count?.zh).toBe('4');
});
