import { type Checked, digitOf } from './code.ts';
import { tidy } from './tidy.ts';

const mobile = /^1[3-9]\d{9}$/u;
const service = /^[48]00\d{7}$/u;
/** Two-digit area codes 010 and 02x have 8 digits behind them, three-digit ones 7 or 8. */
const landline = /^(0(?:10|2\d)(?=\d{8}$)|0[3-9]\d{2}(?=\d{7,8}$))(\d+)$/u;
const local = /^[2-8]\d{6,7}$/u;

/**
 * Checks one or several phone numbers (parted by 、 / ; , or a space): mobile, landline with or without area
 * code and extension, 400 and 800. The value joins them with `、`. A letter read for a digit is put back.
 */
export function checkPhone(raw: string): Checked {
  const text = tidy(raw)
    .replace(/^(?:(?:联系|移动|办公)?(?:电话|手机)|tel|mobile)[:：]? ?/iu, '')
    .replace(/\+86[- ]?/gu, '')
    // 82288061（办）13912345678: a word in brackets parts numbers.
    .replace(/\([^()\d]*\p{Script=Han}[^()\d]*\)/gu, '、');
  const parts = text
    .split(/[、/;；,，]| (?=1[3-9]\d| ?0\d{2,3}-)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const checked = parts.map((part, i) => checkOne(part, i > 0));
  if (checked.length === 0 || checked.some((one) => one === undefined)) return { value: text, valid: false };
  const value = checked.map((one) => one?.value).join('、');
  return checked.some((one) => one?.repaired)
    ? { value, valid: true, repaired: true }
    : { value, valid: true };
}

interface One {
  readonly value: string;
  readonly repaired: boolean;
}

/** `further`: after a first number, `010-68208191/5961` writes only the last digits. */
function checkOne(part: string, further: boolean): One | undefined {
  const asWritten = shapeOf(part, further);
  if (asWritten) return { value: asWritten, repaired: false };
  const digits = part.replace(/[A-Za-z]/gu, (letter) => digitOf[letter.toUpperCase()] ?? letter);
  const repaired = digits === part ? undefined : shapeOf(digits, further);
  return repaired ? { value: repaired, repaired: true } : undefined;
}

function shapeOf(part: string, further: boolean): string | undefined {
  const [main = '', extension] = part.split(/(?:转|分机|ext\.?|x|[*#])/iu);
  if (extension !== undefined && !/^ ?\d{1,6}$/u.test(extension)) return undefined;
  const tail = extension === undefined ? '' : `转${extension.trim()}`;
  const plain = main.replace(/[ \-−–—().·]/gu, '').replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$|0?\d{9,11}$)/u, '');
  if (!/^\d+$/u.test(plain)) return undefined;
  if (mobile.test(plain) || service.test(plain)) return plain + tail;
  const area = landline.exec(plain) ?? landline.exec(`0${plain}`);
  // 025-82288061-801: the last group is an extension.
  const grouped = /^(0\d{2,3})[-—– ](\d{7,8})[-—– ](\d{1,5})$/u.exec(main.trim());
  if (grouped) return `${grouped[1]}-${grouped[2]}转${grouped[3]}`;
  if (area) return `${area[1]}-${area[2]}${tail}`;
  if (local.test(plain)) return plain + tail;
  return further && /^\d{2,6}$/u.test(plain) ? plain : undefined;
}
