import { expect, test } from 'vitest';
import { readHtml } from '../../../extractors/html/read-html.ts';
import { readText } from '../../../extractors/text/read-text.ts';
import { draftCall } from '../draft-call.ts';
import { spacesToBlanks } from '../pieces.ts';

/** Rows as `|cell|cell|`; `h2:` and `v2:` before a cell's text are its spans, ¶ parts its paragraphs. */
function table(rows: string): string {
  const lines = rows.split('\n').map((row) => {
    const cells = row
      .split('|')
      .slice(1, -1)
      .map((cell) => {
        const [, down = '', across = '', text = ''] =
          /^(?:v(\d+))?(?:h(\d+))?:?(.*)$/su.exec(cell.trim()) ?? [];
        const spans = `${down && ` rowspan="${down}"`}${across && ` colspan="${across}"`}`;
        return `<td${spans}>${text
          .split('¶')
          .map((para) => `<p>${para.trim()}</p>`)
          .join('')}</td>`;
      });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${lines.join('')}</table>`;
}
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => `<p>${line.replace(/ {2}/gu, ' &nbsp;')}</p>`)
    .join('');

const notice = readText('关于征集案例的通知\n各单位：\n一、条件\n企业应守信。');
const drafted = (html: string) => draftCall('cases', notice, readHtml(`<h1>某某申报书</h1>${html}`));

function fieldsOf(html: string): string[] {
  return drafted(html).form.fields.map((field) => {
    const path = [...field.under, field.label].join('/');
    const more =
      'options' in field
        ? field.options.map(({ text }) => text)
        : field.type === 'table'
          ? field.columns.map(({ label }) => label)
          : field.type === 'years'
            ? [...field.years.map(String), field.unit]
            : 'unit' in field
              ? [field.unit]
              : 'limit' in field && field.limit !== undefined
                ? [String(field.limit)]
                : [];
    return [field.type, path, ...more].join(' ');
  });
}

test.each([
  [
    'boxes before options',
    '|性别|[ ]男 [ ]女|级别（单选）|（ ）国家级 （ ）省级 （ ）市级|',
    ['choice 性别 男 女', 'choice 级别 国家级 省级 市级'],
  ],
  ['boxes behind options', '|性别|男□ 女□|党员|是（ ）否（ ）|', ['choice 性别 男 女', 'choice 党员 是 否']],
  [
    'counts within options',
    '|成果|□论文（ ）篇  □专利（ ）项|',
    ['ticks 成果 论文 专利', 'count 成果/论文 篇', 'count 成果/专利 项'],
  ],
  [
    'options without boxes',
    '|规模（请打√）|大型 / 中型 / 小型|行业（单选）|A.电子 B.装备 C.医药|',
    ['ticks 规模 大型 中型 小型', 'choice 行业 电子 装备 医药'],
  ],
  ['boxes over rows', '|v3:主题|□甲方向|\n|□乙方向|\n|□丙方向|', ['ticks 主题 甲方向 乙方向 丙方向']],
  ['one box to a character is a number', '|信用代码|□□□□□□□□□□□□□□□□□□|', ['credit-code 信用代码']],
  ['a unit in the value cell', '|营业收入|万元|职工|人|', ['amount 营业收入 万元', 'count 职工 人']],
  [
    'years beside units',
    '|指标|单位|2023年|2024年|\n|营业收入|万元|||\n|研发占比|%|||',
    ['years 营业收入 2023 2024 万元', 'years 研发占比 2023 2024 %'],
  ],
  ['repeating rows without 序号', '|姓名|单位|分工|\n||||\n||||', ['table 明细表 姓名 单位 分工']],
  [
    'a title beside repeating rows',
    '|v3:主要成员|姓名|职称|单位|\n||||\n||||',
    ['table 主要成员 姓名 职称 单位'],
  ],
  [
    'two rows of heads',
    '|v2:参数|v2:本产品|h2:同类产品|\n|国内|国外|\n|||||\n|||||',
    ['table 明细表 参数 本产品 同类产品/国内 同类产品/国外'],
  ],
  ['fixed rows', '|科目|金额|依据|\n|设备费|||\n|合计|||', ['table 明细表 科目 金额 依据']],
  [
    'one row below heads is no table',
    '|v2:联系人|姓名|部门|手机|\n||||',
    ['person 联系人/姓名', 'text 联系人/部门', 'phone 联系人/手机'],
  ],
  [
    'groups side by side',
    '|v2:人员|总数（人）||v2:学历|博士（人）||\n|高级（人）||硕士（人）||',
    ['count 人员/总数 人', 'count 学历/博士 人', 'count 人员/高级 人', 'count 学历/硕士 人'],
  ],
  [
    'full-width cells',
    '|名称||\n|h2:摘要（300字以内）|\n|h2:需求：|\n|h2:保密描述|',
    ['text 名称', 'long-text 摘要 300', 'long-text 需求', 'long-text 保密描述'],
  ],
  [
    'an opinion over seal and date',
    '|学院意见|（公章）¶年 月 日|',
    ['long-text 学院意见', 'date 学院意见/学院意见日期'],
  ],
  [
    'signatures and dates',
    '|牵头医院|法定代表人签字：¶（公章）¶年 月 日|',
    ['person 牵头医院/法定代表人签字', 'date 牵头医院/牵头医院日期'],
  ],
  ['a span of months', '|起止时间|自  年 月 至  年 月|', ['span 起止时间']],
])('table: %s', (_name, rows, asked) => {
  expect(fieldsOf(table(rows))).toEqual(asked);
});

test('a cover: spaced labels, boxes below a label, lines without colons, nameless dates and boxes', () => {
  expect(
    fieldsOf(
      lines(`案 例 名 称：
所属赛道（单选）：
（ ）制造
（ ）农业
申报单位 （盖章）
编号：（由组织单位填写）
□成套 □单台 □部件
填 报 日 期：  年  月  日`),
    ),
  ).toEqual([
    'text 案例名称',
    'choice 所属赛道 制造 农业',
    'text 申报单位',
    'text 编号',
    'ticks 成套、单台、部件 成套 单台 部件',
    'date 填报日期',
  ]);
});

test('what the form does not say is told', () => {
  const { open } = drafted(table('|营业收入||应用场景|□甲 □乙 □丙|'));
  const said = open
    .filter(({ file }) => file === 'form.yaml')
    .map(({ what }) => what.zh)
    .join('\n');
  expect(said).toContain('“营业收入”没有印单位');
  expect(said).toContain('“应用场景”没有写明单选或多选');
});

test('one empty row below 序号 is a table of repeating rows', () => {
  expect(fieldsOf(table('|v2:荣誉|序号|级别|名称|授予时间|\n| | | | |'))).toEqual([
    'table 荣誉 级别 名称 授予时间',
  ]);
});

test('other boxes in each row are options, not rows that repeat', () => {
  const types = fieldsOf(table('|方向|类别（单选）|细目（单选）|\n|v2:申报|☐工厂|☐产线|\n|☐园区|☐低碳|'));
  expect(types.some((one) => one.startsWith('table'))).toBe(false);
  expect(types.join()).toContain('工厂 产线 园区 低碳');
});

test('empty cells before boxes stand for the label above', () => {
  expect(fieldsOf(table('|建设方式|☐自建|\n| |☐合作共建|\n|投资|☐大|\n| |☐小|'))).toEqual([
    'choice 建设方式 自建 合作共建',
    'choice 投资 大 小',
  ]);
});

test('1、甲类 beside boxes names them though its group says to choose', () => {
  expect(fieldsOf(table('|v2:模式（选择1个）|1、产品|☐硬件 ☐机器人|\n|2、管理|☐流程 ☐设备|'))).toEqual([
    'ticks 模式 硬件 机器人 流程 设备',
  ]);
});

test('a label above measured blanks is not filled in itself', () => {
  expect(fieldsOf(lines('主营业务收入：\n近三年累计收入：____万元'))).toEqual([
    'amount 主营业务收入/近三年累计收入 万元',
  ]);
});

test('lines of boxes below a short name are one field, questions line by line in a cell are many', () => {
  expect(fieldsOf(lines('申请类型\n□初次　□扩项\n□换证　□变更'))).toEqual([
    'ticks 申请类型 初次 扩项 换证 变更',
  ]);
  expect(fieldsOf(table('|制度|1.责任制：□有 □无¶2.预案：□已备案 □未备案|'))).toEqual([
    'choice 制度/责任制 有 无',
    'choice 制度/预案 已备案 未备案',
  ]);
});

test('a unit above tells that of the sums below; spaces before a unit are written in', () => {
  const sums = fieldsOf(table('|v2:经费（万元）|自筹||其他||\n|贷款||合计||'));
  expect(sums.every((field) => field.startsWith('amount'))).toBe(true);
  expect(sums).toHaveLength(4);
  expect(spacesToBlanks('\u3000\u3000人，其中专业人员\u3000\u3000人')).toBe('____人，其中专业人员____人');
  expect(spacesToBlanks('\u3000\u3000年\u3000\u3000月')).toBe('\u3000\u3000年\u3000\u3000月');
});

test('heads over two rows without merged cells head one table of rows', () => {
  const rows = '|编号|案例|h2:联系人|备注|\n|||姓名|手机||\n||||||\n||||||';
  expect(fieldsOf(table(rows))).toEqual(['table 明细表 案例 联系人/姓名 联系人/手机 备注']);
});

test('labels over two columns head the pairs below them, up to a row that keeps to other columns', () => {
  const rows = '|h2:供给方|h2:承接方|\n|单位名称||单位名称||\n|联系人||联系人||\n|合作领域|h3:|';
  expect(fieldsOf(table(rows))).toEqual([
    'text 供给方/单位名称',
    'text 承接方/单位名称',
    'person 供给方/联系人',
    'person 承接方/联系人',
    'text 合作领域',
  ]);
});

test('opinions side by side are written in above their seals', () => {
  expect(fieldsOf(table('|单位意见|主管部门意见|\n|（盖章）¶年　月　日|（盖章）¶年　月　日|'))).toEqual([
    'long-text 单位意见',
    'date 单位意见/单位意见日期',
    'long-text 主管部门意见',
    'date 主管部门意见/主管部门意见日期',
  ]);
});

test('chapters in one cell are written in one by one', () => {
  expect(fieldsOf(table('|需求描述|（一）背景（不超过500字）¶（二）关键问题¶（三）技术指标|'))).toEqual([
    'long-text 需求描述/背景 500',
    'long-text 需求描述/关键问题',
    'long-text 需求描述/技术指标',
  ]);
});

test('a letter to write in chooses among the options of the line below', () => {
  expect(fieldsOf(lines('1. 所属行业：（　）\nA.装备制造　B.电子信息　C.其他'))).toEqual([
    'ticks 所属行业 装备制造 电子信息 其他',
  ]);
});

test('a column of units beside the names of the rows; a label over rows ends with them', () => {
  const rows = '|v2:指标|名称|单位|2023年|2024年|\n|能耗|千克标准煤/吨|||\n|得分||自评||x|'.replace(
    '|x|',
    '||',
  );
  expect(fieldsOf(table(rows))).toEqual(['years 能耗 2023 2024 千克标准煤/吨', 'text 得分', 'text 自评']);
});

test('a chapter whose own line explains it, and one that ends with a full stop', () => {
  expect(fieldsOf(lines('一、方案\n（一）必要性。说明行业需求，不超过1000字。\n（二）目标与任务。'))).toEqual(
    ['section 必要性 1000', 'section 目标与任务'],
  );
});

test('running numbers name nothing, spaced names are whole, a signature stands beside its date', () => {
  expect(fieldsOf(table('|1|产品型号||\n|2|知识产权|专利　　件，软著　　件|'))).toEqual([
    'text 产品型号',
    'count 知识产权/专利 件',
    'count 知识产权/软著 件',
  ]);
  expect(fieldsOf(table('|姓　　名||本人签字|　　年　月　日|'))).toEqual([
    'person 姓名',
    'person 本人签字',
    'date 本人签字/本人签字日期',
  ]);
  expect(fieldsOf(lines('试 点 名 称\n申 报 单 位'))).toEqual(['text 试点名称', 'text 申报单位']);
});
