import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAwards } from '../../lists/awards/read-awards.ts';
import { exampleAwards } from './make.ts';

const files = [
  'app-2018.csv',
  'app-2019.csv',
  'app-2020.csv',
  'cases-pilots-platforms-2020-2021.xlsx',
  'internet-2019.csv',
  'internet-2021.csv',
];

test('the lists that are committed are what the script makes, and are read whole', async () => {
  const reads = await Promise.all(files.map((file) => readAwards(`${import.meta.dirname}/${file}`)));
  const read = reads.flatMap(({ awards }) => awards);
  const made = exampleAwards().flatMap(({ list, rows }) => rows.map((row) => ({ ...row, ...list })));
  expect(made.length).toBeGreaterThanOrEqual(80);
  const short = ({
    title,
    company,
    year,
    listedOn,
    category,
  }: {
    title: string;
    company: string;
    year?: number;
    listedOn?: string;
    category?: string;
  }) => [title, company, year, listedOn, category].join(' ');
  expect(read.map(short)).toEqual(
    made.map((row) => {
      const { title, company, year, listedOn, category } = row;
      return short({ title, company, year, listedOn, category });
    }),
  );
  for (const { rowsUnread, problems } of reads) expect([...rowsUnread, ...problems]).toEqual([]);
});

test('CSV lists open in Excel: they begin with a byte order mark', () => {
  expect(readFileSync(`${import.meta.dirname}/app-2019.csv`)[0]).toBe(0xef);
});
