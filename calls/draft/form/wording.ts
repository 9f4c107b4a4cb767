import { numberings, numberOf, tick } from '../pieces.ts';
import { dateTemplate, escaped } from './inline.ts';
import { wordLimit } from './labels.ts';
import { measureWord } from './units.ts';

/** A place for a date and nothing else: `2022 年 月 日`. */
export const isDateOnly = (text: string) => dateTemplate.exec(text.trim())?.[0] === text.trim();

/** What only says how to fill in: a bracket, or a sentence with a limit of words. */
export function isInstruction(text: string): boolean {
  if (/[_＿]{2,}/u.test(text) || tick.test(text) || numberings.some((one) => one.test(text))) return false;
  return (
    /^[（(].*[）)][:：]?$/su.test(text) ||
    wordLimit(text) !== undefined ||
    /^(?:请|包括|简要|主要|重点|围绕)[^:：]{6,}[。）)]?$/u.test(text)
  );
}

const measured = new RegExp(`[_＿]{2,}\\s*(?:${measureWord})`, 'u');

/** Words that a label introduces instead of being filled in itself. */
export const isIntroduced = (text: string) =>
  // 近三年累计收入：____万元 is a part of what stands above; 联系电话：____ is a line of its own.
  (/[_＿]{2,}/u.test(text) && (measured.test(text) || !/^[^:：_＿]{2,14}[:：]\s*[_＿]+/u.test(text))) ||
  /^\s*[☐☑□■▢]/u.test(text) ||
  (text.length > 20 && /[。；]$/u.test(text) && !isInstruction(text));

/** A short line above a table that may be its title: `用户使用情况`, `近三年财务情况（单位：万元）`. */
export function captionOf(text: string): string | undefined {
  const bare = text.replace(/[（(][^（）()]*[）)]\s*$/u, '').trim();
  if (numberOf(text) || /[:：。；，]/u.test(bare) || tick.test(text)) return undefined;
  return bare.length >= 3 && bare.length <= 24 ? bare : undefined;
}

/** A line of a cover that is filled in though no colon says so: `产品名称`, `申请企业 （盖章）`. */
export function isCoverLabel(text: string): boolean {
  const bare = text.replace(/[（(](?:公章|盖章|签[字名章])[）)]/gu, '').trim();
  if (bare.length < 3 || bare.length > 12 || /[\s:：。；，、《》]/u.test(bare)) return false;
  return bare !== text.trim() || isShortValue(bare);
}

/** A label whose value is a word or a number, never a chapter. */
export const isShortValue = (label: string) =>
  /(?:名称|单位|企业|机构|部门|负责人|联系人|电话|手机|邮箱|地址|地区|编号|类别|领域|主体|代表人|填表人|学院|院校|医院|代码|人数|资本|网址|职务|职称|姓名|传真)$/u.test(
    label,
  );

/** 5G、大数据、人工智能: the short names of a list, or nothing. */
export function shortList(text: string): string[] {
  const names = text
    .replace(/[。；]$/u, '')
    .split('、')
    .map((one) => one.trim());
  return names.length >= 3 && names.every((one) => one !== '' && one.length <= 15) ? names : [];
}

/** The form as a page of well-formed HTML. */
export function page(title: string, lines: readonly string[]): string {
  return [
    '<!DOCTYPE html>',
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN">',
    `<head><meta charset="UTF-8"/><title>${escaped(title)}</title></head>`,
    '<body>',
    ...lines,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A numbered line that heads what follows; among notes only a chapter's own number does. */
export function isHeading(rest: string, text: string, amongNotes: boolean): boolean {
  const bare = rest.replace(/[（(].*$/su, '');
  if (tick.test(text) || /[_＿]{2,}/u.test(text)) return false;
  // 首次上线日期： 年 月 is filled in.
  if (/[:：]/u.test(text) && dateTemplate.test(text)) return false;
  return (
    bare.length <= 40 &&
    !/[。；，]$/u.test(bare) &&
    !/[。；]/u.test(bare) &&
    (!amongNotes || /^[一二三四五六七八九十]+、/u.test(text))
  );
}

/** The paper that a line of a list of annexes names. */
export function listedPaper(text: string): string | undefined {
  const numbered = numberOf(text);
  if (!numbered && !/^附件\s*\d+\s*[:：]/u.test(text)) return undefined;
  if (text.length >= 60 || /[一二三四五六七八九十]、/u.test(text.slice(0, 3))) return undefined;
  return (numbered?.rest ?? text.replace(/^附件\s*\d+\s*[:：]\s*/u, '')).trim();
}

/** `（一）建设必要性。说明行业需求，不超过1000字。`: the name of a chapter that its own line ends or explains. */
export function headingIn(rest: string): string | undefined {
  const [, name, told = ''] = /^([\u4e00-\u9fff、“”A-Za-z\d]{2,16})。(.*)$/su.exec(rest) ?? [];
  if (name === undefined || /本|我|承诺|保证|真实|应|须|请|不/u.test(name) || isShortValue(name))
    return undefined;
  const explains =
    told === '' ||
    wordLimit(told) !== undefined ||
    /^(?:请|包括|简要|主要|重点|围绕|说明|描述|介绍|阐述|列出)/u.test(told);
  return explains ? name : undefined;
}
