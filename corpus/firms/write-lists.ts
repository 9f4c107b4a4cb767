import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedAwardLists } from './generated-awards.ts';

/** `npm run example:lists -- <folder> [firms] [years]`: award lists of invented firms, about 5,000 rows of eight years. */
const [folder = 'example-lists', firms = '2500', years = '8'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const { name, csv } of generatedAwardLists(8, Number(firms), Number(years)))
  writeFileSync(join(folder, name), csv);
