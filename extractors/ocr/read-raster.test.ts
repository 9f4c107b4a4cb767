import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Document, linesOf, tablesOf } from '../../core/document.ts';
import { isPagePlace } from '../../core/place.ts';
import { TextMap } from '../../core/text-map.ts';
import { readImage } from '../image/read-image.ts';
import type { OcrEngine } from './engines/engine.ts';
import { openOcr } from './engines/open-engine.ts';

const squeezed = (text: string) => text.replace(/\s/g, '');
const cellsOf = (document: Document) =>
  [...tablesOf(document.body)].flatMap((table) =>
    table.cells.map((cell) => squeezed(TextMap.of(cell.blocks).text)),
  );

describe.each(['paddle', 'tesseract'] as const)('pages read with %s', (name) => {
  let engine: OcrEngine;
  const read = async (file: string) => {
    const bytes = await readFile(new URL(`fixtures/${file}.jpg`, import.meta.url));
    return readImage(bytes, 'jpeg', { maxPages: 1, ocr: async () => engine });
  };

  beforeAll(async () => {
    const opening = await openOcr(name);
    expect(opening.failures).toEqual([]);
    engine = opening.engine!;
  });
  afterAll(() => engine.close());

  test('table cells with wrapped labels and tick groups', async () => {
    const document = await read('form');
    const cells = cellsOf(document);
    expect(cells).toHaveLength(4);
    expect(cells.slice(0, 3)).toEqual(['所属类型', '☐离散行业☑流程行业☐其他', '是否先进制造业集群']);
    const ticked = [...cells[3]!.matchAll(/☑([^☐☑]+)/g)].map((match) => match[1]);
    expect(ticked).toEqual(['高端新材料', '高技术船舶和海工装备', '核心软件', '新兴数字产业']);
    expect(cells[3]!.match(/[☐☑]/g)).toHaveLength(17);
    expect(document.problems).toEqual([]);
  });

  test('a skewed scan under a red seal, with places on the scan as it was given', async () => {
    const document = await read('seal');
    const cells = cellsOf(document);
    expect(cells).toContain('苏州汇川智能装备制造有限公司');
    expect(cells).toContain('2018年3月至2021年12月');
    expect(cells).toContain('☑自建');
    for (const line of linesOf(document.body)) {
      expect(line.boxes).toHaveLength(line.text.length);
      expect(line.readBy).toBe('ocr');
    }
    const name = [...linesOf(document.body)].find((line) => line.text === '平台名称');
    expect(name && isPagePlace(name.place) && name.place.page).toBe(1);
  });

  test('running text at 150 dpi, skewed', async () => {
    const text = squeezed(TextMap.of((await read('skewed-text')).body).text);
    expect(text).toContain('现组织开展2022年度省工业互联网标杆工厂申报工作');
  });
});
