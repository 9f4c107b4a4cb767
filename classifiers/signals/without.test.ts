import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleClauses, exampleScheme } from '../example.ts';
import { definitionBags, knowledgeOf } from '../knowledge.ts';
import { countBayes } from '../train/count-bayes.ts';
import { fitRidge } from '../train/fit-ridge.ts';
import { featuresWithout, readText } from './features.ts';
import { rarityOf } from './similarity.ts';
import { bagOf, termsOf } from './terms.ts';
import { changesWithout, textWithout } from './without.ts';
import { type Zone, zoneOf } from './zone.ts';

/** A bag less a word, term by term. */
function bagWithout(zone: Zone, word: string): ReadonlyMap<string, number> {
  const bag = new Map(zone.bag);
  for (const { term, after } of changesWithout(zone.bag, zone.text, word)) {
    if (after > 0) bag.set(term, after);
    else bag.delete(term);
  }
  return bag;
}

test('a word goes with its pairs, its characters and the words that hold it', () => {
  const zone = zoneOf('body', '供应链协同平台连接上游，车间协同排产。');
  const less = bagWithout(zone, '协同');
  expect(textWithout(zone.text, '协同')).not.toContain('协同');
  expect(textWithout(zone.text, '协同')).toHaveLength(zone.text.length);
  expect([...less.keys()].filter((term) => term.includes('协同'))).toEqual([]);
  expect(less.has('#协')).toBe(false);
  expect(less.has('#车间')).toBe(true);
});

test('characters that stand elsewhere too are only counted less', () => {
  const zone = zoneOf('body', '协同排产，同一车间。');
  expect(zone.bag.get('#同')).toBe(2);
  expect(bagWithout(zone, '协同').get('#同')).toBe(1);
});

test('a text without the word stays itself', () => {
  const zone = zoneOf('body', '车间排产。');
  expect(changesWithout(zone.bag, zone.text, '协同')).toEqual([]);
  expect(changesWithout(zone.bag, zone.text, '')).toEqual([]);
});

const texts = [
  '厂区建设中水回用系统，循环冷却水全部回收，水表逐级计量，漏损控制到百分之三以内',
  '建设储能电站，电池管理系统监测电芯，夜间充电白天放电，削峰填谷',
  '储能与中水回用一并建设，用水量和充放电都在一张图上，电价与水价分时',
];
const bags = definitionBags(exampleScheme, exampleClauses);
const taught = texts.map((text, i) => ({ terms: termsOf(text), label: i }));
const learned = {
  rarity: { of: Object.fromEntries(rarityOf(bags).of), unseen: rarityOf(bags).unseen },
  bayes: countBayes(taught.slice(0, 2), 2, 0.2),
  ridge: fitRidge(taught, 2),
};

test('taking away what a word added says the same as reading the text without it', () => {
  const pieces = texts.flatMap((text) => text.split('，').map((clause) => `${clause}。`));
  const words = [
    '储能',
    '储能电站',
    '中水回用',
    '水',
    '电池',
    '削峰填谷',
    '厂区',
    '监测',
    '充放电',
    '没有的词',
  ];
  const body = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 25 });
  for (const knowledge of [knowledgeOf(exampleScheme, bags, learned), knowledgeOf(exampleScheme, bags)]) {
    fc.assert(
      fc.property(body, fc.constantFrom(...words), (parts, word) => {
        const zones = [zoneOf('title', parts[0] ?? ''), zoneOf('body', parts.join(''))];
        const changed = zones.map((zone): Zone => {
          const passages = zone.passageTexts.map((text, i) => {
            const bag = new Map(zone.passages[i]);
            for (const { term, after } of changesWithout(bag, text, word)) {
              if (after > 0) bag.set(term, after);
              else bag.delete(term);
            }
            return bag;
          });
          return { ...zone, text: textWithout(zone.text, word), bag: bagWithout(zone, word), passages };
        });
        const quick = featuresWithout(knowledge, readText(knowledge, zones), word);
        const slow = readText(knowledge, changed).of;
        const [a, b] = [quick, slow].map(({ labels, none }) => [...labels.flat(), ...none]);
        expect(a).toHaveLength(b?.length ?? 0);
        a?.forEach((value, i) => {
          expect(Math.abs(value - (b?.[i] ?? 0))).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 60 },
    );
  }
});

test('a bag has the same terms whether its text is cut whole or by sentences', () => {
  const text = '合格率99.5%；储能电站、中水回用！5G+工业互联网?电池管理系统。';
  const zone = zoneOf('body', text);
  const sorted = (bag: ReadonlyMap<string, number>) => [...bag].sort();
  expect(sorted(zone.bag)).toEqual(sorted(bagOf(termsOf(zone.text))));
});
