import { expect, test } from 'vitest';
import { blankOut, negatedRanges } from './negation.ts';

const kept = (text: string) => blankOut(text, negatedRanges(text)).replace(/，+/g, '，');

test('what a project is not ends with its clause', () => {
  expect(kept('本项目不涉及个性化定制、服务化延伸，重点建设智能产线。')).toBe('本项目，重点建设智能产线。');
  expect(kept('不同于传统的远程运维，我们做协同设计。')).toBe('，我们做协同设计。');
  expect(kept('系统是设计平台而非管理平台。')).toBe('系统是设计平台，。');
});

test('what is taken back afterwards does not count either', () => {
  expect(kept('建设智能产线，供应链金融不在本期实施范围内。')).toBe('建设智能产线，实施范围内。');
});

test('words that only look like a denial stay', () => {
  const text = '不仅实现远程运维，质量不断提升，不良率下降，无人值守，非标设备。';
  expect(kept(text)).toBe(text);
});

test('offsets stay', () => {
  const text = '甲不属于乙，丙不包括丁；戊';
  expect(blankOut(text, negatedRanges(text))).toHaveLength(text.length);
});
