import { checkPack } from '../../calls/check.ts';
import { loadCrosswalk } from '../../calls/crosswalk.ts';
import { builtInPacksDir, loadPacks, type PackMistake } from '../../calls/load.ts';
import { clauseTable } from '../../report/clause-table.ts';
import { explainCall } from '../../report/explain-call.ts';
import { indicatorMistakes } from '../../research/schema/indicators.ts';
import type { SpokenCommand } from '../program.ts';
import { openPack, openPacks, packFlags } from '../settings.ts';
import { formatTable, type Terminal } from '../terminal.ts';
import { addCallsDraft } from './calls-draft.ts';

interface Flags {
  readonly calls?: string;
  readonly json?: boolean;
}

interface ExplainFlags extends Flags {
  readonly table?: boolean;
}

export function addCalls(program: SpokenCommand, terminal: Terminal): void {
  const calls = program.command('calls').describe({
    zh: '征集通知：列出、说明、检查、起草',
    en: 'calls: list, explain, check, draft',
  }) as SpokenCommand;
  calls.examples([
    'chushen calls list',
    'chushen calls explain miit-2022-pilots',
    'chushen calls check --calls 我的通知/',
  ]);

  packFlags(calls.command('list').describe({ zh: '列出所有征集通知', en: 'list all calls' }) as SpokenCommand)
    .flag('--json', { zh: '以 JSON 输出到标准输出', en: 'JSON on stdout' })
    .examples(['chushen calls list', 'chushen calls list --json'])
    .action((flags: Flags) => list(flags, terminal));

  packFlags(
    calls.command('explain').alias('show').describe({
      zh: '说明一个通知：日期、名额、谁可以申报，每一条款及检查它的规则或不检查的原因',
      en: 'explain one call: dates, quotas, who may apply, every clause with its rules or why none',
    }) as SpokenCommand,
  )
    .argument('<id>')
    .flag('--table', {
      zh: '输出条款与规则对照表（Markdown）',
      en: 'the table of clauses and rules (Markdown)',
    })
    .flag('--json', { zh: '以 JSON 输出到标准输出', en: 'JSON on stdout' })
    .examples([
      'chushen calls explain jiangsu-2022-benchmark-factory',
      'chushen calls explain miit-2022-pilots --table > 条款.md',
    ])
    .action((id: string, flags: ExplainFlags) => explain(id, flags, terminal));

  packFlags(
    calls.command('check').describe({
      zh: '检查通知数据，逐条说明错误和改法',
      en: 'check the call packs and say how to mend each mistake',
    }) as SpokenCommand,
  )
    .argument('[id]')
    .examples(['chushen calls check', 'chushen calls check --calls 我的通知/'])
    .action((id: string | undefined, flags: Flags) => check(id, flags, terminal));

  addCallsDraft(calls, terminal);
}

async function list(flags: Flags, terminal: Terminal): Promise<void> {
  const packs = [...(await openPacks(terminal, flags.calls)).values()];
  const calls = packs.map(({ call, form, rules }) => ({
    id: call.id,
    title: call.short[terminal.lang],
    issuer: call.issuer[terminal.lang],
    number: call.number ?? '',
    fields: form.fields.length,
    rules: rules.length,
  }));
  if (flags.json) return terminal.print(JSON.stringify(calls, null, 2));
  for (const line of formatTable(
    calls.map((call) => [call.id, call.title, call.number, call.issuer]),
    44,
  ))
    terminal.print(line);
}

async function explain(id: string, flags: ExplainFlags, terminal: Terminal): Promise<void> {
  const pack = await openPack(terminal, id, flags.calls);
  if (flags.json) {
    const { call, form, rules, schemes } = pack;
    return terminal.print(
      JSON.stringify({ call, clauses: [...pack.clauses.values()], schemes, form, rules }, null, 2),
    );
  }
  terminal.print(flags.table ? clauseTable(pack, terminal.lang) : explainCall(pack, terminal.lang));
}

async function check(id: string | undefined, flags: Flags, terminal: Terminal): Promise<void> {
  const folders = flags.calls === undefined ? [builtInPacksDir()] : [builtInPacksDir(), flags.calls];
  const { packs, mistakes } = await loadPacks(folders);
  const crosswalk = await loadCrosswalk(folders, packs);
  const found = [
    ...mistakes,
    ...[...packs.values()].flatMap((pack) => [...checkPack(pack), ...indicatorMistakes(pack)]),
    // The labels of a pack that could not be read are not known, and would each be told as missing.
    ...(id === undefined && mistakes.length === 0 ? crosswalk.mistakes : []),
  ].filter((mistake) => id === undefined || mistake.pack === id);
  for (const mistake of found) terminal.print(sentence(mistake, terminal));
  if (found.length === 0)
    terminal.print(
      { zh: `${packs.size} 个通知，没有错误。`, en: `${packs.size} calls, no mistakes.` }[terminal.lang],
    );
  process.exitCode = found.length === 0 ? 0 : 1;
}

function sentence(mistake: PackMistake, { lang }: Terminal): string {
  return `${mistake.pack}/${mistake.file} ${mistake.path}\n  ${mistake.message[lang]} ${mistake.mend[lang]}`;
}
