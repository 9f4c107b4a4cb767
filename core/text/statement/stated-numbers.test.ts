import { expect, test } from 'vitest';
import { patternOf } from './find-words.ts';
import { statedOf } from './stated-numbers.ts';
import { statementsOf } from './statement.ts';

const read = (text: string, cues: string[], units: string[]) =>
  statementsOf(text).flatMap((one) => statedOf(one, cues.map(patternOf), units).numbers);
const actual = (text: string, cues: string[], units: string[]) =>
  read(text, cues, units)
    .filter(({ mood, part }) => mood === 'actual' && !part)
    .map(({ value }) => value);

test.each([
  ['系统设计解析能力为100万次/日，实际日均解析约2.3万次。', ['日均解析'], ['次'], [23000]],
  ['与36家企业签署了合作意向书，已完成部署的有7家。', ['部署'], ['家'], [7]],
  ['方案先后在27家企业部署，其中装备制造19家、化工8家。', ['部署'], ['家'], [27]],
  ['部署企业数量（家）：12', ['部署'], ['家'], [12]],
  ['日均标识解析量（万次）：26.4', ['日均标识解析量'], ['次'], [264000]],
  ['订阅用户数：3,517；日均活跃：1,204。', ['订阅用户'], ['个'], [3517]],
  ['部署企业从2020年的3家增长到目前的17家。', ['部署'], ['家'], [17]],
  ['已上线用户详见清单，共十四家。', ['上线用户'], ['家'], [14]],
  ['计划到明年部署60家。', ['部署'], ['家'], []],
  ['联网率达到九成。', ['联网率'], ['%'], [90]],
  ['联网率为百分之八十五。', ['联网率'], ['%'], [85]],
])('%s', (text, cues, units, values) => {
  expect(actual(text, cues, units)).toEqual(values);
});

test('hedges bound a number', () => {
  const [near] = read('研发投入占比近5%。', ['研发投入'], ['%']);
  expect(near?.hedge).toBe('below');
  expect(near?.most).toBeLessThan(5);
  expect(read('联网率没有低于过90%。', ['联网率'], ['%'])[0]).toMatchObject({ hedge: 'above', least: 90 });
  expect(read('日均解析数百次。', ['日均解析'], ['次'])[0]).toMatchObject({ least: 200, most: 999 });
  expect(read('部署企业约10家。', ['部署'], ['家'])[0]).toMatchObject({ least: 9.5, most: 10.5 });
});

test('a list of the same kind may be the sum', () => {
  expect(read('与四所高校、两家研究院共建。', ['高校', '研究院'], ['家', '所'])).toMatchObject([
    { value: 4, least: 4, most: 6 },
  ]);
});

test('a thing that is denied without a number is told', () => {
  const [one] = statementsOf('该方案没有在任何企业部署。');
  expect(one && statedOf(one, [patternOf('部署')], ['家']).denials).toHaveLength(1);
});
