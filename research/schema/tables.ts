import { crosswalkIndustries, crosswalkRegions, terms } from './code-tables.ts';
import {
  industry,
  missingOf,
  province,
  region,
  regionBy,
  regionMissing,
  regionThen,
  t,
} from './common-columns.ts';
import { column, missing, type Table } from './table.ts';

const firm = column(
  'firm',
  'string',
  t('企业编号', 'Firm'),
  t('企业的编号，见 firms；合并撤销后编号不复用', 'id of the firm in firms; never used again'),
);
const year = column(
  'year',
  'integer',
  t('年份', 'Year'),
  t('名单年份；申报为审查基准日的年份', 'year of the list; of a filing, the year of the day that counts'),
);
const place = column(
  'place',
  'string',
  t('出处', 'Place'),
  t(
    '第一处出处：页和位置，或 Word 部件和路径；没有为空',
    'the first place it rests on: page and box, or part and path in Word; empty where there is none',
  ),
);
const source = [
  column('source_file', 'string', t('来源文件', 'Source file'), t('名单文件名', 'name of the list')),
  column(
    'source_sheet',
    'string',
    t('来源工作表', 'Sheet'),
    t('工作表或表格；旧版导入的为空', 'sheet or table; empty for lists imported by an older program'),
  ),
  column(
    'source_row',
    'integer',
    t('来源行', 'Row'),
    t(
      '文件中的行号，从1起；旧版导入的为空',
      'row as a person counts it, from 1; empty for lists imported by an older program',
    ),
  ),
];
const filing = column(
  'filing',
  'string',
  t('申报书编号', 'Filing'),
  t('申报书的编号，补正后不变', 'id of the filing; survives its corrections'),
);

const awards: Table = {
  name: 'awards',
  title: t('入选事件', 'Listing events'),
  says: t('往届名单的一行：某项目在某次名单中入选', 'one row of an award list: a project was listed once'),
  key: ['award'],
  refers: { firm: { table: 'firms', column: 'firm' } },
  columns: [
    column(
      'award',
      'string',
      t('入选编号', 'Award'),
      t('同一名单的同一行编号相同', 'the same row of the same list has the same id'),
    ),
    column(
      'scheme',
      'string',
      t('计划', 'Scheme'),
      t('计划编号，未知为空', 'id of the programme; empty where it is not known'),
    ),
    column(
      'scheme_name',
      'string',
      t('计划名称', 'Name of the scheme'),
      t('名单上的写法', 'as the list writes it'),
    ),
    year,
    column(
      'batch',
      'string',
      t('批次', 'Lot'),
      t(
        '名单写明的批次，如“第三批”；没有为空',
        'the lot that the list names, like 第三批; empty where it names none',
      ),
    ),
    column(
      'list_date',
      'date',
      t('公布日期', 'Day of the list'),
      t('名单公布日；不详为空', 'day on which it was made public; empty where it is not known'),
    ),
    column('level', 'string', t('级别', 'Level'), t('由公布单位得出', 'from who made the list public'), {
      national: t('国家部门', 'a department of the state'),
      local: t('地方', 'a province or city'),
      association: t('协会等组织', 'an association'),
      unknown: t('不明', 'not known'),
    }),
    column(
      'issuer',
      'string',
      t('公布单位', 'Issuer'),
      t('读出的公布单位', 'who made the list public, as read'),
    ),
    column(
      'category',
      'string',
      t('类别', 'Category'),
      t('名单上的类别、方向或模式', 'class, direction or mode on the list'),
    ),
    column(
      'revoked',
      'integer',
      t('撤销年份', 'Revoked'),
      t(
        '后来的名单或备注撤销称号的年份，年份不详记入选年份；未撤销为空',
        'year in which a later list or a remark took the title back, the year of the award where it is not known; empty where none did',
      ),
    ),
    column('project', 'string', t('项目名称', 'Project'), t('名单上的写法', 'as the list writes it')),
    column(
      'applicant',
      'string',
      t('单位名称', 'Applicant'),
      t('名单上的写法；联合体写在一格的照录', 'as the list writes it; a consortium in one cell stays one'),
    ),
    firm,
    column(
      'unit',
      'string',
      t('推荐单位或地区', 'Recommending unit or region'),
      t('名单上的写法；没有这一栏为空', 'as the list writes it; empty where it has no such column'),
    ),
    region,
    province,
    regionThen,
    regionBy,
    regionMissing,
    ...source,
  ],
};

