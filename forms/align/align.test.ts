import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { documents, spoiltForms } from '../arbitrary.ts';
import { blank, blankHtml, form } from '../testing.ts';
import { alignForm, candidatesOf, chainOf } from './align.ts';
import { streamOf } from './stream.ts';
import { compileTemplate } from './template.ts';

const template = compileTemplate(form, blank);

/** The found literals: the form's words and where they stand in the filing's folded text. */
function align(html: string) {
  const stream = streamOf(readHtml(html));
  return alignForm(template, stream).map((anchor) => {
    const item = template.items[anchor.item]!;
    return {
      ...anchor,
      words: item.kind === 'literal' ? item.text : '',
      before: stream.folded.slice(Math.max(0, anchor.start - 2), anchor.start),
    };
  });
}

const literals = template.items.flatMap((item) => (item.kind === 'literal' ? [item.text] : []));
const filled = (answer: string) => blankHtml.replace(/\{\{[^}]*\}\}/gu, answer);

test('a filing that keeps to the form has every word of it, in order', () => {
  for (const answer of ['', '答案', '____'])
    expect(align(filled(answer)).map(({ words }) => words)).toEqual(literals);
});

test('answers that repeat the words of the form do not take their place', () => {
  const anchors = align(
    blankHtml.replace('项 目 名 称：{{title}}', '项目名称：企业名称与邮箱：统一管理项目'),
  );
  expect(anchors.map(({ words }) => words)).toEqual(literals);
});

test('a literal that stands in the form twice is found by its order', () => {
  const html = filled('').replace('其中，运行设备', '其中，运行设备7').replace('加工设备', '加工设备9');
  const units = align(html).filter(({ words }) => words.startsWith('台/套'));
  expect(units).toHaveLength(2);
  expect(units.map(({ before }) => before)).toEqual(['备7', '备9']);
});

test('what is mistyped is found, what is missing is left out', () => {
  const html = filled('甲').replace('统一社会信用代码', '统一社会信甩代玛').replace('所属类型', '');
  const words = align(html).map((anchor) => anchor.words);
  expect(words).toContain('统一社会信用代码');
  expect(words).not.toContain('所属类型');
});

test('noise around the form does not move it', () => {
  const noise = [
    '附件三',
    '企业名称',
    '填表说明：请如实填写。',
    '安全',
    '入侵检测系统',
    '2019 年',
    '姓名',
    '（一）',
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(noise),
      fc.shuffledSubarray(noise),
      fc.constantFrom('', '答案'),
      (before, after, answer) => {
        const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');
        const html = filled(answer)
          .replace('<body>', `<body>${paragraphs(before)}`)
          .replace('</body>', `${paragraphs(after)}</body>`);
        const start = streamOf(readHtml(paragraphs(before))).folded.length;
        const alone = align(filled(answer)).map((anchor) => [anchor.item, anchor.start + start]);
        expect(align(html).map((anchor) => [anchor.item, anchor.start])).toEqual(alone);
      },
    ),
    { numRuns: 40 },
  );
});

test('of any document the chain keeps the order of the form and of the text', () => {
  fc.assert(
    fc.property(fc.oneof(documents, spoiltForms), (document) => {
      const stream = streamOf(document);
      let item = -1;
      let at = 0;
      for (const anchor of alignForm(template, stream)) {
        expect(anchor.item).toBeGreaterThan(item);
        expect(anchor.start).toBeGreaterThanOrEqual(at);
        expect(anchor.end).toBeGreaterThan(anchor.start);
        item = anchor.item;
        at = anchor.end;
      }
      expect(at).toBeLessThanOrEqual(stream.folded.length);
    }),
    { numRuns: 300 },
  );
});

test('nothing aligns with nothing', () => {
  expect(align('')).toEqual([]);
  expect(alignForm(compileTemplate(form, readHtml('')), streamOf(blank))).toEqual([]);
});

