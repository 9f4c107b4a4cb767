import { expect, test } from 'vitest';
import { foldForMatching } from '../../core/text/fold-for-matching.ts';
import { TextMap } from '../../core/text-map.ts';
import { Random } from '../../corpus/generate/random.ts';
import { align } from '../search/fingerprint/align.ts';
import { compareTexts } from './compare.ts';
import { eachWithEach, pairSentences } from './pair-sentences.ts';
import { sentencesOf } from './sentences.ts';

/** Texts of `length` characters that a comparison may choke on: they repeat themselves, or have few letters. */
const makers: Readonly<Record<string, (i: number, random: Random) => string>> = {
  letter: () => 'A',
  phrase: () => '工业互联网平台',
  lines: (i) => `第${i}台设备运行正常，温度${i % 90}度，无报警\n`,
  'short sentences': (i) => `设备${i}。`,
  'two letters': (_, random) => letters(random, 2),
  'eight letters': (_, random) => letters(random, 8),
  'many letters': (_, random) => letters(random, 2000),
};

function letters(random: Random, of: number): string {
  const chars = Array.from({ length: 50 }, () => String.fromCharCode(0x4e00 + random.int(0, of - 1)));
  return `${chars.join('')}。`;
}

function textOf(kind: string, length: number, seed: number): string {
  const make = makers[kind];
  const random = new Random(seed);
  let text = '';
  for (let i = seed; make && text.length < length; i++) text += make(i, random);
  return text.slice(0, length);
}

/** Steps of comparing two such texts. */
function costOf(kind: string, length: number) {
  const [a, b] = [textOf(kind, length, 1), textOf(kind, length, 2)];
  const alignment = { blocks: 0, steps: 0 };
  align(foldForMatching(a).text, foldForMatching(b).text, alignment);
  const pairing = { comparisons: 0, lookups: 0 };
  pairSentences(sentencesOf(a, []), sentencesOf(b, []), 0.5, pairing);
  return { ...alignment, ...pairing };
}

test.each(Object.keys(makers))('comparing texts of %s costs a constant for each character', (kind) => {
  for (const length of [10_000, 20_000, 40_000, 80_000]) {
    const cost = costOf(kind, length);
    expect(cost.blocks).toBeLessThanOrEqual(6 * length);
    expect(cost.steps).toBeLessThanOrEqual(150 * length);
    expect(cost.comparisons).toBeLessThanOrEqual(8 * length);
    expect(cost.lookups).toBeLessThanOrEqual(2 * eachWithEach * length);
  }
  const [once, eightTimes] = [costOf(kind, 80_000), costOf(kind, 640_000)];
  for (const key of ['blocks', 'steps', 'comparisons', 'lookups'] as const) {
    expect(eightTimes[key], key).toBeLessThanOrEqual(8 * 2.5 * once[key] + 640_000);
  }
});

test('every second sentence of a long text is found where it stands in another order', () => {
  const random = new Random(3);
  const own = Array.from({ length: 1500 }, () => letters(random, 2000));
  const other = own.map((sentence, i) => (i % 2 === 0 ? sentence : letters(random, 2000))).reverse();
  const map = (text: string) =>
    new TextMap([{ text, place: { part: 'text', path: 'p[1]' }, readBy: 'html', confidence: 1 }]);
  const { shareA, passages } = compareTexts(map(own.join('')), map(other.join('')));
  expect(shareA).toBeCloseTo(0.5, 1);
  expect(passages).toHaveLength(750);
  const changed = own.map(
    (sentence) => `${sentence.slice(0, 20)}又${sentence.slice(22, 40)}再${sentence.slice(40)}`,
  );
  const told = pairSentences(sentencesOf(own.join(''), []), sentencesOf(changed.join(''), []), 0.6);
  expect(told.length).toBeGreaterThan(1490);
});
