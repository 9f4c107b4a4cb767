import { childOf, childrenOf, type Element } from '../markup/element.ts';
import { isOn } from './namespaces.ts';
import { glyphOf } from './symbols.ts';

/** A field (`w:fldChar` begin … separate … end) while its paragraph is read. */
export interface OpenField {
  instruction: string;
  /** True between `separate` and `end`, where the shown text stands. */
  showing: boolean;
  /** Ordinary text before `separate`; shown if the field never ends in its paragraph. */
  swallowed: string;
}

/** What a legacy form field shows by itself: its tick box or the chosen entry of its list. */
export function formFieldText(begin: Element): string {
  const data = childOf(begin, 'w:ffData');
  const box = childOf(data, 'w:checkBox');
  if (box) {
    const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
    return state && isOn(state.attributes['w:val']) ? '☑' : '☐';
  }
  const list = childOf(data, 'w:ddList');
  if (!list) return '';
  const index = Number(childOf(list, 'w:result')?.attributes['w:val'] ?? 0) || 0;
  return childrenOf(list, 'w:listEntry')[index]?.attributes['w:val'] ?? '';
}

/**
 * What a field without a stored result shows. Word keeps 带圈字符 (a tick in a box, a number in a circle) as
 * `eq \o\ac(□,√)`, and symbols as `SYMBOL 254 \f Wingdings`.
 */
export function fieldText(instruction: string): string {
  const symbol = /^\s*SYMBOL\s+(?:(\d+)|0x([0-9a-f]+))(?:.*?\\f\s*"?([^"\\]+?)"?\s*(?:\\|$))?/i.exec(
    instruction,
  );
  if (symbol) {
    const code = symbol[1] === undefined ? Number.parseInt(symbol[2] ?? '0', 16) : Number(symbol[1]);
    return glyphOf(symbol[3], code) ?? (code > 31 && code < 0x110000 ? String.fromCodePoint(code) : '');
  }
  const over = /^\s*EQ\s+\\o(?:\s*\\a[clr])?\s*\((.*)\)\s*$/i.exec(instruction);
  if (!over?.[1]) return '';
  const parts = over[1]
    .split(/[,，;；]/)
    .map((part) => part.replace(/(?:\\[a-z]+\s*[-\d]*\s*)+\(([^()]*)\)/gi, '$1').trim());
  const [frame = '', inner = ''] = /^[□○◯☐△◇〇]$/u.test(parts[0] ?? '') ? parts : [...parts].reverse();
  if (!/^[□○◯☐△◇〇]$/u.test(frame)) return parts.join('');
  if (/^[√✓✔vV]$/u.test(inner)) return '☑';
  if (/^[×✗✘xX]$/u.test(inner)) return '☒';
  return inner === '' ? frame : inner;
}
