import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { resultsSchema } from '../core/results.ts';
import { docx, p, tbl, tc, tr } from '../extractors/word/docx/testing.ts';
import { chushen, scratch } from './command.ts';

/** Seconds in which a batch of files made to choke on is done, and as much again where other work goes on. */
const bounded = 120;

const lines = (from: number) =>
  Array.from({ length: 4000 }, (_, i) =>
    p(`第${i + from}台设备运行正常，温度${(i + from) % 90}度，无报警`),
  ).join('');

/** Bodies of documents that repeat themselves or are far too large. */
const bodies: Readonly<Record<string, string>> = {
  'lines-0': lines(0),
  'lines-1': lines(7),
  'phrase-0': p('工业互联网平台'.repeat(5000)),
  'phrase-1': p(`${'工业互联网平台'.repeat(5000)}。`),
  letters: p('A'.repeat(500_000)),
  cells: tbl(...Array.from({ length: 1000 }, () => tr(...Array.from({ length: 130 }, () => tc('<w:p/>'))))),
  long: p('工业互联网平台建设方案说明，'.repeat(20)).repeat(100_000),
  sound: ['申报书', '项目名称：轴承产线能耗优化', '建设内容', '采集机床能耗并据此排产。']
    .map((text) => p(text))
    .join(''),
};

test('files that one could choke on are screened together in bounded time, and each has its result', async () => {
  const folder = scratch();
  for (const [name, body] of Object.entries(bodies)) {
    writeFileSync(join(folder, `${name}.docx`), await docx(body));
  }
  const out = scratch();
  const began = performance.now();
  const run = await chushen(['screen', folder, '--call', 'miit-2022-application-cases', '--out', out]);
  expect((performance.now() - began) / 1000).toBeLessThan(bounded);
  expect(run.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/u);
  const results = resultsSchema.parse(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')));
  const codes = new Map(
    results.filings.map(({ file, problems }) => [basename(file, '.docx'), problems.map(({ code }) => code)]),
  );
  expect([...codes.keys()].sort()).toEqual(Object.keys(bodies).sort());
  expect(codes.get('cells')).toContain('text-too-long');
  expect(codes.get('long')).toContain('text-too-long');
  expect(codes.get('letters')).toContain('partly-compared');
  expect([...codes.values()].flat()).not.toContain('stage-failed');
  // Nothing may count as not written where not all was read.
  const long = results.filings.find(({ file }) => file.endsWith('long.docx'));
  expect(long?.findings.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
});
