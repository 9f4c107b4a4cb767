import type { z } from 'zod';
import type { FilingState } from '../../core/filing-state.ts';
import type { Text } from '../../core/lang.ts';
import type { Doubt, FilingDetail, FilingField, finding, label, match } from '../../workbench/api/filing.ts';

/** Filings for tests of the page alone: the same ones every time, of every kind, none of them real. */

type Finding = z.infer<typeof finding>;
type Label = z.infer<typeof label>;
type Match = z.infer<typeof match>;

/** Numbers in 0..1, the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const places = [
  ['110000', '北京市', '北京市经济和信息化局'],
  ['320000', '江苏省', '江苏省工业和信息化厅'],
  ['330000', '浙江省', '浙江省经济和信息化厅'],
  ['370000', '山东省', '山东省工业和信息化厅'],
  ['440000', '广东省', '广东省工业和信息化厅'],
  ['510000', '四川省', '四川省经济和信息化厅'],
] as const;

const trades = ['矿山', '钢铁', '纺织', '化工', '装备', '电子', '食品', '电力', '港口', '汽车'];
const things = ['协同制造', '设备运维', '安全监测', '质量管控', '能耗优化', '供应链协同', '远程运维'];
const names = ['华瑞', '中科', '东方', '远景', '恒通', '天工', '南山', '金石', '海智', '云帆'];

export const rules: readonly { id: string; title: Text; ref: string; text: string; bars: boolean }[] = [
  {
    id: 'unit-registered',
    title: { zh: '申报单位在境内登记', en: 'Registered in the mainland' },
    ref: '二（一）',
    text: '申报主体应为在中华人民共和国境内注册的法人。',
    bars: true,
  },
  {
    id: 'in-operation',
    title: { zh: '已上线运行', en: 'In operation' },
    ref: '二（二）',
    text: '解决方案应已上线运行并取得实际成效。',
    bars: false,
  },
  {
    id: 'not-listed',
    title: { zh: '未入选往届名单', en: 'Not on an earlier list' },
    ref: '二（三）',
    text: '已入选往届名单的解决方案不得重复申报。',
    bars: true,
  },
  {
    id: 'one-scheme',
    title: { zh: '只选一个方向', en: 'One direction only' },
    ref: '三（一）',
    text: '每个项目只能选择一个方向申报。',
    bars: false,
  },
  {
    id: 'licence',
    title: { zh: '附营业执照', en: 'Business licence attached' },
    ref: '四（二）',
    text: '申报材料应附营业执照复印件。',
    bars: false,
  },
  {
    id: 'seal',
    title: { zh: '加盖公章', en: 'Seal' },
    ref: '四（三）',
    text: '申报书应加盖申报单位公章。',
    bars: false,
  },
  {
    id: 'word-count',
    title: { zh: '字数不超过三千', en: 'At most 3,000 characters' },
    ref: '附件一',
    text: '每部分不超过三千字。',
    bars: false,
  },
  {
    id: 'investment',
    title: { zh: '总投资已填写', en: 'Investment stated' },
    ref: '附件一',
    text: '应填写项目总投资（万元）。',
    bars: false,
  },
];

const checks: readonly { id: string; title: Text; text: string }[] = [
  {
    id: 'credit',
    title: { zh: '无严重失信记录', en: 'No record of grave breach of trust' },
    text: '申报单位近三年无严重失信行为。',
  },
  { id: 'novel', title: { zh: '具有创新性', en: 'It is novel' }, text: '解决方案应具有创新性。' },
  {
    id: 'spread',
    title: { zh: '可复制推广', en: 'Others can take it up' },
    text: '应具有较强的可复制、可推广价值。',
  },
  { id: 'true', title: { zh: '内容真实', en: 'It is true' }, text: '推荐单位对材料真实性负责。' },
];

const fieldLabels = [
  '申报单位',
  '统一社会信用代码',
  '项目名称',
  '单位性质',
  '法定代表人',
  '联系人',
  '联系电话',
  '电子邮箱',
  '通讯地址',
  '所属行业',
  '应用模式',
  '方向',
  '建设地点',
  '开始时间',
  '完成时间',
  '总投资（万元）',
  '自筹资金（万元）',
  '上线时间',
  '接入设备数（台）',
  '专利数（件）',
  '项目概述',
  '实施内容',
  '取得成效',
  '推广价值',
];

const pick = <T>(from: readonly T[], at: number): T => from[Math.floor(at * from.length) % from.length]!;

/** What kind each filing is, by its number: how many doubts, checklist or not, what the machine says. */
const kinds: readonly { state: FilingState; doubts: number; checks: number }[] = [
  { state: 'passed', doubts: 0, checks: 0 },
  { state: 'passed', doubts: 0, checks: 4 },
  { state: 'open', doubts: 3, checks: 0 },
  { state: 'mend', doubts: 1, checks: 4 },
  { state: 'failed', doubts: 2, checks: 0 },
  { state: 'passed', doubts: 0, checks: 0 },
  { state: 'open', doubts: 5, checks: 4 },
  { state: 'remarked', doubts: 0, checks: 4 },
];

