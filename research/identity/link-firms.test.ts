import { describe, expect, test } from 'vitest';
import { codeOf, generatedLists, pairScores } from '../../corpus/firms/generated-lists.ts';
import { linkFirms, type Mention } from './link-firms.ts';

const [one, other] = [codeOf('one'), codeOf('other')];
const named = (name: string, more: Partial<Mention> = {}): Mention => ({
  name,
  region: '',
  source: 's',
  year: 2020,
  ...more,
});
const linked = (
  mentions: Mention[],
  ...more: [former?: { name: string; former: string }[], apart?: [string, string][]]
) => linkFirms(mentions, ...more);
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
    const { firmOf, mergedInto, links } = linked(mentions, [
      { name: '苏州鼎盛装备有限公司', former: '苏州华兴机械有限公司' },
    ]);
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
  const apart = linked(mentions, [], [[gone, kept]]);
  expect(new Set(apart.firmOf)).toEqual(new Set([gone, kept]));
  expect(linked(mentions)).toEqual(together);
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
    const { precision, recall } = pairScores(linkFirms(mentions, formerNames).firmOf, truth);
    expect(precision).toBeGreaterThanOrEqual(0.995);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  },
);
