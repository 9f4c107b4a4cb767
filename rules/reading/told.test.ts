import { describe, expect, it } from 'vitest';
import type { Frame } from '../../core/text/statement/statement.ts';
import type { OwnText } from './own-text.ts';
import { allUnsound, passageAt, statementsIn, tellOf, toldAround } from './told.ts';

const own = (text: string, frameAt?: (offset: number) => Frame | undefined): OwnText => ({
  text,
  placesOf: (start, end) => [{ page: 1, box: [start, 0, end, 1] }],
  ...(frameAt ? { frameAt } : {}),
});

/** Sentences that leave no doubt by their sound, one that sounds middling and one that sounds otherwise. */
const used = '每天有860万条数据进库，经销商扫码即可查到质保信息，今年已累计查询32次。';
const usedOnCloud = used.replace('进库', '进云平台');
const middling = '云平台已上线，门口挂着牌子，柜子在走廊尽头，钥匙在值班室。';
const stopped = '合同早已终止，体系停用后再未恢复，人员也已全部离开。';

describe('the passage that a sentence is judged by', () => {
  const passage = (text: string, at: number) => passageAt(own(text), at);

  it('is the sentence with those beside it in its paragraph', () => {
    expect(passage('甲。', 0)).toBe('甲。');
    expect(passage('甲一。乙二。丙三。', 1)).toBe('甲一。乙二。丙三。');
    expect(passage('甲一。', 7)).toBe('');
  });

  it('ends where a line ends with a sentence, though spaces are printed behind it', () => {
    for (const end of ['\n', ' \n', '　　\n', ' \t\n']) {
      expect(passage(`甲一。${end}乙二。丙三。`, 0)).toBe('甲一。');
      expect(passage(`甲一。${end}乙二。丙三。`, 1)).toBe('乙二。丙三。');
    }
  });

  it('goes on over a line that is wrapped within a sentence', () => {
    expect(passage('甲一。乙二\n丙三丁四戊五。', 0)).toBe('甲一。乙二丙三丁四戊五。');
  });

  it('grows until it has sixty characters', () => {
    const sentence = (length: number) => `${'字'.repeat(length - 1)}。`;
    const of = (length: number, count: number) =>
      passage(sentence(length).repeat(count), Math.floor(count / 2));
    expect(of(20, 9)).toHaveLength(60);
    expect(of(19, 9)).toHaveLength(95);
  });

  it('takes in four sentences on either side at most', () => {
    expect(passage('甲。'.repeat(20), 10)).toHaveLength(18);
    expect(passage('甲。'.repeat(20), 0)).toHaveLength(10);
  });
});

describe('the second voice, where a rule asks for a fact', () => {
  const about = ['系统'];
  const told = (text: string, asked = about) => tellOf(['云平台'], asked, [own(text)]).told;

  it('doubts what does not sound as if it were so', () => {
    expect([told(middling), told(middling, [])]).toEqual(['doubted', 'told']);
    const able = `该方案支持接入云平台，${stopped}`;
    expect(told(able)).not.toBe('told');
  });

  it('takes a bare word for so where its passage leaves no doubt, and only there', () => {
    expect([told(`云平台。${used}`), told(`云平台。${used}`, [])]).toEqual(['told', 'named']);
    expect(told('云平台的意义。车间有3台机床，仓库在二楼，食堂在一楼。')).toBe('named');
  });

  it('settles a doubt in the same way', () => {
    const doubt = used.replace('经销商', '云平台的管理页面打不开也能');
    expect([told(doubt), told(doubt, [])]).toEqual(['told', 'doubted']);
  });

  it('never takes what is planned or denied for so', () => {
    expect(told(used.replace('今年', '计划接入云平台，今年'))).toBe('planned');
    expect(told(used.replace('今年', '没有云平台，今年'))).toBe('denied');
  });

  it('leaves what it bears out, and what is too short to have a sound', () => {
    expect(told(usedOnCloud)).toBe('told');
    expect(told(`云平台可接入设备，${used}`)).toBe('told');
    expect(told('已接入云平台。')).toBe('told');
  });
});

