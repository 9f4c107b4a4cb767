import type { Call } from '../../schema/index.ts';
import type { DraftClause } from '../clauses.ts';
import { levelsOf } from './deadlines.ts';
import { numeral, wholeOf } from './number-words.ts';

const counted = new RegExp(
  `(《[^》]+》|[^，。；、（）()：:将]{2,24})(?:（含[^）]*）)?(?:纸质(?:版|文件|件|材料)?)?\\s*[（(]?(?:一式|各)${numeral}\\s*份`,
  'gu',
);

/** What is sent on paper, on disc and by e-mail, and how many copies: 一式两份, 光盘, 发至邮箱. */
export function copiesOf(clauses: readonly DraftClause[], issuer: string): Call['copies'] {
  const copies: Call['copies'] = [];
  for (const { text, ref, part } of clauses) {
    if (part.kind !== 'notice' && part.kind !== 'forwarding') continue;
    if (!/报送|送至|寄|发至|发送/u.test(text)) continue;
    const level = levelsOf(text, issuer).find((one) => one !== 'online') ?? 'ministry';
    const add = (medium: 'paper' | 'disc' | 'email', what: string, count: number) => {
      if (copies.some((one) => one.medium === medium && one.what.zh === what && one.level === level)) return;
      copies.push({ level, medium, what: { zh: what, en: what }, count, clause: ref });
    };
    for (const [, what = '', count = ''] of text.matchAll(counted)) {
      add('paper', what.trim().replace(/纸质(?:版|文件|件|材料)?$/u, '') || '纸质材料', wholeOf(count) ?? 1);
    }
    if (/光盘/u.test(text)) add('disc', '电子版（光盘）', 1);
    if (/邮箱/u.test(text)) add('email', '电子版', 1);
  }
  return copies;
}