export const kindOf = (n: number) => kinds[n % kinds.length]!;

export function who(n: number) {
  const next = numbers(n + 1);
  const [region, regionName, unit] = pick(places, next());
  const applicant = `${regionName.slice(0, 2)}${pick(names, next())}${pick(trades, next())}科技有限公司`;
  const title = `面向${pick(trades, next())}行业的${pick(things, next())}解决方案（第${n + 1}号）`;
  return {
    filing: `f${n}`,
    file: `${unit}/${applicant}/申报书-${n + 1}.pdf`,
    applicant,
    title,
    region,
    regionName,
    unit,
  };
}

/** Where the words of field `at` stand on the made-up page, points. */
export const boxOf = (at: number): [number, number, number, number] => {
  const y = 90 + (at % 12) * 54;
  return [200, y, 530, y + 26];
};
const placeOf = (at: number) => ({ page: 1 + Math.floor(at / 12), box: boxOf(at) });

export function fieldsOf(n: number): FilingField[] {
  const { applicant, title, regionName } = who(n);
  const next = numbers(n * 7 + 3);
  return fieldLabels.map((said, at) => {
    const value =
      at === 0
        ? applicant
        : at === 2
          ? title
          : at === 12
            ? regionName
            : at > 19
              ? `${said}：${title}。`.repeat(6)
              : at > 14 && at < 17
                ? Math.round(next() * 9000)
                : `${said}内容${Math.round(next() * 900)}`;
    return {
      key: `k${at}`,
      label: said,
      value,
      raw: String(value),
      state: 'filled' as const,
      confidence: at < kindOf(n).doubts ? 0.62 : 0.97,
      where: [placeOf(at)],
    };
  });
}

const both = (zh: string, en: string): Text => ({ zh, en });
const metOrNot = [
  { value: 'met', text: both('符合', 'Met') },
  { value: 'not-met', text: both('不符合', 'Not met') },
];

export function doubtsOf(n: number): Doubt[] {
  const fields = fieldsOf(n);
  const made: Doubt[] = [
    {
      subject: 'field:k1',
      kind: 'field',
      title: both('统一社会信用代码', 'Credit code'),
      why: both('两处读出的代码不同，置信 62%。', 'Read differently in two places; 62 % sure.'),
      evidence: fields[1]!.where,
      answers: [
        { value: 'right', text: both('读取正确', 'Read right') },
        { value: 'unreadable', text: both('无法辨认', 'Unreadable') },
      ],
    },
    {
      subject: 'rule:in-operation',
      kind: 'rule',
      title: rules[1]!.title,
      why: both(
        '文中说“拟于年底上线”，不能确定已运行。',
        'It says “to go live at the end of the year”: not certain that it runs.',
      ),
      clause: { ref: rules[1]!.ref, text: rules[1]!.text },
      evidence: [placeOf(17), placeOf(22)],
      answers: metOrNot,
    },
    {
      subject: 'match:a1',
      kind: 'match',
      title: both('与往届入选项目相似', 'Like an awarded project'),
      why: both('同一单位，项目名称相近。', 'Same applicant, similar title.'),
      clause: { ref: rules[2]!.ref, text: rules[2]!.text },
      evidence: [placeOf(2)],
      answers: [
        { value: 'different', text: both('不是同一方案', 'Another solution') },
        { value: 'same', text: both('是同一方案', 'The same solution') },
      ],
    },
    {
      subject: 'label:direction',
      kind: 'label',
      title: both('方向', 'Direction'),
      why: both(
        '正文更像“智能化制造”，与自选方向不同。',
        'The text reads like another direction than declared.',
      ),
      evidence: [placeOf(11)],
      answers: [
        { value: '智能化制造', text: both('智能化制造', 'Smart manufacturing') },
        { value: '网络化协同', text: both('网络化协同', 'Networked collaboration') },
        { value: '服务化延伸', text: both('服务化延伸', 'Service extension') },
      ],
    },
    {
      subject: 'rule:seal',
      kind: 'rule',
      title: rules[5]!.title,
      why: both('末页有红色图形，不能确定是公章。', 'There is a red shape on the last page: perhaps a seal.'),
      clause: { ref: rules[5]!.ref, text: rules[5]!.text },
      evidence: [placeOf(23)],
      answers: metOrNot,
    },
  ];
  return made.slice(0, kindOf(n).doubts);
}

