import { expect, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { changeForm, changeUnits } from './change-form.ts';
import { parseMarkup, textOf, writeMarkup } from './markup.ts';
import { Random } from './random.ts';

const blank = `<html><body><p>申报单位：{{company}}</p><table>
<tr><th>总资产（万元）</th><td>{{assets.2020}}</td><td>{{assets.2021}}</td></tr>
<tr><th>注册资本（万元）</th><td>{{capital}}</td><th>人数</th><td>{{people}}</td></tr></table>
<h3>（一）背景<span class="hint">（不超过500字）</span></h3><p>{{why}}</p>
<h3>（二）做法</h3><p>{{how}}</p><h3>（三）成效</h3><p>{{effect}}</p></body></html>`;

const written = () => ({
  values: new Map([
    ['capital', '8,600'],
    ['people', '46'],
  ]),
  ticks: new Map<string, string[]>(),
  years: new Map([['assets', { 2020: '9620', 2021: '10350万元' }]]),
  rows: new Map<string, Record<string, string>[]>(),
  second: new Map<string, string>(),
});

test('amounts follow the unit of their label, and what has its own unit stays', () => {
  for (let seed = 1; seed < 8; seed++) {
    const form = parseMarkup(blank);
    const values = written();
    changeUnits(form, values, new Random(seed));
    const text = textOf(form);
    expect(text).not.toContain('（万元）');
    const yuan = text.includes('（元）');
    expect(values.values.get('capital')).toBe(yuan ? '86000000' : '0.86');
    expect(values.years.get('assets')).toEqual({ 2020: yuan ? '96200000' : '0.962', 2021: '10350万元' });
    expect(values.values.get('people')).toBe('46');
  }
});

test('a retyped form keeps every place to fill in', () => {
  const fields = formSchema.parse({
    title: '表',
    fields: [{ key: 'people', label: '人数', en: 'People', aliases: ['员工数'], type: 'count', unit: '人' }],
  }).fields;
  const places = (text: string) => [...text.matchAll(/\{\{[^}]+\}\}/gu)].map(([place]) => place);
  const seen = new Set<string>();
  for (let seed = 1; seed < 30; seed++) {
    const form = parseMarkup(blank);
    changeForm(form, fields, new Random(seed));
    const text = textOf(form);
    expect(places(text)).toEqual(places(blank));
    for (const word of ['员工数', '不超过', '1、', '主要做法', '特色亮点'])
      if (text.includes(word)) seen.add(word);
    if (writeMarkup(form).includes('<br')) seen.add('br');
  }
  expect([...seen].sort()).toEqual(['1、', 'br', '不超过', '主要做法', '员工数', '特色亮点'].sort());
});
