import { expect, test } from 'vitest';
import { importsOf, packageOf } from './imports.ts';

test('finds every way in which a file names another', () => {
  const source = [
    "import { readFile } from 'node:fs/promises';",
    "import { a, type B } from './a.ts';",
    'import {',
    '  long,',
    "} from '../long.ts';",
    "export { c } from './c.ts';",
    "export * from './d.ts';",
    "import './effect.ts';",
    "const { default: sharp } = await import('sharp');",
    "const later = () => import('./later.ts');",
    "const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');",
    "const file = createRequire(import.meta.url).resolve('@scope/data/words.txt');",
  ].join('\n');
  expect(importsOf(source).files).toEqual([
    './a.ts',
    '../long.ts',
    './c.ts',
    './d.ts',
    './effect.ts',
    './later.ts',
  ]);
  expect(importsOf(source).modules).toEqual([
    'node:fs/promises',
    'sharp',
    '@node-rs/jieba',
    '@scope/data/words.txt',
  ]);
});

test('types are gone when the code runs', () => {
  const source = [
    "import type { A } from './a.ts';",
    'import type {',
    '  B,',
    "} from './b.ts';",
    "export type { C } from './c.ts';",
    "export type D = 'd' | 'e';",
    "let jszip: typeof import('jszip') | undefined;",
  ].join('\n');
  expect(importsOf(source)).toEqual({ files: [], modules: [] });
});

test('names the package of a module', () => {
  expect(packageOf('@node-rs/jieba/dict.txt')).toBe('@node-rs/jieba');
  expect(packageOf('pdfjs-dist/legacy/build/pdf.mjs')).toBe('pdfjs-dist');
  expect(packageOf('node:fs')).toBeUndefined();
});
