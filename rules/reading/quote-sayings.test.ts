import { expect, test } from 'vitest';
import { quoteSayings } from './quote-sayings.ts';
import type { Saying } from './told.ts';

const saying = (mood: Saying['mood'], quote: string): Saying => ({
  mood,
  quote,
  words: '平台',
  framed: false,
  places: [],
});

test('words that deny are told as a denial, others as what leaves it open, in both languages', () => {
  expect(quoteSayings([saying('denied', '没有平台')], 'denied')).toEqual({
    zh: '材料写明没有：“没有平台”（写明没有）。',
    en: 'The filing says it is not so: "没有平台" (said not to be so).',
  });
  const open = quoteSayings([saying('planned', '拟建平台'), saying('doubted', '平台存疑')], 'open');
  expect(open).toEqual({
    zh: '材料的说法不足以确定：“拟建平台”（计划或筹备中）；“平台存疑”（说法存疑），请人工核对。',
    en: 'What the filing says leaves it open: "拟建平台" (planned); "平台存疑" (in doubt); please check.',
  });
});

test('the same words are quoted once, and four sentences at most', () => {
  const many = ['甲', '乙', '甲', '丙', '丁', '戊'].map((quote) => saying('denied', quote));
  expect(quoteSayings(many, 'denied').zh.match(/“.”/gu)).toEqual(['“甲”', '“乙”', '“丙”', '“丁”']);
  const both = [saying('denied', '甲'), saying('planned', '甲')];
  expect(quoteSayings(both, 'open').zh.match(/“甲”/gu)).toHaveLength(2);
});
