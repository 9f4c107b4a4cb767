import { industries } from './industry.ts';

/** A division of GB/T 4754-2011 and what it is in the edition of 2017. */
export interface IndustryLink {
  /** Section and division: `O79`. Absent: the division of 2017 has none of its own in 2011. */
  readonly from?: string;
  readonly fromName?: string;
  readonly to: string;
  readonly toName: string;
  /** `same`: one division under one number or another; `part`: the division of 2011 is divided, or this one takes part of it. */
  readonly relation: 'same' | 'part' | 'new';
  readonly note?: string;
}

/** Divisions of 2011 whose number differs in 2017: the first is of 2011, the others of 2017. */
const renumbered: Readonly<Record<string, readonly string[]>> = {
  G58: ['G58', 'G59'],
  O79: ['O80'],
  O80: ['O81'],
  O81: ['O82'],
  P82: ['P83'],
  Q83: ['Q84'],
  Q84: ['Q85'],
  R85: ['R86'],
  R86: ['R87'],
  R87: ['R88'],
  R88: ['R89'],
  R89: ['R90'],
  S90: ['S91'],
  S91: ['S92'],
  S92: ['S93'],
  S93: ['S94'],
  S94: ['S95'],
  S95: ['S96'],
  T96: ['T97'],
};

/** Names that were others in 2011. */
const named: Readonly<Record<string, string>> = {
  A05: '农、林、牧、渔服务业',
  B11: '开采辅助活动',
  C25: '石油加工、炼焦和核燃料加工业',
  E50: '建筑装饰和其他建筑业',
  G58: '装卸搬运和运输代理业',
  G59: '仓储业',
  R86: '广播、电视、电影和影视录音制作业',
};

/** Groups that went from one division to another, as far as they are certain. */
const notes: Readonly<Record<string, string>> = {
  'G58>G58': '2011 582 运输代理业 → 2017 582；581 多式联运为新设',
  'G58>G59': '2011 581 装卸搬运 → 2017 591',
};

/**
 * How the divisions 大类 of GB/T 4754-2011 and GB/T 4754-2017 answer to each other. Kept by hand after the two tables of the
 * standard: 96 divisions then, 97 now (土地管理业 N79 is new, and all from 79 on moved by one). Divisions of one number and
 * content differ in single classes 小类 between the editions; that is not told here.
 */
export const industryLinks: readonly IndustryLink[] = linksOf();

function linksOf(): IndustryLink[] {
  const now = industries.filter(({ code }) => code.length === 3);
  const nameNow = new Map(now.map(({ code, name }) => [code, name]));
  const links: IndustryLink[] = [];
  for (const { code } of now) {
    const own = Object.keys(renumbered).filter((from) => renumbered[from]?.includes(code));
    // The number stands for the same division in both, unless 2011 gave it to another.
    if (!(code in renumbered) && own.length === 0 && code !== 'N79') own.push(code);
    if (code === 'G59') own.push(code);
    for (const from of own) {
      const parts = renumbered[from] ?? [from];
      const to = nameNow.get(code) ?? '';
      const fromName = named[from] ?? nameNow.get(parts[0] ?? from) ?? '';
      const note = notes[`${from}>${code}`];
      const relation = parts.length > 1 || own.length > 1 ? 'part' : 'same';
      links.push({ from, fromName, to: code, toName: to, relation, ...(note ? { note } : {}) });
    }
    if (own.length === 0) links.push({ to: code, toName: nameNow.get(code) ?? '', relation: 'new' });
  }
  return links;
}

const sectionLetter = /^[A-T]$/u;

/**
 * The code of 2011 for a code of 2017; sections have the same letters in both. `undefined` where the division has several
 * or none: those are not told apart by the code alone.
 */
export function industryOf2011(code: string): string | undefined {
  if (sectionLetter.test(code)) return code;
  const before = industryLinks.filter(({ to, from }) => to === code && from !== undefined);
  return before.length === 1 && before[0]?.relation === 'same' ? before[0].from : undefined;
}
