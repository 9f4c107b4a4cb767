import { describe, expect, it, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { originalOf, streamOf } from '../align/stream.ts';
import { LabelIndex, plainLabel } from './label-index.ts';

const { fields } = formSchema.parse({
  title: '表',
  fields: [
    { key: 'company', label: '企业名称', en: 'Company', aliases: ['申报单位'], type: 'text' },
    { key: 'code', label: '信用代码', en: 'Code', type: 'text' },
    { key: 'name', label: '姓名', en: 'Name', under: ['单位信息', '联系人'], type: 'person' },
  ],
});

/** What may be the field's value in a document, best first, each with its trust. */
function found(key: string, html: string): [string, number][] {
  const stream = streamOf(readHtml(html));
  const field = fields.find((one) => one.key === key);
  return (field ? new LabelIndex(stream, fields).find(field) : []).map(({ start, end, trust }) => [
    originalOf(stream, start, end).trim(),
    Math.round(trust * 1000) / 1000,
  ]);
}
const values = (key: string, html: string) => found(key, html).map(([value]) => value);
const table = (...rows: string[]) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;

describe('the value of a label in a cell', () => {
  it('stands to its right', () => {
    expect(values('company', table('企业名称|甲公司'))).toEqual(['甲公司']);
    expect(values('company', table('1. 企业名称（盖章）：|甲公司|乙'))).toEqual(['甲公司']);
    expect(values('company', table('申报单位|甲公司'))).toEqual(['甲公司']);
  });

  it('stands below where another label or nothing is to the right', () => {
    expect(values('company', table('企业名称|信用代码', '甲公司|123'))).toEqual(['甲公司']);
    expect(values('code', table('企业名称|信用代码', '甲公司|123'))).toEqual(['123']);
  });

  it('is none where labels stand on both sides, or the table ends', () => {
    expect(values('company', table('企业名称|信用代码', '姓名|123'))).toEqual([]);
    expect(values('company', table('123|企业名称'))).toEqual([]);
  });

  it('may be empty', () => {
    expect(values('company', table('企业名称||乙'))).toEqual(['']);
  });

  it('is in the row and the column of the label, over merged cells too', () => {
    const html = `<table><tr><td colspan="2">企业名称</td><td rowspan="2">甲公司</td><td>乙</td></tr>
      <tr><td>信用代码</td><td>123</td></tr></table>`;
    expect(values('company', html)).toEqual(['甲公司']);
    expect(values('code', html)).toEqual(['123']);
    expect(
      values(
        'company',
        '<table><tr><td>丙</td><td>丁</td></tr><tr><td>企业名称</td><td>甲</td></tr></table>',
      ),
    ).toEqual(['甲']);
    expect(
      values(
        'company',
        '<table><tr><td rowspan="2">企业名称</td><td>信用代码</td></tr><tr><td>123</td></tr><tr><td>甲</td><td>乙</td></tr></table>',
      ),
    ).toEqual(['甲']);
  });

  it('is in the table of the label only', () => {
    expect(values('company', `${table('企业名称')}${table('甲|乙', '丙|丁')}`)).toEqual([]);
  });
});

describe('the value behind a label in a line', () => {
  test.each([
    ['企业名称：甲公司', '甲公司'],
    ['一、企业名称：甲公司', '甲公司'],
    ['1)企业名称（盖章）：甲公司', '甲公司'],
    ['日期2022；企业名称：甲公司', '甲公司'],
    ['企业名称：甲公司 信用代码：123', '甲公司'],
    ['信用代码：123，企业名称：甲公司', '甲公司'],
    ['企业名称：', ''],
  ])('%s', (line, value) => {
    expect(values('company', `<p>${line}</p>`)).toEqual([value]);
  });

  test.each(['企业名称甲公司', '本企业名称：甲公司', '企业名称变更：甲公司', '名称：甲公司'])(
    'is not told by %s',
    (line) => {
      expect(values('company', `<p>${line}</p>`)).toEqual([]);
    },
  );

  it('goes to the nearest label behind it', () => {
    expect(values('company', '<p>企业名称：甲公司；姓名：张三；信用代码：123</p>')).toEqual(['甲公司；']);
  });
});

describe('how far a place is trusted', () => {
  it('is most where nothing need stand over the label, and a cell more than a line', () => {
    expect(found('company', table('企业名称|甲'))).toEqual([['甲', 0.95]]);
    expect(found('company', '<p>企业名称：甲</p>')).toEqual([['甲', 0.93]]);
    expect(found('company', `<p>企业名称：甲</p>${table('企业名称|乙')}`)).toEqual([
      ['乙', 0.95],
      ['甲', 0.93],
    ]);
  });

  it('grows with the labels it stands under, to the left or above', () => {
    expect(found('name', table('姓名|张三'))).toEqual([['张三', 0.6]]);
    expect(found('name', table('联系人|姓名|张三'))).toEqual([['张三', 0.775]]);
    expect(found('name', table('单位信息', '联系人|姓名|张三'))).toEqual([['张三', 0.775]]);
    expect(found('name', table('单位信息||', '联系人|姓名|张三'))).toEqual([['张三', 0.775]]);
    const spanned =
      '<table><tr><td colspan="3">单位信息</td></tr><tr><td>联系人</td><td>姓名</td><td>张三</td></tr></table>';
    expect(found('name', spanned)).toEqual([['张三', 0.95]]);
  });

  it('is not raised by a label to the right, below, or beside another row', () => {
    expect(found('name', table('姓名|张三|联系人'))).toEqual([['张三', 0.6]]);
    expect(found('name', table('姓名|张三', '联系人|李四'))).toEqual([['张三', 0.6]]);
    expect(found('name', table('联系人|李四', '甲|姓名|张三'))).toEqual([['张三', 0.6]]);
  });

  it('in a line goes by the twelve lines before it', () => {
    const after = (lines: number) => `<p>联系人</p>${'<p>其他</p>'.repeat(lines)}<p>姓名：张三</p>`;
    expect(found('name', after(0))).toEqual([['张三', 0.755]]);
    expect(found('name', after(11))).toEqual([['张三', 0.755]]);
    expect(found('name', after(12))).toEqual([['张三', 0.58]]);
  });
});

test.each([
  ['(一)企业名称', '企业名称'],
  ['十二、企业名称:', '企业名称'],
  ['3.企业名称(万元)。', '企业名称'],
  ['(2)企业名称', '企业名称'],
  ['一、1.企业名称', '企业名称'],
  ['3.5万元', '3.5万元'],
  ['企业名称:;。', '企业名称'],
])('the plain label of %s is %s', (label, plain) => {
  expect(plainLabel(label)).toBe(plain);
});
