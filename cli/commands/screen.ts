import type { Text } from '../../core/lang.ts';
import { screen } from '../../pipeline/screen.ts';
import type { Corrects } from '../../pipeline/stages/identify.ts';
import { forgiving } from '../../store/forgiving.ts';
import type { StoreFailure } from '../../store/ports.ts';
import { openAffiliates } from '../affiliates-flag.ts';
import { openAwards } from '../awards-flag.ts';
import { type EmbedFlagValues, embeddingServer, embedFlags } from '../embed-flags.ts';
import { Interrupt } from '../interrupt.ts';
import { openLists } from '../lists-flag.ts';
import { type ModelFlagValues, modelFlags, modelServer } from '../model-flags.ts';
import type { SpokenCommand } from '../program.ts';
import { Progress } from '../progress.ts';
import {
  isoDate,
  modelsFolder,
  openPack,
  openPacks,
  openStore,
  packFlags,
  type ReadFlagValues,
  readFlags,
  readOptions,
  storeFlag,
  today,
} from '../settings.ts';
import { type Terminal, UsageError } from '../terminal.ts';
import { reportsOfRun, shownTime } from './reports-of-run.ts';
import { checkOutputFolder } from './screen-outputs.ts';

interface Flags extends ReadFlagValues, ModelFlagValues, EmbedFlagValues {
  readonly call: string;
  readonly calls?: string;
  readonly awards?: string[];
  readonly archive?: string[];
  readonly affiliates?: string[];
  readonly summary?: string[];
  readonly registry?: string[];
  readonly complete?: boolean;
  readonly corrects?: string[];
  readonly asOf?: string;
  readonly reading?: string;
  readonly batch?: string;
  readonly out: string;
  readonly store?: string;
  readonly json?: boolean;
}

export function addScreen(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('screen')
    .describe({
      zh: '审一批申报书（文件、文件夹、zip），写出结果和报告',
      en: 'screen filings (files, folders, zips) and write results and reports',
    })
    .argument('<paths...>', terminal.lang === 'zh' ? '文件、文件夹或 zip' : 'files, folders or zips');
  command.requiredOption(
    '--call <id>',
    terminal.lang === 'zh' ? '征集通知（见 chushen calls list）' : 'the call (see chushen calls list)',
  );
  (command as SpokenCommand)
    .flag('--awards <list...>', {
      zh: '往届入选名单（XLSX、CSV 等）；另含已导入的名单',
      en: 'lists of earlier awards (XLSX, CSV …), besides those imported',
    })
    .flag('--archive <dir...>', { zh: '往年申报书所在文件夹', en: 'folders of earlier years’ filings' })
    .flag('--affiliates <list...>', {
      zh: '本单位掌握的关联企业和曾用名（CSV、XLSX：企业名称、关联企业、关系）',
      en: "the office's own list of affiliates and former names (CSV, XLSX: company, affiliate, kind)",
    })
    .flag('--summary <list...>', {
      zh: '推荐单位的推荐汇总表（XLSX、DOCX、CSV、HTML、PDF），核对列项、内容和推荐顺序',
      en: "the recommending unit's ranked summary sheet (XLSX, DOCX, CSV, HTML, PDF)",
    })
    .flag('--registry <list...>', {
      zh: '网上填报系统导出的表（CSV、XLSX），逐栏与申报书比对',
      en: 'export of the online filing system (CSV, XLSX), compared field by field',
    })
    .flag('--complete', {
      zh: '声明每份申报书的全部附件都已在所给文件中：没有的附件判为缺少（不加则为“待核”）',
      en: 'states that all annexes of every filing are among the files: one that is not there is missing',
    })
    .flag('--corrects <new=old...>', {
      zh: '申报单位补正的文件：新文件=旧文件，旧文件不再计入（文件名、企业和项目名称对得上的会自动认出）',
      en: 'files that the applicant corrected, as new=old; the old one counts no more (most are found by themselves)',
    })
    .flag('--as-of <date>', { zh: '以哪一天为准，默认今天', en: 'the day that counts; today by default' })
    .flag('--reading <id>', {
      zh: '重复申报条款的读法（见 chushen calls explain）',
      en: 'reading of the resubmission clause (see chushen calls explain)',
    })
    .flag('--batch <name>', {
      zh: '批次名称；默认按所给路径，同一文件夹再审即同一批次',
      en: 'name of the batch; by default the paths, so that the same folder is the same batch',
    })
    .flag('--out <dir>', { zh: '输出文件夹', en: 'output folder' }, { default: 'chushen-out' })
    .flag('--json', { zh: '结果同时以 JSON 输出到标准输出', en: 'also print the results as JSON on stdout' });
  packFlags(embedFlags(modelFlags(readFlags(storeFlag(command as SpokenCommand)))))
    .examples([
      'chushen screen 申报材料/ --call jiangsu-2022-benchmark-factory',
      'chushen screen a.zip b.pdf --call miit-2021-app-solutions --awards 往届名单.xlsx --as-of 2021-10-20 --out 结果',
    ])
    .action((paths: string[], flags: Flags) => run(paths, flags, terminal));
}

