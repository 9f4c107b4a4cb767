import type { GridCell } from '../pieces.ts';
import { wordLimit } from './labels.ts';

/** A cell of a form's table as it will be printed. */
export interface Shown {
  readonly cell: GridCell;
  html: string;
  head: boolean;
}

/** What a cell of a form is, told by its words. */
export const textOf = (cell: GridCell) => cell.paras.join('\n').trim();
export const isHint = (text: string) =>
  /^[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)][。：:]?$/su.test(text) ||
  /^(?:填写格式|备注|注|填报说明|说明)[:：]/u.test(text);
export const isTemplate = (text: string) =>
  /^[X×\d年月日\s\-—–~～至到自从起止_＿〇○零一二三四五六七八九（）()市区省县]+$/u.test(text) &&
  /[年月日X×]/u.test(text) &&
  // 起止年月 names something.
  /^年|[X×\d\s_＿]/u.test(text);
/** `自 年 月 至 年 月` is a span, `年 月` a date; anything else says nothing. */
export function templateType(text: string): { type?: 'date' | 'span' } {
  if (!isTemplate(text) || !/月/u.test(text)) return {};
  return { type: /月[^年月]*[-—–~～至到]|至/u.test(text) ? 'span' : 'date' };
}
/** Nothing but places for seals and dates. */
export const isDates = (cell: GridCell) =>
  cell.paras.every((para) => /^(?:[（(][^（）()]{1,6}章[）)]|日\s*期\s*[:：]|[年月日\s\d])*$/u.test(para));
/**
 * A full-width cell that is written in below its name: it limits the words, ends with a colon, is numbered or explained
 * and followed by another such cell, ends the table, or an empty one follows.
 */
export function isWritten(cell: GridCell, next: readonly GridCell[] | undefined): boolean {
  const [name = '', ...hints] = cell.paras;
  const bare = name.replace(/[（(].*[）)]\s*[:：]?$/su, '');
  if (isProse(bare) || name.length > 80 || !hints.every(isHint) || isSealed(name)) return false;
  if (/[_＿]{2,}/u.test(name) || /\s\S+[:：]/u.test(name)) return false;
  if (wordLimit(cell.paras.join('')) !== undefined || /[:：]$/u.test(name)) return true;
  if (next === undefined) return true;
  const [below, ...others] = next;
  if (below === undefined || others.length > 0 || below.col !== cell.col || below.colSpan < cell.colSpan)
    return false;
  return textOf(below) === '' || name !== bare || /(?:内容|情况|简介|概况|描述|摘要|意见)$/u.test(bare);
}
const isSealed = (text: string) => /[（(][^（）()]*章[）)]|声明|承诺|填[表报写]说明/u.test(text);
export const isProse = (text: string) => text.length > 45 || /[。；]/u.test(text);
export const isGroup = (text: string) => /(?:信息|情况)$/u.test(text);
export const yearOf = (text: string) => /^(20\d\d)\s*年?度?$/u.exec(text)?.[1];

export function printTable(rows: readonly (readonly Shown[])[]): string {
  const lines = rows.map((row) => {
    const cells = row.map(({ cell, html, head }) => {
      const name = head ? 'th' : 'td';
      const rowSpan = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
      const colSpan = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '';
      return `<${name}${rowSpan}${colSpan}>${html}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>\n${lines.join('\n')}\n</table>`;
}
