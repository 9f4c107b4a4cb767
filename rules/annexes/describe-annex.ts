import type { Text } from '../../core/lang.ts';
import type { AnnexSays } from './annex-says.ts';

/** So many of each are shown. */
const most = 2;

/** What annexes say, in brackets: whose they are, dated when, over what sums. Empty where nothing was read. */
export function describeAnnexes(all: readonly AnnexSays[]): Text {
  const of = (pick: (says: AnnexSays) => readonly string[]) => [...new Set(all.flatMap(pick))].slice(0, most);
  const who = of((says) => (says.bearers.length > 0 ? says.bearers : says.companies));
  const parts: Text[] = [
    ...part('写明单位', 'of', who),
    ...part(
      '代码',
      'code',
      of(({ codes }) => codes),
    ),
    ...part(
      '日期',
      'dated',
      of(({ dates }) => dates),
    ),
    ...part(
      '金额',
      'sum',
      of(({ amounts }) => amounts),
    ),
  ];
  if (parts.length === 0) return { zh: '', en: '' };
  return {
    zh: `（${parts.map(({ zh }) => zh).join('；')}）`,
    en: ` (${parts.map(({ en }) => en).join('; ')})`,
  };
}

function part(zh: string, en: string, found: readonly string[]): Text[] {
  return found.length === 0 ? [] : [{ zh: `${zh}${found.join('、')}`, en: `${en} ${found.join(', ')}` }];
}
