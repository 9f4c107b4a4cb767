import { expect, test } from 'vitest';
import { soundsSo, voiceSchema } from './voice.ts';

const used = '每天有860万条数据进库，经销商扫码即可查到质保信息，今年已累计查询32次。';
const stopped = '合同早已终止，体系停用后再未恢复，人员也已全部离开。';

test('what is done and counted sounds so, what has ended does not', () => {
  expect(soundsSo(used)).toBeGreaterThan(0);
  expect(soundsSo(stopped)).toBeLessThan(0);
  // Log-odds of a likely thing, not of a certain one.
  for (const passage of [used, stopped]) expect(Math.abs(soundsSo(passage) ?? 0)).toBeLessThan(20);
});

test('a passage of less than ten characters has no sound', () => {
  expect(soundsSo(used.slice(0, 9))).toBeUndefined();
  expect(soundsSo(used.slice(0, 10))).toBeTypeOf('number');
});

test('a passage sounds the same when it is heard again, and others in between change nothing', () => {
  const first = soundsSo(used);
  for (let i = 0; i < 2100; i++) soundsSo(`第${i}号车间的第${i}台设备安装在二楼东侧靠窗的位置。`);
  expect(soundsSo(used)).toBe(first);
  expect(soundsSo(used)).toBe(first);
});

test('weights are by hundredths, whole numbers of either sign', () => {
  const voice = (weight: string) =>
    voiceSchema.safeParse({ trained: 't', bias: 0, weights: { [weight]: '已' } }).success;
  expect([voice('12'), voice('-12'), voice('1.2'), voice('x1'), voice('1x'), voice('')]).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
