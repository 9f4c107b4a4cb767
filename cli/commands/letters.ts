import { besideStore, layTemplates, readOffice, writeOffice } from '../../pipeline/papers/beside.ts';
import { type OfficeKey, officeKey, officeSettings, officeWords } from '../../report/letters/office.ts';
import type { SpokenCommand } from '../program.ts';
import { defaultStore, packFlags, storeFlag } from '../settings.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';
import { type PaperFlags, papersOf } from './papers.ts';

interface Flags extends PaperFlags {
  readonly filing?: readonly string[];
  readonly send?: boolean;
  readonly office?: true | readonly string[];
  readonly templates?: boolean;
}

/** `chushen letters`: the letters that follow from decisions, and what the office says of itself in them. */
export function addLetters(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('letters')
    .describe({
      zh: '按决定制作补正、受理、不予受理通知书（DOCX，有 LibreOffice 时另有 PDF）；不加 --send 为草稿',
      en: 'the letters that follow from decisions (DOCX, and PDF where LibreOffice is); drafts without --send',
    })
    .argument('[batch]', terminal.lang === 'zh' ? '批次名称或编号' : 'name or id of the batch')
    .flag('--filing <id...>', {
      zh: '只制作这些申报编号的；默认全部已决定而未发文的',
      en: 'only of these filings; by default of all that are decided and not sent',
    })
    .flag('--send', {
      zh: '编号、存档并标为已发文，此后决定不能撤销',
      en: 'number them, keep them and mark their filings as sent, after which nothing is undone',
    })
    .flag('--by <name>', { zh: '由谁发文', en: 'who sends them' })
    .flag('--out <dir>', { zh: '输出文件夹', en: 'output folder' }, { default: 'chushen-letters' })
    .flag('--office [settings...]', {
      zh: '显示本单位设置；写 名称=内容 则更改（内容留空为删除）',
      en: "show the office's settings; key=value sets one (an empty value removes it)",
    })
    .flag('--templates', {
      zh: '把默认模板放到库旁，供本单位修改',
      en: 'lay the default templates beside the store, to be changed',
    });
  packFlags(storeFlag(command as SpokenCommand))
    .examples([
      'chushen letters --office 机关名称=某省工业和信息化厅 机关代字=某工信初审 联系人=王芳 联系电话=010-0000000',
      'chushen letters 2022年第一批 --out 通知书',
      'chushen letters 2022年第一批 --send --by 王芳',
    ])
    .action((batch: string | undefined, flags: Flags) => run(batch, flags, terminal));
}

async function run(batch: string | undefined, flags: Flags, terminal: Terminal): Promise<void> {
  if (flags.office) return office(flags.office === true ? [] : flags.office, flags, terminal);
  if (flags.templates) {
    for (const path of await layTemplates(besideStore(flags.store ?? defaultStore()))) terminal.print(path);
    return;
  }
  if (batch === undefined)
    throw new UsageError({
      zh: '请写明批次的名称或编号；chushen report 列出各批次。',
      en: 'Name the batch; chushen report lists those there are.',
    });
  const { filing, send = false } = flags;
  await papersOf(batch, { kind: 'letters', send, ...(filing ? { filings: filing } : {}) }, flags, terminal);
}

/** Sets what is named, and shows all. */
async function office(named: readonly string[], flags: Flags, terminal: Terminal): Promise<void> {
  const beside = besideStore(flags.store ?? defaultStore());
  const read = await readOffice(beside);
  if ('refused' in read) throw new UsageError(read.refused);
  const next: Record<string, string | number | undefined> = { ...read.office };
  for (const one of named) {
    const at = one.indexOf('=');
    const key = at < 0 ? undefined : officeKey(one.slice(0, at).trim());
    if (!key) throw new UsageError(noSetting(one));
    const value = one.slice(at + 1).trim();
    if (value === '') delete next[key];
    else next[key] = value;
  }
  const parsed = officeSettings.safeParse(next);
  if (!parsed.success) throw new UsageError(notThatKind(String(parsed.error.issues[0]?.path[0] ?? '')));
  if (named.length > 0) await writeOffice(beside, parsed.data);
  const keys = Object.keys(officeWords) as OfficeKey[];
  const none = { zh: '（未填）', en: '(not set)' }[terminal.lang];
  const rows = keys.map((key) => [officeWords[key][terminal.lang], key, String(parsed.data[key] ?? none)]);
  for (const line of formatTable(rows, 80)) terminal.print(line);
  terminal.say({ zh: `保存在 ${beside.office}`, en: `Kept in ${beside.office}` });
}

const names = (lang: 'zh' | 'en') =>
  (Object.keys(officeWords) as OfficeKey[])
    .map((key) => (lang === 'zh' ? officeWords[key].zh : key))
    .join(lang === 'zh' ? '、' : ', ');

const noSetting = (named: string) => ({
  zh: `“${named}”不是“名称=内容”，或没有这一项；可填：${names('zh')}。`,
  en: `"${named}" is no key=value, or there is no such key; there are ${names('en')}.`,
});

const notThatKind = (key: string) => ({
  zh: `“${officeWords[key as OfficeKey]?.zh ?? key}”的内容不合要求（补正期限应为 1–365 的整数）。`,
  en: `"${key}" does not take that value (working days are a whole number from 1 to 365).`,
});
