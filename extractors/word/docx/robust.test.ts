import fc from 'fast-check';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import type { Table } from '../../../core/document.ts';
import { readDocx } from './read-docx.ts';
import { codes, docx, p, r, tbl, tc, texts, tr } from './testing.ts';

interface Region {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** Cuts a grid into rectangles from a list of random numbers. */
function tiling(rows: number, cols: number, random: readonly number[]): Region[] {
  const owner: (number | undefined)[][] = Array.from({ length: rows }, () => new Array(cols).fill(undefined));
  const regions: Region[] = [];
  let next = 0;
  const draw = (limit: number) => 1 + ((random[next++ % random.length] ?? 0) % limit);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      if (owner[row]?.[col] !== undefined) continue;
      let free = 1;
      while (col + free < cols && owner[row]?.[col + free] === undefined) free++;
      const colSpan = draw(free);
      const rowSpan = draw(rows - row);
      for (let y = row; y < row + rowSpan; y++)
        for (let x = col; x < col + colSpan; x++) owner[y]![x] = regions.length;
      regions.push({ row, col, rowSpan, colSpan });
    }
  }
  return regions;
}

function tableXml(rows: number, regions: readonly Region[], content: (index: number) => string): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const here = regions
      .map((region, index) => ({ ...region, index }))
      .filter((region) => region.row <= row && row < region.row + region.rowSpan)
      .sort((a, b) => a.col - b.col);
    return tr(
      ...here.map((region) => {
        const top = region.row === row;
        const merge = region.rowSpan > 1 ? `<w:vMerge${top ? ' w:val="restart"' : ''}/>` : '';
        return tc(top ? content(region.index) : p(''), `<w:gridSpan w:val="${region.colSpan}"/>${merge}`);
      }),
    );
  });
  return tbl(...lines);
}

test('property: any tiling of a table, nested in another, comes back as it was cut', async () => {
  const size = fc.integer({ min: 1, max: 6 });
  const draws = fc.array(fc.nat(100), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(size, size, draws, draws, async (rows, cols, outerDraws, innerDraws) => {
      const outer = tiling(rows, cols, outerDraws);
      const inner = tiling(cols, rows, innerDraws);
      const nested = tableXml(cols, inner, (i) => p(`内${i}`)) + p('');
      const xml = tableXml(rows, outer, (i) => p(`格${i}`) + (i === outer.length - 1 ? nested : ''));
      const document = await readDocx(await docx(xml));
      const table = document.body[0] as Table;
      const spans = (found: Table) =>
        found.cells.map(({ row, col, rowSpan, colSpan }) => ({ row, col, rowSpan, colSpan }));
      expect(spans(table)).toEqual(outer);
      expect(table.cells.map((cell) => texts(cell.blocks)[0])).toEqual(outer.map((_, i) => `格${i}`));
      expect(spans(table.cells.at(-1)?.blocks[1] as Table)).toEqual(inner);
      expect(document.problems).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const sample = () =>
  docx({
    body:
      p('申报书') +
      tbl(tr(tc(p('企业名称')), tc(p('甲公司')))) +
      p(r('þ', '<w:rFonts w:ascii="Wingdings"/>')),
    others: { styles: '<w:style w:styleId="a"/>', numbering: '', header: p('页眉') },
  });

test('fuzz: cuts and changed bytes never throw and always say something', async () => {
  const whole = await sample();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
      async (cut, flips) => {
        const changed = Uint8Array.from(whole);
        for (const [at, value] of flips) changed[at] = value;
        const document = await readDocx(changed.subarray(0, cut));
        expect(document.problems.length).toBeGreaterThan(0);
        await readDocx(changed);
      },
    ),
    { numRuns: 150 },
  );
});

test('fuzz: broken XML inside a sound package', async () => {
  const base = await JSZip.loadAsync(await sample());
  const xml = (await base.file('word/document.xml')?.async('string')) ?? '';
  await fc.assert(
    fc.asyncProperty(
      fc.nat(xml.length),
      fc.nat(40),
      fc.constantFrom('', '<', '>', '"', '</w:tbl>', '<w:tc>', '&#0;'),
      async (at, length, put) => {
        base.file('word/document.xml', xml.slice(0, at) + put + xml.slice(at + length));
        await readDocx(await base.generateAsync({ type: 'uint8array' }));
      },
    ),
    { numRuns: 80 },
  );
});

test('a package cut off before its directory is read as far as it goes', async () => {
  const whole = await sample();
  const document = await readDocx(whole.subarray(0, whole.length - 200));
  expect(texts(document.body)).toEqual(['申报书', '企业名称', '甲公司', '☑']);
  expect(codes(document)).toContain('file-repaired');
});

test('no main part is reported', async () => {
  const zip = new JSZip();
  zip.file('word/styles.xml', '<w:styles/>');
  expect(codes(await readDocx(await zip.generateAsync({ type: 'uint8array' })))).toEqual(['file-damaged']);
  expect(codes(await readDocx(Buffer.from('not a zip')))).toEqual(['file-damaged']);
});

test('a bomb, a billion laughs and bottomless nesting end quickly', async () => {
  const started = Date.now();
  const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;">]>`;
  const zip = await JSZip.loadAsync(await docx(p('&amp;b;')));
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  zip.file('word/document.xml', xml.replace('<w:document', `${laughs}<w:document`).replace('&amp;b;', '&b;'));
  expect(texts((await readDocx(await zip.generateAsync({ type: 'uint8array' }))).body)).toEqual(['&b;']);

  const deep = await readDocx(
    await docx(`${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${p('底')}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`),
  );
  expect(codes(deep)).toEqual(['file-repaired']);

  const wide = await readDocx(await docx(tbl(tr(tc(p('宽'), '<w:gridSpan w:val="99999999"/>')))));
  expect((wide.body[0] as Table).cols).toBe(1000);

  zip.file('word/document.xml', Buffer.alloc(300 * 1024 * 1024, 'a'));
  const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  expect(codes(await readDocx(bomb))).toEqual(['file-damaged']);
  expect(Date.now() - started).toBeLessThan(30_000);
});

test('a paragraph costs the same among thirty thousand as among three thousand', async () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => {
      const deleted = `<w:del><w:r><w:delText>旧${i}</w:delText></w:r></w:del>`;
      return p(`${r(`第${i}段：`)}${deleted}${r(`投资${i}万元`)}`);
    }).join('');
  const timeOf = async (count: number) => {
    const bytes = await docx(many(count));
    const started = performance.now();
    const document = await readDocx(bytes);
    expect(document.body).toHaveLength(count);
    expect(codes(document)).toEqual(['tracked-changes']);
    return (performance.now() - started) / count;
  };
  await timeOf(1000);
  const few = await timeOf(3000);
  expect((await timeOf(30_000)) / few).toBeLessThan(4);
}, 60_000);

test('millions of empty elements are not all made', async () => {
  const started = Date.now();
  const document = await readDocx(await docx(`${p('申报书')}${'<w:p/>'.repeat(6_000_000)}`));
  expect(texts(document.body)).toEqual(['申报书']);
  expect(codes(document)).toEqual(['file-repaired']);
  expect(Date.now() - started).toBeLessThan(30_000);
}, 60_000);
