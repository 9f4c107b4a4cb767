import { expect, test } from 'vitest';
import { readHtml } from '../../extractors/html/read-html.ts';
import { readForm } from '../read-form.ts';
import { blank, blankHtml, form } from '../testing.ts';
import { alignParts } from './reorder.ts';
import { streamOf } from './stream.ts';
import { compileTemplate } from './template.ts';

const template = compileTemplate(form, blank);
const written = blankHtml
  .replace('{{title}}', '风机远程运维项目')
  .replaceAll('{{company}}', '甲乙科技有限公司')
  .replace('{{running}}', '12')
  .replace('{{machining}}', '34')
  .replace('{{overview}}', '本公司成立于二〇〇三年，主营风力发电机组。')
  .replace('{{effects}}', '停机时间下降三成。')
  .replace(/\{\{safety=防火墙\}\}/u, '☑')
  .replace(/\{\{[a-z]+=[^}]*\}\}/gu, '☐')
  .replace(/\{\{[^}]*\}\}/gu, '');

test('a form in its own order keeps its template', () => {
  const alignment = alignParts(template, streamOf(readHtml(written)));
  expect(alignment.template).toBe(template);
});

test('a part bound in at the end is read there', () => {
  const table = /<table><tr><td>其中[\s\S]*?<\/table>/u.exec(written)![0];
  const moved = written.replace(table, '').replace('</body>', `${table}</body>`);
  const fields = readForm(readHtml(moved), form, blank).fields;
  expect(fields.get('running')?.value).toBe(12);
  expect(fields.get('machining')?.value).toBe(34);
  expect(fields.get('safety')?.value).toEqual(['防火墙']);
  expect(fields.get('effects')?.value).toBe('停机时间下降三成。');
});

test('chapters before the table are read there', () => {
  const chapters = /<h2>（一）[\s\S]*?<\/p>\s*<h2>[\s\S]*?<\/p>/u.exec(written)![0];
  const moved = written.replace(chapters, '').replace('<body>', `<body>${chapters}`);
  const fields = readForm(readHtml(moved), form, blank).fields;
  expect(fields.get('overview')?.value).toBe('本公司成立于二〇〇三年，主营风力发电机组。');
  expect(fields.get('running')?.value).toBe(12);
  expect(fields.get('title')?.value).toBe('风机远程运维项目');
});
