import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextMap } from '../../core/text-map.ts';
import { foldString } from '../align/stream.ts';
import { readAnswers } from './answers.ts';
import { foldForQuotes, locateQuote } from './locate.ts';
import { likelyPieces, piecesOf } from './pieces.ts';
import type { AskableField } from './question.ts';

const mapOf = (text: string) =>
  new TextMap(
    text.split('\n').map((line, i) => ({
      text: line,
      place: { part: 'text', path: `line[${i + 1}]` },
      readBy: 'html' as const,
      confidence: 1,
    })),
  );
const field = (label: string, type: AskableField['type'] = 'text') =>
  ({ key: 'x', label, en: 'x', type, aliases: [], under: [] }) as unknown as AskableField;

const texts = fc.string({
  unit: fc.constantFrom(...'企业名称江苏华兴12,.０ａ年\n Ab：（）'),
  maxLength: 120,
});

test('property: a quote is only ever found where its words stand', () => {
  fc.assert(
    fc.property(
      texts,
      fc.string({ unit: fc.constantFrom(...'企业江苏12,ab '), maxLength: 6 }),
      (text, quote) => {
        const folded = foldForQuotes(mapOf(text));
        const found = locateQuote(folded, piecesOf(text, 20), { question: 0, quote }, ['企业']);
        if (found) expect(foldString(text.slice(...found))).toBe(foldString(quote));
        else if (!text.includes(quote)) expect(found).toBeUndefined();
      },
    ),
    { numRuns: 2000 },
  );
});

test('property: a whole line that stands once is found in any width and spacing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(20, 300), (n, size) => {
      const text = `项目名称\n轮对磨耗预测平台${n}号\n其他`;
      const quote = ` 轮对磨耗 预测平台${[...String(n)].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('')}号`;
      const found = locateQuote(foldForQuotes(mapOf(text)), piecesOf(text, size), { question: 0, quote }, []);
      expect(found && text.slice(...found)).toBe(`轮对磨耗预测平台${n}号`);
    }),
  );
});

test('cells that folding joins part numbers, and text that was not shown holds no quote', () => {
  const text = '2020\n2021\n2022';
  const folded = foldForQuotes(mapOf(text));
  expect(locateQuote(folded, piecesOf(text), { question: 0, quote: '2021' }, [])).toEqual([5, 9]);
  expect(locateQuote(folded, piecesOf(text), { question: 0, quote: '021' }, [])).toBeUndefined();
  expect(locateQuote(folded, [{ start: 0, end: 5 }], { question: 0, quote: '2021' }, [])).toBeUndefined();
});

test('of equal quotes the one behind the label counts', () => {
  const text = '注册资本：500万元\n投资：500万元';
  const folded = foldForQuotes(mapOf(text));
  const at = (labels: string[]) =>
    locateQuote(folded, piecesOf(text), { question: 0, quote: '500万元' }, labels);
  expect(at(['投资'])).toEqual([14, 19]);
  expect(at([])).toBeUndefined();
});

test('property: pieces are the text, whole and in order', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, size) => {
      const pieces = piecesOf(text, size);
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const { start, end } of pieces) expect(end - start).toBeLessThanOrEqual(size);
    }),
  );
});

test('the piece that names the field is chosen, within the budget and in order', () => {
  const filler = Array.from({ length: 60 }, (_, i) => `第${i}段介绍平台的建设内容与应用成效。`).join('\n');
  const text = `${filler}\n联系邮箱：office@example.com\n${filler}\n项目总投资为2400万元\n${filler}`;
  const pieces = piecesOf(text, 100);
  const chosen = likelyPieces(text, pieces, [field('总投资', 'amount'), field('邮箱', 'email')], 500);
  const shown = chosen.map(({ start, end }) => text.slice(start, end)).join('');
  expect(shown).toContain('office@example.com');
  expect(shown).toContain('2400万元');
  expect(shown.length).toBeLessThanOrEqual(500);
  expect(chosen).toEqual([...chosen].sort((a, b) => a.start - b.start));
  expect(likelyPieces(text, pieces, [field('法定代表人')], 500)).toEqual([]);
});

test('property: no reply makes the reader throw', () => {
  const item = fc.oneof(
    fc.record({ id: fc.anything(), quote: fc.anything(), passage: fc.anything() }),
    fc.anything(),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(item).map((answers) => JSON.stringify({ answers })),
      ),
      (reply) => {
        for (const { question, quote } of readAnswers(reply, 3) ?? []) {
          expect([0, 1, 2]).toContain(question);
          expect(quote.trim()).not.toBe('');
        }
      },
    ),
  );
});

