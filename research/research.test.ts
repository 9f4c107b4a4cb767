import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import { parseCsv } from '../extractors/sheets/csv.ts';
import { readAwardList, storeAwards } from '../pipeline/award-lists.ts';
import { productFolder } from '../pipeline/versions.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/ports.ts';
import { type Collected, collect } from './collect/collect.ts';
import { writeExport } from './export/write-export.ts';
import { tables } from './schema/tables.ts';
import { ask } from './warehouse/query.ts';
import { buildWarehouse, lock, type Warehouse } from './warehouse/warehouse.ts';

/** The data of the example award lists, in all the forms in which a scholar meets them. */

const folder = mkdtempSync(join(tmpdir(), 'chushen-research-'));
const { packs } = await loadPacks([builtInPacksDir()]);
let store: Store;
let collected: Collected;
let warehouse: Warehouse;

beforeAll(async () => {
  const opening = await openStore(':memory:');
  if (!opening.ok) throw new Error(opening.detail);
  store = opening.store;
  const lists = join(productFolder(), 'corpus', 'awards');
  for (const name of readdirSync(lists).filter((one) => /\.(?:csv|xlsx)$/u.test(one)))
    await storeAwards(store.awards, await readAwardList(join(lists, name), [...packs.values()]));
  collected = await collect({ store, packs });
  warehouse = await buildWarehouse(collected);
  await lock(warehouse);
});
afterAll(async () => {
  warehouse.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const single = async (sql: string) => {
  const result = await ask(warehouse, sql);
  if (!result.ok) throw new Error(result.message.en);
  return result.rows[0]?.[0];
};

describe('the tables', () => {
  test('every row keeps to its columns and its key is its own', () => {
    expect(collected.awards?.length).toBeGreaterThan(100);
    for (const { name, key, columns } of tables) {
      const rows = collected[name] ?? [];
      const names = new Set(columns.map((column) => column.name));
      for (const row of rows) expect(Object.keys(row).filter((one) => !names.has(one))).toEqual([]);
      const keys = rows.map((row) => key.map((one) => String(row[one])).join('/'));
      expect([name, new Set(keys).size]).toEqual([name, keys.length]);
      for (const { name: one, values } of columns)
        if (values)
          for (const row of rows) if (row[one] !== null) expect(Object.keys(values)).toContain(row[one]);
    }
  });

  test('every listing has its firm, its province where it can be told, and leads back to its row', () => {
    const awards = collected.awards ?? [];
    expect(awards.filter(({ firm }) => firm === null)).toEqual([]);
    expect(awards.filter(({ province }) => province !== null).length / awards.length).toBeGreaterThanOrEqual(
      0.98,
    );
    expect(awards.every(({ source_row: row }) => typeof row === 'number' && row > 1)).toBe(true);
  });

  test('panels are balanced and add up to the listings', async () => {
    const [firms, years] = [
      await single('select count(*) from firms where merged_into is null'),
      await single('select max(year) - min(year) + 1 from awards'),
    ];
    expect(await single('select count(*) from panel_firm_year')).toBe(Number(firms) * Number(years));
    expect(await single('select count(*) from panel_region_year')).toBe(34 * Number(years));
    const listed = await single('select count(*) from awards where year is not null');
    expect(await single('select sum(listed) from panel_firm_year')).toBe(listed);
    const placed = await single(
      'select count(*) from awards where year is not null and province is not null',
    );
    expect(await single('select sum(listed) from panel_region_year')).toBe(placed);
    expect(
      await single('select count(distinct (firm, coalesce(first_listed, 0))) from panel_firm_year'),
    ).toBe(firms);
  });
});

describe('a question', () => {
  test.each([
    ['a write', 'delete from awards'],
    ['a table of one’s own', 'create table t as select 1'],
    ['two at once', 'select 1; select 2'],
    ['a file', "select * from read_csv('/etc/passwd')"],
    ['a copy', "copy awards to '/tmp/stolen.csv'"],
    ['a setting', 'set enable_external_access = true'],
    ['an extension', 'install httpfs'],
    ['another database', "attach '/tmp/other.db'"],
    ['a database of its own', "attach ':memory:' as other"],
    ['a setting by pragma', "pragma memory_limit = '100GB'"],
    ['a list of files', "select * from glob('/etc/*')"],
    ['a file as text', "select * from read_text('/etc/passwd')"],
    ['a look into a file', "select * from sniff_csv('/etc/passwd')"],
    ['an export', "export database '/tmp/stolen'"],
    ['a change', 'update awards set year = 1'],
    ['a write behind a question', 'select 1; drop table awards'],
    ['nothing', ' ; '],
  ])('%s is refused with a sentence', async (_, sql) => {
    expect(await ask(warehouse, sql)).toMatchObject({ ok: false, code: 'not-a-question' });
  });

  test.each([
    "select getenv('HOME')",
    "select * from '/etc/passwd'",
    "select * from query('drop table awards')",
  ])('%s is told to be wrong', async (sql) =>
    expect(await ask(warehouse, sql)).toMatchObject({ ok: false, code: 'wrong' }),
  );

  test('a huge answer is refused, and nothing was written by all these', async () => {
    const huge = "select repeat('x', 100000) from range(100000)";
    expect(await ask(warehouse, huge, { rows: 100_000, seconds: 30 })).toMatchObject({ code: 'too-large' });
    const long = 'select list(range) from range(400000000)';
    expect(await ask(warehouse, long, { rows: 10, seconds: 1 })).toMatchObject({ ok: false });
    expect(await single('select count(*) from awards')).toBe(collected.awards?.length);
  });

  test('property: any words are answered or refused with a sentence, and the tables stay', async () => {
    const words = fc.array(
      fc.constantFrom(
        ...'select * from awards firms where year = 2020 drop table insert into values ( ) , ; delete update set copy to attach pragma create with as "x" \'y\' -- /* */ union all limit 3'.split(
          ' ',
        ),
      ),
      { maxLength: 12 },
    );
    const before = await single('select count(*) from awards');
    await fc.assert(
      fc.asyncProperty(words, async (list) => {
        const told = await ask(warehouse, list.join(' '), { rows: 5, seconds: 5 });
        if (!told.ok) expect(told.message.zh.length * told.message.en.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
    expect(await single('select count(*) from awards')).toBe(before);
  });

  test('one that never ends is stopped, and the next is answered', async () => {
    const endless = 'select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3';
    expect(await ask(warehouse, endless, { rows: 10, seconds: 1 })).toMatchObject({
      ok: false,
      code: 'too-long',
    });
    expect(await single('select 1 + 1')).toBe(2);
  });

  test('more rows than asked for are told, a mistake too', async () => {
    expect(await ask(warehouse, 'select * from range(100)', { rows: 10, seconds: 5 })).toMatchObject({
      ok: true,
      more: true,
    });
    expect(await ask(warehouse, 'select nothing from nowhere')).toMatchObject({ ok: false, code: 'wrong' });
  });
});

describe('an export', () => {
  const read = (dir: string) =>
    new Map(
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name))]),
    );

  test('the same data give the same bytes, and totals agree in CSV, Parquet and by a question', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    const first = await writeExport(collected, one, '0');
    await writeExport(await collect({ store, packs }), two, '0');
    expect(read(two)).toEqual(read(one));
    const unlocked = await buildWarehouse(collected);
    for (const { name } of tables) {
      const rows = parseCsv(readFileSync(join(one, 'csv', `${name}.csv`), 'utf8')).length - 1;
      const parquet = join(one, 'parquet', `${name}.parquet`);
      const counted = await unlocked.connection.runAndReadAll(`select count(*) from '${parquet}'`);
      expect([name, rows, Number(counted.getRows()[0]?.[0])]).toEqual([name, first.counts[name], rows]);
      expect(await single(`select count(*) from "${name}"`)).toBe(rows);
    }
    unlocked.close();
  });

  test('the package describes every column, in both languages', async () => {
    const dir = join(folder, 'described');
    await writeExport(collected, dir, '0');
    const described = JSON.parse(readFileSync(join(dir, 'datapackage.json'), 'utf8'));
    const codebook = readFileSync(join(dir, 'codebook.md'), 'utf8');
    for (const { name, columns } of tables) {
      const resource = described.resources.find((one: { name: string }) => one.name === name);
      expect(resource.schema.fields.map((one: { name: string }) => one.name)).toEqual(
        columns.map((one) => one.name),
      );
      for (const { name: of, says } of columns) {
        expect(codebook).toContain(`\`${of}\``);
        expect(codebook).toContain(says.zh);
      }
      const [head] = parseCsv(readFileSync(join(dir, 'csv', `${name}.csv`), 'utf8'));
      expect(head).toEqual(columns.map((one) => one.name));
    }
  });

  test('the next one tells what was added, changed and withdrawn', async () => {
    const dir = join(folder, 'next');
    await writeExport(collected, dir, '0');
    const [gone, changed, ...rest] = collected.awards ?? [];
    const added = { ...gone, award: 'new' };
    const awards = [{ ...changed, project: '改名' }, ...rest, added] as Collected[string];
    await writeExport({ ...collected, awards }, dir, '0');
    const notes = readFileSync(join(dir, 'release-notes.md'), 'utf8');
    expect(notes).toContain('新增 added 1 · 更改 changed 1 · 撤回 withdrawn 1');
    expect(notes).toContain(String(gone?.award));
  });
});
