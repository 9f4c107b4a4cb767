import { expect, test, vi } from 'vitest';
import { segment } from './segment.ts';
import { termsOf, wordsOf } from './terms.ts';

test('words of the trade stay whole', () => {
  const words = segment('基于标识解析二级节点的5g全连接工厂与数字孪生');
  for (const word of ['标识解析', '二级节点', '5g全连接工厂', '数字孪生']) expect(words).toContain(word);
});

test('nothing is written to stdout and nothing gets lost', () => {
  const written = vi.spyOn(process.stdout, 'write');
  const text = '企业(ABC)的产品,合格率99.5%';
  expect(segment(text).join('')).toBe(text);
  expect(segment('')).toEqual([]);
  expect(written).not.toHaveBeenCalled();
  written.mockRestore();
});

test('terms are words without numbers and marks, and characters alone and in pairs', () => {
  expect(wordsOf('合格率99.5%')).toEqual(['合格率']);
  expect(termsOf('合格')).toEqual(['合格', '#合格', '#合', '#格']);
});