/** Where a quote stands in a text, as the words found there; `undefined` where it is not to be taken. */
function found(
  text: string,
  quote: string,
  more: { labels?: string[]; passage?: string; shown?: [number, number] } = {},
) {
  const pieces = more.shown ? [{ start: more.shown[0], end: more.shown[1] }] : piecesOf(text, 20);
  const answer = { question: 0, quote, ...(more.passage === undefined ? {} : { passage: more.passage }) };
  return locateQuote(foldForQuotes(mapOf(text)), pieces, answer, more.labels ?? []);
}

test('a quote is not cut out of a longer number or word', () => {
  expect(found('投资12,000.5万元', '12,000.5')).toEqual([2, 10]);
  for (const part of ['2,000.5', '12,000', '000.5', '2,000', '12'])
    expect(found('投资12,000.5万元', part)).toBeUndefined();
  expect(found('投资1 200万元', '200')).toBeUndefined();
  expect(found('投资1 200万元', '1')).toBeUndefined();
  expect(found('共3个，200万元', '200')).toEqual([4, 7]);
  expect(found('部署MES系统', 'MES')).toEqual([2, 5]);
  expect(found('部署MES系统', 'ME')).toBeUndefined();
  expect(found('部署MES系统', 'ES')).toBeUndefined();
  expect(found('部署MES2系统', 'MES')).toEqual([2, 5]);
  expect(found('部署2MES系统', '2')).toEqual([2, 3]);
  expect(found('编号A12', '12')).toEqual([3, 5]);
  expect(found('单位１２00元', '00')).toBeUndefined();
});

test('of equal quotes the one in the passage counts, whole', () => {
  const text = '甲公司乙处，丙公司丁处';
  expect(found(text, '公司', { passage: '丙公司丁' })).toEqual([7, 9]);
  expect(found(text, '公司', { passage: '甲公司' })).toEqual([1, 3]);
  expect(found(text, '公司', { passage: '丙公' })).toBeUndefined();
  expect(found(text, '公司', { passage: '司乙处，丙公' })).toBeUndefined();
  expect(found(text, '公司', { passage: '戊公司' })).toBeUndefined();
});

test('a label tells a place only where no more than a colon or a unit stands between', () => {
  const text = (between: string) => `注册资本：500，投资${between}500`;
  const at = (between: string) => found(text(between), '500', { labels: ['投资'] })?.[0];
  for (const between of ['', '：', '（万元）', '（万元）：']) expect(at(between)).toBe(11 + between.length);
  for (const between of ['约', '总额：', '：约']) expect(at(between)).toBeUndefined();
  expect(found('500，投资：500，投资：500', '500', { labels: ['投资'] })?.[0]).toBe(7);
});

test('a quote counts where both its ends were shown', () => {
  const text = '甲公司乙处';
  expect(found(text, '公司', { shown: [1, 3] })).toEqual([1, 3]);
  expect(found(text, '公司', { shown: [0, 2] })).toBeUndefined();
  expect(found(text, '公司', { shown: [2, 5] })).toBeUndefined();
  expect(found(text, '')).toBeUndefined();
});

test('a text is cut behind its line ends, a line that is too long where it is full', () => {
  const pieces = (text: string, size: number) =>
    piecesOf(text, size).map(({ start, end }) => text.slice(start, end));
  expect(pieces('甲乙\n丙丁\n戊己', 4)).toEqual(['甲乙\n', '丙丁\n', '戊己']);
  expect(pieces('甲乙\n丙丁\n戊', 6)).toEqual(['甲乙\n丙丁\n', '戊']);
  expect(pieces('甲乙丙丁戊', 2)).toEqual(['甲乙', '丙丁', '戊']);
  expect(pieces('\n甲乙丙', 2)).toEqual(['\n甲', '乙丙']);
  expect(pieces('甲乙丙丁', 4)).toEqual(['甲乙丙丁']);
  expect(pieces('', 4)).toEqual([]);
  // What fits is not cut, and no piece goes beyond the text.
  expect(piecesOf('甲\n乙', 9)).toEqual([{ start: 0, end: 3 }]);
  expect(piecesOf('甲\n乙', 3)).toEqual([{ start: 0, end: 3 }]);
  expect(piecesOf('甲乙丙', 2).at(-1)).toEqual({ start: 2, end: 3 });
});

/** Which pieces of a text are chosen for a field; each line is a piece. */
function chosen(lines: readonly string[], fields: readonly AskableField[], budget = 1000) {
  const text = lines.join('\n');
  let start = 0;
  const pieces = lines.map((line) => {
    const end = Math.min(start + line.length + 1, text.length);
    const piece = { start, end };
    start = end;
    return piece;
  });
  return likelyPieces(text, pieces, fields, budget).map((piece) => pieces.indexOf(piece));
}

