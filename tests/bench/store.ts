import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Field } from '../../core/filing.ts';
import { filingStates } from '../../core/filing-state.ts';
import type { Finding, Verdict } from '../../core/judgement.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import { openStore } from '../../store/open-store.ts';
import type { OutcomeQuery, Store } from '../../store/ports.ts';
import { startPostgres } from '../../store/postgres/testing.ts';

/**
 * How long a store takes with a batch of many filings: `bench:store [filings]`, 5,000 where not given. Each has 60
 * fields, 60 findings, 3 matches and 2 classifications with the texts and places of a real one.
 */

const filings = Number(process.argv[2] ?? 5000);
const words =
  '工业互联网平台面向装备制造企业提供设备接入数据采集边缘计算质量追溯能耗管理供应链协同等解决方案';
const said = (from: number, length: number) => words.repeat(4).slice(from % 40, (from % 40) + length);
const box = (at: number) => [at % 500, at % 700, (at % 500) + 80, (at % 700) + 12] as const;
const verdicts: readonly Verdict[] = ['pass', 'pass', 'pass', 'pass', 'unknown', 'not-applicable', 'fail'];

function field(filing: number, at: number): Field {
  const value = at % 3 === 0 ? filing * at + 0.5 : said(filing + at, at % 10 === 0 ? 120 : 16);
  const where = [{ page: 1 + (at % 12), box: box(filing + at) }];
  const confidence = 1 - ((filing * 7 + at * 13) % 60) / 100;
  return {
    key: `field-${at}`,
    label: said(at, 8),
    value,
    raw: String(value),
    state: 'filled',
    confidence,
    where,
  };
}

function finding(filing: number, at: number): Finding {
  const message = {
    zh: `${said(filing + at, 50)}，请核对。`,
    en: `Condition ${at} of the notice: check. `.repeat(2),
  };
  return {
    rule: `rule-${at}`,
    title: { zh: said(at, 10), en: `Condition ${at}` },
    consequence: 'mend',
    verdict: verdicts[(filing * 3 + at) % verdicts.length] ?? 'pass',
    message,
    clause: { ref: `二、（${at}）`, text: said(at, 90) },
    evidence: [{ page: 1 + (at % 12), box: box(filing * at) }],
  };
}

function outcome(filing: number): FilingOutcome {
  const id = filing.toString(16).padStart(16, '0');
  const state = filingStates[filing % filingStates.length] ?? 'open';
  const passage = { text: said(filing, 140), where: [{ page: 2, box: box(filing) }] };
  const definition = { ref: '附件1', text: said(filing, 60) };
  return {
    id,
    filing: `filing-${filing}`,
    version: 1,
    file: `申报材料/${said(filing, 6)}有限公司${filing}.docx`,
    status: 'done',
    judged: { state, reasons: [], remarks: filing % 4, checklist: 5 },
    problems: [],
    fields: Array.from({ length: 60 }, (_, at) => field(filing, at)),
    classification: ['mode', 'direction'].map((scheme) => ({
      scheme,
      label: `类别${filing % 9}`,
      candidates: [0, 1, 2].map((at) => ({
        label: `类别${at}`,
        score: 0.5 / (at + 1),
        evidence: [passage],
        definition,
      })),
    })),
    findings: Array.from({ length: 60 }, (_, at) => finding(filing, at)),
    matches: [0, 1, 2].map((at) => ({
      kind: 'award',
      target: {
        type: 'award',
        id: `award-${filing + at}`,
        title: said(at, 12),
        company: said(at, 8),
        year: 2024,
      },
      score: 0.3,
      verdict: 'info',
      reasons: [{ zh: said(at, 20), en: 'Alike' }],
      signals: [{ name: 'title', value: 0.4, weight: 0.2 }],
      passages: [{ here: passage, there: passage }],
      excludedShare: 0.2,
    })),
    files: [],
  };
}

/** Time by the clock, and the processor's time of this process, which other programs do not stretch. */
async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  const clock = (performance.now() - start).toFixed(1);
  console.log(`  ${name}: ${clock} ms (processor ${((user + system) / 1000).toFixed(1)} ms)`);
  return result;
}

const megabytes = () => process.memoryUsage().rss / 2 ** 20;

async function measure(store: Store): Promise<void> {
  await timed(`put of ${filings} outcomes`, async () => {
    for (let i = 0; i < filings; i++) {
      const facts = {
        applicant: `${said(i, 6)}有限公司${i}`,
        title: said(i, 20),
        region: String(110000 + (i % 340) * 100),
      };
      await store.outcomes.put('run', outcome(i), facts);
    }
  });
  const queries: readonly (readonly [string, Omit<OutcomeQuery, 'run'>])[] = [
    ['all rows', {}],
    ['first page of 50', { limit: 50 }],
    ['last page of 50', { offset: filings - 50, limit: 50 }],
    ['states', { states: ['open', 'mend'] }],
    ['rule', { rule: { id: 'rule-7', verdicts: ['fail', 'unknown'] } }],
    ['label', { scheme: { id: 'mode', label: '类别3' } }],
    ['region', { region: '13' }],
    ['confidence', { confidenceBelow: 0.415 }],
    [
      'states, rule and region',
      { states: ['open'], rule: { id: 'rule-7', verdicts: ['fail'] }, region: '1' },
    ],
  ];
  for (const [name, query] of queries)
    await timed(name, async () => (await store.outcomes.rows({ run: 'run', ...query })).length);
  await timed('count by state', () => store.outcomes.count({ run: 'run' }));
  await timed('count by state of a rule', () =>
    store.outcomes.count({ run: 'run', rule: { id: 'rule-7', verdicts: ['fail'] } }),
  );
  await timed('one outcome', () => store.outcomes.get('run', 'filing-77'));
  global.gc?.();
  const before = megabytes();
  let most = before;
  await timed('stream of all outcomes', async () => {
    for await (const _ of store.outcomes.stream('run')) most = Math.max(most, megabytes());
  });
  console.log(`  memory before ${before.toFixed(0)} MB, most while streaming ${most.toFixed(0)} MB`);
}

const folder = mkdtempSync(join(tmpdir(), 'chushen-bench-'));
console.log(`one outcome: ${(JSON.stringify(outcome(7)).length / 1024).toFixed(0)} KB of JSON`);
const file = join(folder, 'store.sqlite');
const server = startPostgres();
for (const [name, location] of [
  ['SQLite', file] as const,
  ['PostgreSQL', await server.database()] as const,
]) {
  console.log(name);
  const opening = await openStore(location, { blobs: join(folder, 'files') });
  if (!opening.ok) throw new Error(opening.detail);
  await measure(opening.store);
  await opening.store.close();
  if (location === file) console.log(`  file: ${(statSync(file).size / 2 ** 20).toFixed(0)} MB`);
}
server.stop();
rmSync(folder, { recursive: true });
