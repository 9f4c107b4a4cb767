import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileBlobs } from './file-blobs.ts';

const bytes = Buffer.from('申报书');
const id = createHash('sha256').update(bytes).digest('hex');

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'chushen-blobs-'));
  return { folder, path: join(folder, id.slice(0, 2), id), blobs: fileBlobs(folder) };
}

test('bytes are kept once, and nothing is left beside them', async () => {
  const { folder, path, blobs } = place();
  await Promise.all([1, 2, 3].map(() => blobs.put(id, bytes)));
  const { mtimeMs } = statSync(path);
  await blobs.put(id, bytes);
  expect(statSync(path).mtimeMs).toBe(mtimeMs);
  expect(readdirSync(join(folder, id.slice(0, 2)))).toEqual([id]);
});

test('bytes that changed on the disk are a failure, until they are put again', async () => {
  const { path, blobs } = place();
  await blobs.put(id, bytes);
  for (const changed of [Buffer.from('申报表'), Buffer.alloc(0)]) {
    writeFileSync(path, changed);
    await expect(blobs.get(id)).rejects.toMatchObject({ name: 'StoreFailure', fault: 'damaged' });
    await blobs.put(id, bytes);
    expect(await blobs.get(id)).toEqual(bytes);
  }
});

test('a file in place of the folder is a fault that says so', async () => {
  const { folder } = place();
  const file = join(folder, 'x');
  writeFileSync(file, '');
  await expect(fileBlobs(file).put(id, bytes)).rejects.toMatchObject({ fault: 'not-a-folder' });
});