test('a piece counts for its label, for much of it, for what stands over it and for the shape of a value', () => {
  const none = '其他内容';
  expect(chosen([none, none, '总投资', none, none], [field('总投资')])).toEqual([2, 3]);
  // One of three pairs of characters is enough, one of four is not.
  expect(chosen([none, '统一标识', none], [field('统一代码')])).toEqual([1, 2]);
  expect(chosen([none, '统一标识', none], [field('统一代码号')])).toEqual([]);
  // The best three, each with the piece behind it.
  const many = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? '总投资' : none));
  expect(chosen(many, [field('总投资')])).toEqual([0, 1, 2, 3, 4, 5]);
  const named = Array.from({ length: 12 }, (_, i) => (i % 2 ? none : i === 8 ? '总投资2400万元' : '总投资'));
  expect(chosen(named, [field('总投资', 'amount')])).toContain(8);
  const under = { ...field('姓名'), under: ['联系人'] } as AskableField;
  const names = ['姓名', none, '姓名', none, '姓名', none, '联系人姓名', none];
  expect(chosen(names, [under])).toContain(6);
  const alias = { ...field('总投资'), aliases: ['项目资金'] } as AskableField;
  expect(chosen([none, '项目资金', none], [alias])).toEqual([1, 2]);
});

test('which piece is the likelier: one that names a field whole, one behind it, one with parts of the name', () => {
  // Each line and its end is 8 characters long, the last one 7: two fit 16.
  const line = (text: string) => text.padEnd(7, '＊');
  const of = (lines: string[], fields: AskableField[], budget = 16) =>
    chosen(lines.map(line), fields, budget);
  const none = '其他';
  // The whole name before much of it, wherever they stand.
  expect(of(['总投入', none, '总投资', none], [field('总投资')], 8)).toEqual([2]);
  // What is behind the whole name before a place with much of it, and another whole name before that.
  expect(of(['总投入', none, none, '总投资', none], [field('总投资')])).toEqual([3, 4]);
  expect(of(['总投资', none, none, '邮箱', none], [field('总投资'), field('邮箱')])).toEqual([0, 3]);
  // A piece that names one field itself is no less for standing behind another's name.
  for (const fields of [
    [field('总投资'), field('邮箱'), field('税')],
    [field('邮箱'), field('总投资'), field('税')],
  ])
    expect(of(['总投资', '邮箱', none, '税', none], fields)).toEqual([0, 1]);
  // Nor for saying less of another field.
  expect(of(['总投资税', none, '税3万元'], [field('总投资'), field('税', 'amount')], 8)).toEqual([0]);
  // The shape of a value makes it likelier, and so does what the form has over the field, but not more than its name.
  expect(of(['税', none, '税3万元'], [field('税', 'amount')], 8)).toEqual([2]);
  const person = { ...field('联系人姓名'), under: ['单位', '部门'] } as AskableField;
  expect(of(['联系人单位部门', none, '联系人姓名'], [person], 8)).toEqual([2]);
});

test('a name of one character counts where it stands, and as little as any other where not', () => {
  expect(chosen(['其他', '税', '其他'], [field('税')])).toEqual([1, 2]);
  expect(chosen(['其他', '其他'], [field('税')])).toEqual([]);
  const alias = { ...field('税'), aliases: ['全年缴纳总额'] } as AskableField;
  expect(chosen(['其他', '全年缴纳', '其他'], [alias])).toEqual([1, 2]);
  expect(chosen(['其他', '全年缴纳总额', '其他'], [alias])).toEqual([1, 2]);
});

test('three of ten pairs of characters are enough', () => {
  const long = field('甲乙丙丁戊己庚辛壬癸子');
  expect(chosen(['其他', '甲乙丙丁', '其他'], [long])).toEqual([1, 2]);
  expect(chosen(['其他', '甲乙丙', '其他'], [long])).toEqual([]);
});

test('the last piece has none behind it', () => {
  expect(chosen(['其他', '总投资'], [field('总投资')])).toEqual([1]);
});

test('the likeliest pieces fill the budget, one that is too long gives way to the next', () => {
  const lines = ['总投资', '甲'.repeat(50), '其他', '总投', '乙'];
  expect(chosen(lines, [field('总投资')], 1000)).toEqual([0, 1, 3, 4]);
  expect(chosen(lines, [field('总投资')], 12)).toEqual([0, 3, 4]);
  expect(chosen(lines, [field('总投资')], 4)).toEqual([0]);
  expect(chosen(lines, [field('总投资')], 3)).not.toContain(0);
});
