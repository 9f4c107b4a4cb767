import { writeFile } from 'node:fs/promises';
import { problemMessage } from '../../core/problem.ts';
import { compareDocuments } from '../../pipeline/compare-files.ts';
import { readOne } from '../../pipeline/read-one.ts';
import { writeComparison } from '../../report/html/write-comparison.ts';
import { showPlaces } from '../../report/show.ts';
import type { SpokenCommand } from '../program.ts';
import { openPacks, packFlags, type ReadFlagValues, readFlags, readOptions } from '../settings.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends ReadFlagValues {
  readonly out?: string;
  readonly calls?: string;
  readonly json?: boolean;
}

export function addCompare(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('compare')
    .describe({
      zh: '逐段比较两份文件，列出相同段落及其位置',
      en: 'compare two files and list the passages they share, with places',
    })
    .argument('<a>')
    .argument('<b>')
    .flag('--out <file.html>', { zh: '把左右对照写成网页', en: 'write the side-by-side view as a page' })
    .flag('--json', { zh: '以 JSON 输出到标准输出', en: 'JSON on stdout' });
  packFlags(readFlags(command as SpokenCommand))
    .examples(['chushen compare 甲.docx 乙.pdf --out 对照.html'])
    .action((a: string, b: string, flags: Flags) => run(a, b, flags, terminal));
}

async function run(a: string, b: string, flags: Flags, terminal: Terminal): Promise<void> {
  const options = await readOptions(flags);
  const read = async (file: string) => {
    const { document, problems } = await readOne(file, options);
    for (const problem of problems) terminal.say(`${file}: ${problemMessage(problem, terminal.lang)}`);
    return document;
  };
  const [documentA, documentB] = [await read(a), await read(b)];
  if (!documentA || !documentB) {
    process.exitCode = 1;
    return;
  }
  const packs = [...(await openPacks(terminal, flags.calls)).values()];
  const compared = compareDocuments(documentA, documentB, packs);
  const { comparison, setAsideA, setAsideB } = compared;
  if (flags.out) {
    await writeFile(flags.out, writeComparison({ a, b, ...compared, lang: terminal.lang }));
    terminal.say({ zh: `左右对照：${flags.out}`, en: `Side by side: ${flags.out}` });
  }
  if (flags.json)
    return terminal.print(JSON.stringify({ a, b, setAsideA, setAsideB, ...comparison }, null, 2));
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  const summary = {
    zh: `相同文字占甲 ${percent(comparison.shareA)}、占乙 ${percent(comparison.shareB)}，共 ${comparison.passages.length} 段（已剔除申报表和通知原文：甲 ${percent(setAsideA)}、乙 ${percent(setAsideB)}）。`,
    en: `Shared: ${percent(comparison.shareA)} of the first, ${percent(comparison.shareB)} of the second, ${comparison.passages.length} passages (set aside as words of the form or notice: ${percent(setAsideA)}, ${percent(setAsideB)}).`,
  };
  terminal.print(summary[terminal.lang]);
  for (const { here, there } of comparison.passages) {
    terminal.print(`A ${showPlaces(here.where, terminal.lang)}  ${here.text.replace(/\s+/gu, ' ')}`);
    terminal.print(`B ${showPlaces(there.where, terminal.lang)}  ${there.text.replace(/\s+/gu, ' ')}\n`);
  }
}
