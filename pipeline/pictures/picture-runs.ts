import { byName } from '../../extractors/containers/input.ts';
import { baseOf, folderOf } from '../grouping/containers.ts';

/** File names of pictures that hold one page each. */
const picture = /\.(?:jpe?g|jpe|jfif|png|tiff?)$/iu;

/** A running number: digits, or 一 to 九十九 between 第 and 页. */
const number = /\d+|(?<=第)[一二三四五六七八九十]{1,3}(?=[页頁张張])/gu;

/**
 * Files that may be the pages of one document: pictures of one folder or archive whose names differ only by their
 * numbers (page1.jpg, IMG_2301.jpg, 扫描_001.png, 第一页.jpg), in the order of those. Two at least; what is in them
 * is not looked at.
 */
export function pictureRuns<F extends { readonly file: string }>(files: readonly F[]): F[][] {
  const runs = new Map<string, F[]>();
  for (const one of files) {
    if (!picture.test(one.file)) continue;
    const base = baseOf(one.file);
    const template = base.replaceAll(number, '#');
    // 封面.jpg and 营业执照.jpg are no run.
    if (template === base) continue;
    const key = `${folderOf(one.file)}${template}`;
    const run = runs.get(key);
    if (run) run.push(one);
    else runs.set(key, [one]);
  }
  return [...runs.values()]
    .filter((run) => run.length > 1)
    .map((run) => run.toSorted((a, b) => byName(sortKey(a.file), sortKey(b.file))));
}

const sortKey = (file: string) => baseOf(file).replaceAll(number, (found) => String(numeral(found)));

function numeral(found: string): string | number {
  if (/^\d/u.test(found)) return found;
  const digit = (char: string) => '一二三四五六七八九'.indexOf(char) + 1;
  const [tens = '', ones = ''] = found.includes('十') ? found.split('十') : ['', found];
  return (found.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + (ones === '' ? 0 : digit(ones));
}
