import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import { linesOf } from '../core/document.ts';
import { readHtml } from '../extractors/html/read-html.ts';
import { readDocument } from '../extractors/read-document.ts';
import { readForm } from './read-form.ts';

/** Forms as applicants changed them, on which this program once went wrong (`fixtures/`; all invented). */
const { packs } = await loadPacks([builtInPacksDir()]);
const jiangsu = 'jiangsu-2022-benchmark-factory';
const cases = 'miit-2022-application-cases';

async function read(file: string, call: string) {
  const bytes = await readFile(new URL(`fixtures/${file}`, import.meta.url));
  const { document } = await readDocument({ name: file, bytes }, { maxPages: 50 });
  const pack = packs.get(call);
  if (!document || !pack) throw new Error(file);
  const blank = readHtml(await readFile(`${pack.folder}/blank-form.html`, 'utf8'));
  return { document, ...readForm(document, pack.form, blank) };
}

test('亿元 in the labels is converted, said, and never sure', async () => {
  const { fields } = await read('unit-yi-in-label.html', jiangsu);
  expect(fields.get('total_investment')).toMatchObject({ value: 4150, statedUnit: '亿元' });
  expect(fields.get('main_revenue')?.value).toEqual({ 2019: 124400, 2020: 130200, 2021: 153100 });
  for (const key of ['total_investment', 'platform_cost', 'wages', 'main_revenue', 'profit'])
    expect(fields.get(key)?.confidence, key).toBeLessThan(0.9);
});

test('元 in the labels is converted, and numbers that can only be in another unit are nothing to count on', async () => {
  const { fields } = await read('unit-yuan-in-label.html', jiangsu);
  expect(fields.get('total_investment')).toMatchObject({ value: 810, statedUnit: '元' });
  expect(fields.get('total_investment')?.confidence).toBeLessThan(0.9);
  for (const key of ['total_assets', 'main_revenue', 'profit'])
    expect(fields.get(key)?.confidence, key).toBeLessThanOrEqual(0.5);
});

test.each(['name-on-next-line-and-alias.html', 'alias-stays-in-value.html'])(
  'a name is whole and without its label: %s',
  async (file) => {
    const { fields } = await read(file, jiangsu);
    expect(fields.get('company_name')?.value).toBe('安徽海蓝汽车内饰科技有限公司');
    expect(fields.get('legal_person')?.value).toBe('欧阳锋');
  },
);

test('a chapter whose text stands under another name is not surely blank', async () => {
  const { fields } = await read('reworded-chapter.html', cases);
  for (const key of ['solution', 'innovation']) {
    const field = fields.get(key);
    expect(field?.state === 'filled' || (field?.confidence ?? 1) <= 0.5, key).toBe(true);
  }
  expect(fields.get('effect')?.state).toBe('filled');
});

test('letters R of a lost font are ticks everywhere, and sure nowhere', async () => {
  const { fields } = await read('ticks-as-letter-r.docx', jiangsu);
  expect(fields.get('sector_type')?.value).toEqual(['离散行业']);
  expect(fields.get('fusion_certified')?.value).toEqual(['是']);
  expect(fields.get('business_model')?.value).toEqual(['工业设备智能优化']);
  for (const key of ['sector_type', 'clusters', 'fusion_certified', 'basic_technology', 'benchmark'])
    expect(fields.get(key)?.confidence, key).toBe(0.85);
});

test('a workbook put in for the finances is read with its cells', async () => {
  const { document, fields } = await read('e08-finances-in-embedded-workbook.docx', cases);
  const cell = [...linesOf(document.body)].find(({ text }) => text === '项目经费(元)');
  expect(cell?.place).toEqual({ part: 'word/embeddings/b.xlsx!/Result_190304_1641', path: 'L2' });
  // It holds other things than the form asks for: what the text names is not surely missing.
  expect(fields.get('revenue')).toMatchObject({ state: 'absent', confidence: 0.5 });
});
