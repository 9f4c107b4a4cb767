import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findWords, patternOf } from './find-words.ts';
import { saysNone } from './none.ts';
import { statementsOf } from './statement.ts';
import { weigh } from './verdict-of-moods.ts';

const moodOf = (text: string, words: string) =>
  statementsOf(text).flatMap((one) => findWords(one, patternOf(words)).map(({ mood }) => mood));

describe('what is said of some words', () => {
  test.each([
    // Denied before, behind, by the answer to a label, or by a tick.
    ['公司尚未接入标识解析体系。', '标识解析', 'denied'],
    ['碳足迹、余热利用暂未开展。', '余热', 'denied'],
    ['中心没有专职运营团队。', '专职运营团队', 'denied'],
    ['专职运营岗位一个也没有配齐。', '专职运营', 'denied'],
    ['依托平台：无（本机单机版）', '依托平台', 'denied'],
    ['标识解析接入情况：/', '标识解析', 'denied'],
    ['是否通过贯标：□是 ☑否', '贯标', 'denied'],
    ['碳足迹、余热这些方面，本项目一概没有涉及。', '余热', 'denied'],
    ['贯标证书已于2020年3月到期。', '贯标证书', 'denied'],
    // Said to be so, though a denial stands near.
    ['是否通过贯标：☑是 □否', '贯标', 'actual'],
    ['并非没有接入标识解析体系。', '标识解析', 'actual'],
    ['没有一台设备不接入平台。', '平台', 'actual'],
    ['企业节点运行至今未中断。', '企业节点', 'actual'],
    ['除两个老型号外，全部产品均已赋码。', '赋码', 'actual'],
    ['余热没有白白排掉，全部送去发电。', '余热', 'actual'],
    ['场地不是临时借的，签了八年租约。', '场地', 'actual'],
    ['离开平台无法独立运行。', '平台', 'actual'],
    ['不仅接入了平台，还开放了接口。', '平台', 'actual'],
    ['无人机巡检走厂区5G专网。', '5G专网', 'actual'],
    // Meant to be, able to be, in part.
    ['计划明年接入标识解析体系。', '标识解析', 'planned'],
    ['公司已编制年度演练方案，自明年起每半年演练一次。', '演练方案', 'planned'],
    ['系统设计解析能力为100万次。', '解析能力', 'capable'],
    ['系统处于试运行期。', '系统', 'partly'],
    ['本部基地已接入体系，另外两个基地尚未接入。', '体系', 'partly'],
    // Of another time, of others, as an exception, or giving way.
    ['过去没有标识解析，扫了码也查不到。', '标识解析', 'elsewhere'],
    ['虽然没有自建二级节点，但通过行业节点接入了国家体系。', '二级节点', 'elsewhere'],
    ['除演示系统外，全部平台已通过测评。', '演示系统', 'elsewhere'],
  ])('%s %s: %s', (text, words, mood) => {
    expect(new Set(moodOf(text, words))).toEqual(new Set([mood]));
  });

  it('finds words with a gap in one clause and over a wrapped line, and shows where they stand', () => {
    const [statement] = statementsOf('本项目依托工业互联网平\n台接入设备，已上线。');
    const [found] = statement ? findWords(statement, patternOf('依托…平台')) : [];
    expect(found?.mood).toBe('actual');
    expect(statement?.sourceOf(found?.start ?? 0, found?.end ?? 0)).toEqual([3, 13]);
    expect(moodOf('依托行业，平台未建。', '依托…平台')).toEqual([]);
  });

  it('takes what a chapter is for into account', () => {
    const of = (frame: 'need' | 'plan', text: string) =>
      statementsOf(text, () => frame).flatMap((one) =>
        findWords(one, patternOf('平台')).map(({ mood }) => mood),
      );
    expect(of('need', '企业没有平台。')).toEqual(['elsewhere']);
    expect(of('plan', '建设平台二期。')).toEqual(['planned']);
  });

  it('never throws and keeps places inside the text', () => {
    const letters = fc.constantFrom(
      '未',
      '没有',
      '除',
      '外',
      '，',
      '。',
      '平台',
      '计划',
      '已',
      '：',
      '无',
      '（',
      '）',
      '3',
      '家',
      '\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const one of statementsOf(text)) {
          for (const { start, end } of findWords(one, patternOf('平台'))) {
            const [from, to] = one.sourceOf(start, end);
            expect(text.slice(from, to).replace(/\s/gu, '')).toBe('平台');
          }
        }
      }),
    );
  });
});

test.each(['无', '/', '——', '暂无', '没有', '不涉及', '无（本机单机版）', '无。系统由外购软件组成', ' N/A '])(
  '%s says that there is none',
  (text) => expect(saysNone(text)).toBe(true),
);
test.each(['无锡云平台', '无人机平台', '某云平台', '', '没有名字的平台已建成', '0510-1234'])(
  '%s does not say that there is none',
  (text) => expect(saysNone(text)).toBe(false),
);

test('a plain statement outweighs plans and is contradicted by a denial', () => {
  expect(weigh(new Set(['actual', 'planned'] as const))).toBe('told');
  expect(weigh(new Set(['actual', 'denied'] as const))).toBe('contradicted');
  expect(weigh(new Set(['planned', 'denied'] as const))).toBe('planned');
  expect(weigh(new Set(['elsewhere'] as const))).toBe('silent');
});

describe('texts made to choke on', () => {
  const words = patternOf('平台');

  it('cuts what goes on without a stop, at clauses, and loses nothing', () => {
    const text = '工业互联网平台建设方案说明，'.repeat(3000);
    const statements = statementsOf(text);
    expect(Math.max(...statements.map((one) => one.text.length))).toBeLessThanOrEqual(600);
    expect(statements.map((one) => one.text).join('')).toBe(text.replaceAll('，', ','));
    expect(statements.every((one) => one.text.endsWith('说明,'))).toBe(true);
    const places = statements.flatMap((one) =>
      findWords(one, words).map(({ start, end }) => one.sourceOf(start, end)),
    );
    expect(places.map(([start, end]) => text.slice(start, end))).toEqual(Array(3000).fill('平台'));
  });

  it('looks once into sentences that are the same, each with its own place', () => {
    const [one, two, other] = statementsOf('已接入平台。已接入平台。未接入平台。');
    expect(one && two && findWords(one, words) === findWords(two, words)).toBe(true);
    expect(other && findWords(other, words).map(({ mood }) => mood)).toEqual(['denied']);
    expect([one?.sourceOf(0, 3), two?.sourceOf(0, 3)]).toEqual([
      [0, 3],
      [6, 9],
    ]);
  });
});
