import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClassifier } from './classify.ts';
import { zoneOf } from './signals/zone.ts';
import { readSchemes } from './train/read-schemes.ts';
import { shared } from './two.ts';

const packs = fileURLToPath(new URL('../calls/packs', import.meta.url));
const modes = readSchemes(packs).find(({ scheme }) => scheme.id === 'modes')!;
const classifier = createClassifier(modes.scheme, modes.clauses);
const classify = (text: string) =>
  classifier.classifyZones([{ ...zoneOf('body', text), placesOf: () => [] }]);

const making =
  '冲压与焊接工段全部改造，机器人上下料，制造执行系统实时排程，刀具寿命由模型预测，视觉检测替代人工目检，设备综合效率提高二十个百分点。';
const serving =
  '售出的九千台设备全部联网，远程监测轴承温度与油压，提前两周提示保养，就近派工并带齐备件，客户按使用时长付费，旧机回收再制造。';

test('a text of two modes is shown as two, each with its share and its phrases', () => {
  const { label, second, candidates } = classify(`${making}${serving}`);
  expect([label, second?.label].sort()).toEqual(['智能化制造', '服务化延伸'].sort());
  expect(second?.share).toBeGreaterThan(0.25);
  expect(second?.share).toBeLessThanOrEqual(0.5);
  expect(candidates[0]?.score).toBeLessThan(0.75);
  for (const one of candidates.slice(0, 2)) expect(one.evidence.length).toBeGreaterThan(0);
});

test('a text of one mode is not, however long', () => {
  expect(classify(making)).toMatchObject({ label: '智能化制造' });
  expect(classify(`${making}${making}`).second).toBeUndefined();
  expect(classify(serving).second).toBeUndefined();
});

test('one word gives no label', () => {
  const { label, candidates } = classify('本项目建设协同平台。');
  expect(label).toBeNull();
  expect(candidates[0]?.score).toBeLessThanOrEqual(0.76);
});

test('work within one plant is not called collaboration of companies for a word', () => {
  const text = `${making}各工段协同作业，机台与小车协同，协同都在本车间内完成。`;
  const collaboration = classify(text).candidates.find((one) => one.label === '网络化协同');
  expect(classify(text).label).toBe('智能化制造');
  expect(collaboration?.score ?? 0).toBeLessThan(0.3);
});

test('sharing between two labels takes nothing from the others', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, (both, share) => {
      const before = [0.6, 0.3, 0.06, 0.04];
      const after = shared(before, { first: 0, second: 1, both, share });
      expect(after.slice(2)).toEqual(before.slice(2));
      expect((after[0] ?? 0) + (after[1] ?? 0)).toBeCloseTo(0.9, 9);
    }),
  );
});