const firms: Table = {
  name: 'firms',
  title: t('企业', 'Firms'),
  says: t(
    '同一法人合为一行；被并入者保留为空号（merged_into）',
    'one row for a legal person; a merged one stays as a tombstone (merged_into)',
  ),
  key: ['firm'],
  columns: [
    firm,
    column('name', 'string', t('名称', 'Name'), t('最近一次出现的名称', 'the name it was last seen under')),
    column(
      'credit_code',
      'string',
      t('统一社会信用代码', 'Credit code'),
      t(
        '校验通过的18位代码；没有为空',
        'eighteen characters whose check digit holds; empty where none is known',
      ),
    ),
    column(
      'legal_form',
      'string',
      t('组织形式', 'Legal form'),
      t('名称末尾的组织形式', 'from the end of the name'),
    ),
    region,
    province,
    regionBy,
    regionMissing,
    ...industry,
    column(
      'founded_year',
      'integer',
      t('成立年份', 'Founded'),
      t('最近一份有此项的申报书所填', 'by the latest filing that has it'),
    ),
    missingOf('founded'),
    column(
      'registered_capital',
      'number',
      t('注册资本（万元）', 'Registered capital (万元)'),
      t('最近一份有此项的申报书所填，万元', 'by the latest filing that has it, in 10,000 CNY'),
    ),
    missingOf('capital'),
    column(
      'employees',
      'number',
      t('从业人数', 'Employees'),
      t('最近一份有此项的申报书所填', 'by the latest filing that has it'),
    ),
    missingOf('employees'),
    column(
      'first_year',
      'integer',
      t('首次出现年份', 'First seen'),
      t('名单或申报中', 'in lists or filings'),
    ),
    column('last_year', 'integer', t('最近出现年份', 'Last seen'), t('名单或申报中', 'in lists or filings')),
    column('times_listed', 'integer', t('入选次数', 'Times listed'), t('awards 中的行数', 'rows in awards')),
    column(
      'merged_into',
      'string',
      t('并入', 'Merged into'),
      t('空号并入的企业；自成一家为空', 'the firm it was merged into; empty for a firm of its own'),
    ),
  ],
};

const firmNames: Table = {
  name: 'firm_names',
  title: t('企业名称', 'Names of firms'),
  says: t(
    '企业用过的每种写法和出现的年份',
    'every writing of a firm’s name with the years in which it was seen',
  ),
  key: ['firm', 'name'],
  refers: { firm: { table: 'firms', column: 'firm' } },
  columns: [
    firm,
    column('name', 'string', t('名称', 'Name'), t('原文', 'as written')),
    column('from_year', 'integer', t('起', 'From'), t('首次出现年份', 'year in which it was first seen')),
    column('to_year', 'integer', t('止', 'To'), t('最近出现年份', 'year in which it was last seen')),
    column(
      'source',
      'string',
      t('来源', 'Source'),
      t('首次出现的名单或申报', 'the list or filing in which it was first seen'),
    ),
  ],
};

