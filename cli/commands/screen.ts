import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '../../core/results.ts';
import { screen } from '../../pipeline/screen.ts';
import { writeHtml } from '../../report/html/write-html.ts';
import { keyOf, type ReportContext } from '../../report/report-context.ts';
import { fieldText } from '../../report/show.ts';
import { toResults } from '../../report/to-results.ts';
import { outcomeWords, words } from '../../report/words.ts';
import { writeWorkbook } from '../../report/xlsx/write-workbook.ts';
import { openAffiliates } from '../affiliates-flag.ts';
import { openAwards } from '../awards-flag.ts';
import { openLists } from '../lists-flag.ts';
import {
  embeddingFlag,
  embeddingServer,
  type ModelFlagValues,
  modelFlags,
  modelServer,
} from '../model-flags.ts';
import type { SpokenCommand } from '../program.ts';
import { Progress } from '../progress.ts';
import {
  choosePack,
  isoDate,
  modelsFolder,
  openPacks,
  openStore,
  packFlags,
  type ReadFlagValues,
  readFlags,
  readOptions,
  storeFlag,
} from '../settings.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';

interface Flags extends ReadFlagValues, ModelFlagValues {
  readonly call: string;
  readonly calls?: string;
  readonly awards?: string[];
  readonly archive?: string[];
  readonly affiliates?: string[];
  readonly summary?: string[];
  readonly registry?: string[];
  readonly asOf?: string;
  readonly reading?: string;
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
    .flag('--as-of <date>', { zh: '以哪一天为准，默认今天', en: 'the day that counts; today by default' })
    .flag('--reading <id>', {
      zh: '重复申报条款的读法（见 chushen calls explain）',
      en: 'reading of the resubmission clause (see chushen calls explain)',
    })
    .flag('--out <dir>', { zh: '输出文件夹', en: 'output folder' }, { default: 'chushen-out' })
    .flag('--json', { zh: '结果同时以 JSON 输出到标准输出', en: 'also print the results as JSON on stdout' });
  packFlags(embeddingFlag(modelFlags(readFlags(storeFlag(command as SpokenCommand)))))
    .examples([
      'chushen screen 申报材料/ --call jiangsu-2022-benchmark-factory',
      'chushen screen a.zip b.pdf --call miit-2021-app-solutions --awards 往届名单.xlsx --as-of 2021-10-20 --out 结果',
    ])
    .action((paths: string[], flags: Flags) => run(paths, flags, terminal));
}

async function run(paths: string[], flags: Flags, terminal: Terminal): Promise<void> {
  const packs = await openPacks(terminal, flags.calls);
  const pack = choosePack(packs, flags.call);
  const asOf =
    flags.asOf === undefined ? new Date().toISOString().slice(0, 10) : isoDate('--as-of', flags.asOf);
  const readings = pack.call.resubmission.readings.map((reading) => reading.id);
  if (flags.reading !== undefined && !readings.includes(flags.reading)) {
    const allowed = readings.join(', ');
    throw new UsageError({
      zh: `没有读法“${flags.reading}”，可用：${allowed}。`,
      en: `There is no reading "${flags.reading}"; allowed: ${allowed}.`,
    });
  }
  const server = modelServer(flags);
  const embedding = embeddingServer(flags);
  const options = await readOptions(flags);
  const store = openStore(flags.store);
  try {
    const awards = await openAwards(flags.awards ?? [], [...packs.values()], store, terminal);
    const affiliates = await openAffiliates(flags.affiliates ?? [], terminal);
    const lists = await openLists(flags, pack, terminal);
    const progress = new Progress(terminal);
    const screening = await screen(paths, {
      ...options,
      pack,
      asOf,
      store,
      models: modelsFolder(flags.store),
      ...(flags.reading ? { reading: flags.reading } : {}),
      ...(awards ? { awards } : {}),
      lists,
      ...(affiliates ? { affiliates } : {}),
      ...(flags.archive ? { archive: flags.archive } : {}),
      ...(server ? { modelServer: server } : {}),
      ...(embedding ? { embeddingServer: embedding } : {}),
      onFiles: (files) => progress.expect(files),
      onPage: (file) => progress.page(file),
      onFile: (read) => progress.file(read.file),
    });
    progress.end();
    const context: ReportContext = { lang: terminal.lang, pack };
    const results = toResults(screening, terminal.lang);
    await writeOutputs(flags.out, results, context);
    store.putRun({ call: results.call, startedAt: results.run.startedAt, results: JSON.stringify(results) });
    summarise(results, context, flags.out, terminal);
    if (flags.json) terminal.print(JSON.stringify(results));
    process.exitCode =
      results.filings.length === 0 || filesOf(results).some((file) => file.status === 'failed') ? 1 : 0;
  } finally {
    store.close();
  }
}

async function writeOutputs(out: string, results: Results, context: ReportContext): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
    await writeFile(join(out, '初审结果.xlsx'), await writeWorkbook(results, context));
    await writeFile(join(out, 'report.html'), writeHtml(results, context));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError({
      zh: `无法写入输出文件夹“${out}”（${reason}）。文件若在 Excel 中打开，请先关闭。`,
      en: `The output folder "${out}" cannot be written (${reason}). Close the workbook if it is open.`,
    });
  }
}

function summarise(results: Results, { lang, pack }: ReportContext, out: string, terminal: Terminal): void {
  const most = 40;
  const header = [words.outcome, words.title, words.applicant, words.findings].map((text) => text[lang]);
  const rows = results.filings.slice(0, most).map((filing) => {
    const failed = filing.findings.filter(
      (finding) => finding.weight === 'condition' && finding.verdict === 'fail',
    );
    const lost = filing.problems.find((problem) => problem.gravity === 'lost');
    const notes = lost ? [lost.message] : failed.map((finding) => finding.title);
    return [
      outcomeWords[filing.outcome][lang],
      fieldText(filing, keyOf(pack, 'title')) || filing.file,
      fieldText(filing, keyOf(pack, 'applicant')),
      notes.join('；'),
    ];
  });
  for (const line of formatTable([header, ...rows], 36)) terminal.say(line);
  if (results.filings.length > most)
    terminal.say({
      zh: `…… 另有 ${results.filings.length - most} 份，见报告。`,
      en: `… ${results.filings.length - most} more, see the report.`,
    });
  if (results.filings.length === 0) terminal.say({ zh: '没有找到任何文件。', en: 'No file was found.' });
  const count = (outcome: string) => results.filings.filter((filing) => filing.outcome === outcome).length;
  terminal.say({
    zh: `共 ${results.filings.length} 份：符合 ${count('pass')}，不符合 ${count('fail')}，待核 ${count('review')}，未读出 ${count('unread')}。`,
    en: `${results.filings.length} filings: ${count('pass')} pass, ${count('fail')} fail, ${count('review')} to review, ${count('unread')} not read.`,
  });
  const { unassigned } = results;
  if (unassigned.length > 0)
    terminal.say({
      zh: `另有 ${unassigned.length} 个附件不能确定属于哪份申报书：${unassigned.map(({ file }) => file).join('、')}。`,
      en: `${unassigned.length} annexes could not be counted to any filing: ${unassigned.map(({ file }) => file).join(', ')}.`,
    });
  terminal.say({ zh: `报告：${join(out, 'report.html')}`, en: `Report: ${join(out, 'report.html')}` });
}

/** Every file of the run: forms, annexes, and annexes of nobody known. */
function filesOf(results: Results): { readonly status: string }[] {
  return [...results.filings, ...results.filings.flatMap(({ files }) => files), ...results.unassigned];
}
