import type { Pack } from '../calls/schema/index.ts';
import type { ListKind, OfficeList } from '../lists/office/office-list.ts';
import { readOfficeList } from '../lists/office/read-list.ts';

/** Reads summary sheets or registry exports; several files (one of each recommending unit) make one list. Never throws. */
export async function readOfficeLists(files: readonly string[], pack: Pack): Promise<OfficeList> {
  const lists = [];
  for (const file of files) lists.push(await readOfficeList(file, pack));
  return {
    files,
    rows: lists.flatMap((list) => list.rows),
    columns: lists.flatMap((list) => list.columns),
    unread: lists.flatMap((list) => list.unread),
    problems: lists.flatMap((list) => list.problems),
  };
}

/** Whether the call has anything to say on a list; a list without a clause to hold it against is of no use. */
export function usesList(pack: Pack, kind: ListKind): boolean {
  return pack.call.batch.some((rule) => rule.kind === 'list' && rule.list === kind);
}
