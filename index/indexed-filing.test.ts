import { expect, test } from 'vitest';
import type { Pack } from '../calls/schema/index.ts';
import type { Line } from '../core/document.ts';
import type { Field, Filing } from '../core/filing.ts';
import { TextMap } from '../core/text-map.ts';
import { indexFiling } from './indexed-filing.ts';
import { callWith } from './testing.ts';
import { placesIn } from './text/placed-text.ts';
import { excludedShareOf } from './text/subtract.ts';

const line = (text: string, y: number): Line => ({
  text,
  place: { page: 1, box: [50, y, 50 + 10 * text.length, y + 12] },
  boxes: Array.from({ length: text.length }, (_, i) => [50 + 10 * i, y, 60 + 10 * i, y + 12] as const),
  readBy: 'text-layer',
  confidence: 1,
});
const clause = '聚焦产业链供应链安全稳定，在新能源汽车、高端医疗装备等关键领域体现强链作用。';
const own = '我们在两条线上部署了边缘网关ZX-900，软件著作权2021SR0123456，年节约1,280万元。';
const hint = '请说明方案的创新点和推广价值，可附图表。';
const section = new TextMap([
  line(hint, 100),
  line(own, 120),
  line(clause, 140),
  line(own.slice(0, 10), 160),
]);
const whole = new TextMap([
  line('申报单位', 40),
  line('云帆有限公司', 60),
  line(hint, 100),
  line(own, 120),
  line(clause, 140),
]);
const at = whole.text.indexOf(hint);

const field = (key: string, value: string): [string, Field] => [
  key,
  {
    key,
    label: key,
    value,
    raw: value,
    state: 'filled',
    confidence: 1,
    where: [{ page: 1, box: [0, 0, 9, 9] }],
  },
];
const common = { en: 'x', aliases: [], under: [], required: false };
const pack = {
  ...callWith(),
  clauses: new Map([['一（一）', { ref: '一（一）', text: clause, rules: [] }]]),
  form: {
    title: '申报书',
    fields: [
      { ...common, key: 'name', label: '方案名称', type: 'text', role: 'title' },
      { ...common, key: 'company', label: '申报单位', type: 'text', role: 'applicant' },
      { ...common, key: 'code', label: '信用代码', type: 'credit-code', role: 'credit-code' },
      { ...common, key: 'solution', label: '方案', type: 'section' },
      { ...common, key: 'effect', label: '成效', type: 'long-text' },
    ],
  },
} as unknown as Pack;
const filing: Filing = {
  id: 'f1',
  file: 'f1.pdf',
  document: { format: 'pdf', pages: [], body: [], marginalia: [], pictures: [], problems: [] },
  fields: new Map([
    field('name', '窑炉APP'),
    field('company', '云帆有限公司'),
    field('effect', '成效显著。\n效果好。'),
  ]),
  sections: new Map([['solution', { key: 'solution', heading: '方案', text: section }]]),
  text: whole,
  formRanges: [[at, at + hint.length]],
  problems: [],
};

test('narrative with places down to the characters; form and notice are excluded; JSON keeps all', () => {
  // Too short to be the whole narrative, but the whole text is no longer.
  const indexed = indexFiling(pack, filing);
  expect(JSON.parse(JSON.stringify(indexed))).toEqual(indexed);
  expect(indexed).toMatchObject({ company: '云帆有限公司', title: '窑炉APP', year: 2021, call: 'apps-2021' });
  expect(indexed.narrative.text).toBe(`${section.text}\n成效显著。\n效果好。`);
  const start = indexed.narrative.text.indexOf('部署');
  expect(placesIn(indexed.narrative, [start, start + 2])).toEqual(section.placesOf(start, start + 2));
  expect(
    placesIn(indexed.narrative, [indexed.narrative.text.length - 2, indexed.narrative.text.length]),
  ).toEqual([{ page: 1, box: [0, 0, 9, 9] }]);
  const excluded = indexed.excluded.map(([from, to]) => indexed.narrative.text.slice(from, to));
  expect(excluded[0]).toBe(hint);
  expect(excluded[1]).toBe(clause.slice(0, -1));
  expect(excludedShareOf(indexed.narrative.text, indexed.excluded)).toBeGreaterThan(0.4);
  expect(indexed.facts).toEqual(expect.arrayContaining(['2021sr0123456', 'zx-900']));
  expect(indexed).not.toHaveProperty('creditCode');
});
