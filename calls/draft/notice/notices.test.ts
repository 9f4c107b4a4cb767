import { expect, test } from 'vitest';
import { readText } from '../../../extractors/text/read-text.ts';
import { type Draft, draftCall } from '../draft-call.ts';

/** A notice with everything around its clauses, and one clause of one's own. */
const notice = (clause: string) =>
  draft(`某省工业和信息化厅关于组织开展2024年示范项目申报工作的通知
某工信函〔2024〕8号
各市工信局：
现组织申报。有关事项通知如下：
一、申报要求
${clause}
某省工业和信息化厅
2024年3月14日`);
const draft = (text: string): Draft => draftCall('shifan-2024', readText(text));
const openPassages = ({ open }: Draft) => open.flatMap(({ passage }) => passage ?? []).join('\n');

test('who speaks is read from the head and the signature, never from a notice that is cited', () => {
  const forwarded =
    draft(`根据《国家某某部办公厅关于组织开展2024年示范项目申报工作的通知》（甲厅函〔2024〕249号）要求，我厅决定组织开展2024年示范项目推荐工作。
一、申报要求
申报主体应在本省注册。
某省经济和信息化厅
二〇二四年八月二日`).call;
  expect(forwarded).toMatchObject({ issuer: { zh: '某省经济和信息化厅' }, issued: '2024-08-02', year: 2024 });
  expect(forwarded.number).toBeUndefined();
  const cites = notice('为落实《数字产业发展规划》（甲信部规〔2021〕179号），应如实填报。');
  expect(cites.call.number).toBe('某工信函〔2024〕8号');
});

test('joint issuers sign one below the other; a title over several lines is one', () => {
  const { call } = draft(`青川省经济和信息化厅 青川省财政厅
关于组织开展2024年
智慧车间优秀案例征集工作的通知
青经信联〔2024〕12号
各市经济和信息化局、财政局：
现组织开展征集工作。
一、申报条件
企业应守信。
青川省经济和信息化厅
青川省财政厅
2024年5月6日`);
  expect(call).toMatchObject({
    title: { zh: '2024年智慧车间优秀案例' },
    issuer: { zh: '青川省经济和信息化厅、青川省财政厅' },
    number: '青经信联〔2024〕12号',
  });
});

test.each([
  ['请各地于4月16日17:30前将纸质材料报至我厅。', [{ level: 'province', at: '2024-04-16T17:30' }]],
  ['申报时间为2024年4月1日至4月30日，请登录系统填报。', [{ level: 'online', at: '2024-04-30' }]],
  ['上云时间计算截止到2024年5月31日，请于2024年8月30日前报送申报书。', [{ at: '2024-08-30' }]],
  ['申报企业应于2021年1月1日前注册成立。', [{ at: '2024-12-31', note: { zh: '占位日期，待定' } }]],
])('deadline: %s', (clause, deadlines) => {
  expect(notice(clause).call.deadlines).toMatchObject(deadlines);
  expect(notice(clause).call.deadlines).toHaveLength(deadlines.length);
});

test('a deadline that the notice alone does not date is open with its words', () => {
  const words = '请于通知印发之日起10个工作日内报送申报书。';
  expect(openPassages(notice(words))).toContain(words);
});

test.each([
  [
    '司局推荐项目一般不超过5个；各省、自治区、直辖市推荐项目原则上不超过10个。',
    [
      { named: '司局', max: 5 },
      { unit: 'province', max: 10 },
    ],
  ],
  ['每学院可推荐2名符合条件的学生。', [{ unit: 'other', named: '学院', max: 2 }]],
  [
    '各设区市限报3项，各县（市、区）推荐不超过一项。',
    [
      { unit: 'city', max: 3 },
      { named: '县', max: 1 },
    ],
  ],
])('quota: %s', (clause, quotas) => {
  expect(notice(clause).call.quotas).toMatchObject(quotas);
});

