import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../extractors/sheets/csv.ts';
import { csvOf } from './export/csv.ts';
import { panelOfFirms, panelOfRegions } from './panels.ts';
import type { ResearchRow } from './schema/table.ts';
import { tables } from './schema/tables.ts';
import { ask } from './warehouse/query.ts';
import { buildWarehouse } from './warehouse/warehouse.ts';

const firms = ['F1', 'F2', 'F3', 'F4'];
const row = fc.record({
  firm: fc.constantFrom(...firms, null),
  year: fc.oneof(fc.integer({ min: 2010, max: 2016 }), fc.constant(null)),
  province: fc.constantFrom('32', '33', '42', null),
});
const rows = fc.array(row, { maxLength: 30 });
const own: ResearchRow[] = [
  ...firms.map((firm) => ({ firm, merged_into: null })),
  { firm: 'F9', merged_into: 'F1' },
];
const sum = (list: readonly ResearchRow[], name: string) =>
  list.reduce((all, one) => all + Number(one[name] ?? 0), 0);

test('property: panels are balanced, and what they count is what there is', () => {
  fc.assert(
    fc.property(rows, rows, (awards, filings) => {
      const years = [...awards, ...filings].flatMap(({ year }) => year ?? []);
      const span = years.length === 0 ? 0 : Math.max(...years) - Math.min(...years) + 1;
      const [byFirm, byRegion] = [panelOfFirms(awards, filings, own), panelOfRegions(awards, filings)];
      expect([byFirm.length, byRegion.length]).toEqual([firms.length * span, 34 * span]);
      for (const [panel, key] of [
        [byFirm, 'firm'],
        [byRegion, 'province'],
      ] as const) {
        expect(new Set(panel.map((one) => `${one[key]} ${one.year}`)).size).toBe(panel.length);
        const counted = (list: readonly ResearchRow[]) =>
          list.filter((one) => one[key] !== null && one.year !== null).length;
        expect([sum(panel, 'listed'), sum(panel, 'filed')]).toEqual([counted(awards), counted(filings)]);
      }
      for (const firm of firms) {
        const mine = byFirm.filter((one) => one.firm === firm);
        const listed = mine.filter((one) => Number(one.listed) > 0).map(({ year }) => year);
        for (const one of mine) {
          expect(one.first_listed).toBe(listed[0] ?? null);
          expect(one.treated).toBe(listed.length > 0 && Number(one.year) >= Number(listed[0]));
          expect(one.times_listed).toBe(
            sum(
              mine.filter(({ year }) => Number(year) <= Number(one.year)),
              'listed',
            ),
          );
        }
      }
    }),
  );
});

test('titles taken back are counted from their year on', () => {
  const awards = [
    { firm: 'F1', year: 2019, revoked: 2021 },
    { firm: 'F1', year: 2020, revoked: null },
    { firm: 'F2', year: 2022, revoked: null },
  ];
  const panel = panelOfFirms(awards, [], own).filter(({ firm }) => firm === 'F1');
  expect(panel.map(({ year, times_listed: times, revoked }) => [year, times, revoked])).toEqual([
    [2019, 1, 0],
    [2020, 2, 0],
    [2021, 2, 1],
    [2022, 2, 1],
  ]);
});

test('property: totals agree by question and in CSV, whatever the words', async () => {
  const table = tables.find(({ name }) => name === 'awards');
  if (!table) throw new Error('awards');
  const words = fc.string({
    unit: fc.constantFrom('甲', '"', ',', '\n', "'", 'x', ' ', '\u0000', '😀'),
    maxLength: 6,
  });
  const award = fc.record({
    year: fc.oneof(fc.integer({ min: 1990, max: 2100 }), fc.constant(null)),
    project: fc.oneof(words, fc.constant(null)),
    category: fc.oneof(words, fc.constant(null)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(award, { maxLength: 12 }), async (list) => {
      const awards = list.map((one, i) => ({ ...one, award: String(i) }));
      const warehouse = await buildWarehouse({ awards });
      try {
        const asked = await ask(warehouse, 'select count(*), count(year), count(distinct award) from awards');
        const [head = [], ...lines] = parseCsv(csvOf(table, awards));
        const year = head.indexOf('year');
        expect(asked).toMatchObject({
          rows: [[lines.length, lines.filter((line) => line[year] !== '').length, lines.length]],
        });
        expect(lines.length).toBe(awards.length);
      } finally {
        warehouse.close();
      }
    }),
    { numRuns: 15 },
  );
});
