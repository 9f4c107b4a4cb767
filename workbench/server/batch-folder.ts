import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusing } from './refuse.ts';

/** The folder of a batch: `files/` as they were handed in, `lists/<kind>/`. */
export const listKinds = ['awards', 'summary', 'registry', 'affiliates'] as const;
export type ListKind = (typeof listKinds)[number];

export const filesFolder = (inbox: string) => join(inbox, 'files');
export const listFolder = (inbox: string, kind: ListKind) => join(inbox, 'lists', kind);

/** Paths of a batch's files, below its folder. */
export async function filesOfBatch(inbox: string): Promise<string[]> {
  const folder = filesFolder(inbox);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

export async function listsOfBatch(inbox: string): Promise<Record<string, string[]>> {
  const lists: Record<string, string[]> = {};
  for (const kind of listKinds) {
    const names = await readdir(listFolder(inbox, kind)).catch((): string[] => []);
    const whole = names.filter((name) => !name.endsWith('.part'));
    if (whole.length > 0) lists[kind] = whole.sort();
  }
  return lists;
}

/**
 * Writes what comes to `folder/path`, whole or not at all: a file that is larger than `most` bytes or breaks off leaves
 * nothing. Refuses a path that leads out of the folder or names no file.
 */
export async function keepUpload(
  folder: string,
  path: string,
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<number> {
  const target = resolve(folder, path);
  const inside = target.startsWith(resolve(folder) + sep);
  if (!inside || path.includes('\0') || /(?:^|[/\\])\.{1,2}(?:[/\\]|$)/u.test(path) || path.endsWith('.part'))
    throw new Refusing(400, 'bad-name', {
      zh: `文件名“${path}”不能使用，请改名后再传。`,
      en: `The name "${path}" cannot be used: rename the file.`,
    });
  if (!body)
    throw new Refusing(400, 'empty', {
      zh: '没有收到文件内容，请重传。',
      en: 'No content came: send it again.',
    });
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.part`;
  let bytes = 0;
  const measured = new Transform({
    transform(chunk: Uint8Array, _, done) {
      bytes += chunk.byteLength;
      done(bytes > most ? tooLarge(path, most) : null, chunk);
    },
  });
  try {
    await pipeline(
      Readable.fromWeb(body as import('node:stream/web').ReadableStream),
      measured,
      createWriteStream(part),
    );
    await rename(part, target);
    return (await stat(target)).size;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function tooLarge(path: string, most: number): Refusing {
  const megabytes = Math.round(most / 2 ** 20);
  return new Refusing(413, 'too-large', {
    zh: `“${path}”超过 ${megabytes} MB，未收下；请压缩图片或分成几个文件。`,
    en: `"${path}" is larger than ${megabytes} MB and was not kept: compress its pictures or divide it.`,
  });
}
