import { problemMessage } from '../../core/problem.ts';
import { readForm } from '../../forms/read-form.ts';
import { readOne } from '../../pipeline/read-one.ts';
import { formSought } from '../../pipeline/stages/extract.ts';
import { showPlaces, showValue } from '../../report/show.ts';
import { fieldResult } from '../../report/to-results.ts';
import { stateWords } from '../../report/words.ts';
import type { SpokenCommand } from '../program.ts';
import { openPack, openPacks, packFlags, type ReadFlagValues, readFlags, readOptions } from '../settings.ts';
import { formatTable, type Terminal } from '../terminal.ts';

interface Flags extends ReadFlagValues {
  readonly call?: string;
  readonly calls?: string;
  readonly json?: boolean;
}

export function addExtract(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('extract')
    .describe({
      zh: '读取一份文件的字段；不指定通知时自动选最吻合的',
      en: 'read the fields of one file; without --call the best fitting one',
    })
    .argument('<file>', terminal.lang === 'zh' ? '文件' : 'the file')
    .flag('--call <id>', { zh: '按哪个通知的申报表读', en: 'the call whose form is read' })
    .flag('--json', { zh: '以 JSON 输出到标准输出', en: 'JSON on stdout' });
  packFlags(readFlags(command as SpokenCommand))
    .examples([
      'chushen extract 申报书.pdf --call miit-2022-pilots',
      'chushen extract scan.pdf --json > fields.json',
    ])
    .action((file: string, flags: Flags) => run(file, flags, terminal));
}

async function run(file: string, flags: Flags, terminal: Terminal): Promise<void> {
  const packs = flags.call
    ? [await openPack(terminal, flags.call, flags.calls)]
    : [...(await openPacks(terminal, flags.calls)).values()];
  const options = await readOptions(flags);
  const [named] = flags.call ? packs : [];
  const form = named && { form: formSought(named) };
  const { id, document, problems } = await readOne(file, { ...options, ...form });
  for (const problem of problems) terminal.say(problemMessage(problem, terminal.lang));
  if (!document) {
    process.exitCode = 1;
    return;
  }
  const readings = packs.map((pack) => ({ pack, reading: readForm(document, pack.form, pack.blank) }));
  const filled = (fields: ReadonlyMap<string, { state: string }>) =>
    [...fields.values()].filter((field) => field.state === 'filled').length;
  const best = readings.sort((a, b) => filled(b.reading.fields) - filled(a.reading.fields))[0];
  if (!best) return;
  const { pack, reading } = best;
  if (!flags.call)
    terminal.say({
      zh: `按“${pack.call.short.zh}”的申报表读取。`,
      en: `Read by the form of ${pack.call.short.en}.`,
    });
  if (flags.json) {
    const fields = Object.fromEntries([...reading.fields].map(([key, field]) => [key, fieldResult(field)]));
    terminal.print(JSON.stringify({ id, file, call: pack.call.id, fields }, null, 2));
    return;
  }
  const rows = [...reading.fields.values()].map((field) => [
    field.label,
    showValue(fieldResult(field).value),
    field.unit ?? '',
    stateWords[field.state][terminal.lang],
    `${Math.round(field.confidence * 100)}%`,
    showPlaces(field.where, terminal.lang),
  ]);
  for (const line of formatTable(rows, 44)) terminal.print(line);
}
