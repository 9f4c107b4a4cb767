import type { Call } from '../schema/index.ts';
import type { DraftClause } from './clauses.ts';

export type Level = Call['deadlines'][number]['level'];

export interface FoundDeadline {
  readonly level: Level;
  readonly at: string;
  readonly passage: string;
  readonly clause: string;
}

const day = /(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu;
const clock = /^\s*(?:（[^）]*）)?\s*(上午|下午|晚)?\s*(\d{1,2})\s*(?:[:：]\s*(\d{2})|[时点])/u;
const until = /^[^，。；]{0,24}?(?:前|之前|止|截止|以前)|^\s*(?:（[^）]*）)?\s*将/u;
const before = /(?:截止|截至|不晚于|不迟于)[^，。；]{0,16}$/u;

/** The dates by which something must be sent, with who must have it by then and the sentence that says so. */
export function deadlinesOf(clauses: readonly DraftClause[], issuer: string): FoundDeadline[] {
  const found: FoundDeadline[] = [];
  for (const clause of clauses) {
    if (clause.part.kind !== 'notice' && clause.part.kind !== 'forwarding') continue;
    for (const sentence of clause.text.split(/(?<=[。；])/u)) {
      for (const match of sentence.matchAll(day)) {
        const rest = sentence.slice(match.index + match[0].length);
        const lead = sentence.slice(0, match.index);
        const said = until.test(rest) || before.test(lead);
        if (!said || !/报送|送至|寄|提交|申报|填报|上报|截止|报至/u.test(sentence)) continue;
        const at = momentOf(match, rest);
        for (const level of levelsOf(sentence, issuer)) {
          if (found.some((one) => one.level === level && one.at === at)) continue;
          found.push({ level, at, passage: sentence.trim(), clause: clause.ref });
        }
      }
    }
  }
  return found;
}

function momentOf(match: RegExpExecArray, rest: string): string {
  const [, year = '', month = '', date = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const [, half, hours, minutes = '00'] = clock.exec(rest) ?? [];
  if (hours === undefined) return iso;
  const hour = Number(hours) + (/下午|晚/u.test(half ?? '') && Number(hours) < 12 ? 12 : 0);
  return `${iso}T${String(hour).padStart(2, '0')}:${minutes}`;
}

/** Who must have it: told by the words behind 报送至, by 网上 and 系统, else by who issued the notice. */
export function levelsOf(sentence: string, issuer: string): Level[] {
  const levels = new Set<Level>();
  if (/网上|在线|登录|系统(?:填报|申报|提交)/u.test(sentence)) levels.add('online');
  const [, goal = ''] = /(?:报送?|送|寄送?|提交|报)(?:到|至|给)\s*([^，。；]{2,30})/u.exec(sentence) ?? [];
  const level =
    levelOfOffice(goal) ??
    (levels.size === 0 || /纸质|书面|邮寄/u.test(sentence) ? levelOfOffice(issuer) : undefined);
  if (level) levels.add(level);
  return levels.size > 0 ? [...levels] : ['ministry'];
}

/** `我部` and `…部` the ministry, `省…厅` the province, `市…局` the city. */
export function levelOfOffice(name: string): Exclude<Level, 'online'> | undefined {
  if (/我部|工业和信息化部|工信部|科技部|发展改革委|国务院|部[（(]|部办公厅/u.test(name)) return 'ministry';
  if (/省|自治区|[工信商务科技财政]厅|我厅|直辖市/u.test(name)) return 'province';
  if (/市|区|县|局|我委/u.test(name)) return 'city';
  return /部$|司$/u.test(name) ? 'ministry' : undefined;
}
