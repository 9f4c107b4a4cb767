import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pathOf, tables } from './make.ts';

test.each(tables)('$file is what its script makes of the pinned package', ({ file, make }) => {
  expect(readFileSync(pathOf(file), 'utf8').replaceAll('\r\n', '\n')).toBe(make());
});
