import type { GridCell, Piece } from '../pieces.ts';
import { counter } from './limits.ts';
import { numeral, wholeOf } from './number-words.ts';
import { type QuotaUnit, unitsIn } from './quota-units.ts';

/** `长沙市8个，株洲市、湘潭市各5个`: what each place is allotted, where the words are about nothing else. */
export function allocatedIn(passage: string, under: string): (QuotaUnit & { max: number })[] {
  if (!/名额|限额|指标|推荐数量/u.test(`${under} ${passage}`)) return [];
  const given = passage.matchAll(allotted);
  return [...given].flatMap(([, places = '', number = '']) => {
    const max = wholeOf(number);
    if (max === undefined) return [];
    return places
      .split(/[、和及]/u)
      .filter(Boolean)
      .map((named) => ({ unit: 'other' as const, named, max }));
  });
}
const place = '[\\u4e00-\\u9fff]{1,10}(?:市|县|区|州|盟|旗|省|高校|企业|单位|学院|地区)';
const allotted = new RegExp(
  `(?<=^|[，；：:。]|[个项家名]、)(${place}(?:[、和及]${place})*)(?:各|均)?(?:推荐|为)?\\s*${numeral}\\s*${counter}(?![\\u4e00-\\u9fff]*(?:以上|工作日))`,
  'gu',
);

export interface QuotaTable {
  readonly found: readonly (QuotaUnit & { readonly max: number; readonly passage: string })[];
  /** Rows whose numbers were not read for certain. */
  readonly open: readonly string[];
}

const textOf = (cell: GridCell | undefined) => cell?.paras.join('').replace(/\s+/gu, '') ?? '';
const numbersHead = /名额|限额|指标|推荐(?:数量?|[个家项件]数|上限)|控制数/u;
const unitsHead = /单位|地区|市|区县|学院|部门|州|企业|机构|学校/u;

/** A table of quotas: one column of units, one of numbers. Several columns of numbers are for classes and stay open. */
export function quotaTable(pieces: readonly Piece[]): QuotaTable {
  const found: (QuotaUnit & { max: number; passage: string })[] = [];
  const open: string[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'table') continue;
    const [head = [], ...rows] = piece.rows;
    const numbers = head.filter((cell) => numbersHead.test(textOf(cell)));
    const unit = head.find((cell) => unitsHead.test(textOf(cell)) && !numbers.includes(cell));
    const [number] = numbers;
    if (!number || !unit) continue;
    for (const row of rows) {
      const at = (col: number) => textOf(row.find((cell) => cell.col === col));
      const name = at(unit.col);
      const passage = row.map(textOf).filter(Boolean).join(' ');
      if (name === '' || /^(?:合计|总计|小计)/u.test(name)) continue;
      const [, value = ''] =
        new RegExp(`^(?:各|每[\\u4e00-\\u9fff]{0,3})?${numeral}(?:${counter})?$`, 'u').exec(at(number.col)) ??
        [];
      const max = wholeOf(value);
      if (max === undefined || numbers.length > 1) {
        open.push(passage);
        continue;
      }
      for (const one of unitsNamed(name)) found.push({ ...one, max, passage });
      // 可另增报公共数据类项目2个, in the remarks.
      if (/增|另|不占|其中/u.test(passage.replace(name, ''))) open.push(passage);
    }
  }
  return { found, open };
}

/** 其他设区市 is a kind of unit, 保定市、邯郸市 are two by their names. */
function unitsNamed(name: string): QuotaUnit[] {
  if (/^(?:其他|其余|各|每)/u.test(name)) {
    const units = unitsIn(name);
    if (units.length > 0) return units;
  }
  return name
    .split(/[、，,]/u)
    .filter(Boolean)
    .map((named) => ({ unit: 'other', named }));
}
