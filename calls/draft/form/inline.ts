import { tick } from '../pieces.ts';
import type { DraftOption, FormBuilder } from './builder.ts';
import { cleanLabel, wordLimit } from './labels.ts';

/** Where a text stands: the label beside it in a table, and the headings above it. */
export interface Setting {
  readonly label?: string;
  readonly under: readonly string[];
}

const units = '台\\/套|万元|亿元|元|%|％|人次|人|个|项|家|种|次|件|台|套|天|小时|平方米|吨|条';
export const dateTemplate = /(?:\d{4}|[X×]{2,4})?\s*年\s*(?:[X×]{2})?\s*月(?:\s*(?:[X×]{2})?\s*日)?/u;
const blanks = new RegExp(`[_＿]{2,}\\s*(${units})?`, 'gu');
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
      /^\s*([^_＿:：\n]*?)\s*((?:\s(?=\S{2,12}[:：])|\s(?=请)|[_＿:：\n]).*)?$/su.exec(part) ?? [];
    const name = printed
      .replace(/[、，；;,]+$/u, '')
      .replace(/^\d{1,2}[、．.]\s*/u, '')
      .trim();
    return name === '' ? [] : [{ option: { text: name }, printed: printed.trim(), rest }];
  });
  return { head: head.trim(), ticked };
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
      const under = { under: [...setting.under, setting.label ?? ''].filter(Boolean), label: option.text };
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
    const label = nameIn(words) || setting.label || '';
    // …：__个，其中牵头制定__个: the second is a part of the first.
    const under = /^[，,；;]?\s*其中/u.test(lead) && named !== '' ? [...setting.under, named] : setting.under;
    if (under === setting.under) named = label;
    const unit = [...Array(count).keys()]
      .map((n) => found[i + n]?.[1])
      .findLast(Boolean)
      ?.replace('％', '%');
    const group = text.slice(first.index, last.index + last[0].length);
    const spans = count > 1 && years.length === count;
    const key = spans
      ? builder.years(label.replace(/^(?:20\d\d[、,，\s]*)+年?/u, ''), under, years, unit)
      : builder.plain({ label, under, ...(unit !== undefined && { unit }) });
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

/** `法定代表人签章： 公章： 年 月 日`: labels whose values follow the colon. `undefined` where there is none. */
export function readColons(text: string, setting: Setting, builder: FormBuilder): string | undefined {
  const whole = text.trim();
  const limit = wordLimit(whole);
  if (/[:：]$/u.test(whole) && !/[。；]/u.test(whole.replace(/[（(].*[）)]/su, ''))) {
    const label = cleanLabel(whole);
    if (label.length <= 30 && !/\s/u.test(label.replace(/[A-Za-z0-9/]+ ?| ?[A-Za-z0-9/]+/gu, ''))) {
      const key = builder.plain({
        label: whole,
        under: setting.under,
        ...(limit !== undefined && { limit }),
      });
      return key && `${escaped(whole)}{{${key}}}`;
    }
  }
  let met = false;
  let label: string | undefined;
  const html = whole.replace(
    new RegExp(`([^\\s:：。；]{1,30})[:：](?=\\s|$)|${dateTemplate.source}`, 'gu'),
    (part: string, name: string | undefined) => {
      if (name !== undefined) {
        label = name;
        if (!/^\s*(?:\S{1,30}[:：](?:\s|$)|$)/u.test(whole.slice(whole.indexOf(part) + part.length)))
          return part;
      }
      const asked = name ?? label ?? `${setting.label ?? setting.under.at(-1) ?? ''}日期`;
      const date = name === undefined;
      const key = builder.plain({
        label: date && !/日期|时间/u.test(asked) ? `${setting.label ?? ''}日期` : asked,
        under: [...setting.under, setting.label ?? ''].filter(Boolean),
        ...(date && { type: 'date' as const }),
      });
      if (key === undefined) return part;
      met = true;
      return date ? `{{${key}}}` : `${part}{{${key}}}`;
    },
  );
  return met ? html : undefined;
}
