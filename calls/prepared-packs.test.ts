import { appendFileSync, cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInPacksDir, loadPack } from './load.ts';
import { preparedPack, preparePack } from './prepared-packs.ts';

test('a pack that the build has read comes back as it was, until one of its files changes', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'packs-')), 'call');
  cpSync(join(builtInPacksDir(), 'miit-2022-application-cases'), folder, { recursive: true });
  const into = mkdtempSync(join(tmpdir(), 'prepared-'));
  expect(await preparedPack(folder, into)).toBeUndefined();
  const { pack } = await loadPack(folder);
  if (!pack) throw new Error('the pack is not whole');
  await preparePack(pack, into);
  expect(await preparedPack(folder, into)).toEqual(pack);
  appendFileSync(join(folder, 'rules.yaml'), '\n# changed\n');
  expect(await preparedPack(folder, into)).toBeUndefined();
});
