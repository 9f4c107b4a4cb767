import { expect, test } from 'vitest';
import { createClassifier } from './classify.ts';
import { exampleClauses, exampleScheme, pageText } from './example.ts';

const [water, storage] = exampleScheme.labels;
if (!water || !storage) throw new Error('the example has two labels');
const scheme = {
  ...exampleScheme,
  parents: [{ name: '节约', en: 'saving' }],
  labels: [
    {
      ...water,
      parent: '节约',
      items: [
        { name: '漏损控制', en: 'leaks', clause: '一1' },
        { name: '中水回用', en: 'reuse', clause: '一2' },
      ],
    },
    storage,
  ],
};
const clauses = new Map([
  ...exampleClauses,
  ['一1', { ref: '一1', text: '漏损控制：对厂区管网分区计量，发现暗漏并及时修复。' }],
  ['一2', { ref: '一2', text: '中水回用：废水经膜处理后回到车间使用。' }],
]);
const classifier = createClassifier(scheme, clauses);

test('the sub-item a text answers to is named with its clause', () => {
  const { candidates } = classifier.classify(
    pageText('厂区管网加装分区计量水表，夜间流量异常即报暗漏，修复后漏损控制见效。'),
  );
  expect(candidates[0]?.item).toEqual({ name: '漏损控制', definition: clauses.get('一1') });
  expect(candidates.find(({ label }) => label === storage.name)?.item).toBeUndefined();
});

test('no sub-item where two are as like', () => {
  const { candidates } = classifier.classify(pageText('实施漏损控制、中水回用两项措施，用水量下降。'));
  expect(candidates.find(({ label }) => label === water.name)?.item).toBeUndefined();
});

test('a two-level scheme is answered by class and label', () => {
  const found = classifier.classify(
    pageText('建设中水回用装置与漏损控制系统，循环冷却水和水质在线监测，用水量下降。'),
  );
  expect(found.label).toBe(water.name);
  expect(found.parent?.name).toBe('节约');
  expect(found.parent?.score).toBeCloseTo(found.candidates[0]?.score ?? 0);
  expect(found.candidates[0]?.parent).toBe('节约');
});
