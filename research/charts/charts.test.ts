import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { regions } from '../../core/normalise/regions.ts';
import { generatedAwardLists } from '../../corpus/firms/generated-awards.ts';
import { readAwardBytes } from '../../lists/awards/read-awards.ts';
import { storeAwards } from '../../pipeline/award-lists.ts';
import { openStore } from '../../store/open-store.ts';
import { type Collected, collect } from '../collect/collect.ts';
import type { ResearchRow } from '../schema/table.ts';
import { type Answer, csvOfAnswer, shown } from './answer.ts';
import { charts } from './charts.ts';
import { svgOf } from './draw.ts';
import { optionOf } from './option.ts';
import { tiles } from './tiles.ts';
import { answersOf } from './trends-data.ts';
import { writeTrends } from './write-trends.ts';

/** Figures over generated lists of eight years and a few made-up filings. */

const folder = mkdtempSync(join(tmpdir(), 'chushen-trends-'));
let collected: Collected;
let answers: Answer[];

beforeAll(async () => {
  const opening = await openStore(':memory:');
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  for (const { name, csv } of generatedAwardLists(31, 120, 8))
    await storeAwards(store.awards, {
      file: name,
      ...(await readAwardBytes(name, new TextEncoder().encode(csv))),
    });
  collected = await collect({ store, packs: new Map() });
  collected = { ...collected, ...madeUpFilings() };
  await store.close();
  answers = await answersOf(collected, charts);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Seven filings of one call that fail a rule, three of another that pass. */
function madeUpFilings(): Record<string, readonly ResearchRow[]> {
  const none = { value: null, number: null, unit: null };
  const ids = Array.from({ length: 10 }, (_, i) => `f${i}`);
  const call = (i: number) => (i < 7 ? 'one' : 'two');
  return {
    filings: ids.map((filing, i) => ({
      filing,
      call: call(i),
      year: 2022,
      industry: i < 7 ? 'C34' : 'C17',
      state: i < 7 ? 'failed' : 'passed',
    })),
    findings: ids.map((filing, i) => ({
      ...{ filing, rule: 'r', rule_title: '有证明', clause: '一' },
      verdict: i < 7 ? 'fail' : 'pass',
    })),
    fields: ids.flatMap((filing, i) => [
      { ...none, filing, field: 'i', indicator: 'investment', number: i < 3 ? 100 : 700, unit: '万元' },
      { ...none, filing, field: 'f', indicator: 'founded', value: i < 6 ? '2010-05' : '2021' },
      { ...none, filing, field: 'e', indicator: 'employees', number: 120, unit: '人' },
    ]),
    terms: [
      ...(collected.terms ?? []),
      ...ids.flatMap((source, i) => {
        const named = { kind: 'filing', source, year: 2022, term: '5g', term_zh: '5G', term_en: '5G' };
        return i < 6
          ? [
              { ...named, part: 'title' },
              { ...named, part: 'summary' },
            ]
          : [];
      }),
    ],
  };
}

function of(id: string): Answer {
  const found = answers.find(({ chart }) => chart.id === id);
  if (!found) throw new Error(id);
  return found;
}
const cell = (answer: Answer, row: number, name: string) => answer.rows[row]?.[answer.columns.indexOf(name)];
const sum = (answer: Answer, name: string) =>
  answer.rows.reduce((all, row) => all + Number(row[answer.columns.indexOf(name)] ?? 0), 0);

describe('the figures', () => {
  test('each answers with the columns that it explains, in both languages', () => {
    expect(answers.map(({ chart }) => chart.id)).toEqual(charts.map(({ id }) => id));
    for (const { chart, columns } of answers) {
      expect([chart.id, columns]).toEqual([chart.id, Object.keys(chart.columns)]);
      const { x, series, value } = chart.draw ?? {};
      const by = typeof series === 'object' ? [series.zh, series.en] : [series];
      for (const name of [x, ...by, value]) if (name !== undefined) expect(columns).toContain(name);
    }
  });

  test('they add up to the tables', () => {
    const awards = collected.awards ?? [];
    expect(awards.length).toBeGreaterThan(200);
    expect(sum(of('listings'), 'listed')).toBe(awards.length);
    expect(sum(of('categories'), 'listed')).toBe(awards.length);
    const placed = awards.filter(({ province }) => province !== null).length;
    expect(sum(of('provinces'), 'listed')).toBe(placed);
    expect(sum(of('provinces-years'), 'listed')).toBe(placed);
    const firms = (collected.firms ?? []).filter(({ merged_into: into }) => into === null);
    expect(sum(of('repeat-winners'), 'firms')).toBe(firms.length);
    const times = of('repeat-winners').rows.reduce((all, [n, count]) => all + Number(n) * Number(count), 0);
    expect(times).toBe(awards.length);
  });

  test('technologies are counted by listing, and what is too thin to read is marked', () => {
    const named = new Map<string, Set<unknown>>();
    for (const { kind, source, term, year } of collected.terms ?? [])
      if (kind === 'award')
        named.set(`${year} ${term}`, (named.get(`${year} ${term}`) ?? new Set()).add(source));
    const told = of('technologies');
    expect(named.size).toBeGreaterThan(8);
    expect(told.rows.length).toBe(named.size);
    expect(sum(told, 'listed')).toBe([...named.values()].reduce((all, { size }) => all + size, 0));
    for (const one of answers)
      for (const [i, row] of one.rows.entries())
        for (const name of ['listed', 'firms']) {
          const at = one.columns.indexOf(name);
          if (at < 0 || !one.columns.includes('few') || one.chart.draw?.value !== name) continue;
          const few = Number(row[at]) < 5;
          expect([one.chart.id, cell(one, i, 'few')]).toEqual([one.chart.id, few]);
          expect(shown(one.columns, row, at).endsWith(' *')).toBe(few);
        }
  });

  test('every flow is of firms that were listed there first, and no firm is lost', () => {
    const scheme = (row: ResearchRow) => String(row.scheme ?? row.scheme_name);
    const byFirm = new Map<string, ResearchRow[]>();
    for (const row of collected.awards ?? [])
      byFirm.set(String(row.firm), [...(byFirm.get(String(row.firm)) ?? []), row]);
    const expected = new Map<string, number>();
    for (const rows of byFirm.values()) {
      const firstOf = new Map<string, number>();
      for (const row of rows)
        firstOf.set(scheme(row), Math.min(firstOf.get(scheme(row)) ?? 9999, Number(row.year)));
      const begun = Math.min(...firstOf.values());
      for (const [earlier, year] of firstOf) {
        if (year !== begun) continue;
        const later = [...firstOf]
          .filter(([name, at]) => at > begun && name !== earlier)
          .map(([name]) => name);
        for (const to of later.length > 0 ? later : ['—'])
          expected.set(`${earlier}>${to}`, (expected.get(`${earlier}>${to}`) ?? 0) + 1);
      }
    }
    const told = new Map(of('flows').rows.map(([a, b, n]) => [`${a}>${b}`, n]));
    expect(new Map([...told].sort())).toEqual(new Map([...expected].sort()));
    expect([...told.keys()].some((key) => !key.endsWith('—'))).toBe(true);
  });

  test('labels that a crosswalk calls the same are one', () => {
    const named = of('categories').rows.map(([, category]) => category);
    expect((collected.crosswalk_labels ?? []).length).toBe(0);
    expect(new Set(named).size).toBe(6);
  });

  test('fewer than five filings are not told as a number', () => {
    const rates = of('pass-rates');
    expect(
      rates.rows.map((_, i) => [cell(rates, i, 'call'), cell(rates, i, 'filings'), cell(rates, i, 'few')]),
    ).toEqual([
      ['one', 7, false],
      ['two', null, true],
    ]);
    const at = rates.columns.indexOf('filings');
    expect(rates.rows.map((row) => shown(rates.columns, row, at))).toEqual(['7', '<5']);
    expect(of('shortfalls').rows).toHaveLength(1);
    expect(cell(of('shortfalls'), 0, 'share')).toBe(100);
    const sizes = of('investment');
    expect(sizes.rows.map((row) => shown(sizes.columns, row, sizes.columns.indexOf('filings')))).toEqual([
      '<5',
      '<5',
      '<5',
    ]);
    expect(csvOfAnswer(of('industries'))).toBe(
      'industry_name,industry,filings,few,share\nC34 通用设备制造业,C34,7,false,70\nC17 纺织业,C17,,true,\n',
    );
    expect(of('ages-sizes').rows).toEqual([
      ['1: <5', '2: 20–299', null, true, null],
      ['3: 10–19', '2: 20–299', 6, false, 60],
    ]);
    // One filing that names it in two parts is one.
    expect(of('technologies-filed').rows).toEqual([[2022, '5G', '5G', 6, false, 60]]);
  });
});

describe('the pictures', () => {
  test('every province has a tile of its own', () => {
    const provinces = regions.flatMap(({ level, code }) =>
      level === 'province' && code ? [code.slice(0, 2)] : [],
    );
    expect(Object.keys(tiles).sort()).toEqual(provinces.sort());
    expect(new Set(Object.values(tiles).map((place) => place.join())).size).toBe(34);
  });

  test('a picture is data without functions', () => {
    for (const one of answers)
      for (const lang of ['zh', 'en'] as const) {
        const option = optionOf(one, lang) ?? {};
        expect(JSON.parse(JSON.stringify(option))).toEqual(option);
      }
  });

  test('files are written with caption, data version and question, the same twice', async () => {
    const some = answers.filter(({ chart }) => ['provinces', 'top-firms'].includes(chart.id));
    const one = join(folder, 'one');
    const files = await writeTrends(some, one, 'zh');
    expect(files).toContain('provinces.png');
    expect(files).not.toContain('top-firms.svg');
    expect(await svgOf(optionOf(of('provinces'), 'zh') ?? {})).toBe(
      readFileSync(join(one, 'provinces.svg'), 'utf8'),
    );
    const { data, query } = of('provinces');
    const svg = readFileSync(join(one, 'provinces.svg'), 'utf8');
    expect(svg).toContain(`数据版本 ${data} · 查询 provinces@${query}`);
    expect(readFileSync(join(one, 'provinces.png')).subarray(1, 4).toString()).toBe('PNG');
    const page = readFileSync(join(one, 'trends.html'), 'utf8');
    const own = page.replace(/<script[^>]*>.*?<\/script>/gsu, '');
    expect(own).not.toMatch(/<script|\s(?:src|href)="(?!#)/u);
    for (const { chart } of some) expect(own).toContain(`id="${chart.id}"`);
  });
});