const own = formSchema.parse({
  title: '表',
  fields: [
    { key: 'a', label: '名称', en: 'a', type: 'text' },
    { key: 'chapter', label: '概况', en: 'b', type: 'section' },
    { key: 'story', label: '说明', en: 'c', type: 'long-text' },
    { key: 'k', label: '类型', en: 'k', type: 'choice', options: [{ text: '甲类' }, { text: '乙类' }] },
    {
      key: 'rows',
      label: '荣誉',
      en: 'd',
      type: 'table',
      columns: ['award', 'rank'].map((key) => ({ key, label: key, en: key })),
    },
  ],
});
const sheet = (printed: string) => compileTemplate(own, readHtml(printed));
const row = (...cells: string[]) =>
  `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;

describe('where a phrase of the form may stand', () => {
  const places = (printed: string, written: string) =>
    candidatesOf(sheet(printed), streamOf(readHtml(written))).map(({ item, start, end, worth }) => [
      item,
      start,
      end,
      worth,
    ]);

  it('it is worth its length, and more where it opens or closes its cell in both', () => {
    const whole = row('联系电话');
    expect(places(whole, row('联系电话'))).toEqual([[0, 0, 4, 8]]);
    expect(places(whole, row('联系电话为'))).toEqual([[0, 0, 4, 6]]);
    expect(places(whole, row('的联系电话'))).toEqual([[0, 1, 5, 6]]);
    expect(places(whole, row('其他', '的联系电话为'))).toEqual([[0, 3, 7, 4]]);
    expect(places(row('联系电话{{a}}'), row('联系电话'))).toEqual([[0, 0, 4, 6]]);
    expect(places(row('{{a}}联系电话'), row('联系电话'))).toEqual([[1, 0, 4, 6]]);
  });

  it('each wrong character takes two off', () => {
    expect(places(row('{{a}}统一社会信用代码{{a}}'), row('统一社会信甩弋码'))).toEqual([[1, 0, 8, 4]]);
    expect(places(row('{{a}}统一社会信用代码{{a}}'), row('统一社会信甩代码'))).toEqual([[1, 0, 8, 6]]);
  });

  it('one or two characters say little, and one in the midst of a line nothing', () => {
    expect(places(row('{{a}}万元{{a}}'), row('12万元整'))).toEqual([[1, 2, 4, 0.5]]);
    expect(places(row('{{a}}台套数{{a}}'), row('12台套数整'))).toEqual([[1, 2, 5, 3]]);
    expect(places(row('{{a}}元{{a}}'), row('12元'))).toEqual([]);
    expect(places(row('{{a}}元'), row('12元'))).toEqual([[1, 2, 3, 1.5]]);
  });

  it('of very many places the twenty-four best are kept, in the order of the filing', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `<p>${i < 20 ? '的联系电话为' : '联系电话'}</p>`).join(
      '',
    );
    const found = places(row('联系电话'), lines);
    expect(found).toHaveLength(24);
    expect(found.filter(([, , , worth]) => worth === 8)).toHaveLength(20);
    const starts = found.map(([, start = 0]) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('words that the form has twice may stand in the same places, the earlier ones first', () => {
    const found = places(row('联系电话', '{{a}}', '联系电话'), row('联系电话', '1', '联系电话'));
    expect(found.map(([item, start]) => [item, start])).toEqual([
      [0, 0],
      [2, 0],
      [0, 5],
      [2, 5],
    ]);
  });

  it('a phrase that lost its beginning does not take it from the cell before', () => {
    for (const before of ['华兴公司', '华兴社会'])
      expect(places(row('统一社会信用代码'), row(before, '社会信用代码'))).toEqual([[0, 4, 10, 8]]);
    // Nor its end from the cell behind.
    expect(places(row('统一社会信用代码'), row('统一社会信用', '九一三二'))).toEqual([[0, 0, 6, 8]]);
  });

  it('but one that the filing has in two cells is found over both', () => {
    expect(places(row('统一社会信用代码'), row('统一社会', '信用代码'))).toEqual([[0, 0, 8, 10]]);
    expect(places(row('统一社会信用代码'), row('统一社会', '信甩代码'))).toEqual([[0, 0, 8, 8]]);
  });
});

describe('how much may stand between two phrases', () => {
  /** Whether a phrase of some worth is kept before a worthier one, with so many characters between them. */
  const kept = (between: string, gap: number, worth = 3, before = '') => {
    const template = sheet(`<p>${before}联系电话${between}补充说明</p>`);
    const [first, second] = template.items.flatMap((item, i) => (item.kind === 'literal' ? [i] : []));
    const chain = chainOf(template, [
      { item: first!, start: 0, end: 4, errors: 0, worth },
      { item: second!, start: 4 + gap, end: 8 + gap, errors: 0, worth: 9 },
    ]);
    return chain.length === 2;
  };
  /** The most that is kept, by the first gap that is not. */
  const most = (between: string, usual: number) => [kept(between, usual + 30), kept(between, usual + 31)];

  it.each([
    ['{{a}}', 80],
    ['{{a}}{{a}}', 160],
    ['{{k=甲类}}', 2],
    ['{{rows.award}}', 400],
    ['{{other}}', 0],
  ])('%s leaves room for %d characters, and a good phrase is kept over thirty more', (between, room) => {
    expect(most(between, room)).toEqual([true, false]);
  });

  it('what stands before the first phrase makes no room behind it', () => {
    expect([kept('{{a}}', 110, 3, '{{a}}'), kept('{{a}}', 111, 3, '{{a}}')]).toEqual([true, false]);
  });

  it('a chapter may be pages long', () => {
    for (const key of ['chapter', 'story'])
      expect([kept(`{{${key}}}`, 5900), kept(`{{${key}}}`, 6100)]).toEqual([true, false]);
  });

  it('within the usual room hardly anything is lost, one character beyond it half a character', () => {
    expect([kept('{{a}}', 80, 0.3), kept('{{a}}', 81, 0.3)]).toEqual([true, false]);
  });

  it('a phrase of seven characters and more is kept over any gap that is odd', () => {
    expect([kept('{{a}}', 100_000, 5.9), kept('{{a}}', 100_000, 6.1)]).toEqual([false, true]);
  });
});