const firmLinks: Table = {
  name: 'firm_links',
  title: t('企业关系', 'Links between firms'),
  says: t(
    '合并的依据，以及未合并的可能关系；ambiguous 须由人判断',
    'why firms were merged, and links that were not; an ambiguous one is for a person',
  ),
  key: ['firm', 'other', 'kind'],
  refers: { firm: { table: 'firms', column: 'firm' }, other: { table: 'firms', column: 'firm' } },
  columns: [
    firm,
    column('other', 'string', t('另一企业', 'Other'), t('另一企业的编号', 'id of the other firm')),
    column('kind', 'string', t('关系', 'Kind'), t('关系的种类', 'kind of the link'), {
      same: t('同一法人，已合并', 'one legal person, merged'),
      renamed: t('更名，已合并', 'renamed, merged'),
      branch: t('分支机构，未合并', 'a branch, not merged'),
      affiliated: t('关联企业，未合并', 'affiliated, not merged'),
      ambiguous: t('可能同一，未合并，待人判断', 'may be the same, not merged, for a person to say'),
      apart: t('人工认定为两家，未合并', 'two firms, a person says; not merged'),
    }),
    column('stage', 'string', t('依据', 'Stage'), t('按此顺序比对', 'compared in this order'), {
      person: t('人工认定（chushen firms）', 'a person said so (chushen firms)'),
      'credit-code': t('统一社会信用代码', 'credit code'),
      name: t('名称相同', 'the same name'),
      former: t('曾用名或别名', 'former name or alias'),
      'region-form-core': t('地区、组织形式和字号', 'region, legal form and core name'),
      contact: t('联系电话或邮箱相同，只列出，不合并', 'a telephone or e-mail in common: told, never merged'),
    }),
    column('score', 'number', t('把握', 'Score'), t('0到1', '0 to 1')),
    column('evidence', 'string', t('证据', 'Evidence'), t('比对的写法', 'the writings that were compared')),
  ],
};

const filings: Table = {
  name: 'filings',
  title: t('申报书', 'Filings'),
  says: t('各批次最近一次审查的申报书', 'filings of the latest run of each batch'),
  key: ['filing'],
  refers: { firm: { table: 'firms', column: 'firm' } },
  columns: [
    filing,
    column('call', 'string', t('征集通知', 'Call'), t('通知编号', 'id of the call')),
    column('batch', 'string', t('批次', 'Batch'), t('批次名称', 'name of the batch')),
    year,
    column('version', 'integer', t('版本', 'Version'), t('补正后加一', 'grows with each correction')),
    column('title', 'string', t('项目名称', 'Project'), t('表中所填', 'as filled in')),
    column('applicant', 'string', t('申报单位', 'Applicant'), t('表中所填', 'as filled in')),
    firm,
    region,
    province,
    regionThen,
    regionBy,
    regionMissing,
    column('unit', 'string', t('推荐单位', 'Recommending unit'), t('表中所填', 'as filled in')),
    ...industry,
    column(
      'state',
      'string',
      t('机审状态', 'State'),
      t('机器的判断，不是决定', 'what the machine says; no decision'),
      {
        passed: t('机审通过', 'passes'),
        remarked: t('通过，有提示', 'passes with remarks'),
        mend: t('需补正', 'to be mended'),
        failed: t('不符合', 'fails'),
        open: t('待核', 'open'),
        unread: t('未读出', 'not read'),
      },
    ),
    column('run', 'string', t('审查编号', 'Run'), t('给出状态的那次审查', 'the run that gave the state')),
  ],
};

const fields: Table = {
  name: 'fields',
  title: t('栏目', 'Fields'),
  says: t(
    '申报书的每一栏一行；数值在 number，选项和短文字在 value',
    'one row for each field of a filing; numbers in number, ticks and short texts in value',
  ),
  key: ['filing', 'field'],
  refers: { filing: { table: 'filings', column: 'filing' } },
  columns: [
    filing,
    column(
      'field',
      'string',
      t('栏目', 'Field'),
      t('该次征集表中的栏目键', 'key of the field in that call’s form'),
    ),
    column('label', 'string', t('栏目名称', 'Label'), t('表上印的', 'as printed')),
    column(
      'indicator',
      'string',
      t('指标', 'Indicator'),
      t('跨征集相同的指标；没有对应为空', 'what is the same figure across calls; empty where there is none'),
    ),
    column(
      'figure_year',
      'integer',
      t('数据年份', 'Year of the figure'),
      t('按年填写的栏目；其他为空', 'for fields by year; else empty'),
    ),
    column('value', 'string', t('值', 'Value'), t('选项以“；”相连', 'ticks joined by ；')),
    column('number', 'number', t('数值', 'Number'), t('以 unit 为单位', 'in unit')),
    column('unit', 'string', t('单位', 'Unit'), t('表的单位', 'the form’s unit')),
    column(
      'missing',
      'string',
      t('缺失种类', 'Kind of missing'),
      t('有值为空', 'empty where there is a value'),
      missing,
    ),
    column('confidence', 'number', t('读取把握', 'Confidence'), t('0到1', '0 to 1')),
    place,
  ],
};

