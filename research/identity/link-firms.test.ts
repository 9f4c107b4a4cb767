import { describe, expect, test } from 'vitest';
import { codeOf, generatedLists, pairScores } from '../../corpus/firms/generated-lists.ts';
import { type Known, linkFirms, type Mention } from './link-firms.ts';

const [one, other] = [codeOf('one'), codeOf('other')];
const named = (name: string, more: Partial<Mention> = {}): Mention => ({
  name,
  region: '',
  source: 's',
  year: 2020,
  ...more,
});
const linked = (mentions: Mention[], known: Known = {}) => linkFirms(mentions, known);
const isOne = (a: Mention, b: Mention) => {
  const [first, second] = linked([a, b]).firmOf;
  return first === second;
};

describe('two namings are one firm', () => {
  test.each([
    [
      'by their code, whatever their names',
      named('苏州华兴机械有限公司', { creditCode: one }),
      named('苏州鼎盛装备有限公司', { creditCode: one }),
      true,
    ],
    ['by their name', named('苏州华兴机械有限公司'), named('苏州华兴机械有限公司', { year: 2010 }), true],
    [
      'with and without a code',
      named('苏州华兴机械有限公司', { creditCode: one }),
      named('苏州华兴机械有限公司'),
      true,
    ],
    ['with 市', named('苏州华兴机械有限公司'), named('苏州市华兴机械有限公司'), true],
    ['with the place in brackets', named('苏州华兴机械有限公司'), named('华兴机械（苏州）有限公司'), true],
    ['in traditional letters', named('苏州华兴机械有限公司'), named('蘇州華興機械有限公司'), true],
    [
      'not with two codes',
      named('苏州华兴机械有限公司', { creditCode: one }),
      named('苏州华兴机械有限公司', { creditCode: other }),
      false,
    ],
    ['not in two cities', named('苏州华兴机械有限公司'), named('无锡华兴机械有限公司'), false],
    [
      'not a branch and its company',
      named('苏州华兴机械有限公司'),
      named('苏州华兴机械有限公司武汉分公司'),
      false,
    ],
    [
      'not where the provinces differ',
      named('华兴机械有限公司', { region: '320500' }),
      named('华兴机械有限责任公司', { region: '110000' }),
      false,
    ],
  ])('%s', (_, a, b, same) => {
    expect(isOne(a, b)).toBe(same);
  });

  test('by what an office knows of former names, and the id is that of the older', () => {
    const mentions = [
      named('苏州鼎盛装备有限公司', { year: 2022 }),
      named('苏州华兴机械有限公司', { year: 2015 }),
    ];
    const formerNames = [{ name: '苏州鼎盛装备有限公司', former: '苏州华兴机械有限公司' }];
    const { firmOf, mergedInto, links } = linked(mentions, { formerNames });
    expect(firmOf[0]).toBe(firmOf[1]);
    expect(mergedInto.size).toBe(1);
    expect([...mergedInto.values()][0]).toBe(linked([mentions[1] as Mention]).firmOf[0]);
    expect(links).toMatchObject([{ kind: 'renamed', stage: 'former' }]);
  });
});

test('what may be the same and is not certain is told, never merged', () => {
  const { firmOf, links } = linked([
    named('华兴机械有限公司'),
    named('苏州华兴机械有限公司'),
    named('无锡华兴机械有限公司'),
  ]);
  expect(new Set(firmOf).size).toBe(3);
  expect(links.filter(({ kind }) => kind === 'ambiguous').length).toBeGreaterThanOrEqual(2);
});

test('a person keeps two firms apart; taking it back merges them again under the same ids', () => {
  const mentions = [named('苏州华兴机械有限公司'), named('苏州市华兴机械有限公司', { year: 2021 })];
  const together = linked(mentions);
  const [[gone = '', kept = ''] = []] = [...together.mergedInto];
  const apart = linked(mentions, { apart: [[gone, kept]] });
  expect(new Set(apart.firmOf)).toEqual(new Set([gone, kept]));
  expect(apart.links).toMatchObject([{ kind: 'apart', stage: 'person' }]);
  expect(linked(mentions)).toEqual(together);
});

test('what a person keeps apart is not brought together by a third', () => {
  const mentions = [
    named('苏州华兴机械有限公司'),
    named('苏州市华兴机械有限公司', { year: 2021 }),
    named('华兴机械（苏州）有限公司', { year: 2022 }),
  ];
  const ids = mentions.map((mention) => linked([mention]).firmOf[0] ?? '');
  expect(new Set(linked(mentions).firmOf).size).toBe(1);
  for (const [a, b] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const { firmOf } = linked(mentions, { apart: [[ids[a] ?? '', ids[b] ?? '']] });
    expect(firmOf[a]).not.toBe(firmOf[b]);
  }
});

test('a person joins two firms, even of two codes, and the older gives the id', () => {
  const mentions = [
    named('苏州华兴机械有限公司', { creditCode: one, year: 2012 }),
    named('苏州鼎盛装备有限公司', { creditCode: other, year: 2020 }),
  ];
  const [a = '', b = ''] = linked(mentions).firmOf;
  const { firmOf, links } = linked(mentions, { joined: [[b, a]] });
  expect(firmOf).toEqual([a, a]);
  expect(links).toMatchObject([{ firm: a, other: b, kind: 'same', stage: 'person' }]);
  expect(linked(mentions, { joined: [['Fnobody', a]] }).firmOf).toEqual([a, b]);
});

test('a common telephone is told last and merges nothing; one of many firms is nobody’s', () => {
  const called = (i: number, contact: string) => named(`苏州第${i}精密铸造有限公司`, { contacts: [contact] });
  const { firmOf, links } = linked([called(1, 'x'), called(2, 'x')]);
  expect(new Set(firmOf).size).toBe(2);
  expect(links).toMatchObject([{ kind: 'ambiguous', stage: 'contact' }]);
  const many = Array.from({ length: 12 }, (_, i) => called(i, 'agent'));
  expect(linked(many).links.filter(({ stage }) => stage === 'contact')).toEqual([]);
});

test('ids do not depend on what else there is', () => {
  const alone = linked([named('苏州华兴机械有限公司')]).firmOf[0];
  const { mentions } = generatedLists(7, 50);
  expect(linkFirms([...mentions, named('苏州华兴机械有限公司')]).firmOf.at(-1)).toBe(alone);
});

test.each([11, 12, 13])(
  'lists of twenty years, seed %i: pairs are right at .995, and .97 are found',
  (seed) => {
    const { mentions, truth, formerNames } = generatedLists(seed);
    const { precision, recall } = pairScores(linkFirms(mentions, { formerNames }).firmOf, truth);
    expect(precision).toBeGreaterThanOrEqual(0.995);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  },
);
