import { productVersion } from '../../pipeline/versions.ts';
import { collect } from '../../research/collect/collect.ts';
import { writeExport } from '../../research/export/write-export.ts';
import type { SpokenCommand } from '../program.ts';
import { openPacks, openStore, packFlags, storeFlag } from '../settings.ts';
import type { Terminal } from '../terminal.ts';

interface Flags {
  readonly research: string;
  readonly calls?: string;
  readonly store?: string;
}

/** `chushen export --research`: the research data as a package that others can cite. */
export function addExport(program: SpokenCommand, terminal: Terminal): void {
  const command = program.command('export').describe({
    zh: '把名单、申报书和审查结果导出为可引用的研究数据包（CSV、Parquet、变量手册、R/Python/Stata 脚本），不含个人信息',
    en: 'export lists, filings and findings as a citable data package (CSV, Parquet, codebook, scripts), without persons',
  });
  command.requiredOption('--research <dir>', terminal.lang === 'zh' ? '写入的文件夹' : 'folder to write');
  packFlags(storeFlag(command as SpokenCommand))
    .examples([
      'chushen export --research 研究数据',
      'chushen export --research data --store 2026.sqlite --lang en',
    ])
    .action((flags: Flags) => run(flags, terminal));
}

async function run(flags: Flags, terminal: Terminal): Promise<void> {
  const store = await openStore(flags.store);
  try {
    const collected = await collect({ store, packs: await openPacks(terminal, flags.calls) });
    const { folder, data, counts } = await writeExport(collected, flags.research, productVersion());
    const told = Object.entries(counts).map(([table, rows]) => `${table} ${rows}`);
    terminal.say({
      zh: `已写入 ${folder}（数据版本 ${data}）：${told.join('，')}。`,
      en: `Written to ${folder} (data version ${data}): ${told.join(', ')}.`,
    });
    const open = (collected.firm_links ?? []).filter(({ kind }) => kind === 'ambiguous').length;
    if (open > 0)
      terminal.say({
        zh: `${open} 对企业可能同一，没有合并，列在 firm_links（kind = ambiguous）。`,
        en: `${open} pairs of firms may be the same and were not merged: see firm_links (kind = ambiguous).`,
      });
  } finally {
    await store.close();
  }
}
