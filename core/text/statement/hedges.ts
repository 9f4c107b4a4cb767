/** What a number is said to be of the true one. */
export type Hedge = 'exact' | 'about' | 'below' | 'above';

const belowBefore =
  /(?:不到|不足|未满|不满|未达到?|未能达到|没有?达到?|不及|少于|低于|小于|未超过|不超过|至多|最多|将近|接近|逼近|(?<![最附远就])近)$/u;
const neverBelow =
  /(?:不止|不只|不仅|不单|不是只有|并非只有|远非)[^,;。]{0,8}$|(?:没有|无|未有)(?:任何|哪|一|1|出现)[^,;。]{0,14}(?:低于|少于|不足|不到|跌破|小于)$|(?:没有?|从未|未|不曾|未曾|从不|不)(?:低于|少于|跌破|低过|小于|下)过?$/u;
const aboveBefore = /(?:超过?|逾|突破|大于|多于|高于|不少于|不低于|不小于|至少|达到?|满|上)$/u;
const aboutBefore = /(?:大约|约有?|约为|约占|大概|大致|估计)$/u;
const belowBehind = /^(?:以下|以内|不到|都不到)/u;
const aboveBehind = /^(?:以上|有余|之多|开外)/u;
const aboutBehind = /^(?:左右|上下|前后)/u;

/** The hedge around a number that stands between two pieces of text; `余` and `多` stand inside the number. */
export function hedgeOf(ahead: string, number: string, behind: string): Hedge {
  if (neverBelow.test(ahead)) return 'above';
  if (belowBefore.test(ahead) || belowBehind.test(behind)) return 'below';
  if (/[余多]/u.test(number) || aboveBefore.test(ahead) || aboveBehind.test(behind)) return 'above';
  return aboutBefore.test(ahead) || aboutBehind.test(behind) ? 'about' : 'exact';
}

/** How far a rounded number may be off. */
const rounding = 0.05;

/** The least and the most that the true number may be; a number said to be below N is less than N. */
export function boundsOf(value: number, hedge: Hedge): { readonly least: number; readonly most: number } {
  switch (hedge) {
    case 'exact':
      return { least: value, most: value };
    case 'about':
      return { least: value * (1 - rounding), most: value * (1 + rounding) };
    case 'below':
      return { least: value * 0.8, most: value * (1 - 1e-6) };
    case 'above':
      return { least: value, most: value * 2 };
  }
}
