import { describe, expect, it } from 'vitest';
import type { Block } from '../../core/document.ts';
import { TextMap } from '../../core/text-map.ts';
import { type FilingDraft, scopeOf } from '../testing.ts';
import { readWords } from './words-of.ts';

const fields = [
  { key: 'story', type: 'section', label: '建设内容', en: 'Work' },
  { key: 'effect', type: 'section', label: '成效', en: 'Effects' },
  { key: 'note', type: 'long-text', label: '简介', en: 'Summary' },
  { key: 'people', type: 'count', label: '人数', en: 'Staff', unit: '人' },
];
const whole = { as: 'han', tables: true, headings: true } as const;

const count = (of: string[], draft: FilingDraft, more: object = {}) =>
  readWords({ ...whole, of, ...more }, scopeOf(draft, { fields }));

describe('the number of words', () => {
  it("is the sum of chapters and texts, without the form's words", () => {
    const draft = {
      sections: { story: ['（不少于五百字）', '建成专网。'], effect: ['降耗一成。'] },
      fields: { note: '面料追溯', people: { value: 80, raw: '八十人' } },
      form: ['（不少于五百字）'],
    };
    expect(count(['story'], draft)).toMatchObject({ known: true, value: 4, unit: '字' });
    expect(count(['story', 'effect', 'note'], draft)).toMatchObject({ known: true, value: 12 });
    // What was written and not what it was taken for.
    expect(count(['people'], draft)).toMatchObject({ known: true, value: 3 });
    expect(count(['story', 'note'], draft).evidence).toHaveLength(2);
  });

  it('of the whole filing needs no chapter', () => {
    expect(count([], { lines: ['建成专网。'] })).toMatchObject({ known: true, value: 4, evidence: [] });
  });

  it('is counted as the notice counts', () => {
    const draft = { sections: { story: ['建成5G专网。'] } };
    expect(['word', 'han', 'characters'].map((as) => count(['story'], draft, { as }))).toMatchObject([
      { value: 6 },
      { value: 4 },
      { value: 7 },
    ]);
  });

  it('is at least what was found where a chapter was not', () => {
    const found = count(['effect', 'story', 'note'], { sections: { story: ['建成专网。'] } });
    expect(found).toMatchObject({ known: false, atLeast: 4, unit: '字' });
    if (!found.known) expect(found.why.zh).toContain('成效');
  });

  it('of a lone text that is blank is nothing to praise, beside another it is none', () => {
    const blank = count(['note'], { fields: { note: null } });
    expect(blank).toMatchObject({ known: false, atLeast: 0, unit: '字', why: { zh: '“简介”未填写。' } });
    const beside = count(['note', 'story'], { fields: { note: null }, sections: { story: ['建成专网。'] } });
    expect(beside).toMatchObject({ known: true, value: 4 });
  });

  it('of a text that was cut is the least there are', () => {
    const scope = scopeOf({ sections: { story: ['建成专网。'] } }, { fields });
    const cut = { ...scope, filing: { ...scope.filing, problems: [{ code: 'text-too-long' as const }] } };
    for (const of of [['story'], []]) {
      const found = readWords({ ...whole, of }, cut);
      expect(found).toMatchObject({ known: false, atLeast: 4, unit: '字' });
      if (!found.known) expect(found.why.zh).toContain('过长');
    }
  });
});

it('tables and headings count only where the notice counts them', () => {
  const place = { page: 1, box: [0, 0, 9, 9] } as const;
  const paragraph = (text: string, outline?: number): Block => ({
    kind: 'paragraph',
    lines: [{ text, place, readBy: 'word-xml', confidence: 1 }],
    ...(outline === undefined ? {} : { outline }),
  });
  const cells = ['设备', '十台'].map((text, col) => ({
    row: 0,
    col,
    rowSpan: 1,
    colSpan: 1,
    place,
    blocks: [paragraph(text)],
  }));
  const body: Block[] = [
    paragraph('网络', 1),
    paragraph('建成专网。'),
    { kind: 'table', rows: 1, cols: 2, place, cells },
  ];
  const text = TextMap.of(body);
  const scope = scopeOf({}, { fields });
  const filing = {
    ...scope.filing,
    text,
    document: { ...scope.filing.document, body },
    sections: new Map([['story', { key: 'story', heading: '建设', text }]]),
  };
  const words = (more: object) => readWords({ ...whole, of: ['story'], ...more }, { ...scope, filing });
  expect(words({})).toMatchObject({ value: 10 });
  expect(words({ tables: false })).toMatchObject({ value: 6 });
  expect(words({ headings: false })).toMatchObject({ value: 8 });
  expect(words({ tables: false, headings: false })).toMatchObject({ value: 4 });
});
