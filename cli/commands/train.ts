import { loadCrosswalk } from '../../calls/crosswalk.ts';
import { builtInPacksDir } from '../../calls/load.ts';
import type { Tally } from '../../classifiers/train/office.ts';
import { filingsOfRuns, readCorrections } from '../../pipeline/corrections.ts';
import { trainFromCorrections } from '../../pipeline/train-office.ts';
import type { SpokenCommand } from '../program.ts';
import { readReviewed, shareOf } from '../reviewed-files.ts';
import { choosePack, modelsFolder, openPacks, openStore } from '../settings.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';

interface Flags {
  readonly call?: string;
  readonly calls?: string;
  readonly store?: string;
  readonly json?: boolean;
}

/** `chushen classify train`: reviewers' corrections become training examples of the office's own model. */
export function addTrain(classify: SpokenCommand, terminal: Terminal): void {
  const command = classify
    .command('train')
    .describe({
      zh: '用审核人员纠正的类别训练本单位的模型；变差则不采用',
      en: 'train the office’s own model on reviewers’ corrections; a worse one is refused',
    })
    .argument(
      '<files...>',
      terminal.lang === 'zh'
        ? '含“纠正后标签”列的 CSV、JSONL 或 XLSX（可用初审结果.xlsx）'
        : 'CSV, JSONL or XLSX with a column "纠正后标签" (a report of chushen screen will do)',
    );
  (command as SpokenCommand)
    .examples([
      'chushen classify train 初审结果.xlsx --call miit-2022-pilots',
      'chushen classify train 纠正.csv --call miit-2022-application-cases --store 处室.sqlite',
    ])
    .action((files: string[], _: unknown, own: SpokenCommand) =>
      train(files, own.optsWithGlobals<Flags>(), terminal),
    );
}

async function train(files: readonly string[], flags: Flags, terminal: Terminal): Promise<void> {
  if (flags.call === undefined) {
    throw new UsageError({
      zh: '请用 --call 指明征集通知（见 chushen calls list）。',
      en: 'Name the call with --call (see chushen calls list).',
    });
  }
  const packs = await openPacks(terminal, flags.calls);
  const pack = choosePack(packs, flags.call);
  const { crosswalk } = await loadCrosswalk(
    [builtInPacksDir(), ...(flags.calls ? [flags.calls] : [])],
    packs,
  );
  const store = await openStore(flags.store);
  try {
    const find = await filingsOfRuns(store, pack);
    const read = await readReviewed(files, (file) => readCorrections(file, pack, find), terminal);
    const texts = read.flatMap((one) => one.texts);
    if (texts.length === 0) {
      throw new UsageError({
        zh: '没有可用的纠正：请在“纠正后标签”列填写类别。',
        en: 'There is no correction to use: fill in labels in the column "纠正后标签".',
      });
    }
    terminal.say({
      zh: `${texts.length} 条纠正，正在训练并做五折交叉验证，约需一两分钟……`,
      en: `${texts.length} corrections; training with five-fold cross-validation, a minute or two …`,
    });
    const trainings = trainFromCorrections(pack, texts, modelsFolder(flags.store), crosswalk);
    if (flags.json) terminal.print(JSON.stringify(trainings, null, 2));
    else for (const training of trainings) show(training, terminal);
    if (trainings.some((training) => !training.accepted)) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

type Training = ReturnType<typeof trainFromCorrections>[number];

function show({ scheme, before, after, accepted, version }: Training, { lang, print }: Terminal): void {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const share = ({ right, texts }: Tally) => shareOf(right, texts);
  print(scheme);
  const rows = [
    ['', say('训练前', 'before'), say('训练后', 'after')],
    [say('纠正的文本', 'corrections'), share(before.corrections), share(after.corrections)],
    [say('已有的文本', 'known texts'), share(before.known), share(after.known)],
  ];
  for (const line of formatTable(rows)) print(`  ${line}`);
  print(
    accepted
      ? say(`  已采用：${version ?? ''}`, `  kept: ${version ?? ''}`)
      : say(
          '  未采用：交叉验证的准确率下降。请检查纠正是否前后一致，或积累更多纠正后再训练。',
          '  refused: accuracy in cross-validation fell. Check that the corrections agree, or gather more.',
        ),
  );
}
