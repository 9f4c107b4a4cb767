import { expect, test } from 'vitest';
import { formSchema } from '../calls/schema/form.ts';
import { readHtml } from '../extractors/html/read-html.ts';
import { readForm } from './read-form.ts';

const form = formSchema.parse({
  title: '项目申报书',
  fields: [
    { key: 'company', label: '单位名称', en: 'Company', type: 'text', role: 'applicant' },
    { key: 'code', label: '统一社会信用代码', en: 'Code', type: 'credit-code' },
    { key: 'sign', label: '成员签名', en: 'Signed', type: 'person' },
    { key: 'at', label: '签名日期', en: 'Signed on', type: 'date' },
  ],
});
const page = (code: string, signature: string) => `<html><body><h1>项目申报书</h1>
<table><tr><td>单位名称</td><td>{{company}}</td></tr><tr><td>${code}</td><td>{{code}}</td></tr>
<tr><td>文字责任</td><td><p>本人愿意承担任何责任。</p>${signature}</td></tr></table></body></html>`;
const signed = (name: string, date: string) => `<p>成员签名（全体手签）：${name}</p><p>${date}</p>`;
const blank = readHtml(page('统一社会信用代码', signed('{{sign}}', '{{at}}')));

function read(signature: string, code = '统一社会信用代码') {
  const html = page(code, signature)
    .replace('{{company}}', '安徽海蓝汽车内饰科技有限公司')
    .replace('{{code}}', '91340121398761204G');
  return readForm(readHtml(html), form, blank).fields;
}

test('the date words below a line that nobody signed are no name and no date', () => {
  const fields = read(signed('', '　年　月　日'));
  expect(fields.get('sign')).toMatchObject({ state: 'blank', value: null });
  expect(fields.get('at')).toMatchObject({ state: 'blank', value: null });
});

test('a date below a line that nobody signed is the date', () => {
  const fields = read(signed('', '2024年11月15日'));
  expect(fields.get('sign')).toMatchObject({ state: 'blank', value: null });
  expect(fields.get('at')).toMatchObject({ state: 'filled', value: '2024-11-15' });
});

test('a name and a date in one cell are told apart', () => {
  const fields = read(signed('许广林、施文博', '2024年11月15日'));
  expect(fields.get('sign')).toMatchObject({ value: '许广林、施文博' });
  expect(fields.get('at')).toMatchObject({ value: '2024-11-15' });
});

test('a name is whole where the label of the next row lacks its first words', () => {
  const fields = read(signed('', ''), '社会信用代码');
  expect(fields.get('company')).toMatchObject({ value: '安徽海蓝汽车内饰科技有限公司' });
  expect(fields.get('company')?.conflicts).toBeUndefined();
  expect(fields.get('code')).toMatchObject({ value: '91340121398761204G' });
});
