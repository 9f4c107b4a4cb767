import { expect, test } from 'vitest';
import { doubtsIn } from './doubts.ts';
import { findWords, patternOf } from './find-words.ts';
import { statementsOf } from './statement.ts';

const moodOf = (text: string, words: string) =>
  statementsOf(text).flatMap((one) => findWords(one, patternOf(words)).map(({ mood }) => mood));

test.each([
  // Lacking, ended, awaited, done in another way or by others, and shown but not used.
  ['许可证一栏暂付阙如。', '许可证'],
  ['运营团队编制空缺。', '运营团队'],
  ['与平台商的服务合同去年解约，数据改走内网。', '平台商'],
  ['接入体系一事，等集团批复后才能着手。', '接入体系'],
  ['能耗数据靠纸质台账。', '能耗数据'],
  ['场地由物业公司代管。', '场地'],
  ['防火墙的管理页面打不开。', '防火墙'],
  // A turn that brings no fact.
  ['场地已经建成，但运营无从谈起。', '场地'],
])('%s leaves %s open', (text, words) => {
  for (const mood of moodOf(text, words)) expect(['doubted', 'planned', 'partly', 'named']).toContain(mood);
  expect(moodOf(text, words).length).toBeGreaterThan(0);
});

test.each([
  ['能耗管理上线后，班组告别了纸质台账。', '能耗管理'],
  ['过去靠人工抄表，现在平台已自动采集。', '平台'],
  ['企业节点曾于2019年停用，2021年重新投用，稳定运行至今。', '企业节点'],
  ['38名专职人员均不在其他部门兼职。', '专职人员'],
  ['中心有专职人员27人，另外还聘有兼职顾问。', '专职人员'],
])('%s tells %s plainly', (text, words) => {
  expect(new Set(moodOf(text, words))).toEqual(new Set(['actual']));
});

test('a question states nothing, and words alone only name', () => {
  expect(moodOf('是否只备案未测评？', '测评')).toEqual(['elsewhere']);
  expect(moodOf('标识解析的意义。', '标识解析')).toEqual(['named']);
});

test('doubts lie inside the text', () => {
  const text = '仍以人工为主,证书已过期,待批复。';
  for (const { start, end } of doubtsIn(text, text)) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  expect(doubtsIn(text, text).length).toBeGreaterThanOrEqual(3);
});
