import type { OpenBatch } from '../../pipeline/desk/office.ts';
import {
  decideRows,
  type FilledRow,
  filledRows,
  type PlannedRow,
  planRows,
} from '../../pipeline/papers/decide-workbook.ts';
import { decisionWords, words } from '../../report/words.ts';
import type { Store } from '../../store/ports.ts';
import { openDesk, peopleOf } from '../open-desk.ts';
import type { SpokenCommand } from '../program.ts';
import { openStore, packFlags, storeFlag } from '../settings.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';

interface Flags {
  readonly calls?: string;
  readonly store?: string;
  readonly by?: string;
  readonly yes?: boolean;
}

/** `chushen decide`: decisions that were written into the workbook come back into the store. */
export function addDecide(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('decide')
    .describe({
      zh: '读回填好“人工决定”列的初审结果.xlsx：先列出将改什么，加 --yes 才写入',
      en: 'take decisions from a filled workbook: shows what would change, and writes only with --yes',
    })
    .argument('<xlsx>', terminal.lang === 'zh' ? '填好的初审结果.xlsx' : 'the filled workbook')
    .flag('--by <name>', {
      zh: '由谁决定；不写则按“审核人”列',
      en: 'who decides; otherwise the column "Reviewer" says',
    })
    .flag('--yes', { zh: '写入', en: 'write it' });
  packFlags(storeFlag(command as SpokenCommand))
    .examples(['chushen decide 初审结果.xlsx', 'chushen decide 初审结果.xlsx --by 李敏 --yes'])
    .action((xlsx: string, flags: Flags) => run(xlsx, flags, terminal));
}

async function run(xlsx: string, flags: Flags, terminal: Terminal): Promise<void> {
  const rows = await filledRows(xlsx).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError({
      zh: `无法读取“${xlsx}”（${reason}）。应为 chushen screen 写出的初审结果.xlsx。`,
      en: `"${xlsx}" cannot be read (${reason}). It should be a workbook that chushen screen wrote.`,
    });
  });
  if (rows.length === 0)
    throw new UsageError({
      zh: '“总览”表的“人工决定”列没有填写，没有可读回的决定。',
      en: 'The column "Decision" of the overview is empty: there is nothing to take back.',
    });
  const store = await openStore(flags.store);
  try {
    await take(store, rows, flags, terminal);
  } finally {
    await store.close();
  }
}

async function take(
  store: Store,
  rows: readonly FilledRow[],
  { by, calls, yes }: Flags,
  terminal: Terminal,
): Promise<void> {
  const open = await openDesk(store, await batchOf(store, rows), calls, terminal);
  const people = await peopleOf(store);
  const planned = await planRows(store, open, rows, (name) => people(by ?? name));
  preview(planned, terminal);
  const changes = planned.filter((one) => 'change' in one);
  if (planned.some((one) => 'why' in one)) process.exitCode = 1;
  if (changes.length === 0) return;
  if (!yes) {
    terminal.say({
      zh: '以上尚未写入；核对无误后加 --yes 再次执行。',
      en: 'Nothing is written yet: look it over, then run it again with --yes.',
    });
    return;
  }
  await write(store, open, changes, terminal);
}

async function write(
  store: Store,
  open: OpenBatch,
  changes: readonly PlannedRow[],
  terminal: Terminal,
): Promise<void> {
  const { changed, refused } = await decideRows(store, open, changes);
  preview(refused, terminal);
  if (refused.length > 0) process.exitCode = 1;
  terminal.say({ zh: `已写入 ${changed} 份的决定。`, en: `${changed} decisions are written.` });
}

/** The batch of the first row that names a filing of the store. */
async function batchOf(store: Store, rows: readonly FilledRow[]): Promise<string> {
  for (const { filing } of rows) {
    const [version] = filing === '' ? [] : await store.filings.versions(filing);
    if (version) return version.batch;
  }
  throw new UsageError({
    zh: '表中没有一份申报书在本库中。请用写出此表的库（--store），并保留末尾的“申报编号”列。',
    en: 'The store holds none of the filings of this workbook: use the store it was written from (--store), and keep its column "Filing id".',
  });
}

/** What changes, from what to what, and what does not and why. */
function preview(planned: readonly PlannedRow[], { lang, print, say }: Terminal): void {
  const none = { zh: '未决定', en: 'undecided' }[lang];
  const rows = planned.flatMap((one) => {
    if (!('change' in one)) return [];
    const { old, kind, grounds, person } = one.change;
    const change = `${old ? decisionWords[old][lang] : none} → ${decisionWords[kind][lang]}`;
    return [
      [
        String(one.row),
        one.title,
        change,
        grounds.map((title) => title[lang]).join(lang === 'zh' ? '、' : ', '),
        person.name,
      ],
    ];
  });
  const head = [{ zh: '行', en: 'Row' }, words.title, words.decision, words.grounds, words.reviewer];
  if (rows.length > 0) for (const line of formatTable([head.map((text) => text[lang]), ...rows])) print(line);
  for (const one of planned)
    if ('why' in one)
      say({
        zh: `第 ${one.row} 行不办理${one.title ? `（${one.title}）` : ''}：${one.why.zh}`,
        en: `Row ${one.row} is left${one.title ? ` (${one.title})` : ''}: ${one.why.en}`,
      });
  const same = planned.filter((one) => 'same' in one).length;
  if (same > 0)
    say({ zh: `${same} 行与库中的决定相同，不变。`, en: `${same} rows say what is decided already.` });
}