test('how many one applicant may hand in is no quota', () => {
  const { call } = notice('每家企业限报1个项目。');
  expect(call.quotas).toEqual([]);
  expect(call.batch).toMatchObject([{ kind: 'max-per-applicant', max: 1, consequence: 'mend' }]);
});

test.each([
  [
    '已入选2023年示范项目的企业和已获得中央财政资金支持的项目，不得参与本次项目申报。',
    'unlimited',
    undefined,
  ],
  ['获评过省级示范工厂的不得重复申报。', 'unlimited', undefined],
  ['本次申报不支持已入选企业重复申报。', 'unlimited', undefined],
  ['已列入前期试点示范且仍在示范期的项目（2年有效期）不可重复申报。', 'while-valid', 2],
  ['近三年内获得过省级专项资金支持的单位不再受理。', 'last-years', undefined],
  ['往年已认定的企业不纳入本次遴选范围。', 'unlimited', undefined],
])('ban: %s', (clause, kind, years) => {
  const { resubmission } = notice(clause).call;
  expect(resubmission.bars).not.toBe('nothing');
  expect(resubmission.readings[0]?.window.kind).toBe(kind);
  expect(resubmission.validityYears).toBe(years);
  expect(resubmission.readings[0]?.why.zh).toBe(clause);
});

test.each([
  '近三年内发生重大安全事故的企业不得申报。',
  '申报材料不得弄虚作假。',
  '同一项目不得多渠道重复申报。',
])('no ban on earlier winners: %s', (clause) => {
  expect(notice(clause).call.resubmission.bars).toBe('nothing');
});

test('the draft never says that a notice holds no ban', () => {
  const { open, call } = notice('企业应守信。');
  const said = [...open.map(({ what }) => what.zh), call.resubmission.readings[0]?.why.zh].join();
  expect(said).toContain('通知中仍可能有');
  expect(said).not.toContain('没有找到限制');
});

test.each([
  [
    '围绕网络化改造集成创新应用、“5G+工业互联网”内网改造、安全集成创新应用等3个方向，遴选一批。',
    ['网络化改造集成创新应用', '“5G+工业互联网”内网改造', '安全集成创新应用'],
  ],
  [
    '围绕网络集成创新、平台集成创新、园区集成创新4大类17个方向，遴选一批。',
    ['网络集成创新', '平台集成创新', '园区集成创新'],
  ],
  [
    '围绕深化融合，聚焦贯标、特色专业型平台、中德智能制造合作等方向，遴选一批。',
    ['贯标', '特色专业型平台', '中德智能制造合作'],
  ],
  ['围绕工厂类、载体类、园区类3类22个具体方向，遴选一批。', ['工厂类', '载体类', '园区类']],
])('labels: %s', (clause, labels) => {
  expect(notice(clause).schemes.map((scheme) => scheme.labels.map(({ name }) => name))).toEqual([labels]);
});

test('labels numbered below a heading that says what they are', () => {
  const { schemes } = draft(`关于征集2024年案例的通知
各单位：
一、征集方向
（一）智能检测
面向质量追溯。
（二）绿色铸造
面向节能。
二、要求
企业应守信。`);
  expect(schemes[0]).toMatchObject({ labels: [{ name: '智能检测' }, { name: '绿色铸造' }] });
});

test('a list of winners is told not to be a call', () => {
  const { open } = draft(`某省工业和信息化厅关于公布2024年示范项目名单的通知
各市工信局：
经评审，确定了20个示范项目，现予公布。`);
  expect(open.map(({ what }) => what.zh).join()).toContain('可能不是申报通知');
});

test('traditional characters are read as simplified ones, and told', () => {
  const { call, open } = draft(`某省工業和信息化廳關於組織開展2024年示範項目申報工作的通知
某工信函〔2024〕8號
各市工信局：
一、申報要求
已列入前期示範的項目不可重複申報。
二、報送
請於2024年10月31日前報送。`);
  expect(call).toMatchObject({ issuer: { zh: '某省工业和信息化厅' }, resubmission: { bars: 'project' } });
  expect(call.deadlines[0]?.at).toBe('2024-10-31');
  expect(open[0]?.what.zh).toContain('繁体');
});

