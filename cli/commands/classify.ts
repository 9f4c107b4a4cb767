import { readFile } from 'node:fs/promises';
import { problemMessage } from '../../core/problem.ts';
import { TextMap } from '../../core/text-map.ts';
import { classifyText } from '../../pipeline/classify-text.ts';
import { readOne } from '../../pipeline/read-one.ts';
import type { SpokenCommand } from '../program.ts';
import {
  modelsFolder,
  openPack,
  openPacks,
  packFlags,
  type ReadFlagValues,
  readFlags,
  readOptions,
  storeFlag,
} from '../settings.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../terminal.ts';
import { addCrosswalk } from './crosswalk.ts';
import { addTrain } from './train.ts';

interface Flags extends ReadFlagValues {
  readonly call?: string;
  readonly calls?: string;
  readonly store?: string;
  readonly json?: boolean;
}

export function addClassify(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('classify')
    .describe({
      zh: '把一份文件或一段文字归入应用模式、方向等类别',
      en: 'classify a file or a text by mode, direction and the like',
    })
    .argument(
      '<file|->',
      terminal.lang === 'zh' ? '文件，或 - 从标准输入读文字' : 'a file, or - for text on stdin',
    )
    .flag('--call <id>', { zh: '只按某一通知的类别', en: 'only by the schemes of one call' })
    .flag('--json', { zh: '以 JSON 输出到标准输出', en: 'JSON on stdout' });
  packFlags(readFlags(storeFlag(command as SpokenCommand)))
    .examples([
      'chushen classify 申报书.docx',
      'echo "用视觉检测替代人工质检" | chushen classify - --call miit-2022-pilots',
    ])
    .action(async (file: string, flags: Flags) => {
      const packs = flags.call
        ? [await openPack(terminal, flags.call, flags.calls)]
        : [...(await openPacks(terminal, flags.calls)).values()];
      const text = file === '-' ? await readStdin() : await textOf(file, flags, terminal);
      const results = packs.flatMap((pack) =>
        classifyText(pack, text, modelsFolder(flags.store)).map((classification) => ({
          call: pack.call.id,
          ...classification,
        })),
      );
      if (flags.json) return terminal.print(JSON.stringify(results, null, 2));
      for (const result of results) {
        const best = result.candidates[0];
        const label = result.label ?? { zh: '（无法归类）', en: '(no label)' }[terminal.lang];
        const above = result.parent?.name ? `${result.parent.name} → ` : '';
        terminal.print(`${result.call} · ${result.scheme} (${result.model}): ${above}${label}`);
        for (const candidate of result.candidates.slice(0, 3)) {
          const cues = candidate.evidence.map((cue) => `「${cue.text}」`).join(' ');
          terminal.print(
            `  ${(candidate.score * 100).toFixed(0).padStart(3)}%  ${candidate.label}${candidate.item ? ` / ${candidate.item.name}` : ''}  ${cues}`,
          );
        }
        if (best && result.label) terminal.print(`  ${best.definition.ref}`);
      }
    });
  addTrain(command as SpokenCommand, terminal);
  addCrosswalk(command as SpokenCommand, terminal);
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function textOf(file: string, flags: Flags, terminal: Terminal): Promise<string> {
  if (/\.(txt|md)$/iu.test(file)) {
    try {
      return await readFile(file, 'utf8');
    } catch {
      throw new UsageError({ zh: `找不到文件“${file}”。`, en: `No file "${file}".` });
    }
  }
  const { document, problems } = await readOne(file, await readOptions(flags));
  for (const problem of problems) terminal.say(problemMessage(problem, terminal.lang));
  return document ? TextMap.of(document.body).text : '';
}
