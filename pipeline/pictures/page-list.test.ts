import { expect, test } from 'vitest';
import { pageList, parsePageList } from './page-list.ts';

test('a list of pages reads back as it was, and its id follows pages, names and order', () => {
  const a = { id: '0123456789abcdef', name: '扫描 1.jpg' };
  const b = { id: 'fedcba9876543210', name: '扫描 2.jpg' };
  expect(parsePageList(pageList([a, b]).bytes)).toEqual([a, b]);
  const ids = [[a, b], [b, a], [a], [a, { ...b, name: '3.jpg' }]].map((pages) => pageList(pages).id);
  expect(new Set(ids).size).toBe(4);
});

test('other bytes are no list', () => {
  expect(parsePageList(new Uint8Array([0xff, 0xd8, 0xff]))).toBeUndefined();
  expect(parsePageList(new Uint8Array())).toBeUndefined();
});
