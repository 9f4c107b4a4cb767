import { formSchema } from '../calls/schema/form.ts';
import { readHtml } from '../extractors/html/read-html.ts';

/** A small form with everything a printed form has, for the tests of this folder. */
export const form = formSchema.parse({
  title: '试验申报书',
  fields: [
    { key: 'title', label: '项目名称', en: 'Title', type: 'text', role: 'title' },
    {
      key: 'company',
      label: '企业名称',
      en: 'Company',
      aliases: ['申报单位'],
      type: 'text',
      role: 'applicant',
    },
    { key: 'code', label: '统一社会信用代码', en: 'Code', type: 'credit-code' },
    {
      key: 'kind',
      label: '所属类型',
      en: 'Kind',
      type: 'choice',
      options: [{ text: '离散行业' }, { text: '流程行业' }],
    },
    {
      key: 'assets',
      label: '总资产',
      en: 'Assets',
      type: 'years',
      years: [2019, 2020, 2021],
      of: 'amount',
      unit: '万元',
    },
    { key: 'contact', label: '姓名', en: 'Name', under: ['联系人信息'], type: 'person' },
    { key: 'mail', label: '邮箱', en: 'Mail', type: 'email' },
    {
      key: 'honours',
      label: '企业荣誉',
      en: 'Honours',
      type: 'table',
      columns: [
        { key: 'level', label: '级别', en: 'Level' },
        { key: 'name', label: '奖项名称', en: 'Award' },
        { key: 'at', label: '获得时间', en: 'When', type: 'month' },
      ],
    },
    { key: 'running', label: '运行设备', en: 'Running', type: 'count', unit: '台/套' },
    { key: 'machining', label: '加工设备', en: 'Machining', type: 'count', unit: '台/套' },
    {
      key: 'safety',
      label: '安全技术',
      en: 'Safety',
      type: 'ticks',
      options: [{ text: '防火墙' }, { text: '工控防火墙' }, { text: '入侵检测' }],
    },
    { key: 'overview', label: '企业概况', en: 'Overview', type: 'section' },
    { key: 'effects', label: '主要成效', en: 'Effects', type: 'section' },
  ],
});

export const blankHtml = `<html><body>
<h1>试验申报书</h1><p>申报单位（盖章）：{{company}}</p><p>项 目 名 称：{{title}}</p>
<table>
<tr><td rowspan="5">企<br/>业<br/>信<br/>息</td><td>企业名称</td><td colspan="3">{{company}}</td></tr>
<tr><td>统一社会信用代码</td><td>{{code}}</td><td>所属类型</td><td>{{kind=离散行业}}离散行业 {{kind=流程行业}}流程行业</td></tr>
<tr><td>财务情况</td><td>2019 年</td><td>2020 年</td><td>2021 年</td></tr>
<tr><td>总资产（万元）</td><td>{{assets.2019}}</td><td>{{assets.2020}}</td><td>{{assets.2021}}</td></tr>
<tr><td>联系人信息</td><td>姓名</td><td>{{contact}}</td><td>邮箱：{{mail}}</td></tr>
<tr><td rowspan="2">企业荣誉</td><td>序号</td><td>级别</td><td>奖项名称</td><td>获得时间</td></tr>
<tr><td>{{honours.#}}</td><td>{{honours.level}}</td><td>{{honours.name}}</td><td>{{honours.at}}</td></tr>
</table>
<table><tr><td>其中，运行设备{{running}}台/套；加工设备{{machining}}台/套；<br/>{{safety=防火墙}}防火墙 {{safety=工控防火墙}}工控防火墙 {{safety=入侵检测}}入侵检测</td></tr></table>
<h2>（一）企业概况（成立时间、发展历程等。）</h2><p>{{overview}}</p>
<h2>（二）主要成效</h2><p>{{effects}}</p>
</body></html>`;

export const blank = await readHtml(blankHtml);
