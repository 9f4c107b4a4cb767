import { tick } from '../pieces.ts';
import type { DraftOption, FormBuilder } from './builder.ts';
import { cleanLabel, wordLimit } from './labels.ts';
import { measureWord, printedUnit } from './units.ts';

/** Where a text stands: the label beside it in a table, and the headings above it. */
export interface Setting {
  readonly label?: string;
  readonly under: readonly string[];
  /** The label is an option's name, which only names a blank that nothing else names. */
  readonly option?: true;
}

/** `年 月 日`, `2022 年 月`, `二〇二四年 月 日`, `____年__月__日`; not the words 出生年月. */
export const dateTemplate =
  /(?:(?<=^|[\s:：，；、。至自到\-—）)])|(?<=[\d〇○零一二三四五六七八九X×_＿]))(?:\d{4}|[〇○零一二三四五六七八九]{4}|[X×]{2,4}|[_＿]{2,})?\s*年(?=[\s\dX×_＿]*月(?:[\s\dX×_＿]*日|[\s至到\-—_＿]|$))[\s\dX×_＿]*月(?:[\s\dX×_＿]*日)?/u;
const blanks = new RegExp(`[_＿]{2,}\\s*(${measureWord})?`, 'gu');
export const yesNo = /(?:^|[:：]|\s)\s*是\s*[/／]?\s*否\s*$/u;

export const hint = (text: string) => `<span class="hint">${escaped(text)}</span>`;
export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `具有数据安全防护：是 否`: two options without boxes. */
export function readYesNo(text: string, setting: Setting, builder: FormBuilder): string | undefined {
  if (!yesNo.test(text) || tick.test(text)) return undefined;
  const printed = text.replace(yesNo, '').trim();
  const key = builder.ticks(printed || (setting.label ?? ''), setting.under, [
    { text: '是' },
    { text: '否' },
  ]);
  return key && `${printed === '' ? '' : `${escaped(printed)}：`}{{${key}=是}}是 {{${key}=否}}否`;
}

/** One box and what stands behind it until the next: the option's name, and the blanks it brings. */
export interface Ticked {
  readonly option: DraftOption;
  readonly printed: string;
  readonly rest: string;
}

/** `☐离散行业 ☐其他____`: what stands before the first box, and the options. */
export function readTicks(text: string): { head: string; ticked: Ticked[] } {
  const [head = '', ...parts] = text.split(/[☐☑□■▢]/u);
  const ticked = parts.flatMap((part): Ticked[] => {
    const [, printed = '', rest = ''] =
      /^\s*((?:[^_＿:：\n]|[:：](?=[\u4e00-\u9fff][^_＿:：\s]*\s*$))*?)\s*((?:\s(?=\S{2,12}[:：])|\s(?=请)|[（(](?=[^）)]*[_＿:：])|[，,](?=[^，,]{0,8}(?:[_＿:：]|\s{2}|\s*$))|[_＿\n]|[:：](?![\u4e00-\u9fff][^_＿:：\s]*\s*$)).*)?$/su.exec(
        part,
      ) ?? [];
    const name = unpaired(printed)
      .replace(/[、，；;,]+$/u, '')
      .replace(/^\d{1,2}[、．.]\s*/u, '')
      .trim();
    return name === '' ? [] : [{ option: { text: name }, printed: printed.trim(), rest }];
  });
  return { head: head.trim(), ticked };
}

/** 企业（☐大型 ☐小型）: the bracket around further boxes is no part of a name. */
function unpaired(name: string): string {
  const opens = name.match(/[（(]/gu)?.length ?? 0;
  const closes = name.match(/[）)]/gu)?.length ?? 0;
  if (opens > closes) return name.replace(/[（(]\s*$/u, '');
  return closes > opens ? name.replace(/[）)]\s*$/u, '') : name;
}

