import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultIntakeLimits } from '../extractors/containers/list-inputs.ts';
import { readOne } from './read-one.ts';

const options = {
  settings: { ocr: 'off', maxPages: 10 } as const,
  jobs: 1,
  timeout: 60,
  limits: defaultIntakeLimits,
};

test('a folder of several files says which one was read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chushen-one-'));
  const page = (name: string) => `<html><body><p>${name}</p></body></html>`;
  writeFileSync(join(folder, 'a.html'), page('甲'));
  const one = await readOne(join(folder, 'a.html'), options);
  expect(one.problems).toEqual([]);
  writeFileSync(join(folder, 'b.html'), page('乙'));
  const { problems, document } = await readOne(folder, options);
  expect(document).toBeDefined();
  expect(problems).toEqual([{ code: 'one-of-several', values: { count: 2, file: join(folder, 'a.html') } }]);
});
