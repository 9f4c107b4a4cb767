import type { Stage } from '../core/desk.ts';
import type { FilingState } from '../core/filing-state.ts';
import { fill, type Lang, type Text } from '../core/lang.ts';
import type { DecisionKind } from '../core/records.ts';

/** The product's standing words, one place for all reports: the field's terms, Chinese first. */
export const words = {
  filing: { zh: '申报书', en: 'Filing' },
  file: { zh: '文件', en: 'File' },
  title: { zh: '项目名称', en: 'Title' },
  applicant: { zh: '申报单位', en: 'Applicant' },
  recommender: { zh: '推荐单位', en: 'Recommending unit' },
  judged: { zh: '机审状态', en: 'Result' },
  why: { zh: '原因', en: 'Why' },
  remarks: { zh: '提示', en: 'Remarks' },
  checklist: { zh: '人工核对', en: 'For a person' },
  status: { zh: '读取情况', en: 'Reading' },
  conditions: { zh: '条件', en: 'Conditions' },
  condition: { zh: '审查条件', en: 'Condition' },
  consequence: { zh: '后果', en: 'Consequence' },
  verdict: { zh: '判定', en: 'Verdict' },
  message: { zh: '初审意见', en: 'Finding' },
  clause: { zh: '条款', en: 'Clause' },
  clauseText: { zh: '条款原文', en: 'Words of the clause' },
  evidence: { zh: '依据位置', en: 'Evidence' },
  field: { zh: '栏目', en: 'Field' },
  value: { zh: '读取值', en: 'Value' },
  raw: { zh: '原文', en: 'As written' },
  unit: { zh: '单位', en: 'Unit' },
  state: { zh: '状态', en: 'State' },
  confidence: { zh: '置信度', en: 'Confidence' },
  note: { zh: '说明', en: 'Note' },
  place: { zh: '位置', en: 'Place' },
  scheme: { zh: '分类体系', en: 'Scheme' },
  label: { zh: '归类', en: 'Label' },
  phrases: { zh: '归类依据', en: 'Phrases that decided' },
  ofTwo: { zh: '内容兼有两类，按篇幅各占', en: 'the text is of two, with the share of each' },
  declared: { zh: '申报类别', en: 'Declared' },
  corrected: { zh: '纠正后标签', en: 'Corrected label' },
  sameSolution: { zh: '是否同一方案', en: 'Same solution' },
  pairId: { zh: '配对编号', en: 'Pair' },
  probability: { zh: '概率', en: 'Probability' },
  reasons: { zh: '依据', en: 'Reasons' },
  target: { zh: '相似对象', en: 'Similar to' },
  targetCompany: { zh: '对方单位', en: 'Their company' },
  year: { zh: '年份', en: 'Year' },
  similarity: { zh: '相同概率', en: 'Same with probability' },
  passages: { zh: '相同段落', en: 'Shared passages' },
  sharedTerms: { zh: '共用的少见术语', en: 'Rare terms in common' },
  excluded: { zh: '剔除的表格与通用文字', en: 'Form and common text set aside' },
  problems: { zh: '文件问题', en: 'Problems' },
  pages: { zh: '页数', en: 'Pages' },
  ocrPages: { zh: '识别页', en: 'OCR pages' },
  batch: { zh: '批次检查', en: 'Batch' },
  overview: { zh: '总览', en: 'Overview' },
  matches: { zh: '重复与获奖', en: 'Repeats and awards' },
  findings: { zh: '逐条意见', en: 'Findings' },
  fields: { zh: '申报字段', en: 'Fields' },
  secondOpinion: { zh: '模型第二意见', en: 'Second opinion' },
  classification: { zh: '归类', en: 'Classification' },
  files: { zh: '文件清单', en: 'Files' },
  role: { zh: '用途', en: 'Role' },
  annex: { zh: '附件', en: 'Annex' },
  by: { zh: '归入依据', en: 'Counted to it by' },
  unassigned: { zh: '未能归入的附件', en: 'Annexes of nobody known' },
  call: { zh: '征集通知', en: 'Call' },
  asOf: { zh: '审查日期', en: 'As of' },
  decision: { zh: '人工决定', en: 'Decision' },
  grounds: { zh: '理由', en: 'Grounds' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  decidedOn: { zh: '日期', en: 'Decided on' },
  remark: { zh: '备注', en: 'Remark' },
  filingId: { zh: '申报编号', en: 'Filing id' },
  version: { zh: '版本', en: 'Version' },
} as const satisfies Record<string, Text>;

export const filingStateWords = {
  open: { zh: '待核', en: 'Open' },
  mend: { zh: '需补正', en: 'To be mended' },
  failed: { zh: '不符合', en: 'Fails' },
  unread: { zh: '未读出', en: 'Not read' },
  remarked: { zh: '通过，有提示', en: 'Passes with remarks' },
  passed: { zh: '机审通过', en: 'Passes' },
} as const satisfies Record<FilingState, Text>;

/** Over what is only remarked. */
export const remarkWord: Text = { zh: '提示', en: 'Remarks' };

const remarkedCount: Text = { zh: '通过，有提示 {count} 处', en: 'Passes with {count} remarks' };
const checklistCount: Text = { zh: '人工核对 {count} 项', en: '{count} for a person' };

/** The state of a filing in words, with the number of its remarks where they are all there is. */
export function sayState(
  filing: { readonly state: FilingState; readonly remarks: number },
  lang: Lang,
): string {
  if (filing.state !== 'remarked') return filingStateWords[filing.state][lang];
  return fill(remarkedCount, { count: filing.remarks })[lang];
}

/** How much of the call's checklist is open for a filing; empty where nothing is. */
export function sayChecklist({ checklist }: { readonly checklist: number }, lang: Lang): string {
  return checklist > 0 ? fill(checklistCount, { count: checklist })[lang] : '';
}

export const verdictWords = {
  pass: { zh: '符合', en: 'pass' },
  fail: { zh: '不符合', en: 'fail' },
  unknown: { zh: '无法判定', en: 'cannot tell' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  /** What only informs and is not so: it bars nobody, and must not read as if it did. */
  noted: { zh: '未满足（参考）', en: 'not met (for information)' },
} as const satisfies Record<string, Text>;

/** Under which word a finding is shown. */
export function shownVerdict({
  verdict,
  consequence,
}: {
  readonly verdict: Exclude<keyof typeof verdictWords, 'noted'>;
  readonly consequence: keyof typeof consequenceWords;
}): keyof typeof verdictWords {
  return verdict === 'fail' && consequence === 'remark' ? 'noted' : verdict;
}

/** What a failing rule means for a filing. */
export const consequenceWords = {
  bars: { zh: '不予受理', en: 'bars' },
  mend: { zh: '补正', en: 'to be mended' },
  remark: { zh: '提示', en: 'remark' },
  person: { zh: '人工', en: 'for a person' },
} as const satisfies Record<string, Text>;

export const matchWords = {
  barred: { zh: '不得重复申报', en: 'barred' },
  review: { zh: '疑似重复', en: 'to review' },
  info: { zh: '供参考', en: 'information' },
} as const satisfies Record<string, Text>;

/** Heading over the groups of filings that are likely one solution. */
export const caseWords = {
  title: { zh: '疑似同一方案，合并为一件办理', en: 'Likely one solution: one case each' },
  case: { zh: '第{number}件：{count} 份', en: 'Case {number}: {count} filings' },
} as const satisfies Record<string, Text>;

export const matchKindWords = {
  award: { zh: '往届入选', en: 'award' },
  archive: { zh: '历史申报', en: 'archive' },
  batch: { zh: '同批申报', en: 'same batch' },
} as const satisfies Record<string, Text>;

export const statusWords = {
  done: { zh: '完整', en: 'complete' },
  partial: { zh: '部分', en: 'partial' },
  failed: { zh: '失败', en: 'failed' },
} as const satisfies Record<string, Text>;

export const roleWords = {
  form: { zh: '申报书', en: 'form' },
  annex: { zh: '附件', en: 'annex' },
  unassigned: { zh: '未归入', en: 'not assigned' },
} as const satisfies Record<string, Text>;

export const byWords = {
  folder: { zh: '同一文件夹或压缩包', en: 'same folder or archive' },
  name: { zh: '文件名', en: 'its name' },
  stem: { zh: '文件名前缀', en: "the form's file name" },
  content: { zh: '内容', en: 'its text' },
} as const satisfies Record<string, Text>;

export const stateWords = {
  filled: { zh: '已填', en: 'filled' },
  blank: { zh: '空白', en: 'blank' },
  unreadable: { zh: '无法辨认', en: 'unreadable' },
  absent: { zh: '未找到', en: 'not found' },
} as const satisfies Record<string, Text>;

/** What a person decides of a filing. */
export const decisionWords = {
  pass: { zh: '通过', en: 'Pass' },
  return: { zh: '退回补正', en: 'Return to be mended' },
  reject: { zh: '不予受理', en: 'Reject' },
  doubt: { zh: '存疑', en: 'In doubt' },
} satisfies Record<DecisionKind, Text>;

/** How far the office is with a filing. */
export const stageWords = {
  todo: { zh: '待初审', en: 'To review' },
  doubt: { zh: '存疑', en: 'In doubt' },
  second: { zh: '待第二人', en: 'Second opinion' },
  conflict: { zh: '意见不一', en: 'Conflict' },
  check: { zh: '待复核', en: 'To check' },
  decided: { zh: '已决定', en: 'Decided' },
  sent: { zh: '已发文', en: 'Letter sent' },
} satisfies Record<Stage, Text>;
