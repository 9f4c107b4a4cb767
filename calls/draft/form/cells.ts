import type { GridCell } from '../pieces.ts';

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
  /^[X×\d年月日\s\-—–~～至（）()市区省县]+$/u.test(text) && /[年月日X×]/u.test(text);
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
