import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceOf } from '../../report/results-source.ts';
import { pack, screening } from '../../report/testing.ts';
import { toResults } from '../../report/whole-results.ts';
import { UsageError } from '../terminal.ts';
import { checkOutputFolder, writeOutputs } from './screen-outputs.ts';

const scratch = () => mkdtempSync(join(tmpdir(), 'chushen-out-'));

test('three files come out, and nothing else is left', async () => {
  const out = join(scratch(), '新', '结果');
  await checkOutputFolder(out);
  expect(readdirSync(out)).toEqual([]);
  await writeOutputs(out, sourceOf(toResults(screening, 'zh')), { lang: 'zh', pack });
  expect(readdirSync(out).sort()).toEqual(['report.html', 'results.json', '初审结果.xlsx']);
  JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'));
});

test('a file in the place of the folder is told before anything is read', async () => {
  const out = join(scratch(), 'file');
  writeFileSync(out, '');
  await expect(checkOutputFolder(out)).rejects.toThrow(UsageError);
  await expect(writeOutputs(out, sourceOf(toResults(screening, 'zh')), { lang: 'zh', pack })).rejects.toThrow(
    UsageError,
  );
});
