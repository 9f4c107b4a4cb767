import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { linesOf } from '../../../core/document.ts';
import { readDocx } from './read-docx.ts';
import { docx, p } from './testing.ts';

test('a workbook put into a document is read where it stands; a formula is a picture', async () => {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('财务').addRows([
    ['年份', '营业收入（万元）'],
    [2021, 5200],
  ]);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const object = (id: string) => `<w:p><w:r><w:object><o:OLEObject r:id="${id}"/></w:object></w:r></w:p>`;
  const document = await readDocx(
    await docx({
      body: `${p('三、财务情况')}${object('b.xlsx')}${p('四、承诺')}${object('e.bin')}`,
      objects: { 'b.xlsx': bytes, 'e.bin': Buffer.from('no document') },
    }),
  );
  expect([...linesOf(document.body)].map((line) => line.text)).toEqual([
    '三、财务情况',
    '年份',
    '营业收入（万元）',
    '2021',
    '5200',
    '四、承诺',
  ]);
  const place = [...linesOf(document.body)][4]?.place;
  expect(place).toEqual({ part: 'word/embeddings/b.xlsx!/财务', path: 'B2' });
  expect(document.problems).toEqual([]);
});