test('a clause is not cut inside an address, and copies without a noun are paper', () => {
  const address =
    '各申报主体需于2024年2月28日前，登录申报系统（http://www.example.org.cn）完成注册和申报信息填写。省大数据局将会同有关单位于2024年3月10日前登录申报系统确认推荐名单，逾期不再受理。';
  expect(notice(address).clauses.map(({ text }) => text)).toContain(address);
  const { copies } = notice('请于2024年4月24日前将纸质材料（一式两份）报送至行政楼。').call;
  expect(copies).toMatchObject([{ medium: 'paper', what: { zh: '纸质材料' }, count: 2 }]);
});

const limitsOf = (clause: string) => {
  const { call } = notice(clause);
  const quotas = call.quotas.map(({ unit, named, max }) => `${unit === 'other' ? named : unit} ${max}`);
  const each = call.batch.flatMap((rule) => (rule.kind === 'max-per-applicant' ? [`each ${rule.max}`] : []));
  return [...quotas, ...each];
};

test.each([
  ['各地推荐数量控制在4个以内。', ['各地 4']],
  ['推荐2—3个，每省可推荐2—3个。', ['province 3']],
  ['推荐国家级的，每市不超过2家；推荐省级的，每市不超过5家。', ['市（国家级） 2', '市（省级） 5']],
  ['每市限报5项（每个方向不超过2项）。', ['city 5', '市（每个方向） 2']],
  ['推荐名额：南京10个、苏州10个、其他设区市5个。', ['南京 10', '苏州 10', 'city 5']],
  ['各市推荐不超过3家，其中省级开发区所在市可增加1家。', ['省级开发区所在市（另增） 1', 'city 3']],
  ['牵头单位限牵头申报1个场景。', ['each 1']],
  ['每个县（市、区）限报2个，省级园区不受名额限制。', ['县（市、区） 2']],
])('a number counts filings for whom its own words name: %s', (clause, limits) => {
  expect(limitsOf(clause)).toEqual(limits);
});

test.each([
  '试点城市应聚焦不超过5个重点行业。',
  '最终确定示范项目不超过30个，每个奖励50万元。',
  '推荐名额按企业数确定：500家以上的市不超过10个，500家以下的市不超过5个。',
])('what is chosen, divided or depends on something limits no unit for certain: %s', (clause) => {
  expect(limitsOf(clause)).toEqual([]);
});

const daysOf = (clause: string) =>
  notice(clause)
    .call.deadlines.filter(({ note }) => note?.zh !== '占位日期，待定')
    .map(({ at }) => at);

test.each([
  ['企业完成自评估，并在4月12日前通过系统上报。', ['2024-04-12']],
  ['企业于本月底前将申请表报属地镇街。', ['2024-03-31']],
  ['请于下月10日前将材料报至我厅。', ['2024-04-10']],
  ['材料接收时间：4月17日—21日。', ['2024-04-21']],
  ['请各市按照国家要求（部里截止时间为5月30日），于4月10日前报我厅。', ['2024-04-10']],
  ['各市于4月17日下班前将审核意见上传平台。', ['2024-04-17']],
  ['请于4月25日前通过各市工信局报送申报材料。', ['2024-04-25']],
  ['企业应于2024年1月1日前通过安全生产验收。', []],
  ['省厅将于4月15日前组织专家评审。', []],
  ['已获2023年12月31日前认定的企业可直接推荐。', []],
  ['企业应于2024年1月1日前成立。', []],
])('a day is a deadline by who acts and what is done by then: %s', (clause, days) => {
  expect([...new Set(daysOf(clause))]).toEqual(days);
});

test.each(['企业应于2024年4月1日前完成登记并报送申报材料。', '请于2024年4月1日前获得推荐函后提交全部材料。'])(
  'a day by which something is had and handed in is asked about with its words: %s',
  (clause) => {
    expect(openPassages(notice(clause))).toContain(clause);
  },
);

