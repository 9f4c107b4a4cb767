import { type AwardList, readAwardList, storeAwards, storedAwards } from '../../pipeline/award-lists.ts';
import { failOnProblem } from '../awards-flag.ts';
import type { SpokenCommand } from '../program.ts';
import { openPacks, openStore, packFlags, storeFlag } from '../settings.ts';
import { formatTable, type Terminal } from '../terminal.ts';

interface Flags {
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
      zh: '导入名单，先说明各列的理解；重复导入不会重复入库',
      en: 'import lists, showing first how columns were understood; safe to repeat',
    })
    .argument('<lists...>')
    .flag('--dry-run', { zh: '只显示理解结果，不写入', en: 'show what was understood and write nothing' });
  packFlags(storeFlag(importing as SpokenCommand))
    .examples([
      'chushen awards import 名单.csv --dry-run',
      'chushen awards import 2018.xlsx 2019.xlsx --store 初审.sqlite',
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
  const lists: AwardList[] = [];
  for (const file of files) {
    const read = await readAwardList(file, packs);
    failOnProblem(read, terminal);
    explain(read, terminal);
    lists.push(read);
  }
  if (flags.dryRun) return;
  const store = await openStore(flags.store);
  try {
    for (const read of lists) {
      const { added, replaced } = await storeAwards(store.awards, read);
      terminal.say({
        zh: `${read.file}：新增 ${added} 条，已有 ${replaced} 条。`,
        en: `${read.file}: ${added} added, ${replaced} known.`,
      });
    }
  } finally {
    await store.close();
  }
}

function explain(list: AwardList, terminal: Terminal): void {
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
    award.title,
    award.company,
  ]);
  for (const line of formatTable(rows, 40)) terminal.print(line);
  terminal.say({ zh: `共 ${awards.length} 条。`, en: `${awards.length} awards.` });
}
