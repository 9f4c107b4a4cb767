import type { Text } from '../core/lang.ts';

const reasons: Readonly<Record<string, Text>> = {
  ENOENT: { zh: '路径不存在', en: 'there is no such path' },
  EACCES: { zh: '没有权限', en: 'no permission' },
  EPERM: { zh: '没有权限', en: 'no permission' },
  EROFS: { zh: '只读', en: 'read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EISDIR: { zh: '是一个文件夹', en: 'it is a folder' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' },
  EBUSY: { zh: '正被其他程序使用', en: 'another program is using it' },
};

/** What the system refused, where an error says so; other errors are bugs. */
export function systemErrorText(error: unknown): Text | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.constructor.name === 'SqliteError')
    return {
      zh: `库文件无法读写（${error.message}）。请检查磁盘空间和权限，或用 --store 另指文件。`,
      en: `The store cannot be read or written (${error.message}). Check disk space and permissions, or name another with --store.`,
    };
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : reasons[code];
  if (!reason || path === undefined) return undefined;
  return {
    zh: `无法读写“${path}”：${reason.zh}。请检查路径、权限和磁盘空间。`,
    en: `"${path}" cannot be read or written: ${reason.en}. Check the path, permissions and disk space.`,
  };
}
