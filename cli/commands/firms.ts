import { randomUUID } from 'node:crypto';
import type { FirmRuling, FirmRulingKind } from '../../core/records.ts';
import { csvLine } from '../../extractors/sheets/csv.ts';
import { collect } from '../../research/collect/collect.ts';
import { standing } from '../../research/identity/rulings.ts';
import type { ResearchRow } from '../../research/schema/table.ts';
import { tables } from '../../research/schema/tables.ts';
import type { Store } from '../../store/ports.ts';
import { openAffiliates } from '../affiliates-flag.ts';
import { personBy } from '../open-desk.ts';
import type { SpokenCommand } from '../program.ts';
import { openPacks, openStore, packFlags, storeFlag } from '../settings.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';

interface Flags {
  readonly calls?: string;
  readonly store?: string;
  readonly kind: string;
  readonly like?: string;
  readonly note?: string;
  readonly by?: string;
  readonly csv?: boolean;
}

const kinds = ['merged', 'ambiguous', 'branch', 'affiliated', 'apart', 'all'] as const;

/** `chushen firms`: which namings were taken for one firm and why, and a person's word on it. */
export function addFirms(program: SpokenCommand, terminal: Terminal): void {
  const firms = program.command('firms').describe({
    zh: '企业合并：列出合并及其依据，撤销合并，认定两家为一家，导入曾用名',
    en: 'merged firms: list merges with their grounds, undo one, say that two are one, import former names',
  });
  const list = firms
    .command('list')
    .describe({ zh: '列出合并和可能的关系', en: 'list merges and possible links' })
    .flag(
      '--kind <kind>',
      { zh: 'merged 已合并，ambiguous 待判断，branch、affiliated、apart 或 all', en: 'which links' },
      { choices: [...kinds], default: 'merged' },
    )
    .flag('--like <words>', { zh: '只列名称含这些字的', en: 'only those whose names hold these words' })
    .flag('--csv', { zh: '以 CSV 输出', en: 'print CSV' });
  common(list as SpokenCommand, [
    'chushen firms list',
    'chushen firms list --kind ambiguous --csv',
    'chushen firms list --like 华兴',
  ]).action((flags: Flags) => withStore(flags, (store) => listLinks(store, flags, terminal)));

  const said = (name: string, kind: FirmRulingKind, help: { zh: string; en: string }, example: string) => {
    const command = firms
      .command(name)
      .describe(help)
      .argument('<firm>', terminal.lang === 'zh' ? '企业编号' : 'id of a firm')
      .argument('<other>', terminal.lang === 'zh' ? '另一编号' : 'id of the other')
      .flag('--note <words>', { zh: '理由', en: 'why' })
      .flag('--by <name>', { zh: '认定人', en: 'who says so' });
    common(command as SpokenCommand, [example]).action((firm: string, other: string, flags: Flags) =>
      withStore(flags, (store) => rule(store, { kind, firm, other }, flags, terminal)),
    );
  };
  said(
    'split',
    'apart',
    {
      zh: '撤销合并：两个编号是两家企业；以后的导出都照此，编号不变',
      en: 'undo a merge: the two ids are two firms, from now on and under the same ids',
    },
    'chushen firms split F0123456789a Fba9876543210 --note 两家同名企业',
  );
  said(
    'join',
    'same',
    { zh: '认定两个编号是一家企业', en: 'say that two ids are one firm' },
    'chushen firms join F0123456789a Fba9876543210',
  );
  said(
    'undo',
    'open',
    { zh: '收回对这两个编号的认定，由程序重新判断', en: 'take back what was said of the two' },
    'chushen firms undo F0123456789a Fba9876543210',
  );
  const former = firms
    .command('former')
    .describe({
      zh: '导入曾用名名单（表头含企业名称、曾用名或关联企业和关系）',
      en: 'import a list of former names (company, affiliate, kind)',
    })
    .argument('<files...>', terminal.lang === 'zh' ? '名单' : 'lists')
    .flag('--by <name>', { zh: '认定人', en: 'who says so' });
  common(former as SpokenCommand, ['chushen firms former 曾用名.csv']).action(
    (files: string[], flags: Flags) =>
      withStore(flags, (store) => importFormer(store, files, flags, terminal)),
  );
  const rulings = firms
    .command('rulings')
    .describe({ zh: '列出现行的人工认定', en: 'list what people said that stands' });
  common(rulings as SpokenCommand, ['chushen firms rulings']).action((flags: Flags) =>
    withStore(flags, async (store) => {
      const rows = standing(await store.firmRulings.all()).map(({ kind, firm, other, note, by, at }) => [
        ...[kind, firm, other, note, by, at.slice(0, 10)],
      ]);
      for (const line of formatTable(rows, 40)) terminal.print(line);
      terminal.say({ zh: `共 ${rows.length} 条。`, en: `${rows.length} rulings.` });
    }),
  );
}

