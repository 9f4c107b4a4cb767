import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Draft, draftCall } from '../../calls/draft/draft-call.ts';
import { openFile, openPointsText, packFiles } from '../../calls/draft/pack-files.ts';
import { loadPacks } from '../../calls/load.ts';
import type { Document } from '../../core/document.ts';
import { problemMessage } from '../../core/problem.ts';
import { readText } from '../../extractors/text/read-text.ts';
import { readOne } from '../../pipeline/read-one.ts';
import type { SpokenCommand } from '../program.ts';
import { type ReadFlagValues, readFlags, readOptions } from '../settings.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface Flags extends ReadFlagValues {
  readonly out: string;
  readonly id?: string;
}

export function addCallsDraft(calls: SpokenCommand, terminal: Terminal): void {
  const command = calls
    .command('draft')
    .describe({
      zh: '从征集通知（和空白申报书）起草通知数据，待定的事项另列清单',
      en: 'draft a call pack from a notice (and its blank form), with a list of what is open',
    })
    .argument('<notice>', terminal.lang === 'zh' ? '通知文件' : 'the notice')
    .argument(
      '[form]',
      terminal.lang === 'zh' ? '空白申报书，通知附有时不必给' : 'the blank form, if not in the notice',
    )
    .requiredOption(
      '--out <dir>',
      terminal.lang === 'zh' ? '写入的新文件夹' : 'the new folder to write',
    ) as SpokenCommand;
  readFlags(command)
    .flag('--id <id>', {
      zh: '通知编号（小写字母、数字、-），默认取文件夹名',
      en: 'id of the call (lower case, digits, -); the name of the folder by default',
    })
    .examples([
      'chushen calls draft 通知.docx --out 我的通知/miit-2023-cases',
      'chushen calls draft 通知.pdf 申报书.docx --out draft',
    ])
    .action((notice: string, form: string | undefined, flags: Flags) => run(notice, form, flags, terminal));
}

async function run(
  notice: string,
  form: string | undefined,
  flags: Flags,
  terminal: Terminal,
): Promise<void> {
  const id = flags.id ?? idFrom(flags.out);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    throw new UsageError({
      zh: `--id 应为小写字母、数字和 -，收到“${id}”。`,
      en: `--id takes lower case letters, digits and -, not "${id}".`,
    });
  }
  if ((await readdir(flags.out).catch(() => [])).length > 0) {
    throw new UsageError({
      zh: `文件夹“${flags.out}”不是空的；草稿不覆盖已有文件，请另选一个。`,
      en: `The folder "${flags.out}" is not empty; a draft overwrites nothing, name another.`,
    });
  }
  const document = await open(notice, flags, terminal);
  const blank = form === undefined ? undefined : await open(form, flags, terminal);
  if (!document || (form !== undefined && !blank)) {
    process.exitCode = 1;
    return;
  }
  const draft = draftCall(id, document, blank);
  const mistakes = await writeDraft(draft, flags.out, terminal);
  const { call, clauses, schemes, rules } = draft;
  terminal.print(flags.out);
  terminal.say({
    zh: `${call.title.zh}：${clauses.length} 条款、${draft.form.fields.length} 栏目、${schemes.length} 组类别、${rules.length} 规则；${draft.open.length} 项待定，检查发现 ${mistakes} 处错误，见 ${openFile}。`,
    en: `${call.title.en}: ${clauses.length} clauses, ${draft.form.fields.length} fields, ${schemes.length} lists of labels, ${rules.length} rules; ${draft.open.length} open points, ${mistakes} mistakes, see ${openFile}.`,
  });
}

/** Writes the pack, checks it as any other and writes the open points; gives the number of mistakes. */
async function writeDraft(draft: Draft, folder: string, terminal: Terminal): Promise<number> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of packFiles(draft)) await writeFile(join(folder, name), text);
  const { mistakes } = await loadPacks([folder]);
  await writeFile(join(folder, openFile), openPointsText(draft.open, mistakes, terminal.lang));
  return mistakes.length;
}

/** Any format the readers know; plain text and Markdown, which filings never are, by their extension. */
async function open(file: string, flags: Flags, terminal: Terminal): Promise<Document | undefined> {
  if (/^\.(?:txt|md|markdown|text)$/i.test(extname(file))) {
    try {
      return readText(await readFile(file));
    } catch {
      terminal.say(problemMessage({ code: 'file-missing', values: { file } }, terminal.lang));
      return undefined;
    }
  }
  const { document, problems } = await readOne(file, await readOptions(flags));
  for (const problem of problems) terminal.say(problemMessage(problem, terminal.lang));
  return document;
}

/** The folder's name where it can be an id; a Chinese name cannot. */
function idFrom(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'draft' : name;
}
