import { listNames } from '../../calls/list-names.ts';
import type { BatchRule } from '../../calls/schema/index.ts';
import type { Text } from '../../core/lang.ts';

/** A rule on a whole batch as one sentence: what it asks. */
export function explainBatchRule(rule: BatchRule): Text {
  switch (rule.kind) {
    case 'quota':
      return {
        zh: '要求：同一推荐单位推荐的数量不超过名额。',
        en: 'Asks: no unit recommends more than its quota.',
      };
    case 'max-per-applicant':
      if (rule.consequence === 'remark') {
        return {
          zh: '列出同一申报单位的多项申报（通知未限制项数）。',
          en: 'Shows where one applicant files several; the notice sets no limit.',
        };
      }
      return {
        zh: `要求：同一申报单位至多申报${rule.max}项。`,
        en: `Asks: at most ${rule.max} filings of one applicant.`,
      };
    case 'must-reapply':
      return {
        zh: '要求：须重新申报的往年入选项目都已申报。',
        en: 'Asks: earlier winners that must apply again have done so.',
      };
    case 'list': {
      const { zh, en } = listNames[rule.list];
      const order: Text =
        rule.list === 'summary'
          ? { zh: '，推荐排序不缺、不重、连续', en: ', its ranks without gaps or repeats' }
          : { zh: '', en: '' };
      return {
        zh: `要求：${zh}与申报书一一对应${order.zh}。`,
        en: `Asks: the ${en} and the filings belong together one by one${order.en}.`,
      };
    }
  }
}