/** The places of tick boxes as the blank form prints them. */
export function tickPlaces(
  key: string,
  ticked: readonly Ticked[],
  setting: Setting,
  builder: FormBuilder,
): string {
  return ticked
    .map(({ option, printed, rest }) => {
      const path = [...setting.under, setting.label ?? ''].filter(Boolean);
      const under = { under: path, label: option.text, option: true } as const;
      return `{{${key}=${option.text}}}${escaped(printed)}${rest === '' ? '' : (readBlanks(rest, under, builder) ?? escaped(rest))}`;
    })
    .join(' ');
}

/**
 * `其中，运行设备____台/套；` and `2020、2021年研发投入：____、____万元`: each blank is a field named by the words
 * before it, several in a row after as many years are one field of years. `undefined` without blanks.
 */
export function readBlanks(text: string, setting: Setting, builder: FormBuilder): string | undefined {
  const found = [...text.matchAll(blanks)];
  if (found.length === 0) return undefined;
  let html = '';
  let end = 0;
  let years: number[] = [];
  let named = '';
  let over: string | undefined;
  for (let i = 0; i < found.length; ) {
    const first = found[i]!;
    let last = first;
    let count = 1;
    while (i + count < found.length) {
      const next = found[i + count]!;
      if (!/^\s*[、,，]?\s*$/u.test(text.slice(last.index + last[0].length, next.index))) break;
      last = next;
      count++;
    }
    const lead = text.slice(end, first.index);
    const stated = [...lead.matchAll(/20\d\d/gu)].map(Number);
    if (stated.length > 1) years = stated;
    const words =
      lead
        .split(/[；;。\n]|(?<=[^）)\d])[，,](?![^（(]*[）)])/u)
        .findLast((part) => cleanLabel(part) !== '') ?? '';
    const name = nameIn(words);
    const label = name || setting.label || '';
    // 投资估算 beside 总投资____万元，财政投入____万元.
    const above =
      name !== '' && setting.label && !setting.option ? [...setting.under, setting.label] : setting.under;
    // …：__个，其中牵头制定__个: the second is a part of the first.
    // 营业收入：2023年____万元，2024年____万元: each year's is a part of it.
    const yearly = /^20\d\d年度?$/u.test(label);
    const whole = cleanLabel(/([^:：，,；;。]{2,30})[:：]\s*20\d\d\s*年度?[:：]?\s*$/u.exec(lead)?.[1] ?? '');
    if (yearly && whole !== '') {
      named = whole;
      // 投入（万元）：2023年____: the unit of the whole is that of each year.
      over = printedUnit(/([^:：，,；;。]{2,30})[:：]\s*20\d\d/u.exec(lead)?.[1] ?? '');
    }
    const part = (/^[，,；;]?\s*其中/u.test(lead) || yearly) && named !== '';
    const under = part ? [...above, named] : above;
    if (!part) named = label;
    const unit = [...Array(count).keys()]
      .map((n) => found[i + n]?.[1])
      .findLast(Boolean)
      ?.replace('％', '%');
    const group = text.slice(first.index, last.index + last[0].length);
    const spans = count > 1 && years.length === count;
    const key = spans
      ? builder.years(label.replace(/^(?:20\d\d[、,，\s]*)+年?/u, ''), under, years, unit)
      : builder.plain({
          label,
          under,
          ...(unit !== undefined && { unit }),
          ...(part && over !== undefined && { over }),
        });
    const shown = spans
      ? years.map((year) => `{{${key}.${year}}}`).join('、') + (unit ?? '')
      : `{{${key}}}${unit ?? ''}`;
    html += escaped(lead) + (key === undefined ? escaped(group) : shown);
    end = last.index + last[0].length;
    i += count;
  }
  return html + escaped(text.slice(end));
}

/** The last name in the words before a blank: what stands before a colon or a bracket belongs to something else. */
function nameIn(words: string): string {
  const clean = cleanLabel(words);
  return cleanLabel(clean.split(/[:：()（）]\s*/u).findLast((part) => part.trim() !== '') ?? '');
}

