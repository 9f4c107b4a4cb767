import type { GridCell, Piece } from '../pieces.ts';
import { counter } from './limits.ts';
import { numeral, wholeOf } from './number-words.ts';
import { bodyEnd, type QuotaUnit, unitsIn } from './quota-units.ts';

/**
 * `南京10个、苏州10个，其他设区市各5个`: what each place or body is allotted, where the sentence is nothing but such
 * words; empty where a number of it is not read for certain.
 */
export function allocatedIn(passage: string, under: string): (QuotaUnit & { max: number })[] {
  if (!/名额|限额|指标|推荐|限报|申报数量/u.test(`${under} ${passage}`)) return [];
  const found: (QuotaUnit & { max: number })[] = [];
  const waiting: string[] = [];
  const masked = passage
    .replace(/[。；]$/u, '')
    .replace(/（[^（）]*）/gu, (inner) => inner.replaceAll('、', '/'));
  for (const masks of masked.split(/[，；、：:。]|(?<=[个项家名])[和及]/u)) {
    const part = masks.replaceAll('/', '、');
    const [, name = '', least = '', most] = allotted.exec(part.trim()) ?? [];
    const max = wholeOf(most ?? least);
    if (max === undefined) {
      // 推荐名额：… leads in; a name without number waits for the next one's.
      if (new RegExp(`${numeral}\\s*${counter}`, 'u').test(part)) return [];
      if (isPlace(part.trim())) waiting.push(part.trim());
      else waiting.length = 0;
      continue;
    }
    if (!isPlace(name)) return [];
    for (const one of [...waiting.splice(0), name].flatMap(unitsNamed)) found.push({ ...one, max });
  }
  // One alone is told by its heading.
  return found.length >= (/名额|限额|指标/u.test(under) ? 1 : 2) ? found : [];
}
const allotted = new RegExp(
  `^(?:其中|对|由)?([\\u4e00-\\u9fff（）、]{2,20}?)(?:原则上|一般|各|均|分别|可|限|推荐|申报|报送|报|为|不超过|名额|数量|不多于)*\\s*${numeral}(?:\\s*[—～~-]\\s*${numeral})?\\s*${counter}(?:以内|左右|名额|项目|企业|案例)?$`,
  'u',
);
/** A name of a place or body and nothing else. */
export const isPlace = (name: string) =>
  /^[\u4e00-\u9fff（）、]{2,20}$/u.test(name) &&
  (name.length <= 4 || bodyEnd.test(name.replace(/（[^（）]*）$/u, ''))) &&
  !/^(?:原则上?|一般|其中|同时|此外|另外|每年|今年|本次|的)|项目|案例|奖|名额|数量|推荐|申报|不|类|方向|产品|专家|成员|材料/u.test(
    name,
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
  if (/^(?:其他|其余|各|每|中央企业|计划单列市|兵团|新疆生产建设兵团)/u.test(name)) {
    const units = unitsIn(name);
    if (units.length > 0) return units;
  }
  return name
    .split(/[、，,](?![^（]*）)/u)
    .filter(Boolean)
    .map((named) => ({ unit: 'other', named }));
}
