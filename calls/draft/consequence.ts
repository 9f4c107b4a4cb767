import type { Rule } from '../schema/index.ts';

/** 一般不超过2个, 原则上, 鼓励, 可附…: words that ask without binding. */
const loose = /一般(?:不|应|为|须)|原则上|鼓励|优先|如有|可(?:附|另附|自愿)/u;

/** What a failing rule of this clause means, by the clause's words. What binds can be mended until a person says not. */
export function consequenceOf(clause: string): 'mend' | 'remark' {
  return loose.test(clause) ? 'remark' : 'mend';
}

/** A date after the deadline bars only where the clause refuses what comes late; else it may be written wrongly. */
export function ofDeadline(clause: string): Pick<Rule, 'consequence' | 'because'> {
  if (/逾期.{0,6}不(?:予|再)?受理|过期不候/u.test(clause)) return { consequence: 'bars' };
  return {
    consequence: 'mend',
    because: {
      zh: '通知没有写明逾期不予受理；落款日期可能只是误写，由申报单位更正或说明',
      en: 'The notice does not say that late filings are refused; the date may be written wrongly.',
    },
  };
}
