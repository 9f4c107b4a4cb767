import type { Text } from '../../core/lang.ts';
import type { Flow } from '../../review/desk/flow.ts';

/** What a section head needs of a batch on one page 会议材料, as data. */
export interface Meeting {
  readonly call: Text;
  readonly batch: string;
  /** `YYYY-MM-DD`: the day it was made, and the day whose facts counted. */
  readonly day: string;
  readonly asOf: string;
  readonly flow: Flow;
  /** Conditions by how many filings were returned or refused for them; while nothing is decided, by how many fail them. */
  readonly reasons: readonly { readonly title: Text; readonly count: number }[];
  readonly reasonsOf: 'decisions' | 'findings';
  readonly units: readonly UnitRow[];
  readonly conflicts: readonly Conflict[];
}

/** One recommending unit: what came of it, and what the notice allows it. */
export interface UnitRow {
  /** Empty where the filings do not name it. */
  readonly unit: string;
  readonly received: number;
  readonly passed: number;
  readonly returned: number;
  readonly rejected: number;
  readonly quota?: number;
  /** The notice says 一般, so that more is no failure. */
  readonly usual: boolean;
}

/** A filing of which people think differently. */
export interface Conflict {
  readonly title: string;
  readonly applicant: string;
  readonly opinions: readonly { readonly by: string; readonly decision: Text }[];
}

/** What fits on one page; the rest is counted in a line of its own. */
export const most = { reasons: 7, units: 12, conflicts: 5 } as const;

/** Columns (two for a Chinese letter) that a cell has on one line of the page; what is longer is cut. */
export const longest = { reason: 78, unit: 34, applicant: 26, title: 34, opinions: 30 } as const;

/** Undecided filings of a unit. */
export const pending = ({ received, passed, returned, rejected }: UnitRow): number =>
  received - passed - returned - rejected;

/** The first of a list, and how many were left off. */
export function firstOf<T>(
  list: readonly T[],
  count: number,
): { readonly shown: readonly T[]; readonly left: number } {
  return { shown: list.slice(0, count), left: Math.max(0, list.length - count) };
}

export const meetingWords = {
  title: { zh: '初审情况汇总', en: 'First review: summary' },
  flow: { zh: '一、办理进度', en: '1. Progress' },
  reasons: { zh: '二、主要问题（退回补正和不予受理的理由）', en: '2. Main reasons for returns and refusals' },
  findings: {
    zh: '二、主要问题（机审未通过的条件，尚无退回决定）',
    en: '2. Conditions that fail most (nothing is returned yet)',
  },
  units: { zh: '三、各推荐单位', en: '3. Recommending units' },
  conflicts: { zh: '四、意见不一、待裁定', en: '4. Conflicts to settle' },
  received: { zh: '收到', en: 'Received' },
  doubles: { zh: '重复件', en: 'Doubles' },
  unread: { zh: '未读出', en: 'Not read' },
  accepted: { zh: '受理', en: 'Accepted' },
  todo: { zh: '待初审', en: 'To review' },
  doubt: { zh: '存疑', en: 'In doubt' },
  second: { zh: '待第二人', en: 'Second opinion' },
  conflict: { zh: '意见不一', en: 'Conflict' },
  check: { zh: '待复核', en: 'To check' },
  passed: { zh: '通过', en: 'Passed' },
  returned: { zh: '退回补正', en: 'Returned' },
  rejected: { zh: '不予受理', en: 'Refused' },
  pending: { zh: '未定', en: 'Pending' },
  unit: { zh: '推荐单位', en: 'Recommending unit' },
  noUnit: { zh: '（未填写）', en: '(not named)' },
  quota: { zh: '名额', en: 'Quota' },
  over: { zh: '超', en: 'over by' },
  reason: { zh: '审查条件', en: 'Condition' },
  count: { zh: '份数', en: 'Filings' },
  none: { zh: '无。', en: 'None.' },
  more: { zh: '另有 {count} 项未列，见初审结果。', en: '{count} more are not shown: see the workbook.' },
  applicant: { zh: '申报单位', en: 'Applicant' },
  project: { zh: '项目名称', en: 'Title' },
  opinions: { zh: '各人意见', en: 'Opinions' },
  made: { zh: '制表日期', en: 'Made on' },
  asOf: { zh: '审查日期', en: 'As of' },
} as const satisfies Record<string, Text>;

/** The numbers of the flow in their order, the first row of what came, the second of what became of it. */
export const flowRows: readonly (readonly (keyof Flow)[])[] = [
  ['received', 'doubles', 'unread', 'accepted'],
  ['todo', 'doubt', 'second', 'conflict', 'check', 'passed', 'returned', 'rejected'],
];
