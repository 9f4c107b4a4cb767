import type { SpokenCommand } from '../program.ts';
import { packFlags, storeFlag } from '../settings.ts';
import type { Terminal } from '../terminal.ts';
import { type PaperFlags, papersOf } from './papers.ts';

/** `chushen summary`: the notice's own summary sheet of the filings that passed. */
export function addSummary(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('summary')
    .describe({
      zh: '按通知的栏目填写推荐汇总表（XLSX、DOCX），列入决定“通过”的申报书',
      en: "fill in the notice's summary sheet (XLSX, DOCX) with the filings that passed",
    })
    .argument('<batch>', terminal.lang === 'zh' ? '批次名称或编号' : 'name or id of the batch')
    .flag('--order <file...>', {
      zh: '推荐顺序：含推荐排序或按先后排列的汇总表；不写则按收到的先后',
      en: 'the ranking: a list with ranks, or in their order; otherwise filings stand as they came',
    })
    .flag('--out <dir>', { zh: '输出文件夹', en: 'output folder' }, { default: 'chushen-summary' });
  packFlags(storeFlag(command as SpokenCommand))
    .examples(['chushen summary 2022年第一批 --order 会议确定的顺序.xlsx --out 汇总表'])
    .action((batch: string, flags: PaperFlags & { readonly order?: readonly string[] }) =>
      papersOf(
        batch,
        { kind: 'summary', send: false, ...(flags.order ? { ranking: flags.order } : {}) },
        flags,
        terminal,
      ),
    );
}
