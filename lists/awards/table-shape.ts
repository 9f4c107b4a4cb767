import { findRegion } from '../../core/normalise/region.ts';
import { squeeze } from '../../core/normalise/tidy.ts';
import type { Meaning } from './headers.ts';

/** Where the columns of one listing stand in a row: a wide table holds two or three listings beside each other. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** The listings beside each other under one header: its cells, repeated as a whole. */
export function blocksOf(header: readonly string[]): Block[] {
  const cells = header.map(squeeze);
  for (const times of [4, 3, 2]) {
    const width = cells.length / times;
    if (!Number.isInteger(width) || width < 2) continue;
    const same = cells.every((cell, i) => cell === cells[i % width]);
    if (same && cells.slice(0, width).some((cell) => cell !== ''))
      return Array.from({ length: times }, (_, i) => ({ start: i * width, end: (i + 1) * width }));
  }
  return [{ start: 0, end: header.length }];
}

/** What a row is that lists nothing: a remark below the table, a sum, the place or the class of the rows below it. */
export type Aside =
  | { readonly kind: 'remark' | 'total' }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'category'; readonly category: string };

const ordinal = /^[（(]?[一二三四五六七八九十]+[）)、．.]\s*/u;
const counted = /[（(]\s*共?\s*\d+\s*[个项家名]?\s*[）)]$/u;
const remark =
  /^(?:备?注|说明|来源|附注|注释|填表说明)\s*[：:\d一二三1]|^[（(]?(?:以上)?排名不分(?:先后|前后)[）)]?[。.]?$|^[（(]?以下?空白[）)]?$/u;
const total = /^(?:合\s*计|总\s*计|小\s*计|共\s*计)(?:[：:\d]|$)/u;

/** `filled`: the cells of a row that are not empty, each text once. `undefined` for a row that may list something. */
export function asideOf(filled: readonly string[]): Aside | undefined {
  const [only = '', ...more] = filled;
  if (total.test(squeeze(only))) return { kind: 'total' };
  if (more.length > 0) return undefined;
  if (remark.test(squeeze(only))) return { kind: 'remark' };
  const bare = only.replace(ordinal, '').replace(counted, '').trim();
  if (isPlace(bare)) return { kind: 'region', region: bare };
  return ordinal.test(only) ? { kind: 'category', category: bare } : undefined;
}

/** The whole text is the name of a province or city. */
function isPlace(text: string): boolean {
  const found = findRegion(text);
  if (!found) return false;
  const names = [found.province, found.city].filter((name) => name !== undefined);
  return names.some(
    (name) => name === text || (text.length >= 2 && name.startsWith(text) && name.length - text.length <= 8),
  );
}

/**
 * Whether blank cells of a column of regions mean the one above, as where merged cells were written as text: the column
 * stands before what is listed, begins with a region, and none stands twice.
 */
export function isMergedColumn(
  rows: readonly (readonly string[])[],
  meanings: readonly (Meaning | undefined)[],
): boolean {
  const at = meanings.indexOf('region');
  const listed = meanings.findIndex((meaning) => meaning === 'company' || meaning === 'title');
  if (at < 0 || listed < at) return false;
  const cells = rows.filter((row) => (row[listed] ?? '').trim() !== '').map((row) => (row[at] ?? '').trim());
  const written = cells.filter((cell) => cell !== '');
  return cells[0] !== '' && written.length < cells.length && new Set(written).size === written.length;
}

/** Projects end in 工厂 and 中心 as well. */
const organisation = /(?:公司|集团|(?<!工)厂|大学|学院|研究院|研究所|合作社|银行|协会)$/u;

/** A column 名称 of a list of firms names firms, not projects: most of its cells end as organisations do. */
export function namesFirms(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows
    .map((row) => squeeze(row[column] ?? '').replace(/[（(][^）)]*[）)]$/u, ''))
    .filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter((cell) => organisation.test(cell)).length >= cells.length * 0.8;
}

/** 续表: the table goes on with what the one before it was. */
export const goesOn = (heading: string): boolean =>
  /^[（(]?\s*(?:续\s*表|接上表|续上表|上接|续)(?:[\s）)：:\d]|$)/u.test(heading);

/** A heading without the words that say that its order means nothing. */
export const withoutOrder = (heading: string): string =>
  heading.replace(/[（(]?\s*(?:以上|以下)?排名不分(?:先后|前后)\s*[）)]?[。；，,]?/gu, ' ').trim();
