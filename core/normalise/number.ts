/** Numbers as filings write them: 1,234 · １２３４ · 1.2万 · 三百余 · 45.3% · 百分之四十五. */

const digits: Record<string, number> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 };
const tens: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const myriads: Record<string, number> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** A Chinese numeral (两千三百万, 壹佰贰拾叁万); `undefined` when it is none. */
export function parseChineseNumeral(text: string): number | undefined {
  if (text === '') return undefined;
  if ([...text].every((char) => char in digits)) {
    return text.length > 1 ? Number([...text].map((char) => digits[char]).join('')) : digits[text];
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const char of text) {
    if (char in digits) digit = digits[char]!;
    else if (char in tens) {
      section += (digit === 0 ? 1 : digit) * tens[char]!;
      digit = 0;
    } else if (char in myriads) {
      const below = section + digit;
      total = myriads[char] === 1e8 ? (total + below) * 1e8 : total + (below === 0 ? 1 : below) * 1e4;
      section = 0;
      digit = 0;
    } else return undefined;
  }
  return total + section + digit;
}

/** The number at the beginning of a text, its 万 or 亿 counted in, and the text behind it. */
export function leadingNumber(text: string): { value: number; rest: string } | undefined {
  const folded = text.normalize('NFKC').replace(/(?<=\d)[\s](?=\d)/gu, '').replace(/^[\s约近超达共计逾人民币¥￥:]+/u, '');
  const arabic = /^([-+(]?)(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\)?/u.exec(folded);
  if (arabic) {
    const plain = Number(arabic[2]!.replace(/[,，]/gu, ''));
    const value = arabic[1] === '-' || arabic[1] === '(' ? -plain : plain;
    return scaled(value, folded.slice(arabic[0].length));
  }
  const chinese = /^[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]+/u.exec(folded);
  const value = chinese && parseChineseNumeral(chinese[0]);
  return value === undefined || value === null ? undefined : { value, rest: folded.slice(chinese![0].length) };
}

function scaled(value: number, rest: string): { value: number; rest: string } {
  const unit = /^\s*([余多]?)\s*([万亿])/u.exec(rest);
  if (!unit) return { value, rest };
  return { value: tidy(value * myriads[unit[2]!]!), rest: rest.slice(unit[0].length) };
}

/** A count of things; `undefined` when the text does not begin with a number. */
export function parseCount(raw: string): number | undefined {
  return leadingNumber(raw.trim())?.value;
}

/** A percentage as a plain number: 45.3% is 45.3. A bare number is taken as one already. */
export function parsePercent(raw: string): number | undefined {
  const chinese = /百分之([〇零一二两三四五六七八九十百点]+)/u.exec(raw);
  if (chinese) {
    const [whole = '', part] = chinese[1]!.split('点');
    const value = parseChineseNumeral(whole);
    return value === undefined ? undefined : part ? Number(`${value}.${[...part].map((char) => digits[char] ?? 0).join('')}`) : value;
  }
  return leadingNumber(raw.trim())?.value;
}

/** Takes the binary tail off a decimal that was multiplied. */
export function tidy(value: number): number {
  return Number(value.toPrecision(15));
}
