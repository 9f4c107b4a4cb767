import { leadingNumber, parseChineseNumeral, tidy } from './number.ts';

/** Yuan in one unit of money. */
const yuan: Record<string, number> = { 元: 1, 圆: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 千万元: 1e7, 亿元: 1e8 };

/**
 * An amount of money in the form's unit, from digits (2,350.5 · 1.2亿元 · 约300万) or capitals
 * (壹佰贰拾叁万元整). Without a unit of its own the text is in the form's. `undefined` when it is none.
 */
export function amountIn(raw: string, unit: string): number | undefined {
  const target = yuan[unit] ?? 1e4;
  const text = raw.normalize('NFKC').replace(/\s+/gu, '').replace(/^(人民币|约|共计|合计|¥|￥|:)+/gu, '');
  const capital = /^([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)[元圆]/u.exec(text);
  if (capital) {
    const value = parseChineseNumeral(capital[1]!);
    return value === undefined ? undefined : tidy(value / target);
  }
  const bare = /^([-(]?[\d,，.]+\)?)[余多]?(千万元|百万元|亿元|万元|千元|元|圆|亿|万)?/u.exec(text);
  if (bare?.[1] && /\d/u.test(bare[1])) {
    const number = leadingNumber(bare[1])?.value;
    if (number === undefined) return undefined;
    const own = bare[2] === '亿' ? '亿元' : bare[2] === '万' ? '万元' : bare[2];
    return own === undefined ? number : tidy((number * (yuan[own] ?? target)) / target);
  }
  const words = leadingNumber(text);
  if (!words) return undefined;
  return /^[元圆]/u.test(words.rest) || words.value >= 1e4 ? tidy(words.value / target) : words.value;
}
