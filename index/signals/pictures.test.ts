import { expect, test } from 'vitest';
import type { Document } from '../../core/document.ts';
import { PictureIndex, picturesOf, samePicture } from './pictures.ts';

const plan = '0f1e2d3c4b5a6978';
/** Three bits away from `plan`. */
const planAgain = '0f1e2d3c4b5a697f';
const logo = 'ffff0000ffff0000';

test('a picture is the same but for a few bits', () => {
  expect(samePicture(plan, planAgain)).toBe(true);
  expect(samePicture(plan, logo)).toBe(false);
});

test('shared pictures speak, those that many have are subtracted', () => {
  const index = new PictureIndex();
  index.add(0, [plan, logo]);
  index.add(1, [planAgain, logo]);
  for (let owner = 2; owner < 8; owner++) index.add(owner, [logo]);
  expect(index.compare([plan, logo], [planAgain, logo])).toBe(0.5);
  expect(index.compare([plan], [logo])).toBeUndefined();
  expect([...index.sharing(0, [plan, logo])]).toEqual([1]);
});

test('scans of whole pages and ornaments are no pictures of the solution', () => {
  const picture = (box: readonly [number, number, number, number], hash: string) => ({
    place: { page: 1, box },
    mediaType: 'image/jpeg',
    hash,
  });
  const document: Document = {
    format: 'pdf',
    pages: [{ number: 1, width: 600, height: 800, readBy: 'text-layer' }],
    body: [],
    marginalia: [],
    problems: [],
    pictures: [
      picture([0, 0, 600, 800], '0000000000000001'),
      picture([10, 10, 30, 30], '0000000000000002'),
      picture([50, 50, 400, 300], plan),
    ],
  };
  expect(picturesOf(document)).toEqual([plan]);
});
