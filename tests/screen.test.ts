import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { type Results, resultsSchema } from '../core/results.ts';
import { exampleLists } from '../corpus/awards/example-awards.ts';
import type { Truth } from '../corpus/generate/generate.ts';
import { productFolder } from '../pipeline/versions.ts';
import { scoreFiling } from './bench/score.ts';
import { chushen, scratch } from './command.ts';

const samples = join(productFolder(), 'corpus', 'samples');
const deadlines: Record<string, string> = {
  'jiangsu-2022-benchmark-factory': '2022-05-20',
  'miit-2021-app-solutions': '2021-10-20',
  'miit-2022-application-cases': '2022-10-21',
  'miit-2022-cross-platform': '2022-03-25',
  'miit-2022-pilots': '2022-12-31',
};

/** What the samples lack beside what was planted, by their own truth: a platform of others is ticked, not named. */
const alsoLacking: Readonly<Record<string, readonly string[]>> = {
  'jiangsu-2022-benchmark-factory': ['platform-names'],
};

/** The samples of a call screened once for all tests that look at them, and the folder with the store of that run. */
const firstRuns = new Map<string, ReturnType<typeof firstRun>>();
function screenedSamples(call: string) {
  const run = firstRuns.get(call) ?? firstRun(call);
  firstRuns.set(call, run);
  return run;
}
async function firstRun(call: string) {
  const [out, cwd] = [scratch(), scratch()];
  return { ...(await screenSamples(call, out, cwd)), out, cwd };
}

async function screenSamples(call: string, out: string, cwd: string) {
  const folder = join(samples, call, 'filings');
  const args = [
    'screen',
    folder,
    '--call',
    call,
    '--awards',
    ...exampleLists(),
    '--out',
    out,
    '--as-of',
    deadlines[call]!,
  ];
  const run = await chushen(args, { cwd });
  const results = resultsSchema.parse(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')));
  return { run, results };
}

const truthsOf = (call: string) =>
  JSON.parse(readFileSync(join(samples, call, 'truth.json'), 'utf8')) as Truth[];
const filingOf = (results: Results, truth: Truth) =>
  results.filings.find((filing) => filing.file.endsWith(`/${truth.file}`))!;

test.each(Object.keys(deadlines))(
  'the samples of %s are read, and every planted defect is found',
  async (call) => {
    const { run, results, out } = await screenedSamples(call);
    expect(run.code, run.stderr).toBe(0);
    const truths = truthsOf(call);
    expect(results.filings).toHaveLength(truths.length);
    for (const truth of truths) {
      const filing = filingOf(results, truth);
      const score = scoreFiling(truth, filing);
      expect(score.defects.missed, truth.file).toEqual([]);
      const lacking = alsoLacking[call] ?? [];
      const alarms = score.falseAlarms.rules.filter((line) => !lacking.some((rule) => line.includes(rule)));
      expect(alarms, truth.file).toEqual([]);
      if (truth.defects.length > 0) expect(['passed', 'remarked'], truth.file).not.toContain(filing.state);
      expect(filing.reasons.length > 0, truth.file).toBe(filing.state !== 'passed');
      const least = /poor-scan|png|jpeg/u.test(truth.format) ? 0.85 : truth.format === 'scan' ? 0.9 : 0.97;
      expect(
        score.fields.right / score.fields.all,
        `${truth.file}\n${score.fields.wrong.join('\n')}`,
      ).toBeGreaterThanOrEqual(least);
    }
    const html = readFileSync(join(out, 'report.html'), 'utf8');
    for (const filing of results.filings) expect(html).toContain(`f-${filing.id}`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(out, '初审结果.xlsx'));
    expect(workbook.worksheets[0]?.rowCount).toBe(truths.length + 1);
  },
);

test('a second run reads nothing again and says the same', async () => {
  const call = 'miit-2022-application-cases';
  const { cwd, ...first } = await screenedSamples(call);
  const started = Date.now();
  const second = await screenSamples(call, scratch(), cwd);
  expect(Date.now() - started).toBeLessThan(20_000);
  expect(existsSync(join(cwd, 'chushen.sqlite'))).toBe(true);
  expect(second.results.filings).toEqual(first.results.filings);
});

test('English by switch: messages change, verdicts do not', async () => {
  const folder = join(samples, 'miit-2021-app-solutions', 'filings');
  const docx = join(folder, readdirSync(folder).find((name) => name.endsWith('.docx'))!);
  const runIn = async (lang: string) => {
    const out = scratch();
    await chushen([
      'screen',
      docx,
      '--call',
      'miit-2021-app-solutions',
      '--out',
      out,
      '--lang',
      lang,
      '--as-of',
      '2021-10-20',
    ]);
    return resultsSchema.parse(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')));
  };
  const [zh, en] = [await runIn('zh'), await runIn('en')];
  const verdicts = (results: Results) =>
    results.filings[0]!.findings.map((finding) => [finding.rule, finding.verdict]);
  expect(verdicts(en)).toEqual(verdicts(zh));
  expect(zh.filings[0]!.findings[0]!.message).toMatch(/\p{Script=Han}/u);
  expect(en.filings[0]!.findings[0]!.message).not.toEqual(zh.filings[0]!.findings[0]!.message);
});

test('extract, classify and compare print JSON on stdout and nothing else', async () => {
  const folder = join(samples, 'miit-2022-application-cases', 'filings');
  const [a, b] = readdirSync(folder).filter(
    (name) => /\.(docx|pdf)$/u.test(name) && statSync(join(folder, name)).size < 2e6,
  );
  const extracted = await chushen(['extract', join(folder, a!), '--json']);
  expect(extracted.code, extracted.stderr).toBe(0);
  expect(JSON.parse(extracted.stdout)).toMatchObject({ call: 'miit-2022-application-cases' });
  const text =
    '基于工业互联网平台的注塑模具协同设计\n汇聚设计资源，开展多学科仿真与模块化设计，缩短研发周期。';
  const classified = await chushen(['classify', '-', '--call', 'miit-2022-application-cases', '--json'], {
    input: text,
  });
  expect(JSON.parse(classified.stdout)[0].candidates[0].label).toBe('平台化设计');
  const compared = await chushen(['compare', join(folder, a!), join(folder, b!), '--json']);
  expect(JSON.parse(compared.stdout)).toHaveProperty('passages');
});

test('awards are imported once however often, and doctor says what is there', async () => {
  const cwd = scratch();
  const [list] = exampleLists();
  expect((await chushen(['awards', 'import', list!], { cwd })).code).toBe(0);
  const count = JSON.parse((await chushen(['awards', 'list', '--json'], { cwd })).stdout).length;
  expect(count).toBeGreaterThan(10);
  await chushen(['awards', 'import', list!], { cwd });
  expect(JSON.parse((await chushen(['awards', 'list', '--json'], { cwd })).stdout)).toHaveLength(count);
  const doctor = await chushen(['doctor', '--json'], { cwd });
  expect(JSON.parse(doctor.stdout).map((check: { name: string }) => check.name)).toContain('LibreOffice');
});

test('a reader that stops before the end of the results is no error', async () => {
  const main = join(productFolder(), 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, 'calls', 'explain', 'miit-2022-pilots', '--json']);
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await new Promise((done) => child.on('close', done));
  expect(said).toBe('');
});
