import { checkPack } from '../../calls/check.ts';
import { builtInPacksDir, loadPacks, type PackMistake } from '../../calls/load.ts';
import { explainCall } from '../../report/explain-call.ts';
import type { SpokenCommand } from '../program.ts';
import { openPack, openPacks, packFlags } from '../settings.ts';
import { formatTable, type Terminal } from '../terminal.ts';

interface Flags {
  readonly calls?: string;
  readonly json?: boolean;
}

export function addCalls(program: SpokenCommand, terminal: Terminal): void {
  const calls = program
    .command('calls')
    .describe({ zh: '征集通知：列出、查看、检查', en: 'calls: list, show, check' }) as SpokenCommand;
  calls.examples([
    'chushen calls list',
    'chushen calls show miit-2022-pilots',
    'chushen calls check --calls 我的通知/',
  ]);

  packFlags(calls.command('list').describe({ zh: '列出所有征集通知', en: 'list all calls' }) as SpokenCommand)
    .flag('--json', { zh: '以 JSON 输出到标准输出', en: 'JSON on stdout' })
    .examples(['chushen calls list', 'chushen calls list --json'])
    .action((flags: Flags) => list(flags, terminal));

  packFlags(
    calls.command('show').describe({
      zh: '查看一个通知：日期、名额、条件、条款',
      en: 'show one call: dates, quotas, conditions, clauses',
    }) as SpokenCommand,
  )
    .argument('<id>')
    .flag('--json', { zh: '以 JSON 输出到标准输出', en: 'JSON on stdout' })
    .examples(['chushen calls show jiangsu-2022-benchmark-factory'])
    .action((id: string, flags: Flags) => show(id, flags, terminal));

  packFlags(
    calls.command('check').describe({
      zh: '检查通知数据，逐条说明错误和改法',
      en: 'check the call packs and say how to mend each mistake',
    }) as SpokenCommand,
  )
    .argument('[id]')
    .examples(['chushen calls check', 'chushen calls check --calls 我的通知/'])
    .action((id: string | undefined, flags: Flags) => check(id, flags, terminal));
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

async function show(id: string, flags: Flags, terminal: Terminal): Promise<void> {
  const pack = await openPack(terminal, id, flags.calls);
  if (flags.json) {
    const { call, form, rules, schemes } = pack;
    return terminal.print(
      JSON.stringify({ call, clauses: [...pack.clauses.values()], schemes, form, rules }, null, 2),
    );
  }
  terminal.print(explainCall(pack, terminal.lang));
}

async function check(id: string | undefined, flags: Flags, terminal: Terminal): Promise<void> {
  const folders = flags.calls === undefined ? [builtInPacksDir()] : [builtInPacksDir(), flags.calls];
  const { packs, mistakes } = await loadPacks(folders);
  const found = [...mistakes, ...[...packs.values()].flatMap((pack) => checkPack(pack))].filter(
    (mistake) => id === undefined || mistake.pack === id,
  );
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
