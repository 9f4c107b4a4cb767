import { expect, test } from 'vitest';
import { createClassifier } from './classify.ts';
import { exampleClauses, exampleScheme, pageText } from './example.ts';

const classifier = createClassifier(exampleScheme, exampleClauses);
const water = [
  '公司为印染企业，建设中水回用装置与漏损控制系统，安装水表三百块，',
  '在线监测水质，循环冷却水浓缩倍数提高，单位产品用水量下降三成。',
];

test('definitions and cues suffice for a scheme that nobody trained', () => {
  expect(classifier.trained).toBe(false);
  const { label, candidates, scheme } = classifier.classify(pageText(...water));
  expect(scheme).toBe('example');
  expect(label).toBe('节水改造');
  expect(candidates[0]?.definition).toEqual(exampleClauses.get('一'));
  expect(candidates[0]?.score).toBeGreaterThan(candidates[1]?.score ?? 1);
});

test('evidence is copied from the text, at most five, with its places', () => {
  const text = pageText(...water);
  const evidence = classifier.classify(text).candidates[0]?.evidence ?? [];
  expect(evidence.length).toBeGreaterThan(2);
  expect(evidence.length).toBeLessThanOrEqual(5);
  expect(new Set(evidence.map((cue) => cue.text)).size).toBe(evidence.length);
  for (const cue of evidence) {
    expect(text.text).toContain(cue.text);
    expect(cue.where).toHaveLength(1);
  }
});

test('a cue broken by a line or spaces is found and its places are both lines', () => {
  const { candidates } = classifier.classify(pageText('企业实施中', '水 回用改造，降低用水量，监测水质'));
  const cue = candidates[0]?.evidence.find(({ text }) => text === '中\n水 回用');
  expect(cue?.where).toHaveLength(2);
});

test('what the filing denies does not count', () => {
  const denied = pageText('本项目不涉及储能电站、削峰填谷和电池管理系统，建设中水回用与漏损控制。');
  const { candidates } = classifier.classify(denied);
  expect(candidates[0]?.label).toBe('节水改造');
  const storage = candidates.find(({ label }) => label === '储能应用');
  expect(storage?.evidence.map(({ text }) => text)).not.toContain('储能电站');
});

test.each([
  '新建学生食堂三层，可同时容纳两千名师生就餐，厨房明厨亮灶。',
  '办公楼外立面装修与会议室改造，更换电梯两部。',
  '',
])('gives no label to a text out of scope: %s', (text) => {
  expect(classifier.classify(pageText(text)).label).toBeNull();
});

test('the title counts, with the place it was read from', () => {
  const where = [{ page: 1, box: [0, 0, 1, 1] as const }];
  const found = classifier.classify(pageText('公司成立于二〇〇一年。'), {
    title: '储能电站削峰填谷应用',
    titleWhere: where,
    declared: '储能应用',
  });
  expect(found.candidates[0]?.label).toBe('储能应用');
  expect(found.candidates[0]?.evidence[0]?.where).toEqual(where);
  expect(found.declared).toBe('储能应用');
});
