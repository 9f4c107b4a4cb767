import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import { clauseRows } from './clause-rows.ts';
import { clauseTable } from './clause-table.ts';
import { explainCall } from './explain-call.ts';

const { packs } = await loadPacks([builtInPacksDir()]);

test('docs/calls holds the table of every call as it is now (npm run docs:calls)', async () => {
  const folder = join(dirname(dirname(builtInPacksDir())), 'docs', 'calls');
  expect((await readdir(folder)).sort()).toEqual([...packs.keys()].map((id) => `${id}.md`).sort());
  for (const [id, pack] of packs) {
    expect(await readFile(join(folder, `${id}.md`), 'utf8'), id).toBe(clauseTable(pack, 'zh'));
  }
});

test('every clause has its rules or a reason, and is explained in both languages', () => {
  for (const pack of packs.values()) {
    for (const row of clauseRows(pack)) {
      expect(row.checks.map((check) => check.id)).toEqual(row.clause.rules);
      expect(row.checks.length > 0 || row.unruled !== undefined).toBe(true);
    }
    for (const lang of ['zh', 'en'] as const) {
      const text = explainCall(pack, lang);
      for (const ref of pack.clauses.keys()) expect(text).toContain(ref);
      expect(text).not.toContain('undefined');
    }
  }
});
