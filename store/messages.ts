import { fill, type Text } from '../core/lang.ts';
import type { StoreFault } from './ports.ts';

/** Every fault of a store, with what it means and what to do. */
const messages: Readonly<Record<StoreFault, Text>> = {
  'not-a-store': {
    zh: '“{store}”不是本程序的库（是别的文件或别的程序的数据库），没有改动它；请检查 --store 所给的位置，或换一个还不存在的文件名、一个空的数据库。',
    en: '"{store}" is no store of this program (another file, or another program\'s database); it was left as it is. Check the location given with --store, or give the name of a file that does not exist yet, or an empty database.',
  },
  damaged: {
    zh: '库“{store}”已损坏；请用备份替换它（连同旁边的 -wal 文件），没有备份时请把它移到别处后重新运行，文件会重新读取，获奖名单需重新导入。',
    en: 'The store "{store}" is damaged. Put a backup in its place (with the -wal file beside it); where there is none, move it away and run again: files are read anew, award lists have to be imported again.',
  },
  newer: {
    zh: '库“{store}”由更新版本的程序写成，没有改动它；请升级本程序，或用 --store 指定另一个库。',
    en: 'The store "{store}" was written by a newer version of the program; it was left as it is. Update the program, or give another store with --store.',
  },
  'read-only': {
    zh: '库“{store}”不能写入；请检查该文件及其所在文件夹的权限（两者都须可写），或用 --store 指定可写的位置。',
    en: 'The store "{store}" cannot be written. Check the permissions of the file and of its folder (both must be writable), or give a place that can be written with --store.',
  },
  'is-a-folder': {
    zh: '库的位置“{store}”是一个文件夹；请给出文件夹里的一个文件名，例如“{store}/chushen.sqlite”。',
    en: 'The location of the store, "{store}", is a folder. Give the name of a file in it, such as "{store}/chushen.sqlite".',
  },
  'not-a-folder': {
    zh: '库的位置“{store}”里有一段是文件而不是文件夹；请检查路径，或用 --store 指定别的位置。',
    en: 'Part of the location of the store, "{store}", is a file and no folder. Check the path, or give another place with --store.',
  },
  'disk-full': {
    zh: '磁盘已满（或出错），库“{store}”写不进去；请腾出空间后重新运行，已保存的内容不受影响。',
    en: 'The disk is full (or fails): the store "{store}" could not be written. Make room and run again; what was kept stands.',
  },
  locked: {
    zh: '库“{store}”正被另一个程序占用；请等它结束，或关闭它后重新运行。',
    en: 'Another program is using the store "{store}". Wait until it has ended, or close it, and run again.',
  },
  unreachable: {
    zh: '连不上数据库“{store}”；请检查地址、端口、用户名和口令，以及数据库是否已启动、是否允许从本机连接。',
    en: 'The database "{store}" cannot be reached. Check address, port, user and password, and whether the database is running and lets this machine connect.',
  },
  failed: {
    zh: '库“{store}”出错（{detail}）；请重新运行，仍出错时请把这句话发给维护人员。',
    en: 'The store "{store}" failed ({detail}). Run again; if it fails once more, send this sentence to the maintainers.',
  },
};

/** What to say of a fault. `store`: the location as the office gave it; a password in it is left out. */
export function storeMessage(fault: StoreFault, store: string, detail = ''): Text {
  return fill(messages[fault], { store: withoutPassword(store), detail: withoutPassword(detail) });
}

/** `postgres://user:password@host/name` without the password. */
export function withoutPassword(location: string): string {
  return location.replace(/(\/\/[^/:@\s]*):[^@\s]*@/g, '$1@').replace(/([?&]password=)[^&\s]*/gi, '$1…');
}