describe('wider words', () => {
  const told = (text: string) => tellOf(['云枢'], ['云平台'], [own(text)]);

  it('show a denial, which alone is only a doubt, and a plan', () => {
    expect(told('没有使用云平台。').told).toBe('doubted');
    expect(told('没有使用云平台。没有使用云枢。').told).toBe('denied');
    expect(told('计划接入云平台。').told).toBe('planned');
  });

  it('say a plain yes only where the passage leaves no doubt', () => {
    expect(told(usedOnCloud).told).toBe('told');
    expect(told('已接入云平台。').sayings).toEqual([]);
    expect(told(middling).sayings).toEqual([]);
    expect(told(`云平台。${used}`).sayings).toEqual([]);
  });

  it('beside the words themselves change nothing that is said plainly', () => {
    expect(told('已接入云枢。已接入云平台。').told).toBe('told');
  });
});

describe('what is said plainly and what is said against it', () => {
  const told = (...texts: string[]) =>
    tellOf(
      ['云平台'],
      [],
      texts.map((text) => own(text)),
    ).told;

  it('the sentence behind it makes it doubtful', () => {
    expect(told('已接入云平台。但一直没有启用。')).toBe('doubted');
    expect(told('该方案支持接入云平台。但一直没有启用。')).toBe('doubted');
    expect(told('但一直没有启用。已接入云平台。')).toBe('told');
    expect(told('已接入云平台。其他内容。但一直没有启用。')).toBe('told');
  });

  it('once more without anything against it, it stands', () => {
    expect(told('已接入云平台。但一直没有启用。车间已接入云平台。')).toBe('told');
    expect(told('已接入云平台。', '但一直没有启用。')).toBe('told');
  });

  it('denied elsewhere, it is told both ways', () => {
    expect(told('已接入云平台。但一直没有启用。', '没有接入云平台。')).toBe('contradicted');
  });

  it('a doubt beside it is told of the same, one further away or in another text is of something else', () => {
    const doubt = '云平台的管理页面打不开。';
    expect(told(`${doubt}已接入云平台。`)).toBe('contradicted');
    expect(told(`${doubt}其他内容。已接入云平台。`)).toBe('told');
    expect(told('其他内容。已接入云平台。', doubt)).toBe('told');
    expect(told(`车间已接入云平台。其他内容。${doubt}已接入云平台。`)).toBe('contradicted');
    expect(told(doubt)).toBe('doubted');
    expect(told(`该方案支持接入云平台。其他内容。${doubt}`)).toBe('told');
    // What is planned makes no doubt one of something else.
    expect(told(`计划接入云平台。其他内容。${doubt}`)).toBe('planned');
    const { sayings } = tellOf(['云平台'], [], [own(`计划接入云平台。其他内容。${doubt}`)]);
    expect(sayings.map(({ mood }) => mood)).toEqual(['planned', 'doubted']);
  });
});

describe('how much is shown', () => {
  const moodsOf = (text: string, frameAt?: (offset: number) => Frame | undefined) =>
    tellOf(['云平台'], [], [own(text, frameAt)]).sayings.map(({ mood }) => mood);

  it('four places of a mood, but all that say it is so', () => {
    expect(moodsOf('没有使用云平台。'.repeat(6))).toHaveLength(4);
    expect(moodsOf('已接入云平台。'.repeat(6))).toHaveLength(6);
    expect(moodsOf('没有使用云平台。计划接入云平台。'.repeat(6))).toHaveLength(8);
  });

  it('plans of the chapter on plans and of others are counted apart', () => {
    const text = '计划接入云平台。'.repeat(12);
    const half = text.length / 2;
    expect(moodsOf(text)).toHaveLength(4);
    const { sayings } = tellOf(['云平台'], [], [own(text, (at) => (at < half ? undefined : 'plan'))]);
    expect(sayings.map(({ framed }) => framed)).toEqual([...Array(4).fill(false), ...Array(4).fill(true)]);
  });

  it('the words as they stand, in their sentence, at their place', () => {
    const [saying] = tellOf(['云 平台'], [], [own('其他。已接入云\n平台三年。')]).sayings;
    expect(saying).toMatchObject({ words: '云平台', quote: '已接入云平台三年。' });
    expect(saying?.places).toEqual([{ page: 1, box: [6, 0, 10, 1] }]);
  });
});

