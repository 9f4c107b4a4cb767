import type { Text } from '../../core/lang.ts';
import type { Saying } from './told.ts';

/** The words that deny something or leave it open, with what they are. */
export function quoteSayings(sayings: readonly Saying[], as: 'denied' | 'open'): Text {
  const seen = new Map(sayings.map((saying) => [`${saying.mood}${saying.quote}`, saying]));
  const parts = [...seen.values()].slice(0, 4);
  const zh = parts.map(({ mood, quote }) => `“${quote}”（${moods[mood].zh}）`).join('；');
  const en = parts.map(({ mood, quote }) => `"${quote}" (${moods[mood].en})`).join('; ');
  return as === 'denied'
    ? { zh: `材料写明没有：${zh}。`, en: `The filing says it is not so: ${en}.` }
    : {
        zh: `材料的说法不足以确定：${zh}，请人工核对。`,
        en: `What the filing says leaves it open: ${en}; please check.`,
      };
}

const moods: Readonly<Record<Saying['mood'], Text>> = {
  actual: { zh: '写明有', en: 'said to be so' },
  capable: { zh: '能力或设计', en: 'an ability or design' },
  planned: { zh: '计划或筹备中', en: 'planned' },
  partly: { zh: '仅部分或试行', en: 'in part or on trial' },
  denied: { zh: '写明没有', en: 'said not to be so' },
  doubted: { zh: '说法存疑', en: 'in doubt' },
  named: { zh: '只是提到', en: 'only named' },
  elsewhere: { zh: '指过去或其他', en: 'of another time or others' },
};