const findings: Table = {
  name: 'findings',
  title: t('初审意见', 'Findings'),
  says: t('每条规则对每份申报书的判断', 'what each rule says of each filing'),
  key: ['filing', 'rule'],
  refers: { filing: { table: 'filings', column: 'filing' } },
  columns: [
    filing,
    column('rule', 'string', t('规则', 'Rule'), t('规则编号', 'id of the rule')),
    column('rule_title', 'string', t('规则名称', 'Title of the rule'), t('条件', 'the condition')),
    column('clause', 'string', t('条款', 'Clause'), t('通知中的编号', 'its number in the notice')),
    column('verdict', 'string', t('结论', 'Verdict'), t('机器的判断', 'what the machine says'), {
      pass: t('符合', 'met'),
      fail: t('不符合', 'not met'),
      unknown: t('不能确定', 'cannot tell'),
      'not-applicable': t('不适用', 'does not apply'),
    }),
    column(
      'consequence',
      'string',
      t('后果', 'Consequence'),
      t('不符合时的后果', 'what follows where it is not met'),
      {
        bars: t('不予受理', 'bars'),
        mend: t('补正', 'to be mended'),
        remark: t('提示', 'a remark'),
        person: t('人工', 'for a person'),
      },
    ),
    place,
  ],
};

const labels: Table = {
  name: 'labels',
  title: t('类别', 'Labels'),
  says: t('每份申报书在每个分类体系中的候选类别', 'candidate labels of each filing in each scheme'),
  key: ['filing', 'scheme', 'label'],
  refers: { filing: { table: 'filings', column: 'filing' } },
  columns: [
    filing,
    column('scheme', 'string', t('分类体系', 'Scheme'), t('体系编号', 'id of the scheme')),
    column('label', 'string', t('类别', 'Label'), t('体系中的类别', 'a label of the scheme')),
    column('probability', 'number', t('概率', 'Probability'), t('校准后的概率', 'calibrated')),
    column('given', 'boolean', t('给出', 'Given'), t('正文足以确定', 'the text settles it')),
    column('declared', 'boolean', t('申报', 'Declared'), t('申报单位所选', 'what the applicant declares')),
    column('model', 'string', t('模型', 'Model'), t('模型及其散列', 'the model and its hash')),
    place,
  ],
};

const decisions: Table = {
  name: 'decisions',
  title: t('人工决定', 'Decisions'),
  says: t('现行有效的决定，不含姓名', 'decisions that stand, without names'),
  key: ['filing'],
  refers: { filing: { table: 'filings', column: 'filing' } },
  columns: [
    filing,
    column('decision', 'string', t('决定', 'Decision'), t('现行决定', 'what stands'), {
      pass: t('通过', 'pass'),
      return: t('退回补正', 'return to be mended'),
      reject: t('不予受理', 'reject'),
      doubt: t('存疑', 'in doubt'),
    }),
    column('decided_on', 'date', t('日期', 'Day'), t('作出决定的日期', 'the day of the decision')),
  ],
};

