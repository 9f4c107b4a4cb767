import type { Batch } from '../../core/records.ts';
import { latestDone } from '../../pipeline/latest-run.ts';
import type { SpokenCommand } from '../program.ts';
import { openPacks, openStore, packFlags, storeFlag } from '../settings.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';
import { reportsOfRun, shownTime } from './reports-of-run.ts';
import { checkOutputFolder } from './screen-outputs.ts';

interface Flags {
  readonly calls?: string;
  readonly store?: string;
  readonly out: string;
  readonly json?: boolean;
}

/** `chushen report`: the reports of a batch made again from the store, without reading a file. */
export function addReport(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('report')
    .describe({
      zh: '由库中记录重新生成一个批次的报告，不再读文件；不写批次则列出各批次',
      en: 'make the reports of a batch again from the store, reading no file; without a batch, list them',
    })
    .argument('[batch]', terminal.lang === 'zh' ? '批次名称或编号' : 'name or id of the batch')
    .flag('--out <dir>', { zh: '输出文件夹', en: 'output folder' }, { default: 'chushen-out' })
    .flag('--json', { zh: '结果同时以 JSON 输出到标准输出', en: 'also print the results as JSON on stdout' });
  packFlags(storeFlag(command as SpokenCommand))
    .examples(['chushen report', 'chushen report 3f2a9c01b7de --out 结果 --lang en'])
    .action((batch: string | undefined, flags: Flags) => run(batch, flags, terminal));
}

async function run(named: string | undefined, flags: Flags, terminal: Terminal): Promise<void> {
  const store = await openStore(flags.store);
  try {
    const batches = await store.batches.all();
    if (named === undefined) return list(batches, terminal);
    const batch = batches.find(({ id, name }) => id === named || name === named);
    const latest = batch && (await latestDone(store, batch.id));
    if (!batch || !latest)
      throw new UsageError({
        zh: `库中没有已审完的批次“${named}”。不写批次可列出各批次。`,
        en: `The store has no finished batch "${named}". Without a batch the command lists them.`,
      });
    const pack = (await openPacks(terminal, flags.calls)).get(batch.call);
    if (!pack)
      throw new UsageError({
        zh: `找不到该批次的征集通知“${batch.call}”，请用 --calls 指明其目录。`,
        en: `The call "${batch.call}" of this batch is not there: name its folder with --calls.`,
      });
    await checkOutputFolder(flags.out);
    await reportsOfRun({ batch, run: latest }, pack, store, flags, terminal);
  } finally {
    await store.close();
  }
}

function list(batches: readonly Batch[], terminal: Terminal): void {
  if (batches.length === 0) terminal.say({ zh: '库中还没有批次。', en: 'The store has no batch yet.' });
  const rows = batches.map(({ id, call, name, createdAt }) => [id, call, name, shownTime(createdAt)]);
  for (const line of formatTable(rows, 60)) terminal.print(line);
}