async function withStore(flags: Flags, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(flags.store);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** The tables of firms; calls are read only where there are filings. */
async function readAll(store: Store, flags: Flags, terminal: Terminal) {
  const filed = (await store.batches.all()).length > 0;
  return collect({ store, packs: filed ? await openPacks(terminal, flags.calls) : new Map() });
}

async function listLinks(store: Store, flags: Flags, terminal: Terminal): Promise<void> {
  const { firm_links: links = [] } = await readAll(store, flags, terminal);
  const wanted = links.filter(
    ({ kind, evidence }) =>
      (flags.kind === 'all' ||
        (flags.kind === 'merged' ? kind === 'same' || kind === 'renamed' : kind === flags.kind)) &&
      (flags.like === undefined || String(evidence).includes(flags.like)),
  );
  const columns = ['firm', 'other', 'kind', 'stage', 'score', 'evidence'];
  const rows = wanted.map((row) => columns.map((name) => String(row[name])));
  if (flags.csv) {
    for (const row of [columns, ...rows]) terminal.print(csvLine(row));
    return;
  }
  for (const line of formatTable([columns, ...rows.slice(0, mostShown)], 60)) terminal.print(line);
  explain(wanted, terminal);
}

type Said = Pick<FirmRuling, 'kind' | 'firm' | 'other'>;

/** Keeps what a person says of two ids that there are, and tells what came of it. */
async function rule(store: Store, said: Said, flags: Flags, terminal: Terminal): Promise<void> {
  const { kind, firm, other } = said;
  const person = await personBy(store, flags.by);
  const before = await readAll(store, flags, terminal);
  const known = new Set((before.firms ?? []).map(({ firm: id }) => id));
  const unknown = [firm, other].filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new UsageError({
      zh: `没有编号为 ${unknown.join('、')} 的企业；编号见 chushen firms list。`,
      en: `There is no firm ${unknown.join(', ')}; ids are shown by chushen firms list.`,
    });
  if (firm === other) throw new UsageError({ zh: '两个编号相同。', en: 'The two ids are the same.' });
  await store.firmRulings.add([ruling(said, flags.note ?? '', person.id)]);
  const after = await readAll(store, flags, terminal);
  const root = (rows: readonly ResearchRow[] | undefined, id: string) =>
    String(rows?.find((row) => row.firm === id)?.merged_into ?? id);
  const words = (rows: readonly ResearchRow[] | undefined) =>
    root(rows, firm) === root(rows, other) ? { zh: '一家', en: 'one firm' } : { zh: '两家', en: 'two firms' };
  const [was, is] = [words(before.firms), words(after.firms)];
  const ids = [...new Set([root(after.firms, firm), root(after.firms, other)])].join('、');
  terminal.say({
    zh: `已记下（${kind}）。原为${was.zh}，现为${is.zh}：${ids}。`,
    en: `Kept (${kind}). They were ${was.en} and are now ${is.en}: ${ids}.`,
  });
}

/** More lines than these are for a file: `--csv`. */
const mostShown = 200;

/** What each code means, as the codebook says it. */
function explain(rows: readonly ResearchRow[], { lang, say }: Terminal): void {
  const columns = tables.find(({ name }) => name === 'firm_links')?.columns ?? [];
  const words = (name: string, value: unknown) =>
    columns.find((one) => one.name === name)?.values?.[String(value)]?.[lang] ?? String(value);
  const stages = [...new Set(rows.map(({ stage }) => String(stage)))];
  const counted = stages.map(
    (stage) => `${words('stage', stage)} ${rows.filter((row) => row.stage === stage).length}`,
  );
  const more = rows.length > mostShown;
  say({
    zh: `共 ${rows.length} 条${more ? `，只显示前 ${mostShown} 条，全部用 --csv` : ''}。按依据：${counted.join('，') || '无'}。`,
    en: `${rows.length} links${more ? `, the first ${mostShown} shown; all with --csv` : ''}. By stage: ${counted.join(', ') || 'none'}.`,
  });
}

function ruling({ kind, firm, other }: Said, note: string, by: string): FirmRuling {
  return { id: randomUUID(), kind, firm, other, note, by, at: new Date().toISOString() };
}

/** Former names of the office's lists; those that are kept already are not kept twice. */
async function importFormer(
  store: Store,
  files: readonly string[],
  flags: Flags,
  terminal: Terminal,
): Promise<void> {
  const person = await personBy(store, flags.by);
  const keyOf = ({ kind, firm, other }: Said) => `${kind}\n${firm}\n${other}`;
  const known = new Set((await store.firmRulings.all()).map(keyOf));
  const list = await openAffiliates(files, terminal);
  const said = (list?.formerNames ?? [])
    .map(({ name, former }): Said => ({ kind: 'former', firm: name, other: former }))
    .filter((one) => !known.has(keyOf(one)));
  await store.firmRulings.add(said.map((one) => ruling(one, '', person.id)));
  terminal.say({ zh: `记下 ${said.length} 条曾用名。`, en: `${said.length} former names kept.` });
}

function common(command: SpokenCommand, lines: readonly string[]): SpokenCommand {
  return packFlags(storeFlag(command)).examples(lines) as SpokenCommand;
}
