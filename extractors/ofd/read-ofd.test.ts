import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, type Table, tablesOf } from '../../core/document.ts';
import { isPagePlace } from '../../core/place.ts';
import { defaultReadOptions } from '../read-options.ts';
import { readOfd } from './read-ofd.ts';
import { grid, ofdFile, words } from './testing.ts';

const textIn = (table: Table | undefined) =>
  table?.cells.map((cell) => [...linesOf(cell.blocks)].map((line) => line.text).join(''));

test('text with its places, a ruled table, a template below, and where the seal stands', async () => {
  const bytes = await ofdFile({
    pages: [
      words('工业互联网案例申报书', 60, 40, 6) +
        grid([20, 60, 190], [60, 70, 80]) +
        words('企业名称', 22, 67) +
        words('云帆智造有限公司', 62, 67) +
        words('成立时间', 22, 77) +
        words('2011年3月', 62, 77),
      words('第二页正文', 20, 40),
    ],
    template: words('内部资料', 170, 15, 3),
    seal: '120 230 40 40',
  });
  const document = await readOfd(bytes, defaultReadOptions);
  expect(document.problems).toEqual([]);
  expect(document.pages).toMatchObject([
    { number: 1, width: expect.closeTo(595.3, 0), height: expect.closeTo(841.9, 0) },
    { number: 2 },
  ]);
  expect(textIn([...tablesOf(document.body)][0])).toEqual([
    '企业名称',
    '云帆智造有限公司',
    '成立时间',
    '2011年3月',
  ]);
  const lines = [...linesOf([...document.body, ...document.marginalia])].map((line) => line.text);
  expect(lines).toEqual(expect.arrayContaining(['工业互联网案例申报书', '第二页正文', '内部资料']));
  const title = [...linesOf(document.body)].find((line) => line.text.startsWith('工业'));
  expect(title && isPagePlace(title.place) && title.place.box[0]).toBeCloseTo((60 / 25.4) * 72, 0);
  const seal = document.pictures.find(({ mediaType }) => mediaType === 'application/x-ofd-seal');
  expect(seal?.place).toMatchObject({ page: 1 });
});

test('a scan in an OFD is a scan: without an engine the page is told unreadable', async () => {
  const { default: sharp } = await import('sharp');
  const picture = await sharp({ create: { width: 100, height: 141, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const scan = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="55"/>';
  const document = await readOfd(await ofdFile({ pages: [scan], picture }), defaultReadOptions);
  expect(document.pages).toMatchObject([{ readBy: 'ocr', unreadable: true }]);
  expect(document.problems).toEqual([{ code: 'ocr-unavailable', page: 1 }]);
});

test('property: a damaged file is read as far as it goes or named damaged, and never throws', async () => {
  const whole = await ofdFile({ pages: [words('甲乙丙丁', 20, 40)] });
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, value, end) => {
      const damaged = whole.slice(0, end);
      if (at < damaged.length) damaged[at] = value;
      const { problems, body } = await readOfd(damaged, defaultReadOptions);
      expect(body.length > 0 || problems.length > 0).toBe(true);
    }),
    { numRuns: 60 },
  );
});