const seal = '[（(](?:公章|盖章|签[字名章]|单位公章|印章|签字盖章|加盖公章)[）)]';
/** What may stand behind a colon that is to be filled in: a seal, a date, the next label, nothing. */
const nothingWritten = new RegExp(
  `^\\s*(?:${seal}\\s*)*(?:\\S{1,30}[:：](?:\\s|$)|\\S{2,12}${seal}|${dateTemplate.source}|$)`,
  'u',
);
const dateName = /(?:日期|时间|年月|期限)$/u;

/** `申 报 日 期：` as `申报日期：`; 年 月 日 stays apart. */
export function unspaced(text: string): string {
  return text.replace(
    /(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff](?![\u4e00-\u9fff]))+(?=\s*(?:[:：（(]|[ \u3000]年))/gu,
    (run) => (/年.*月/u.test(run) ? run : run.replace(/[ \u3000]+/gu, '')),
  );
}

/** `期望时间： 月 日至 月 日` */
const withoutYear = /([:：])\s*月\s*日(?:\s*[至到—-]+\s*月\s*日)?/gu;

/** `法定代表人签章： 公章： 年 月 日`: labels whose values follow the colon. `undefined` where there is none. */
export function readColons(text: string, setting: Setting, builder: FormBuilder): string | undefined {
  // 课题编号：（由科研院填写）: a hint stands where the value goes.
  const [, labelled = '', told = ''] =
    /^([^:：]{2,30}[:：])\s*([（(][^（）()]{2,40}[）)])$/su.exec(text.trim()) ?? [];
  const whole = unspaced(labelled || text.trim()).replace(withoutYear, '$1 ');
  const after = told === '' ? '' : hint(told);
  const limit = wordLimit(whole);
  const under = [...setting.under, setting.label ?? ''].filter(Boolean);
  if (/[:：]$/u.test(whole) && !/[。；]/u.test(whole.replace(/[（(].*[）)]/su, ''))) {
    const label = cleanLabel(whole);
    if (label.length <= 30 && !/\s/u.test(label.replace(/[A-Za-z0-9/]+ ?| ?[A-Za-z0-9/]+/gu, ''))) {
      const key = builder.plain({ label: whole, under, ...(limit !== undefined && { limit }) });
      return key && `${escaped(whole)}{{${key}}}${after}`;
    }
  }
  let met = false;
  let label: string | undefined;
  let named: string | undefined;
  const html = whole.replace(
    new RegExp(
      `([^\\s:：。；]{1,30})(?:[:：](?=\\s|[（(]|$)|\\s+(?=${dateTemplate.source}))|(?<=^|\\s)([\\u4e00-\\u9fff]{2,12}[（(]签[名字章][）)])(?=\\s|$)|${dateTemplate.source}`,
      'gu',
    ),
    (part: string, colon: string | undefined, signed: string | undefined, ...more: unknown[]) => {
      const name = colon ?? signed;
      const at = more.find((one) => typeof one === 'number') ?? 0;
      const rest = whole.slice(at + part.length);
      if (name !== undefined) {
        label = name;
        named = undefined;
        const dated = dateStart.test(rest);
        // 填报日期： 年 月 日 is one place, 签字： 年 月 日 are two.
        if (!nothingWritten.test(rest) || (dated && dateName.test(cleanLabel(name)))) return part;
        if (dated && signed === undefined && !/[:：]/u.test(part)) return part;
      }
      const date = name === undefined;
      const asked = date ? dateLabel(label, named, setting) : name;
      const key = builder.plain({
        label: asked,
        under: date && named !== undefined ? [...under, cleanLabel(named)] : under,
        ...(date && { type: 'date' as const }),
      });
      if (key === undefined) return part;
      met = true;
      if (!date) named = name;
      return date ? `{{${key}}}` : `${part}{{${key}}}`;
    },
  );
  return met ? html : undefined;
}

const dateStart = new RegExp(`^\\s*(?:${seal}\\s*)*${dateTemplate.source}`, 'u');

/** A date is named by its own label, else by what it stands with. */
function dateLabel(label: string | undefined, named: string | undefined, setting: Setting): string {
  if (label !== undefined && named === undefined && dateName.test(cleanLabel(label))) return label;
  if (named !== undefined) return '日期';
  return `${setting.label ?? ''}日期`;
}
