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
