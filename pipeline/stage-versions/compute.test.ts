import { cpSync, mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { StageVersions } from './compute.ts';

const tree = {
  'package.json':
    '{"dependencies":{"sharp":"1.0.0","unused":"1.0.0"},"optionalDependencies":{"fast":"2.0.0"}}',
  'read/read.ts': "import { shared } from '../core/shared.ts';\nconst scan = () => import('./scan.ts');\n",
  'read/scan.ts': "const { default: sharp } = await import('sharp');\n",
  'read/read.test.ts': "import { read } from './read.ts';\n",
  'match/match.ts': "import { model } from './model.ts';\nimport { shared } from '../core/shared.ts';\n",
  'match/model.ts': "import { loop } from './loop.ts';\n",
  'match/loop.ts': "import { model } from './model.ts';\nawait import('fast/deep.js');\n",
  'match/data/weights.json': '{"weight":1}\n',
  'judge/a.ts': 'export const a = 1;\n',
  'judge/a.test.ts': "import { a } from './a.ts';\n",
  'core/shared.ts': "import type { Shape } from './shape.ts';\nexport const shared = 1;\n",
  'core/shape.ts': 'export interface Shape {}\n',
};

const entries = { read: ['read/read.ts'], match: ['match/match.ts'], judge: ['judge/'] };
const dataOf = { 'match/model.ts': ['match/data/'] };

function plant(files: Readonly<Record<string, string>> = tree): string {
  const root = mkdtempSync(join(tmpdir(), 'chushen-stages-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

function versionsIn(root: string): Record<string, string> {
  const versions = new StageVersions({ root, dataOf });
  return Object.fromEntries(
    Object.entries(entries).map(([stage, files]) => [stage, versions.version(files)]),
  );
}

/** Stages whose version changes when one file gets another byte. */
function changedBy(file: string, edit: (text: string) => string = (text) => `${text} `): string[] {
  const root = plant();
  const before = versionsIn(root);
  writeFileSync(join(root, file), edit(readFileSync(join(root, file), 'utf8')));
  const after = versionsIn(root);
  return Object.keys(entries).filter((stage) => before[stage] !== after[stage]);
}

test('a byte changes exactly the stages that import its file, however far off', () => {
  expect(changedBy('read/read.ts')).toEqual(['read']);
  expect(changedBy('read/scan.ts')).toEqual(['read']);
  expect(changedBy('match/loop.ts')).toEqual(['match']);
  expect(changedBy('core/shared.ts')).toEqual(['read', 'match']);
  expect(changedBy('judge/a.ts')).toEqual(['judge']);
});

test('data files and package versions count for the stages that use them', () => {
  expect(changedBy('match/data/weights.json')).toEqual(['match']);
  const raise = (name: string) => (text: string) => text.replace(`"${name}":"`, `"${name}":"9`);
  expect(changedBy('package.json', raise('sharp'))).toEqual(['read']);
  expect(changedBy('package.json', raise('fast'))).toEqual(['match']);
  expect(changedBy('package.json', raise('unused'))).toEqual([]);
});

test('tests and types change nothing', () => {
  expect(changedBy('read/read.test.ts')).toEqual([]);
  expect(changedBy('judge/a.test.ts')).toEqual([]);
  expect(changedBy('core/shape.ts')).toEqual([]);
});

test('where the tree lies, when it was written and how its lines end change nothing', () => {
  const root = plant();
  const elsewhere = mkdtempSync(join(tmpdir(), 'chushen-stages-'));
  cpSync(root, elsewhere, { recursive: true });
  utimesSync(join(elsewhere, 'core/shared.ts'), 1, 1);
  expect(versionsIn(elsewhere)).toEqual(versionsIn(root));
  const windows = Object.fromEntries(
    Object.entries(tree).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]),
  );
  expect(versionsIn(plant(windows))).toEqual(versionsIn(root));
});

test('a file that is named but missing is told, never passed over', () => {
  const { 'read/scan.ts': _, ...rest } = tree;
  expect(() => versionsIn(plant(rest))).toThrow(/scan\.ts/);
});