export const checklistOf = (n: number): Doubt[] =>
  checks.slice(0, kindOf(n).checks).map(({ id, title, text }) => ({
    subject: `check:${id}`,
    kind: 'check',
    title,
    why: both('只有人能判断。', 'Only a person can judge it.'),
    clause: { ref: '二（四）', text },
    evidence: [],
    answers: metOrNot,
  }));

export function findingsOf(n: number): Finding[] {
  const doubtful = new Set(doubtsOf(n).map(({ subject }) => subject));
  const { state } = kindOf(n);
  return rules.map(({ id, title, ref, text, bars }, at) => {
    const fails = (state === 'mend' && id === 'licence') || (state === 'failed' && id === 'unit-registered');
    const open = doubtful.has(`rule:${id}`);
    return {
      rule: id,
      title,
      consequence: bars ? 'bars' : 'mend',
      verdict: fails ? 'fail' : open ? 'unknown' : 'pass',
      manual: false,
      message: fails
        ? both(`未见${title.zh}的材料。`, `No sign of: ${title.en}.`)
        : open
          ? both('不能确定，请核对。', 'Not certain: please look.')
          : both('符合。', 'Met.'),
      clause: { ref, text },
      evidence: [placeOf(at + 4)],
    };
  });
}

export const labelsOf = (n: number): Label[] => [
  {
    scheme: 'direction',
    title: both('方向', 'Direction'),
    label: '智能化制造',
    second: { label: '网络化协同', share: 0.31 },
    declared: kindOf(n).doubts > 3 ? '网络化协同' : '智能化制造',
    candidates: [
      {
        label: '智能化制造',
        score: 0.61,
        phrases: [
          { text: '智能产线', where: [placeOf(21)] },
          { text: '质量预测', where: [placeOf(22)] },
        ],
      },
      { label: '网络化协同', score: 0.31, phrases: [{ text: '供应链协同', where: [placeOf(20)] }] },
      { label: '服务化延伸', score: 0.08, phrases: [] },
    ],
  },
];

export const matchesOf = (n: number): Match[] =>
  kindOf(n).doubts < 2
    ? []
    : [
        {
          target: 'a1',
          kind: 'award',
          title: who(n).title.replace('解决方案', '平台'),
          company: who(n).applicant,
          year: 2024,
          score: 0.71,
          verdict: 'review',
          reasons: [both('同一单位', 'Same applicant'), both('项目名称相近', 'Similar title')],
          passages: [
            {
              here: {
                text: '建设覆盖采掘全流程的数据采集与协同平台，接入设备三百余台。',
                where: [placeOf(21)],
              },
              there: { text: '建成覆盖采掘全流程的数据采集平台，接入设备三百台。', where: [] },
            },
          ],
          terms: ['采掘', '协同平台'],
        },
      ];

const reasons: Record<FilingState, Text | undefined> = {
  passed: undefined,
  remarked: both('提示：字数接近上限。', 'Remark: near the limit of length.'),
  mend: both('未附营业执照。', 'No business licence attached.'),
  failed: both('申报单位不在境内登记。', 'Not registered in the mainland.'),
  open: both('有条件不能确定。', 'A condition is not certain.'),
  unread: both('文件无法读取。', 'The file cannot be read.'),
};
export const reasonOf = (n: number) => reasons[kindOf(n).state];

/** What never changes about filing `n`; the office adds what people did. */
export function detailOf(
  n: number,
): Omit<
  FilingDetail,
  'stage' | 'may' | 'revision' | 'decisions' | 'history' | 'now' | 'doubts' | 'checklist'
> {
  const { filing, file, applicant, title, region, unit } = who(n);
  const { state } = kindOf(n);
  const reason = reasonOf(n);
  const findings = findingsOf(n);
  return {
    filing,
    version: 1,
    file,
    applicant,
    title,
    region,
    unit,
    state,
    reasons: reason ? [reason] : [],
    fields: fieldsOf(n),
    findings,
    labels: labelsOf(n),
    matches: matchesOf(n),
    problems: [],
    files: [{ id: `x${n}`, file, role: 'form', pages: 2 }],
    reasonChoices: findings
      .toSorted((a, b) => Number(b.verdict === 'fail') - Number(a.verdict === 'fail'))
      .map(({ rule, title: said, clause, verdict }) => ({
        rule,
        title: said,
        clause,
        suggested: verdict === 'fail',
      })),
    suggested: state === 'mend' ? 'return' : state === 'failed' ? 'reject' : 'pass',
    versions: [{ version: 1, file, addedAt: '2026-11-20T02:00:00Z' }],
    changes: [],
  };
}