const listsOf = (clause: string) =>
  notice(clause).schemes.map(({ labels }) => labels.map(({ name }) => name).join('|'));

test.each([
  ['分基础级、先进级、卓越级三个层级。', '基础级|先进级|卓越级'],
  ['案例应属于“采集建模”“展示体验”“监测预警”三类之一。', '采集建模|展示体验|监测预警'],
  ['单位可选择智能装备、工业软件、系统集成中的一个方向申报。', '智能装备|工业软件|系统集成'],
  ['案例分为企业案例、园区案例和城市案例。', '企业案例|园区案例|城市案例'],
  ['（一）申报方向\n智慧港口 | 冷链物流 | 棉花加工', '智慧港口|冷链物流|棉花加工'],
  ['（一）申报类别\n类型　条件\n离散型工厂　数控化率\n流程型工厂　投用率', '离散型工厂|流程型工厂'],
  ['（一）申报方向\n1.5G＋工业互联网。\n2.数字孪生。', '5G＋工业互联网|数字孪生'],
  [
    '专题一：基础算法\n方向1：多模态训练\n方向2：世界模型\n专题二：芯片\n方向3：存算一体\n方向4：互联',
    '多模态训练|世界模型',
  ],
  ['生活服务类下设（1）智能终端（2）文化创意（3）智慧文旅。', '智能终端|文化创意|智慧文旅'],
  ['（一）申报方向：A.智能化改造 B.绿色化改造 C.生态协同', '智能化改造|绿色化改造|生态协同'],
  [
    '（一）申报类别\n1.产品\n（1）健康管理类产品\n（2）家庭机器人\n2.服务\n（1）居家养老\n（2）生活照护',
    '健康管理类产品|家庭机器人',
  ],
  ['包括行业级、企业级和项目级平台三类。', '行业级|企业级|项目级'],
  ['每个赛道下分企业组和高校组。', '企业组|高校组'],
  ['征集类型：应用案例／方案案例／合作案例。', '应用案例|方案案例|合作案例'],
  ['（一）类型设置：示范企业、培育企业。示范企业侧重全流程。', '示范企业|培育企业'],
  [
    '（一）示范方向：\n1.“链式”转型项目。按投资额补助。\n2.公共平台项目。按服务补助。',
    '“链式”转型项目|公共平台项目',
  ],
  [
    '（一）重点领域\n聚焦以下需求：\n钛及新材料、显示器件、现代煤化工、航空零部件。',
    '钛及新材料|显示器件|现代煤化工|航空零部件',
  ],
])('a list of labels is read as it is set: %s', (clause, labels) => {
  expect(listsOf(clause)).toContain(labels);
});

test.each(['由工信、财政、科技三个部门联合审核。', '材料包括申报书、执照、报告、证明等四项材料。'])(
  'what counts no kinds is no list of labels: %s',
  (clause) => {
    expect(listsOf(clause)).toEqual([]);
  },
);

test('days and conditions are no labels', () => {
  expect(listsOf('（一）申报方向\n1.8月18日前，企业提交；\n2.9月5日前，市局审核；')).toEqual([]);
  expect(
    listsOf('下列情形不支持：（1）已纳入前两批的；（2）涉及国家秘密的；（3）全部使用财政资金的。'),
  ).toEqual([]);
});

test('limits for one applicant: by kind of filing or of applicant they are not one number', () => {
  const limit = (clause: string) =>
    notice(clause).call.batch.flatMap((rule) => (rule.kind === 'max-per-applicant' ? [rule.max] : []));
  const quotas = (clause: string) => notice(clause).call.quotas.map(({ named, max }) => [named, max]);
  expect(limit('每个单位每个类别只能申报1个项目，申报项目总数不超过2个。')).toEqual([2]);
  expect(limit('每家企业当年申报不超过2个产品，同一企业同类型产品只能申报1个规格。')).toEqual([2]);
  for (const clause of [
    '每个申报主体申报的产品不超过3个、服务不超过1项。',
    '申报单位限报一个专题。',
    '每个会员单位申报不超过2个，非会员单位限报1个。',
    '同一企业集团下属企业申报数不超过3家。',
    '各单位组织遴选，每省申报项目原则上不超过5项。',
  ])
    expect(limit(clause), clause).toEqual([]);
  expect(openPassages(notice('每个申报主体申报的产品不超过3个、服务不超过1项。'))).toContain('服务不超过1项');
  expect(quotas('每个会员单位申报不超过2个，非会员单位限报1个。')).toEqual([
    ['会员单位', 2],
    ['非会员单位', 1],
  ]);
});

