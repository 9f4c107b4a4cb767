import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openBatch } from '../../pipeline/desk/office.ts';
import { openScreening } from '../../pipeline/open-screening.ts';
import { resultsSource } from '../../report/results-source.ts';
import { decisionWords } from '../../report/words.ts';
import { writeReports } from '../../report/write-reports.ts';
import type { Store } from '../../store/ports.ts';
import { batch as batchSchema } from '../api/batches.ts';
import { queue as queueSchema } from '../api/queue.ts';
import { packsOnce, testOffice } from './testing.ts';

const filings = 9;
const kinds = ['pass', 'return', 'reject', 'doubt'] as const;

/** What somebody does next: who, to which filing, and what. */
const step = fc.record({
  who: fc.constantFrom('jia', 'yi', 'bing'),
  n: fc.nat(filings - 1),
  act: fc.constantFrom(...kinds, 'check', 'give-back', 'reopen'),
});
const policy = fc.record({
  blind: fc.constantFrom('none', 'sample', 'all'),
  blindShare: fc.constant(0.5),
  check: fc.constantFrom('none', 'refusals', 'all'),
  redraw: fc.constant(0.05),
  target: fc.constant(0.99),
});

/** What the reports of a batch say was decided, by kind: JSON and workbook apart. */
async function reported(store: Store) {
  const { packs } = await packsOnce();
  const { run, ...open } = (await openBatch(store, 'b1', packs))!;
  const folder = mkdtempSync(join(tmpdir(), 'chushen-flow-'));
  const scratch = join(folder, 'spools');
  mkdirSync(scratch);
  const source = resultsSource(await openScreening(store, { ...open, run: run! }), 'zh');
  await writeReports(source, { lang: 'zh', pack: open.pack }, folder, scratch);
  const { filings: told } = z
    .object({ filings: z.array(z.object({ decision: z.object({ kind: z.string() }).optional() })) })
    .parse(JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, '初审结果.xlsx'));
  const sheet = workbook.worksheets[0]!;
  const heads = (sheet.getRow(1).values as unknown[]).map(String);
  const cells: string[] = [];
  sheet.eachRow((row, at) => {
    if (at > 1) cells.push(String(row.getCell(heads.indexOf('人工决定')).value ?? ''));
  });
  const of = (kind: (typeof kinds)[number]) => ({
    json: told.filter(({ decision }) => decision?.kind === kind).length,
    workbook: cells.filter((cell) => cell === decisionWords[kind].zh).length,
  });
  return { rows: { json: told.length, workbook: cells.length }, of };
}

test('whatever people do, the counts add up, every number opens its list, and page, workbook and JSON agree', async () => {
  await fc.assert(
    fc.asyncProperty(policy, fc.array(step, { minLength: 8, maxLength: 18 }), async (chosen, steps) => {
      const { signIn, store } = await testOffice(filings, { alone: false });
      const people = { jia: await signIn('jia'), yi: await signIn('yi'), bing: await signIn('bing') };
      const set = await people.bing.ask('PUT', '/batches/b1/policy', { ...chosen, revision: 0 });
      expect(set.status).toBe(200);
      for (const { who, n, act } of steps) {
        const at = `/batches/b1/filings/f${n}`;
        const revision = (await store.desks.get(`f${n}`))!.revision;
        const person = people[who as keyof typeof people];
        // Who may not is refused, and nothing moves.
        if (act === 'check' || act === 'give-back')
          await person.ask('POST', `${at}/check`, { revision, agree: act === 'check', note: '请再看' });
        else if (act === 'reopen') await person.ask('POST', `${at}/reopen`, { revision, why: '再看' });
        else await person.ask('POST', `${at}/decisions`, { revision, version: 1, kind: act, note: '见附件' });
      }
      const { bing } = people;
      const { flow, former } = batchSchema.parse((await bing.ask('GET', '/batches/b1')).body);
      const list = async (view: string) => {
        const { rows, total } = queueSchema.parse(
          (await bing.ask('GET', `/batches/b1/queue?view=${view}`)).body,
        );
        expect(rows).toHaveLength(total);
        return total;
      };
      expect(flow.received).toBe(flow.doubles + flow.unread + flow.accepted);
      const { todo, doubt, second, conflict, check, passed, returned, rejected } = flow;
      expect(todo + doubt + second + conflict + check + passed + returned + rejected).toBe(
        flow.unread + flow.accepted,
      );
      expect(former).toHaveLength(flow.doubles);
      expect(await list('all')).toBe(flow.received - flow.doubles);
      for (const view of [
        ...(['accepted', 'unread', 'todo', 'doubt', 'second', 'conflict', 'check'] as const),
        ...(['passed', 'returned', 'rejected'] as const),
      ])
        expect([view, await list(view)]).toEqual([view, flow[view]]);
      const { rows, of } = await reported(store);
      const both = (count: number) => ({ json: count, workbook: count });
      expect(rows).toEqual(both(flow.received - flow.doubles));
      expect(of('pass')).toEqual(both(passed));
      expect(of('return')).toEqual(both(returned));
      expect(of('reject')).toEqual(both(rejected));
      expect(of('doubt')).toEqual(both(doubt));
      await store.close();
    }),
    { numRuns: 3 },
  );
});
