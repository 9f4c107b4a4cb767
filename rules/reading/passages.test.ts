import { expect, test } from 'vitest';
import { type FilingDraft, scopeOf } from '../testing.ts';
import { passagesOf } from './passages.ts';

const fields = [
  { key: 'story', type: 'section', label: '建设内容', en: 'Work' },
  { key: 'effect', type: 'section', label: '成效', en: 'Effects' },
  { key: 'company', type: 'text', label: '企业名称', en: 'Company' },
  { key: 'kind', type: 'ticks', label: '类型', en: 'Kind', options: [{ text: '流程' }, { text: '离散' }] },
];

const of = (keys: string[], draft: FilingDraft) => {
  const { texts, gap, scanned } = passagesOf(scopeOf(draft, { fields }), keys);
  return { texts: texts.map(({ text }) => text), why: gap?.why.zh, scanned };
};

test('without keys the whole filing is looked into, and a page that was not read leaves a gap', () => {
  const lines = ['公司位于无锡。'];
  expect(of([], { lines })).toEqual({ texts: lines, why: undefined, scanned: false });
  expect(of([], { lines, readBy: 'ocr' }).scanned).toBe(true);
  const torn = of([], { lines, unreadablePage: true });
  expect([torn.texts, torn.why]).toEqual([lines, expect.stringContaining('未能识别')]);
});

test('a chapter, a text and the ticked options are looked into, each by itself', () => {
  const draft = {
    sections: { story: ['建成专网。'] },
    fields: { company: '恒驰纺织', kind: { value: ['流程'], raw: '☑流程 □离散' } },
  };
  expect(of(['story', 'company', 'kind'], draft)).toEqual({
    texts: ['建成专网。', '恒驰纺织', '☑流程 □离散'],
    why: undefined,
    scanned: false,
  });
});

test('a field tells its own places', () => {
  const draft = { lines: ['封面'], fields: { company: '恒驰纺织' } };
  const { texts } = passagesOf(scopeOf(draft, { fields }), ['company']);
  expect(texts[0]?.placesOf(0, 1)).toEqual([{ page: 1, box: [100, 20, 200, 29] }]);
});

test('what was not found leaves a gap even where another text was read', () => {
  const found = of(['story', 'effect'], { sections: { story: ['建成专网。'] } });
  expect([found.texts, found.why]).toEqual([['建成专网。'], expect.stringContaining('未找到“成效”')]);
});

test('the first of several gaps is told', () => {
  expect(of(['effect', 'company'], {}).why).toContain('成效');
});

test('a chapter that was found counts as found though its field is doubtful or blank', () => {
  const section = { story: ['建成专网。'] };
  for (const field of [{ value: '建成专网。', confidence: 0.1 }, { state: 'blank' as const }]) {
    const found = of(['story'], { sections: section, fields: { story: field } });
    expect(found).toEqual({ texts: ['建成专网。'], why: undefined, scanned: false });
  }
});

test('a blank text is a gap only where there is no other: nothing was said, which is not nothing found', () => {
  expect(of(['company'], { fields: { company: null } })).toEqual({
    texts: [],
    why: '“企业名称”未填写。',
    scanned: false,
  });
  const both = of(['company', 'story'], { fields: { company: null }, sections: { story: ['建成专网。'] } });
  expect([both.texts, both.why]).toEqual([['建成专网。'], undefined]);
});

test('a chapter on a scanned page is scanned', () => {
  const draft = { sections: { story: ['建成专网。'] }, fields: { company: '恒驰纺织' } };
  expect(of(['story', 'company'], { ...draft, readBy: 'ocr' }).scanned).toBe(true);
  expect(of(['story', 'company'], draft).scanned).toBe(false);
});

test('where the text was cut, what was not found may stand behind the cut', () => {
  const scope = scopeOf({ sections: { story: ['建成专网。'] } }, { fields });
  const cut = { ...scope, filing: { ...scope.filing, problems: [{ code: 'text-too-long' as const }] } };
  const { texts, gap } = passagesOf(cut, ['story']);
  expect([texts.length, gap?.why.zh]).toEqual([1, expect.stringContaining('过长')]);
});
