import { readFile } from 'node:fs/promises';
import type { Classification } from '../../core/judgement.ts';
import { problemMessage } from '../../core/problem.ts';
import { TextMap } from '../../core/text-map.ts';
import { decodeText } from '../../extractors/markup/decode-text.ts';
import { classifyTextHelped, type TextHelp } from '../../pipeline/classify-text.ts';
import { readOne } from '../../pipeline/read-one.ts';
import { showLabel, showOpinion } from '../../report/show.ts';
import { words } from '../../report/words.ts';
import { type EmbedFlagValues, embeddingServer, embedFlags } from '../embed-flags.ts';
import { type ModelFlagValues, modelFlags, modelServer } from '../model-flags.ts';
import type { SpokenCommand } from '../program.ts';
import {
  modelsFolder,
  openPack,
  openPacks,
  openStore,
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

interface Flags extends ReadFlagValues, ModelFlagValues, EmbedFlagValues {
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
  packFlags(embedFlags(modelFlags(readFlags(storeFlag(command as SpokenCommand)))))
    .examples([
      'chushen classify 申报书.docx',
      'echo "用视觉检测替代人工质检" | chushen classify - --call miit-2022-pilots',
    ])
    .action(async (file: string, flags: Flags) => {
      const packs = flags.call
        ? [await openPack(terminal, flags.call, flags.calls)]
        : [...(await openPacks(terminal, flags.calls)).values()];
      const text = file === '-' ? await readStdin() : await textOf(file, flags, terminal);
      if (text === undefined) {
        process.exitCode = 1;
        return;
      }
      if (text.trim() === '')
        throw new UsageError({
          zh: `“${file}”里没有文字，无法归类。`,
          en: `There is no text in "${file}": nothing to classify.`,
        });
      const server = modelServer(flags);
      const embedding = embeddingServer(flags);
      const store = embedding && (await openStore(flags.store));
      const help: TextHelp = {
        models: modelsFolder(flags.store),
        ...(embedding && store ? { embeddingServer: embedding, memory: store.vectors } : {}),
        ...(server ? { asker: (await import('../../language-model/open-asker.ts')).openAsker(server) } : {}),
      };
      const results: Result[] = [];
      try {
        for (const pack of packs) {
          const { classification, problems } = await classifyTextHelped(pack, text, help);
          for (const problem of problems) terminal.say(problemMessage(problem, terminal.lang));
          results.push(...classification.map((one) => ({ call: pack.call.id, ...one })));
        }
      } finally {
        await store?.close();
      }
      if (flags.json) return terminal.print(JSON.stringify(results, null, 2));
      for (const result of results) show(result, terminal);
    });
  addTrain(command as SpokenCommand, terminal);
  addCrosswalk(command as SpokenCommand, terminal);
}

type Result = Classification & { readonly call: string };

function show(result: Result, { lang, print }: Terminal): void {
  const best = result.candidates[0];
  const label = showLabel(result, lang) || { zh: '（无法归类）', en: '(no label)' }[lang];
  const above = result.parent?.name ? `${result.parent.name} → ` : '';
  print(`${result.call} · ${result.scheme} (${result.model}): ${above}${label}`);
  for (const candidate of result.candidates.slice(0, 3)) {
    const cues = candidate.evidence.map((cue) => `「${cue.text}」`).join(' ');
    const item = candidate.item ? ` / ${candidate.item.name}` : '';
    print(`  ${(candidate.score * 100).toFixed(0).padStart(3)}%  ${candidate.label}${item}  ${cues}`);
  }
  if (best && result.label) print(`  ${best.definition.ref}`);
  const { secondOpinion: said } = result;
  if (said)
    print(
      `  ${words.secondOpinion[lang]}: ${showOpinion(said, lang)}${said.quote ? ` 「${said.quote.text}」` : ''}`,
    );
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return decodeText(Buffer.concat(chunks));
}

async function textOf(file: string, flags: Flags, terminal: Terminal): Promise<string | undefined> {
  if (/\.(txt|md)$/iu.test(file)) {
    try {
      return decodeText(await readFile(file));
    } catch {
      throw new UsageError({ zh: `找不到文件“${file}”。`, en: `No file "${file}".` });
    }
  }
  const { document, problems } = await readOne(file, await readOptions(flags));
  for (const problem of problems) terminal.say(problemMessage(problem, terminal.lang));
  return document && TextMap.of(document.body).text;
}
