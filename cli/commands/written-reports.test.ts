import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productVersion } from '../../pipeline/versions.ts';
import { sourceOf } from '../../report/results-source.ts';
import { pack, screening } from '../../report/testing.ts';
import { toResults } from '../../report/whole-results.ts';
import { writeOutputs } from './screen-outputs.ts';
import { writtenReports } from './written-reports.ts';

const run = { ...screening.run, versions: { chushen: productVersion() } };

test('reports are left alone only where all of them are of this run, language and program', async () => {
  const out = mkdtempSync(join(tmpdir(), 'chushen-written-'));
  expect(await writtenReports(out, run, 'zh')).toBeUndefined();
  const results = toResults({ ...screening, run }, 'zh');
  await writeOutputs(out, sourceOf(results), { lang: 'zh', pack });
  expect(await writtenReports(out, run, 'zh')).toEqual({
    filings: 2,
    states: { failed: 1, unread: 1 },
    failed: 2,
  });
  expect(await writtenReports(out, run, 'en')).toBeUndefined();
  expect(await writtenReports(out, { ...run, id: 'other' }, 'zh')).toBeUndefined();
  // Somebody decided something since.
  expect(await writtenReports(out, run, 'zh', 'f00')).toBeUndefined();
  rmSync(join(out, 'report.html'));
  expect(await writtenReports(out, run, 'zh')).toBeUndefined();
  const older = { ...screening, run: { ...run, versions: { chushen: '0.0.1' } } };
  await writeOutputs(out, sourceOf(toResults(older, 'zh')), { lang: 'zh', pack });
  expect(await writtenReports(out, run, 'zh')).toBeUndefined();
});
