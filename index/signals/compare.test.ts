import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line } from '../../core/document.ts';
import { TextMap } from '../../core/text-map.ts';
import { compareTexts } from './compare.ts';

const line = (text: string, number: number): Line => ({
  text,
  place: { part: 'word/document.xml', path: `p[${number}]` },
  readBy: 'word-xml',
  confidence: 1,
});
const mapOf = (...texts: string[]) => new TextMap(texts.map((text, i) => line(text, i + 1)));

const first =
  '针对回转窑烧成过程煤耗偏高的问题，项目组在窑头部署了十六路高温相机，并把分解炉温度与喂料量联动控制。';
const second =
  '平台沉淀了四十二个机理模型，熟料游离钙合格率由百分之八十一提高到百分之九十三，年节约标准煤三千吨。';

test('a moved sentence with other words and numbers is found, with its places', () => {
  const changed = second.replace('四十二', '五十六').replace('提高到', '升至').replace('年节约', '每年节省');
  const { passages, shareA, shareB } = compareTexts(
    mapOf(first, '无关的一句话。', second),
    mapOf('另一份材料的开头。', changed, first),
  );
  expect(passages).toHaveLength(2);
  expect(passages[0]?.here.text).toBe(first);
  expect(passages[0]?.there.where).toEqual([{ part: 'word/document.xml', path: 'p[3]' }]);
  expect(passages[1]?.here.where).toEqual([{ part: 'word/document.xml', path: 'p[3]' }]);
  expect(passages[1]?.there.text).toContain('五十六个机理模型');
  expect(shareA).toBeGreaterThan(0.75);
  expect(shareB).toBeGreaterThan(0.7);
});

test('layout, width and hidden characters do not hide a copy; excluded ranges are no match', () => {
  const disguised = first
    .replaceAll('，', '，\n')
    .replace('十六', '十\u200b六')
    .replace('高温相机', '高 温 相 机');
  expect(compareTexts(mapOf(first), mapOf(disguised)).score).toBeGreaterThan(0.99);
  expect(compareTexts(mapOf(first), mapOf(first), [[0, first.length]]).score).toBe(0);
  expect(compareTexts(mapOf(first), mapOf(second)).passages).toEqual([]);
});

test('property: shares stay within 0..1, a text is wholly in itself, never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: 'binary', maxLength: 120 }),
      (a, b) => {
        const { shareA, shareB, passages } = compareTexts(mapOf(a), mapOf(b + a));
        for (const share of [shareA, shareB]) expect(share >= 0 && share <= 1).toBe(true);
        for (const { here } of passages) expect(a.includes(here.text)).toBe(true);
      },
    ),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[\u4e00-\u9fff]{30,200}$/), (text) => {
      expect(compareTexts(mapOf(text), mapOf(text)).shareA).toBe(1);
    }),
  );
});