test('a quota keeps the notice’s own name of the place or body', () => {
  const quotas = (clause: string) =>
    notice(clause).call.quotas.map(({ named, unit, max }) => [named ?? unit, max]);
  expect(quotas('滨海新区推荐不超过8个，其他各区不超过3个。')).toEqual([
    ['滨海新区', 8],
    ['区', 3],
  ]);
  expect(quotas('地方高校由省级教育行政部门推荐，推荐总数不超过10个。')).toEqual([['省级教育行政部门', 10]]);
  expect(quotas('主业处于制造业、能源领域的企业推荐6—8项，其他企业推荐3—5项。')).toEqual([
    ['主业处于制造业、能源领域的企业', 8],
    ['其他企业', 5],
  ]);
  // What is counted is no unit.
  expect(quotas('各市推荐产品不超过8个、服务不超过5项。').map(([named]) => named)).not.toContain('服务');
});

test('a heading in the line of its text says what the line is about', () => {
  const { call } = notice('（一）推荐名额。甲市80个，乙市40个。');
  expect(call.quotas.map(({ named, max }) => [named, max])).toEqual([
    ['甲市', 80],
    ['乙市', 40],
  ]);
});

test('a date in a bracket belongs to what stands right before it', () => {
  expect(daysOf('企业申报（2024年4月5日前）、区级初审（4月12日前报省厅）、省级评审（4月30日前）。')).toEqual(
    expect.not.arrayContaining(['2024-04-30']),
  );
  expect(
    daysOf('企业申报（2024年4月5日前）、区级初审（4月12日前报省厅）、省级评审（4月30日前）。'),
  ).toContain('2024-04-12');
  expect(openPassages(notice('请于截止日期后5个工作日内寄送纸质申报材料。'))).toContain('5个工作日内');
});

test('a text that asks for no filing, or holds none, is told so', () => {
  const first = (text: string) => draft(text).open.map(({ what }) => what.zh);
  expect(first('')).toContainEqual(expect.stringContaining('几乎没有文字'));
  const news =
    '本报讯　某省工业和信息化厅日前召开发布会，介绍示范项目情况。今年共有320家企业参加，五十家胜出。';
  expect(first(news)).toContainEqual(expect.stringContaining('可能不是申报通知'));
  expect(first('关于组织申报2024年示范项目的通知\n各市：\n请于5月1日前报送申报书。')).not.toContainEqual(
    expect.stringContaining('可能不是申报通知'),
  );
});

test('a number that the head cites is not the notice’s own', () => {
  const head = (line: string) =>
    draft(`${line}\n关于组织申报2024年数字工厂的通知\n各企业：\n请于6月1日前申报。\n某市工信局\n2024年5月6日`)
      .call.number;
  expect(head('文号：某工信〔2024〕12号　发布日期：2024-05-06')).toBe('某工信〔2024〕12号');
  expect(head('（依据某政发〔2023〕8号）')).toBeUndefined();
});

test('of two plates and told apart at spaces: 、 belongs to one name', () => {
  const { call } =
    draft(`甲市经济和信息化局 甲市科学技术委员会、甲科技园区管理委员会关于申报2024年应用场景的通知
各单位：
请于6月1日前申报。
甲市经济和信息化局
甲市科学技术委员会、甲科技园区管理委员会
2024年5月6日`);
  expect(call.issuer.zh).toBe('甲市经济和信息化局、甲市科学技术委员会、甲科技园区管理委员会');
});
