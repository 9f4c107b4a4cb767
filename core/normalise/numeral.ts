/** Numbers as people write them in Chinese text: digits, Chinese numerals, cheque numerals, and mixtures. */

export interface Numeral {
  readonly value: number;
  /** UTF-16 units read. */
  readonly length: number;
}

const digits = new Map<string, number>([
  ...[...'〇一二三四五六七八九'].map((name, i) => [name, i] as const),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((name, i) => [name, i] as const),
  ['○', 0],
  ['两', 2],
  ['俩', 2],
  ['弌', 1],
  ['貳', 2],
  ['弍', 2],
  ['弎', 3],
  ['叄', 3],
  ['參', 3],
  ['陸', 6],
]);

const small = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

const large = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);

/** 0–9 for one Chinese numeral, cheque numerals included. */
export function chineseDigit(name: string): number | undefined {
  return digits.get(name);
}

const written =
  /^(?:\d{1,3}(?:, ?\d{3})+|\d{1,4}(?:, ?\d{4})+|\d{1,3}(?: \d{1,3})+(?!\d)|\d+)(?: ?\. ?\d+)?/u;

/**
 * Reads the number at the very beginning of `text` (half width, see `tidy`): `1,234.5`, `1.2万`, `3千万`,
 * `两千三百万`, `二〇二二`, `壹佰贰拾叁万`. Spaces that OCR put between digits are joined when no group has
 * more than three digits. `undefined` when `text` begins with no number or with wrongly grouped digits.
 */
export function readNumeral(text: string): Numeral | undefined {
  const reader = new Reader();
  let at = 0;
  while (at < text.length) {
    const step = reader.take(text.slice(at));
    if (step === 0) break;
    at += step;
  }
  const value = reader.value();
  if (at === 0 || value === undefined) return undefined;
  return /^,\d/u.test(text.slice(at)) ? undefined : { value, length: at };
}

/** Digits at the beginning of `text` only, without 万 and 亿 behind them. */
export function readDigits(text: string): Numeral | undefined {
  const match = written.exec(text);
  if (!match) return undefined;
  if (/^,\d/u.test(text.slice(match[0].length))) return undefined;
  return { value: Number(match[0].replace(/[, ]/gu, '')), length: match[0].length };
}

/** Below 万 a section adds up; 万 and 亿 close it. */
class Reader {
  private total = 0;
  private section = 0;
  private current: string | undefined;
  private lastUnit = 0;
  private afterZero = false;
  private any = false;
  /** Digits of `current` that were Chinese numerals. */
  private spelled = 0;
  /** Set by what is no number: 一百二百, 两三百 (two or three hundred), 贰叁佰. */
  private broken = false;

  take(rest: string): number {
    const match = written.exec(rest);
    if (match && this.current === undefined) {
      this.current = match[0].replace(/[, ]/gu, '');
      this.any = true;
      this.afterZero = true;
      return match[0].length;
    }
    const [head] = rest;
    if (head === undefined) return 0;
    return this.digit(head) || this.unit(head) ? head.length : 0;
  }

  private digit(head: string): boolean {
    const digit = digits.get(head);
    if (digit === undefined || this.current?.includes('.')) return false;
    this.any = true;
    // 一千零五: the zero belongs to no digit after a unit, but to the year in 二〇二二.
    if (digit === 0 && this.current === undefined && this.lastUnit > 0) this.afterZero = true;
    else {
      this.current = `${this.current ?? ''}${digit}`;
      this.spelled++;
    }
    return true;
  }

  private unit(head: string): boolean {
    const ten = small.get(head);
    if (ten !== undefined) {
      if (this.current === undefined && this.any && ten !== 10 && this.section === 0) return false;
      if (this.current === undefined && !this.any && ten !== 10) return false;
      // Inside a section units get smaller, and one spelled digit stands before each.
      if (this.spelled > 1 || (this.lastUnit < 1e4 && this.lastUnit > 0 && ten >= this.lastUnit))
        this.broken = true;
      this.section += Number(this.current ?? 1) * ten;
      return this.close(ten);
    }
    const myriad = large.get(head);
    if (myriad === undefined || !this.any) return false;
    if (this.spelled > 1) this.broken = true;
    this.section += Number(this.current ?? 0);
    this.total = myriad === 1e8 ? (this.total + this.section) * myriad : this.total + this.section * myriad;
    this.section = 0;
    return this.close(myriad);
  }

  private close(unit: number): true {
    this.current = undefined;
    this.spelled = 0;
    this.any = true;
    this.afterZero = false;
    this.lastUnit = unit;
    return true;
  }

  value(): number | undefined {
    // A year spelled digit by digit (二〇二二) has no unit; two digits behind a unit (一千二三) are none of it.
    if (!this.any || this.broken || (this.spelled > 1 && this.lastUnit > 0)) return undefined;
    const last = Number(this.current ?? 0);
    // 一千二 is 1200, 两万三 is 23000, but 一千零二 is 1002.
    const spoken = !this.afterZero && this.current?.length === 1 && this.lastUnit >= 100;
    const sum = this.total + this.section + (spoken ? (last * this.lastUnit) / 10 : last);
    return Number(sum.toPrecision(15));
  }
}
