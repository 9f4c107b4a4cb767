import { expect, test } from 'vitest';
import type { Raster } from '../raster.ts';
import { perceptualHash } from './perceptual-hash.ts';

/** A drawing of circles, at any size and brightness. */
function picture(size: number, gain: number, phase = 0): Raster {
  const data = new Uint8Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const value = 120 + 100 * Math.sin((x / size) * 9 + phase) * Math.cos((y / size) * 7 + phase * 2);
      data[y * size + x] = Math.max(0, Math.min(255, value * gain));
    }
  }
  return { width: size, height: size, channels: 1, data, dpi: 72 };
}

const distance = (a = '', b = '') => {
  let bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; bits > 0n; bits >>= 1n) count += Number(bits & 1n);
  return count;
};

test('the same picture smaller and darker is near, another is far', () => {
  const one = perceptualHash(picture(400, 1));
  expect(one).toMatch(/^[0-9a-f]{16}$/);
  expect(distance(one, perceptualHash(picture(90, 0.8)))).toBeLessThanOrEqual(4);
  expect(distance(one, perceptualHash(picture(400, 1, 2)))).toBeGreaterThan(12);
});

test('a picture of one colour has no hash', () => {
  expect(
    perceptualHash({ width: 50, height: 50, channels: 1, data: new Uint8Array(2500), dpi: 72 }),
  ).toBeUndefined();
});
