import { listNames } from '../calls/list-names.ts';
import type { Pack } from '../calls/schema/index.ts';
import { problemMessage } from '../core/problem.ts';
import type { ListKind, OfficeList } from '../lists/office/office-list.ts';
import { readOfficeLists, usesList } from '../pipeline/office-lists.ts';
import { type Terminal, UsageError } from './terminal.ts';

/**
 * The summary sheet and the registry export named on the command line. One that cannot be read is wrong use:
 * screening without it would leave every filing uncompared. So is one that the call has no rule for.
 */
export async function openLists(
  files: Readonly<Partial<Record<ListKind, readonly string[]>>>,
  pack: Pack,
  terminal: Terminal,
): Promise<Partial<Record<ListKind, OfficeList>>> {
  const opened: Partial<Record<ListKind, OfficeList>> = {};
  for (const kind of ['summary', 'registry'] as const) {
    const named = files[kind] ?? [];
    if (named.length > 0) opened[kind] = await openList(kind, named, pack, terminal);
  }
  return opened;
}

async function openList(
  kind: ListKind,
  files: readonly string[],
  pack: Pack,
  terminal: Terminal,
): Promise<OfficeList> {
  const name = listNames[kind];
  if (!usesList(pack, kind)) {
    throw new UsageError({
      zh: `通知“${pack.call.id}”没有关于${name.zh}的规则，--${kind} 用不上。可在 call.yaml 的 batch 中加一条 kind: list、list: ${kind} 的规则。`,
      en: `The call "${pack.call.id}" has no rule on the ${name.en}, so --${kind} is of no use. Add a rule with kind: list, list: ${kind} to batch in call.yaml.`,
    });
  }
  const list = await readOfficeLists(files, pack);
  const reason = list.problems.map((problem) => problemMessage(problem, terminal.lang)).join(' ');
  if (list.rows.length === 0 || list.problems.some(({ code }) => code.startsWith('file-'))) {
    throw new UsageError({
      zh: `${name.zh}“${files.join('、')}”没有读全：${reason || '没有找到表头。'} 应为 XLSX、CSV、DOCX、HTML 或 PDF 表格，表头含申报单位和项目名称。`,
      en: `The ${name.en} "${files.join('、')}" was not read whole: ${reason || 'no header row was found.'} It is a table in XLSX, CSV, DOCX, HTML or PDF with a header that names applicant and title.`,
    });
  }
  const known = list.columns.filter(({ field }) => field !== undefined).map(({ header }) => header);
  const left = list.unread.length > 0;
  terminal.say({
    zh: `${name.zh}“${files.join('、')}”：${list.rows.length} 行，比对栏目：${known.join('、')}${left ? `；${list.unread.length} 行未读` : ''}。`,
    en: `The ${name.en} "${files.join('、')}": ${list.rows.length} rows, compared by ${known.join(', ')}${left ? `; ${list.unread.length} rows not read` : ''}.`,
  });
  return list;
}
