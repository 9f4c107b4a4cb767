import { childOf, childrenOf, type Element } from '../../markup/element.ts';
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
  const chosen = childOf(list, 'w:result') ?? childOf(list, 'w:default');
  const index = Number(chosen?.attributes['w:val'] ?? 0) || 0;
  const entry = childrenOf(list, 'w:listEntry')[index]?.attributes['w:val'] ?? '';
  // The first entry is what the list shows before anybody chose.
  return index === 0 && /^[\s—–-]*请?选择/u.test(entry) ? '' : entry;
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
  const eq = /^\s*EQ\s+([\s\S]*)$/i.exec(instruction);
  return eq?.[1] === undefined ? '' : equationText(eq[1].trim());
}

const frames = /^[□○◯☐△◇〇]$/u;

/** Word's EQ fields as far as filings use them: `\o` draws its parts one over the other, `\x` a frame around one. */
function equationText(equation: string): string {
  const call = /^\\([ox])((?:\s*\\[a-z]+)*)\s*[(（]([\s\S]*)[)）]$/iu.exec(equation);
  if (!call) return '';
  const content = call[3] ?? '';
  if (call[1]?.toLowerCase() === 'x') return framed('□', partText(content));
  const parts = content.split(/[,，;；]/u).map(partText);
  const frame = parts.find((part) => frames.test(part));
  if (frame === undefined) return parts.join('');
  const rest = [...parts];
  rest.splice(rest.indexOf(frame), 1);
  return framed(frame, rest.join(''));
}

function framed(frame: string, inner: string): string {
  if (/^[√✓✔☑vV]$/u.test(inner)) return '☑';
  if (/^[×✗✘☒xX]$/u.test(inner)) return '☒';
  return inner === '' ? frame : inner;
}

/** A part without what only raises, lowers or scales it: `\s\up 1(√)` is `√`. */
function partText(part: string): string {
  let text = part;
  for (let depth = 0; depth < 5; depth++) {
    const plain = text.replace(/(?:\\[a-z]+\s*[-\d.]*\s*)+[(（]([^()（）]*)[)）]/giu, '$1');
    if (plain === text) break;
    text = plain;
  }
  return text.trim();
}
