import { stat } from 'node:fs/promises';
import type { Pack } from '../../calls/schema/index.ts';
import { problemMessage } from '../../core/problem.ts';
import { issuerName, unknownIssuer } from '../../lists/awards/issuer.ts';
import { issuerSaid, sayIssuer, takenFor } from '../../lists/awards/taken-for.ts';
import {
  type AwardList,
  readAwardFolder,
  readAwardList,
  storeAwards,
  storedAwards,
} from '../../pipeline/award-lists.ts';
import { failOnProblem } from '../awards-flag.ts';
import type { SpokenCommand } from '../program.ts';
import { openPacks, openStore, packFlags, storeFlag } from '../settings.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';

interface Flags {
  readonly issuer?: string;
  readonly programme?: string;
  readonly rows?: boolean;
  readonly calls?: string;
  readonly store?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addAwards(program: SpokenCommand, terminal: Terminal): void {
  const awards = program.command('awards').describe({
    zh: '往届入选名单：导入、列出',
    en: 'lists of earlier awards: import, list',
  }) as SpokenCommand;
  awards.examples(['chushen awards import 2019年优秀解决方案名单.xlsx', 'chushen awards list']);

  const importing = awards
    .command('import')
    .describe({
      zh: '导入名单或整个文件夹（含子文件夹和压缩包），先说明各列的理解；重复导入不会重复入库',
      en: 'import lists or whole folders (with folders and archives in them), showing first how columns were understood; safe to repeat',
    })
    .argument('<lists...>')
    .flag('--issuer <who>', {
      zh: '名单由谁公布：工业和信息化部、广东省、某某协会…；表中自己写明的行不改',
      en: 'whose list it is: ministry, a province or city, an association; rows that say so themselves keep theirs',
    })
    .flag('--programme <id>', {
      zh: '名单属于哪一类评选：征集通知的编号或计划名称；表中自己写明的行不改',
      en: 'which programme it is of: the id of a call, or a name; rows that name one keep theirs',
    })
    .flag('--rows', { zh: '逐行显示归入的计划和公布单位', en: 'show for each row what it was taken for' })
    .flag('--dry-run', { zh: '只显示理解结果，不写入', en: 'show what was understood and write nothing' });
  packFlags(storeFlag(importing as SpokenCommand))
    .examples([
      'chushen awards import 名单.csv --dry-run',
      'chushen awards import 2018.xlsx 2019.xlsx --store 初审.sqlite',
      'chushen awards import 历年名单/',
      'chushen awards import 优秀解决方案.xlsx --programme miit-2021-app-solutions --issuer 工业和信息化部',
    ])
    .action((files: string[], flags: Flags) => importLists(files, flags, terminal));

  const listing = awards
    .command('list')
    .describe({ zh: '列出已导入的入选项目', en: 'list the awards imported' })
    .flag('--json', { zh: '以 JSON 输出到标准输出', en: 'JSON on stdout' });
  storeFlag(listing as SpokenCommand)
    .examples(['chushen awards list', 'chushen awards list --json'])
    .action((flags: Flags) => list(flags, terminal));
}

async function importLists(files: readonly string[], flags: Flags, terminal: Terminal): Promise<void> {
  const packs = [...(await openPacks(terminal, flags.calls)).values()];
  const said = saidBy(flags, packs);
  const folders: string[] = [];
  const lists: AwardList[] = [];
  // A list named by itself must be one before anything is written; a folder may hold other files as well.
  for (const file of files) {
    if ((await stat(file).catch(() => undefined))?.isDirectory()) {
      folders.push(file);
      continue;
    }
    const read = await readAwardList(file, packs, said);
    failOnProblem(read, terminal);
    explain(read, terminal, flags.rows === true);
    lists.push(read);
  }
  const store = flags.dryRun ? undefined : await openStore(flags.store);
  const keep = async (read: AwardList) => {
    if (!store) return;
    const { added, replaced } = await storeAwards(store.awards, read);
    terminal.say({
      zh: `${read.file}：新增 ${added} 条，已有 ${replaced} 条。`,
      en: `${read.file}: ${added} added, ${replaced} known.`,
    });
  };
  try {
    for (const read of lists) await keep(read);
    for (const folder of folders) {
      const unread: AwardList[] = [];
      let count = 0;
      for await (const read of readAwardFolder(folder, packs, said)) {
        if (read.awards.length === 0) {
          unread.push(read);
          continue;
        }
        count += 1;
        explain(read, terminal, flags.rows === true);
        await keep(read);
      }
      explainFolder(folder, count, unread, terminal);
    }
  } finally {
    await store?.close();
  }
}

/** What of a folder was no list, file by file with the reason. */
function explainFolder(
  folder: string,
  lists: number,
  unread: readonly AwardList[],
  terminal: Terminal,
): void {
  terminal.say({
    zh: `${folder}：${lists} 个文件读出名单，${unread.length} 个文件没有读出。`,
    en: `${folder}: ${lists} files are lists, nothing was read from ${unread.length}.`,
  });
  for (const { file, problems, rowsUnread } of unread) {
    const [row] = rowsUnread;
    const why = (lang: 'zh' | 'en') =>
      problems.map((problem) => problemMessage(problem, lang)).join(' ') ||
      (row ? row.why[lang] : { zh: '没有内容', en: 'nothing is in it' }[lang]);
    terminal.say({ zh: `  ${file}：${why('zh')}`, en: `  ${file}: ${why('en')}` });
  }
}

function explain(list: AwardList, terminal: Terminal, everyRow: boolean): void {
  terminal.say({
    zh: `${list.file}：读出 ${list.awards.length} 条。各列理解为：`,
    en: `${list.file}: ${list.awards.length} awards. Columns were understood as:`,
  });
  for (const line of formatTable(
    list.columns.map((column) => [
      column.sheet,
      column.header,
      `→ ${column.meaning ?? { zh: '（不用）', en: '(not used)' }[terminal.lang]}`,
    ]),
  )) {
    terminal.say(`  ${line}`);
  }
  for (const row of list.rowsUnread)
    terminal.say({
      zh: `  第 ${row.row} 行未读：${row.why.zh}`,
      en: `  row ${row.row} not read: ${row.why.en}`,
    });
  explainTaken(list, terminal, everyRow);
}

/** What the office says of its lists, or what is not understood of it. */
function saidBy({ issuer, programme }: Flags, packs: readonly Pack[]) {
  const whose = issuer === undefined ? undefined : issuerSaid(issuer);
  if (issuer !== undefined && whose === undefined)
    throw new UsageError({
      zh: `--issuer 不明白“${issuer}”：请写公布单位，如 工业和信息化部、广东省、宁波市、中国××协会。`,
      en: `--issuer does not know "${issuer}": name who made the list public, like ministry, 广东省, 宁波市, 中国××协会.`,
    });
  const of = packs.find(
    ({ call }) =>
      programme !== undefined &&
      [call.id, call.programme.id, ...call.programme.names].includes(programme.trim()),
  )?.call.programme;
  if (programme !== undefined && !of)
    throw new UsageError({
      zh: `--programme 没有“${programme}”：请写征集通知的编号，见 chushen calls list。`,
      en: `--programme knows no "${programme}": name a call, see chushen calls list.`,
    });
  return {
    ...(whose ? { issuer: whose } : {}),
    ...(of ? { programme: { id: of.id, name: of.names[0] ?? of.id } } : {}),
  };
}

/** Which programme and whose list the awards were taken for, and what follows where that is not known. */
function explainTaken(list: AwardList, terminal: Terminal, everyRow: boolean): void {
  const { lang } = terminal;
  const none = { zh: '（计划不明）', en: '(programme unknown)' }[lang];
  const groups = takenFor(list.awards);
  terminal.say({ zh: '  归入的计划和公布单位：', en: '  Taken for programme and issuer:' });
  const rows = groups.flatMap(({ programme, programmeName, issuer, awards }) => {
    const name = programmeName ?? programme ?? none;
    const said = [programme && programme !== name ? `${name} = ${programme}` : name, sayIssuer(issuer)[lang]];
    if (everyRow) return awards.map((award) => [award.title || award.company, award.company, ...said]);
    return [[{ zh: `${awards.length} 条`, en: `${awards.length}` }[lang], ...said]];
  });
  for (const line of formatTable(rows, 60)) terminal.say(`  ${line}`);
  const open = groups.filter(({ issuer }) => issuer.kind === 'unknown');
  const count = open.reduce((sum, { awards }) => sum + awards.length, 0);
  if (count > 0)
    terminal.say({
      zh: `  ${count} 条的公布单位不明：与其相同的申报至多列为待核，不判为不得申报。如确知由谁公布，请用 --issuer 注明（如 --issuer 工业和信息化部）。`,
      en: `  The issuer of ${count} is unknown: a filing like one of these is put before a person at most, and never barred. Where you know who made the list public, say so with --issuer.`,
    });
  const nameless = groups.filter((one) => one.programme === undefined && one.programmeName === undefined);
  if (nameless.length > 0)
    terminal.say({
      zh: '  名单没有写明属于哪一类评选：如确知，请用 --programme 注明征集通知的编号。',
      en: '  The list does not say which programme it is of: where you know, name a call with --programme.',
    });
}

async function list(flags: Flags, terminal: Terminal): Promise<void> {
  const store = await openStore(flags.store);
  const awards = await storedAwards(store.awards);
  await store.close();
  if (flags.json) {
    terminal.print(JSON.stringify(awards, null, 2));
    return;
  }
  const rows = awards.map((award) => [
    String(award.year ?? ''),
    award.programme ?? award.programmeName ?? '',
    issuerName(award.issuer ?? unknownIssuer)[terminal.lang],
    award.title,
    award.company,
  ]);
  for (const line of formatTable(rows, 40)) terminal.print(line);
  terminal.say({ zh: `共 ${awards.length} 条。`, en: `${awards.length} awards.` });
}
