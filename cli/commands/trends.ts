import { charts } from '../../research/charts/charts.ts';
import { answersOf } from '../../research/charts/trends-data.ts';
import { writeTrends } from '../../research/charts/write-trends.ts';
import { collect } from '../../research/collect/collect.ts';
import type { SpokenCommand } from '../program.ts';
import { openPacks, openStore, packFlags, storeFlag } from '../settings.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';

interface Flags {
  readonly out: string;
  readonly chart?: string;
  readonly list?: boolean;
  readonly calls?: string;
  readonly store?: string;
}

/** `chushen trends`: the figures over the years, for papers. */
export function addTrends(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('trends')
    .describe({
      zh: '历年趋势：每张图写成 SVG、PNG、CSV，合成一个可离线打开的网页，注明定义、SQL 和数据版本',
      en: 'trends over the years: each figure as SVG, PNG and CSV, all in one page that opens offline, with definition, SQL and data version',
    })
    .flag('--out <dir>', { zh: '写入的文件夹', en: 'folder to write' }, { default: 'trends' })
    .flag('--chart <id>', { zh: '只写这一张图', en: 'this figure only' })
    .flag('--list', {
      zh: '列出各图和定义，不写文件',
      en: 'list the figures and their definitions, write nothing',
    });
  packFlags(storeFlag(command as SpokenCommand))
    .examples(['chushen trends', 'chushen trends --list', 'chushen trends --chart provinces --out 图'])
    .action((flags: Flags) => run(flags, terminal));
}

async function run(flags: Flags, terminal: Terminal): Promise<void> {
  const { lang } = terminal;
  if (flags.list) {
    const rows = charts.map(({ id, title, definition }) => [id, title[lang], definition[lang]]);
    for (const line of formatTable(rows, 80)) terminal.print(line);
    return;
  }
  const wanted = charts.filter(({ id }) => flags.chart === undefined || id === flags.chart);
  if (wanted.length === 0) {
    const ids = charts.map(({ id }) => id).join(', ');
    throw new UsageError({
      zh: `--chart 没有“${flags.chart}”。已有：${ids}。`,
      en: `--chart knows no "${flags.chart}". There are: ${ids}.`,
    });
  }
  const store = await openStore(flags.store);
  try {
    const collected = await collect({ store, packs: await openPacks(terminal, flags.calls) });
    const answers = await answersOf(collected, wanted);
    const files = await writeTrends(answers, flags.out, lang);
    const empty = answers.filter(({ rows }) => rows.length === 0).map(({ chart }) => chart.id);
    terminal.say({
      zh: `已写入 ${flags.out}：${files.length} 个文件，总览为 trends.html（数据版本 ${answers[0]?.data}）。`,
      en: `Written to ${flags.out}: ${files.length} files, all in trends.html (data version ${answers[0]?.data}).`,
    });
    if (empty.length > 0)
      terminal.say({
        zh: `没有可计的数据：${empty.join('、')}。`,
        en: `Nothing to count for: ${empty.join(', ')}.`,
      });
  } finally {
    await store.close();
  }
}
