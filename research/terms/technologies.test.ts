import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dictionary } from './dictionary.ts';
import { technologies, technologiesIn } from './technologies.ts';

const ids = (text: string) =>
  technologiesIn(text).map(({ technology, times }) => `${technology.id} ${times}`);

test('every line of the dictionary is whole and every writing is of one technology', () => {
  expect(new Set(technologies.map(({ id }) => id)).size).toBe(technologies.length);
  const owner = new Map<string, string>();
  for (const line of dictionary.trim().split('\n')) {
    const [id = '', zh = '', en = '', variants = ''] = line.split('|').map((part) => part.trim());
    expect([id, zh, en].every((part) => part !== '')).toBe(true);
    for (const word of [zh, en, ...variants.split(', ').filter(Boolean)]) {
      expect([word, owner.get(word) ?? id]).toEqual([word, id]);
      owner.set(word, id);
      expect([word, ids(word)]).toEqual([word, [`${id} 1`]]);
    }
  }
});

describe('a text', () => {
  test.each([
    ['基于5G+工业互联网的数字孪生工厂', ['5g 1', 'digital-twin 1']],
    ['基于大語言模型的故障診斷', ['large-model 1', 'predictive-maintenance 1']],
    ['ＡＩ质检与 MES/ERP 集成', ['machine-vision 1', 'mes 1', 'erp 1']],
    ['工业物联网平台，物联网网关', ['iot 2']],
    ['digital\ntwin of an industrial internet of things', ['digital-twin 1', 'iot 1']],
    ['an AR view in a warehouse', ['ar 1']],
  ])('%s', (text, found) => expect(ids(text)).toEqual(found));

  test.each([
    'MAIN ARTERY',
    '15G内存',
    '机器人员培训',
    '放大模型比例',
    '本省最大数据中心',
    '线上云南特产',
    '云。计算机',
    '量子点显示',
    '',
  ])('no technology in %j', (text) => expect(ids(text)).toEqual([]));

  test('what is written is a stretch of the text, and order of sentences changes no count', () => {
    const words = fc.array(
      fc.constantFrom('5G', '大数据平台', '工业', ' AI ', '机器人', '。', 'main', '数字 孪生'),
    );
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, two] = [a.join('，'), b.join('，')];
        for (const { written } of technologiesIn(one)) expect(one).toContain(written);
        expect(ids(`${one}。${two}`).sort()).toEqual(ids(`${two}。${one}`).sort());
      }),
    );
  });
});
