import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { linesOf, tablesOf } from '../../../core/document.ts';
import { openOcr } from '../../ocr/engines/open-engine.ts';
import { readDocx } from './read-docx.ts';
import { codes, docx, p, texts } from './testing.ts';

const scan = await readFile(new URL('../../ocr/fixtures/form.jpg', import.meta.url));
const emuPerTwip = 635;
/** A picture as wide as the text column of an A4 page. */
const picture = (heightTwips: number) =>
  p(
    `<w:r><w:drawing><wp:inline><wp:extent cx="${8300 * emuPerTwip}" cy="${heightTwips * emuPerTwip}"/><a:blip r:embed="a.jpg"/></wp:inline></w:drawing></w:r>`,
  );
const page = picture(11_700);
const media = { 'a.jpg': scan };
const long = p('企业建设工业互联网平台，形成设备接入、数据治理、模型沉淀和应用开发的能力。'.repeat(8));

test('a document of scanned pages is read by OCR, with the picture as place', async () => {
  const { engine } = await openOcr('paddle');
  let asked = 0;
  const ocr = async () => {
    asked++;
    return engine;
  };
  const document = await readDocx(await docx({ body: p('申报书') + page, media }), 'docx', {
    maxPages: 9,
    ocr,
  });
  await engine?.close();
  expect(asked).toBe(1);
  const place = { part: 'word/document.xml', path: 'p[2]/pic[1]' };
  expect(document.problems).toEqual([{ code: 'scans-read', values: { count: 1 }, places: [place] }]);
  const [table] = [...tablesOf(document.body)];
  expect(table?.cells.map((cell) => texts(cell.blocks).join('').replace(/\s/g, '')).slice(0, 2)).toEqual([
    '所属类型',
    '☐离散行业☑流程行业☐其他',
  ]);
  const [title, ...read] = [...linesOf(document.body)];
  expect(title).toMatchObject({ readBy: 'word-xml', confidence: 1 });
  for (const line of read) {
    expect(line).toMatchObject({ readBy: 'ocr', place });
    expect(line.confidence).toBeLessThan(1);
    expect(line.boxes).toBeUndefined();
  }
});

test.each([
  ['an illustration amid text', long + picture(6000) + long],
  ['a diagram that fills a page amid text', long + page + long],
  ['screenshots one after the other', long + picture(6000) + p('图1') + picture(6000) + long],
])('%s is left alone, and no OCR engine is started', async (_, body) => {
  const ocr = () => Promise.reject(new Error('started'));
  const document = await readDocx(await docx({ body, media }), 'docx', { maxPages: 9, ocr });
  expect(document.problems).toEqual([]);
  expect(document.pictures.length).toBeGreaterThan(0);
  expect(document.body.every((block) => block.kind === 'paragraph' && block.lines.length > 0)).toBe(true);
});

test('scans after the text are found by standing one after the other; without an engine a problem says so', async () => {
  const document = await readDocx(
    await docx({ body: long + p('附件') + page + p('附件2') + page + long, media }),
  );
  expect(codes(document)).toEqual(['scans-unread']);
  expect(document.problems[0]?.places).toEqual([
    { part: 'word/document.xml', path: 'p[3]/pic[1]' },
    { part: 'word/document.xml', path: 'p[5]/pic[1]' },
  ]);
});