const panelFirmYear: Table = {
  name: 'panel_firm_year',
  title: t('企业年度面板', 'Panel of firms and years'),
  says: t('平衡面板：每家企业在数据的每一年一行', 'balanced: each firm in each year of the data'),
  key: ['firm', 'year'],
  refers: { firm: { table: 'firms', column: 'firm' } },
  columns: [
    firm,
    year,
    column(
      'listed',
      'integer',
      t('当年入选数', 'Listed in the year'),
      t('awards 中当年的行数', 'rows in awards in that year'),
    ),
    column(
      'times_listed',
      'integer',
      t('累计入选数', 'Listed so far'),
      t('截至当年', 'up to and with that year'),
    ),
    column(
      'first_listed',
      'integer',
      t('首次入选年份', 'First listed'),
      t('从未入选为空', 'empty where never'),
    ),
    column(
      'treated',
      'boolean',
      t('已入选', 'Treated'),
      t('当年或此前入选过', 'listed in that year or before'),
    ),
    column(
      'revoked',
      'integer',
      t('累计撤销数', 'Revoked so far'),
      t('截至当年被撤销的入选数', 'listings taken back up to and with that year'),
    ),
    column(
      'filed',
      'integer',
      t('当年申报数', 'Filed in the year'),
      t('filings 中当年的行数', 'rows in filings in that year'),
    ),
  ],
};

const panelRegionYear: Table = {
  name: 'panel_region_year',
  title: t('省份年度面板', 'Panel of provinces and years'),
  says: t('平衡面板：每个省级地区在数据的每一年一行', 'balanced: each province in each year of the data'),
  key: ['province', 'year'],
  columns: [
    province,
    column('province_name', 'string', t('省份', 'Name'), t('GB/T 2260 名称', 'by GB/T 2260')),
    year,
    column(
      'listed',
      'integer',
      t('当年入选数', 'Listed in the year'),
      t('awards 中当年的行数', 'rows in awards in that year'),
    ),
    column(
      'firms_listed',
      'integer',
      t('当年入选企业数', 'Firms listed in the year'),
      t('不重复计', 'each counted once'),
    ),
    column(
      'filed',
      'integer',
      t('当年申报数', 'Filed in the year'),
      t('filings 中当年的行数', 'rows in filings in that year'),
    ),
  ],
};

const crosswalkLabels: Table = {
  name: 'crosswalk_labels',
  title: t('类别对应', 'Crosswalk of labels'),
  says: t(
    '各次征集类别之间的对应，附两边条款原文',
    'how labels of calls answer to each other, both clauses quoted',
  ),
  key: [
    'from_call',
    'from_scheme',
    'from_label',
    'to_call',
    'to_scheme',
    'to_label',
    'relation',
    'from_quote',
  ],
  columns: [
    ...(['from', 'to'] as const).flatMap((side) => [
      column(`${side}_call`, 'string', t('通知', 'Call'), t('通知编号', 'id of the call')),
      column(
        `${side}_scheme`,
        'string',
        t('体系', 'Scheme'),
        t('体系编号；对应条款时为空', 'id of the scheme; empty for a clause'),
      ),
      column(
        `${side}_label`,
        'string',
        t('类别', 'Label'),
        t('类别或小项；对应条款时为空', 'label or item; empty for a clause'),
      ),
      column(`${side}_quote`, 'string', t('原文', 'Quote'), t('条款中的原文', 'words of the clause')),
    ]),
    column('relation', 'string', t('关系', 'Relation'), t('前者对后者', 'of the former to the latter'), {
      same: t('可互相折算', 'the same'),
      narrower: t('前者属于后者', 'the former is part of the latter'),
      broader: t('后者属于前者', 'the latter is part of the former'),
      related: t('有交叉，不可相加', 'they overlap and must not be added'),
    }),
  ],
};

export const tables: readonly Table[] = [
  awards,
  firms,
  firmNames,
  firmLinks,
  filings,
  fields,
  findings,
  labels,
  terms,
  decisions,
  panelFirmYear,
  panelRegionYear,
  crosswalkLabels,
  crosswalkRegions,
  crosswalkIndustries,
];
