import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import { clauseTable } from '../report/clause-table.ts';

/** Writes `docs/calls/<id>.md`, the clauses of each built-in call beside their rules. */
const packsDir = builtInPacksDir();
const folder = join(dirname(dirname(packsDir)), 'docs', 'calls');
await mkdir(folder, { recursive: true });
const { packs } = await loadPacks([packsDir]);
for (const [id, pack] of packs) await writeFile(join(folder, `${id}.md`), clauseTable(pack, 'zh'));
