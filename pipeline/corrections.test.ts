import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import type { Pack } from '../calls/schema/index.ts';
import { readCorrections } from './corrections.ts';

let pack: Pack;
let folder: string;
beforeAll(async () => {
  const { packs } = await loadPacks([builtInPacksDir()]);
  const found = packs.get('miit-2022-application-cases');
  if (!found) throw new Error('the pack is missing');
  pack = found;
  folder = await mkdtemp(join(tmpdir(), 'corrections-'));
});

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

test('CSV: label by name or alias, none, and rows that cannot be used are told', async () => {
  const csv =
    '序号,项目名称,正文,纠正后标签\n1,云图协同,三维图纸多地并行修改,平台化设计模式\n2,食堂,新建食堂,无\n3,某某,正文,没有的类别\n4,只有正文,长文,\n';
  const { texts, unused } = await readCorrections(await file('a.csv', csv), pack);
  expect(texts).toMatchObject([
    { scheme: 'modes', label: '平台化设计', title: '云图协同', text: '三维图纸多地并行修改' },
    { scheme: 'modes', label: null, text: '新建食堂' },
  ]);
  expect(unused).toHaveLength(1);
  expect(unused[0]?.row).toBe(4);
});

test('JSONL: the same columns as keys', async () => {
  const line = JSON.stringify({ text: '租赁设备按小时计费', 纠正后标签: '服务化延伸' });
  const { texts } = await readCorrections(await file('a.jsonl', `${line}\n`), pack);
  expect(texts).toMatchObject([{ label: '服务化延伸', kind: 'sentence' }]);
});

test('XLSX: a report takes its texts from the store by file name', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('总览');
  sheet.addRow(['项目名称', '纠正后标签', '文件']);
  sheet.addRow(['甲', '数字化管理', 'a.pdf']);
  sheet.addRow(['乙', '', 'b.pdf']);
  const path = join(folder, 'a.xlsx');
  await book.xlsx.writeFile(path);
  const { texts } = await readCorrections(path, pack, async (name) => ({ text: `${name} 的正文` }));
  expect(texts).toMatchObject([{ label: '数字化管理', title: '甲', text: 'a.pdf 的正文' }]);
});
