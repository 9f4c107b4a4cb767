import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHtml } from '../../extractors/html/read-html.ts';
import { readText } from '../../extractors/text/read-text.ts';
import { loadPacks } from '../load.ts';
import { type Draft, draftCall } from './draft-call.ts';
import { openPointsText, packFiles } from './pack-files.ts';

const notice = `青川省经济和信息化厅文件
青经信数字〔2031〕42号
关于组织开展2031年智慧车间优秀案例征集工作的通知
各市经济和信息化局，有关省属企业：
为贯彻落实省委、省政府部署，加快车间数字化改造，现组织开展智慧车间优秀案例征集工作。有关事项通知如下：
一、征集方向
（一）柔性装配车间。面向多品种小批量生产，通过可重构产线实现快速换型。
（二）绿色铸造车间。面向高能耗工序，通过能源监测实现节能降碳。
（三）透明检测车间。面向质量追溯，通过在线检测实现全检全记录。
二、申报条件
（一）申报单位应在青川省境内注册，具有独立法人资格。
（二）已获得省级智慧车间优秀案例的项目不得重复申报，案例有效期为三年。
三、报送要求
（一）各市经济和信息化局推荐的案例一般不超过6个，省属企业协会推荐的案例不超过两个。
（二）请于2031年6月8日17时前将申报书（一式三份）及电子光盘报送至省经济和信息化厅。
联系人：数字化处 0123-4567890
附件：1.智慧车间优秀案例申报书
青川省经济和信息化厅
2031年5月6日
附件1
智慧车间优秀案例申报书
项目名称：
申报单位（盖章）：
推荐单位（盖章）：
申报日期：
一、基本情况
统一社会信用代码\t\t成立时间\t
是否上市\t☐是 ☐否\t职工人数\t
车间类型\t☐装配 ☐铸造 ☐检测 ☐其他____\t\t
营收情况\t2029年\t2030年\t
营业收入（万元）\t\t\t
序号\t设备名称\t数量\t
1\t\t\t
2\t\t\t
共连接设备____台，其中数控机床____台；投资____万元
二、案例介绍
（一）建设内容（不超过800字）
（二）应用成效
三、附件材料
1.营业执照复印件
2.专项审计报告`;

async function checked(draft: Draft) {
  const folder = await mkdtemp(join(tmpdir(), 'draft-'));
  try {
    for (const [name, text] of packFiles(draft)) await writeFile(join(folder, name), text);
    return await loadPacks([folder]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('what a notice says without doubt is in the draft, and the draft passes the check', async () => {
  const draft = draftCall('smart-shops-2031', readText(notice));
  const { call, clauses, schemes, form } = draft;
  expect(call).toMatchObject({
    title: { zh: '2031年智慧车间优秀案例' },
    issuer: { zh: '青川省经济和信息化厅' },
    number: '青经信数字〔2031〕42号',
    year: 2031,
    issued: '2031-05-06',
    deadlines: [{ level: 'province', at: '2031-06-08T17:00', clause: '三（二）' }],
    quotas: [
      { unit: 'city', max: 6, usual: true },
      { unit: 'association', max: 2 },
    ],
    resubmission: { bars: 'project', validityYears: 3, clause: '二（二）' },
    batch: [{ kind: 'quota', unitField: 'recommending_unit' }],
  });
  expect(call.annexes.map((one) => one.title)).toEqual(['营业执照复印件', '专项审计报告']);
  expect(clauses.find((one) => one.ref === '二（一）')?.text).toBe(
    '申报单位应在青川省境内注册，具有独立法人资格。',
  );
  expect(schemes[0]?.labels.map((label) => label.name)).toEqual([
    '柔性装配车间',
    '绿色铸造车间',
    '透明检测车间',
  ]);
  const fields = new Map(form.fields.map((field) => [field.label, field]));
  expect(fields.get('申报单位')).toMatchObject({ key: 'company_name', role: 'applicant' });
  expect(fields.get('是否上市')).toMatchObject({ type: 'choice' });
  expect(fields.get('车间类型')).toMatchObject({
    options: [{ text: '装配' }, { text: '铸造' }, { text: '检测' }, { text: '其他' }],
  });
  expect(fields.get('营业收入')).toMatchObject({ type: 'years', years: [2029, 2030], unit: '万元' });
  expect(fields.get('连接设备') ?? fields.get('共连接设备')).toMatchObject({ type: 'count', unit: '台' });
  expect(fields.get('投资')).toMatchObject({ type: 'amount', unit: '万元' });
  expect(fields.get('建设内容')).toMatchObject({ type: 'section', limit: 800 });
  expect(form.fields.find((field) => field.type === 'table')).toMatchObject({
    columns: [{ label: '设备名称' }, { label: '数量' }],
  });
  expect(draft.rules.map((rule) => rule.id)).toContain('deadline-province');
  const { packs, mistakes } = await checked(draft);
  expect(mistakes).toEqual([]);
  expect([...packs.keys()]).toEqual(['smart-shops-2031']);
});

test('a form of its own with merged cells: groups of options and the labels above a field', () => {
  const blank = readHtml(`<h1>车间申报书</h1><table>
    <tr><td rowspan="2">联系人</td><td>姓名</td><td></td></tr><tr><td>手机</td><td></td></tr>
    <tr><td rowspan="2">车间能力</td><td>感知</td><td>☐温度<br/>☐振动</td></tr><tr><td>执行</td><td>☐机械臂<br/>☐小车</td></tr>
    </table>`);
  const { form } = draftCall(
    'shops',
    readText('关于征集车间的通知\n各单位：\n一、条件\n企业应守信。'),
    blank,
  );
  expect(form.fields.map((field) => [field.key, field.label, field.under])).toEqual([
    ['contact', '姓名', ['联系人']],
    ['mobile', '手机', ['联系人']],
    ['field_3', '车间能力', []],
  ]);
  expect(form.fields[2]).toMatchObject({
    options: [{ group: '感知' }, { group: '感知' }, { group: '执行' }, { group: '执行' }],
  });
});

test('what is not settled is listed with its passage, in both languages', () => {
  const draft = draftCall('empty', readText('一份没有日期的说明'));
  for (const lang of ['zh', 'en'] as const) {
    const text = openPointsText(draft.open, [], lang);
    expect(text).not.toContain('undefined');
    expect(text.split('- [ ]').length).toBeGreaterThan(5);
  }
});

test('any mixture of lines gives a draft that loads', async () => {
  const lines = fc.constantFrom(
    ...notice.split('\n'),
    '',
    '附件 2',
    '____、____%',
    '☐',
    '：',
    '{{a}}',
    '<td>',
    '（一）',
    '1.1 甲*',
    '2031年度工作申请表',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(lines, { maxLength: 40 }), async (some) => {
      const { mistakes } = await checked(draftCall('any', readText(some.join('\n'))));
      expect(mistakes.filter((one) => !one.message.zh.includes('占位符'))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
