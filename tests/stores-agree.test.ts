import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PostgresServer, startPostgres } from '../store/postgres/testing.ts';
import { scratch } from './command.ts';
import { outcomeIn, quickBatch, screenIn } from './killed-runs.ts';

let server: PostgresServer;
const files = mkdtempSync(join(tmpdir(), 'chushen-agree-'));
beforeAll(() => {
  server = startPostgres();
});
afterAll(() => {
  server?.stop();
  rmSync(files, { recursive: true, force: true });
});

test('the same batch says the same through SQLite and PostgreSQL, and again from what they kept', async () => {
  const call = 'miit-2022-pilots';
  const folder = quickBatch(call);
  const flags = ['--call', call, '--as-of', '2022-12-31', '--batch', '一批', '--ocr', 'off'];
  const [lite, pg] = [scratch(), scratch()];
  await screenIn(lite, [folder], flags);
  const url = await server.database();
  const first = await screenIn(pg, [folder], [...flags, '--store', url], { XDG_DATA_HOME: files });
  expect(outcomeIn(pg), first.stderr).toEqual(outcomeIn(lite));
  await screenIn(pg, [folder], [...flags, '--store', url], { XDG_DATA_HOME: files });
  expect(outcomeIn(pg)).toEqual(outcomeIn(lite));
});
