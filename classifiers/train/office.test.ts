import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createClassifier } from '../classify.ts';
import { exampleClauses, exampleScheme, pageText } from '../example.ts';
import { notWorse, trainOffice } from './office.ts';
import type { Labelled } from './read-labelled.ts';

const known = { scheme: exampleScheme, clauses: exampleClauses };
const text = (label: string | null, words: string, scheme = 'example'): Labelled => ({
  scheme,
  label,
  text: words,
  kind: 'sentence',
  neutral: false,
  fits: [],
  afterCues: true,
  part: 'train',
});
const outside = [
  '新建学生食堂三层，厨房明厨亮灶。',
  '办公楼外立面装修，更换电梯两部。',
  '采购图书馆书架与阅览桌椅。',
  '社区活动中心添置健身器材。',
  '医院门诊大厅改建与绿化。',
].map((words) => text(null, words, '*'));
const places = ['一期', '二期', '东区', '西区', '新厂', '老厂'];
const water = places.map((place) => text('节水改造', `${place}冷凝液收集后送锅炉补给，蒸发损失下降。`));
const storage = places.map((place) => text('储能应用', `${place}飞轮机组夜间蓄能，白天放出，需量电费下降。`));

const folder = () => join(mkdtempSync(join(tmpdir(), 'office-')), 'models');

test('corrections teach words that the definitions do not know, and the model says whose it is', () => {
  const models = folder();
  const training = trainOffice(known, outside, [...water, ...storage], models);
  expect(training.accepted).toBe(true);
  expect(training.after.corrections.right).toBeGreaterThan(training.before.corrections.right);
  expect(training.version).toMatch(/^office [0-9a-f]{12}$/);
  const classifier = createClassifier(exampleScheme, exampleClauses, { models });
  expect(classifier.version).toBe(training.version);
  const { candidates, model } = classifier.classify(pageText('北区冷凝液收集后送锅炉补给。'));
  expect(candidates[0]?.label).toBe('节水改造');
  expect(model).toBe(training.version);
});

test('corrections of earlier trainings are kept', () => {
  const models = folder();
  trainOffice(known, outside, water, models);
  const second = trainOffice(known, outside, storage, models);
  expect(second.before.known.texts).toBe(outside.length + water.length);
});

test('a model that judges worse is refused and nothing is written', () => {
  const models = folder();
  const clear = [
    ...places.map((place) => text('节水改造', `${place}建设中水回用与漏损控制，循环冷却水浓缩。`)),
    ...places.map((place) => text('储能应用', `${place}储能电站削峰填谷，电池管理系统上线。`)),
  ];
  const swapped = clear.flatMap((one) => {
    const label = one.label === '节水改造' ? '储能应用' : '节水改造';
    return [' ', '  ', '   '].map((space) => ({ ...one, text: one.text + space, label }));
  });
  const training = trainOffice(known, [...outside, ...clear], swapped, models);
  expect(training.accepted).toBe(false);
  expect(training.version).toBeUndefined();
  expect(() => readdirSync(models)).toThrow();
});

test('worse is fewer corrections right, fewer texts right in all, or over 1% of the known lost', () => {
  const of = (corrections: number, known: number) => ({
    corrections: { right: corrections, texts: 20 },
    known: { right: known, texts: 300 },
  });
  const before = of(10, 280);
  expect(notWorse(before, of(10, 280))).toBe(true);
  expect(notWorse(before, of(14, 278))).toBe(true);
  expect(notWorse(before, of(11, 278))).toBe(false);
  expect(notWorse(before, of(9, 290))).toBe(false);
  expect(notWorse(before, of(20, 276))).toBe(false);
});
