import { type CardsTraining, type PairTally, trainCards } from '../../index/train/office-cards.ts';
import { matchesOfRuns, readDecisions } from '../../pipeline/decisions.ts';
import type { SpokenCommand } from '../program.ts';
import { readReviewed, shareOf } from '../reviewed-files.ts';
import { modelsFolder, openPack, openStore, packFlags, storeFlag } from '../settings.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';

interface Flags {
  readonly call: string;
  readonly calls?: string;
  readonly store?: string;
  readonly json?: boolean;
}

/** `chushen repeats train`: reviewers' decisions become examples for the office's own score cards. */
export function addRepeats(program: SpokenCommand, terminal: Terminal): void {
  const repeats = program.command('repeats').describe({
    zh: '重复申报：用审核结论训练评分卡',
    en: 'repeats: train the score cards on reviewed pairs',
  }) as SpokenCommand;
  repeats.examples(['chushen repeats train 初审结果.xlsx --call miit-2021-app-solutions']);
  const command = repeats
    .command('train')
    .describe({
      zh: '用审核人员对重复申报的结论训练本单位的评分卡；变差则不采用',
      en: 'train the office’s own score cards on reviewed repeats; worse ones are refused',
    })
    .argument(
      '<files...>',
      terminal.lang === 'zh'
        ? '填好“是否同一方案”列（是/否）的初审结果.xlsx，或含“配对编号”的 CSV、JSONL'
        : 'reports of chushen screen with the column "Same solution" filled (yes/no), or CSV, JSONL with a column "Pair"',
    );
  command.requiredOption(
    '--call <id>',
    terminal.lang === 'zh' ? '征集通知（见 chushen calls list）' : 'the call (see chushen calls list)',
  );
  (command as SpokenCommand).flag('--json', { zh: '以 JSON 输出到标准输出', en: 'JSON on stdout' });
  packFlags(storeFlag(command as SpokenCommand))
    .examples(['chushen repeats train 初审结果.xlsx --call miit-2021-app-solutions --store 处室.sqlite'])
    .action((files: string[], flags: Flags) => train(files, flags, terminal));
}

async function train(files: readonly string[], flags: Flags, terminal: Terminal): Promise<void> {
  const pack = await openPack(terminal, flags.call, flags.calls);
  const store = await openStore(flags.store);
  try {
    const find = await matchesOfRuns(store, pack.call.id);
    const read = await readReviewed(files, (file) => readDecisions(file, find), terminal);
    const pairs = read.flatMap((one) => one.pairs);
    if (pairs.length === 0) {
      throw new UsageError({
        zh: '没有可用的结论：请在“重复与获奖”表的“是否同一方案”列填写“是”或“否”。',
        en: 'There is no decision to use: fill in yes or no in the column "Same solution".',
      });
    }
    const training = trainCards(pairs, modelsFolder(flags.store));
    if (flags.json) terminal.print(JSON.stringify(training, null, 2));
    else show(training, terminal);
    if (!training.accepted) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

function show({ before, after, accepted }: CardsTraining, { lang, print }: Terminal): void {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const share = ({ right, pairs }: PairTally) => shareOf(right, pairs);
  const sure = (of: CardsTraining['before']) => String(of.decisions.falselySure + of.known.falselySure);
  const rows = [
    ['', say('训练前', 'before'), say('训练后', 'after')],
    [say('审核的配对', 'reviewed pairs'), share(before.decisions), share(after.decisions)],
    [say('已有的配对', 'known pairs'), share(before.known), share(after.known)],
    [say('误判为确定相同', 'different, yet held for certain'), sure(before), sure(after)],
  ];
  for (const line of formatTable(rows)) print(line);
  print(
    accepted
      ? say('已采用，下次审查起生效。', 'Kept: it counts from the next screening on.')
      : say(
          '未采用：交叉验证变差。请检查结论是否前后一致，或积累更多结论后再训练。',
          'Refused: cross-validation got worse. Check that the decisions agree, or gather more.',
        ),
  );
}