async function run(paths: string[], flags: Flags, terminal: Terminal): Promise<void> {
  const pack = await openPack(terminal, flags.call, flags.calls);
  const allPacks = async () => [...(await openPacks(terminal, flags.calls)).values()];
  const asOf = flags.asOf === undefined ? today() : isoDate('--as-of', flags.asOf);
  const readings = pack.call.resubmission.readings.map((reading) => reading.id);
  if (flags.reading !== undefined && !readings.includes(flags.reading)) {
    const allowed = readings.join(', ');
    throw new UsageError({
      zh: `没有读法“${flags.reading}”，可用：${allowed}。`,
      en: `There is no reading "${flags.reading}"; allowed: ${allowed}.`,
    });
  }
  const corrects = correctsIn(flags.corrects ?? []);
  const server = modelServer(flags);
  const embedding = embeddingServer(flags);
  const options = await readOptions(flags);
  await checkOutputFolder(flags.out);
  const failed = once(({ message }: StoreFailure) => terminal.say(storeFailed(message)));
  const store = forgiving(await openStore(flags.store), failed);
  const interrupt = new Interrupt(terminal);
  try {
    const awards = await openAwards(flags.awards ?? [], allPacks, store.awards, terminal);
    const affiliates = await openAffiliates(flags.affiliates ?? [], terminal);
    const lists = await openLists(flags, pack, terminal);
    const progress = new Progress(terminal);
    const screened = await screen(paths, {
      ...options,
      pack,
      asOf,
      store,
      models: modelsFolder(flags.store),
      ...(flags.batch ? { batch: flags.batch } : {}),
      ...(flags.reading ? { reading: flags.reading } : {}),
      ...(awards ? { awards } : {}),
      lists,
      ...(flags.complete ? { complete: true } : {}),
      ...(corrects.length > 0 ? { corrects } : {}),
      ...(affiliates ? { affiliates } : {}),
      ...(flags.archive ? { archive: flags.archive } : {}),
      ...(server ? { modelServer: server } : {}),
      ...(embedding ? { embeddingServer: embedding } : {}),
      packs: allPacks,
      signal: interrupt.signal,
      onEvent: (event) => {
        progress.hear(event);
        // Started by the workbench, which shows how far it is.
        if (process.connected) process.send?.({ event }, undefined, undefined, () => undefined);
      },
    });
    progress.end();
    if (screened.run.state === 'stopped') {
      terminal.say(interrupt.farewell);
      process.exitCode = 130;
      return;
    }
    if (screened.unchanged) terminal.say(unchanged(screened.run.startedAt));
    await reportsOfRun(screened, pack, store, flags, terminal);
  } finally {
    interrupt.end();
    await store.close();
  }
}

function correctsIn(pairs: readonly string[]): Corrects[] {
  return pairs.map((pair) => {
    const [file = '', of = '', ...more] = pair.split('=').map((path) => path.trim());
    if (file === '' || of === '' || more.length > 0)
      throw new UsageError({
        zh: `--corrects 要写成“新文件=旧文件”，不是“${pair}”。`,
        en: `--corrects takes new=old, not "${pair}".`,
      });
    return { file, of };
  });
}

const unchanged = (since: string): Text => ({
  zh: `自 ${shownTime(since)} 那次审查以来，文件、规则、名单和程序都没有变化，沿用其结果。`,
  en: `Files, rules, lists and program are as they were in the run of ${shownTime(since)}; its results stand.`,
});

/** A store that fails costs the next runs what this one read; the results of this one still come out. */
const storeFailed = (reason: string): Text => ({
  zh: `库读写失败（${reason}）。结果照常写出，但本次读出的内容没有全部存入库，以后的批次不会与之比较；请检查磁盘空间和权限后重新运行。`,
  en: `The store failed (${reason}). Results are written all the same, but not all that was read was kept, so later batches are not compared with it: check disk space and permissions, then run again.`,
});

function once<T>(say: (value: T) => void): (value: T) => void {
  let said = false;
  return (value) => {
    if (!said) say(value);
    said = true;
  };
}
