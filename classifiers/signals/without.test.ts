import { expect, test } from 'vitest';
import { withoutWord } from './without.ts';
import { zoneOf } from './zone.ts';

test('a word goes with its pairs, its characters and the words that hold it', () => {
  const zone = zoneOf('body', '供应链协同平台连接上游，车间协同排产。');
  const less = withoutWord(zone, '协同');
  expect(less.text).not.toContain('协同');
  expect(less.text).toHaveLength(zone.text.length);
  expect([...less.bag.keys()].filter((term) => term.includes('协同'))).toEqual([]);
  expect(less.bag.has('#协')).toBe(false);
  expect(less.bag.has('#车间')).toBe(true);
  expect(less.passages[0]?.has('#协同')).toBe(false);
});

test('characters that stand elsewhere too are only counted less', () => {
  const zone = zoneOf('body', '协同排产，同一车间。');
  expect(zone.bag.get('#同')).toBe(2);
  expect(withoutWord(zone, '协同').bag.get('#同')).toBe(1);
});

test('a zone without the word stays itself', () => {
  const zone = zoneOf('body', '车间排产。');
  expect(withoutWord(zone, '协同')).toBe(zone);
  expect(withoutWord(zone, '')).toBe(zone);
});
