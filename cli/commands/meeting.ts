import type { SpokenCommand } from '../program.ts';
import { packFlags, storeFlag } from '../settings.ts';
import type { Terminal } from '../terminal.ts';
import { type PaperFlags, papersOf } from './papers.ts';

/** `chushen meeting`: what a section head needs of a batch on one page. */
export function addMeeting(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('meeting')
    .describe({
      zh: '会议材料：一页纸的批次汇总（DOCX、HTML），含进度、主要问题、各推荐单位名额、意见不一的件',
      en: 'one page on a batch for the meeting (DOCX, HTML): progress, main reasons, units and quotas, conflicts',
    })
    .argument('<batch>', terminal.lang === 'zh' ? '批次名称或编号' : 'name or id of the batch')
    .flag('--out <dir>', { zh: '输出文件夹', en: 'output folder' }, { default: 'chushen-meeting' });
  packFlags(storeFlag(command as SpokenCommand))
    .examples(['chushen meeting 2022年第一批 --out 会议材料'])
    .action((batch: string, flags: PaperFlags) =>
      papersOf(batch, { kind: 'meeting', send: false }, flags, terminal),
    );
}
