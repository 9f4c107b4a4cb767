import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHtml } from '../../extractors/html/read-html.ts';
import { documents, spoiltForms } from '../arbitrary.ts';
import { blank, blankHtml, form } from '../testing.ts';
import { alignForm } from './align.ts';
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