describe('a text that holds the words too often', () => {
  it('from three thousand places on not all were looked at', () => {
    const often = (times: number) => tellOf(['云'], [], [own('云，'.repeat(times))]);
    expect(often(2999).cut).toBeUndefined();
    expect(often(3001).cut).toBe(true);
  });
});

describe('what is told in other words', () => {
  const words = (text: string, around: string[], frame?: Frame) =>
    toldAround(around, [own('其他内容。'), own(text, () => frame)])?.words;

  it('is a sentence with two different words of the field, shown at the first of them', () => {
    expect(words(used, ['质保', '扫码'])).toBe('扫码');
    expect(words(used, ['扫码', '即可'])).toBe('扫码');
    expect(words(used, ['扫码'])).toBeUndefined();
    expect(words(used.replace('查询', '扫码'), ['扫码'])).toBeUndefined();
    expect(words(used, ['扫码', '扫码即可'])).toBeUndefined();
    expect(words(used, ['扫码', '扫码即可', '质保'])).toBe('扫码');
    expect(words(used, ['扫码', '区块链'])).toBeUndefined();
  });

  it('is told as being so', () => {
    expect(toldAround(['扫码', '质保'], [own(used)])).toMatchObject({ mood: 'actual', framed: false });
  });

  it('is none where one of the words is denied or the chapter is one on plans or needs', () => {
    expect(words(used.replace('今年', '没有纸质单据，今年'), ['扫码', '纸质单据'])).toBeUndefined();
    expect(words(used, ['扫码', '质保'], 'plan')).toBeUndefined();
    expect(words(used, ['扫码', '质保'], 'need')).toBeUndefined();
  });

  it('is none where the passage sounds otherwise, middling, or is too short to tell', () => {
    expect(words(middling, ['牌子', '上线'])).toBeUndefined();
    expect(words('扫码查到质保。', ['扫码', '质保'])).toBeUndefined();
  });

  it('a doubtful word is no hindrance: the sound of the whole decides', () => {
    const doubt = used.replace('经销商', '云平台的管理页面打不开也能');
    expect(words(doubt, ['云平台', '质保'])).toBe('云平台');
  });
});

describe('whether no passage that holds some words bears them out', () => {
  const unborne = (phrases: string[], ...texts: string[]) =>
    allUnsound(
      phrases,
      texts.map((text) => own(text)),
    );

  it('is so where all that can be heard sounds otherwise', () => {
    expect(unborne(['云平台'], `已接入云平台，${stopped}`)).toBe(true);
    expect(unborne(['云平台'], usedOnCloud)).toBe(false);
    expect(unborne(['云平台'], `已接入云平台，${stopped}`, usedOnCloud)).toBe(false);
  });

  it('is not so where none holds them, or none is long enough to be heard', () => {
    expect(unborne(['区块链'], usedOnCloud)).toBe(false);
    expect(unborne(['云平台'], '云平台停用')).toBe(false);
  });

  it('a passage of a few words has to sound clearly otherwise', () => {
    expect(unborne(['贯标'], '公司已通过贯标。计划明年再次贯标。')).toBe(false);
  });
});

it('the sentences of a text are read once, by what its chapters are for', () => {
  const text = own('建设云平台二期。', () => 'plan');
  expect(statementsIn(text)).toBe(statementsIn(text));
  expect(statementsIn(text).map(({ frame }) => frame)).toEqual(['plan']);
});
