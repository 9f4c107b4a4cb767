import { csvLine } from '../../extractors/sheets/csv.ts';
import { collect } from '../../research/collect/collect.ts';
import { tables } from '../../research/schema/tables.ts';
import { ask, usualLimits } from '../../research/warehouse/query.ts';
import { buildWarehouse, lock } from '../../research/warehouse/warehouse.ts';
import type { SpokenCommand } from '../program.ts';
import { openPacks, openStore, packFlags, storeFlag, wholeNumber } from '../settings.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';

interface Flags {
  readonly calls?: string;
  readonly store?: string;
  readonly rows: string;
  readonly seconds: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

/** `chushen query`: one read-only question, in SQL, of the research tables. */
export function addQuery(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('query')
    .describe({
      zh: '用 SQL 查询研究数据（只读）；不写语句则列出各表各列',
      en: 'ask the research data a question in SQL (read-only); without one, list tables and columns',
    })
    .argument('[sql]', terminal.lang === 'zh' ? '一条 SELECT 语句' : 'one SELECT')
    .flag(
      '--rows <n>',
      { zh: '最多显示的行数', en: 'rows shown at most' },
      { default: String(usualLimits.rows) },
    )
    .flag(
      '--seconds <n>',
      { zh: '时限（秒）', en: 'time limit (seconds)' },
      { default: String(usualLimits.seconds) },
    )
    .flag('--csv', { zh: '以 CSV 输出', en: 'print CSV' })
    .flag('--json', { zh: '以 JSON 输出', en: 'print JSON' });
  packFlags(storeFlag(command as SpokenCommand))
    .examples([
      'chushen query',
      'chushen query "select year, count(*) as listed from awards group by year order by year"',
      'chushen query "select name, times_listed from firms order by times_listed desc limit 10" --csv',
    ])
    .action((sql: string | undefined, flags: Flags) => run(sql, flags, terminal));
}

async function run(sql: string | undefined, flags: Flags, terminal: Terminal): Promise<void> {
  const { lang } = terminal;
  if (sql === undefined) {
    for (const table of tables) {
      terminal.print(`${table.name}  ${table.title[lang]}：${table.says[lang]}`);
      const rows = table.columns.map(({ name, type, title, says }) => [
        `  ${name}`,
        type,
        title[lang],
        says[lang],
      ]);
      for (const line of formatTable(rows, 60)) terminal.print(line);
    }
    return;
  }
  const limits = {
    rows: wholeNumber('--rows', flags.rows, 1, 1_000_000),
    seconds: wholeNumber('--seconds', flags.seconds, 1, 3600),
  };
  const store = await openStore(flags.store);
  try {
    const warehouse = await buildWarehouse(
      await collect({ store, packs: await openPacks(terminal, flags.calls) }),
    );
    try {
      await lock(warehouse);
      const result = await ask(warehouse, sql, limits);
      if (!result.ok) {
        // What still computes would hold the process until it is done.
        if (result.stuck) {
          terminal.say(result.message);
          process.exit(2);
        }
        throw new UsageError(result.message);
      }
      show(result, flags, terminal);
      if (result.more)
        terminal.say({
          zh: `只显示前 ${limits.rows} 行，用 --rows 可改。`,
          en: `Only the first ${limits.rows} rows are shown; --rows changes that.`,
        });
    } finally {
      warehouse.close();
    }
  } finally {
    await store.close();
  }
}

type Result = Extract<Awaited<ReturnType<typeof ask>>, { ok: true }>;

function show({ columns, rows }: Result, flags: Flags, terminal: Terminal): void {
  if (flags.json) {
    const named = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));
    terminal.print(JSON.stringify(named, null, 1));
    return;
  }
  const cells = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
  if (flags.csv) {
    for (const row of [[...columns], ...cells]) terminal.print(csvLine(row));
    return;
  }
  for (const line of formatTable([[...columns], ...cells], 60)) terminal.print(line);
}
