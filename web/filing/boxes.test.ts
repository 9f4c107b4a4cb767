import { expect, test } from 'vitest';
import type { Pages } from '../../workbench/api/filing.ts';
import { litBy, pictureWidth } from './boxes.ts';

const pages: Pages = {
  shown: true,
  pages: [
    { n: 1, file: '申报书.pdf', page: 1, width: 595, height: 842 },
    { n: 2, file: '申报书.pdf', page: 2, width: 595, height: 842 },
    { n: 3, file: '附件/执照.jpg', page: 1, width: 800, height: 600 },
  ],
  boxes: { 'field:k': [{ n: 2, box: [1, 2, 3, 4] }] },
};

test('a place without a file is in the form, one with a file in that file', () => {
  const box: [number, number, number, number] = [10, 20, 30, 40];
  expect(litBy([{ page: 1, box }], undefined, '申报书.pdf', pages)).toEqual([{ n: 1, box }]);
  expect(litBy([{ file: '附件/执照.jpg', page: 1, box }], undefined, '申报书.pdf', pages)).toEqual([
    { n: 3, box },
  ]);
});

test('what stands in a part of a Word file is lit where its subject was drawn', () => {
  const where = [{ part: 'document.xml', path: '/p[3]' }];
  expect(litBy(where, 'field:k', '申报书.docx', pages)).toEqual([{ n: 2, box: [1, 2, 3, 4] }]);
  expect(litBy(where, 'field:other', '申报书.docx', pages)).toEqual([]);
});

test('a page that is not there lights nothing', () => {
  expect(litBy([{ page: 9, box: [0, 0, 1, 1] }], undefined, '申报书.pdf', pages)).toEqual([]);
});

test('pictures come in few widths, never coarser than shown', () => {
  expect(pictureWidth(640)).toBe(700);
  expect(pictureWidth(701)).toBe(700);
  expect(pictureWidth(760)).toBe(1000);
  expect(pictureWidth(9000)).toBe(2800);
});
