import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { defaultReadOptions } from './read-options.ts';
import { docx, p, texts } from './word/docx/testing.ts';

const fixture = new URL('./word/fixtures/filing.doc', import.meta.url);
const read = (name: string, bytes: Uint8Array) => readDocument({ name, bytes }, defaultReadOptions);

test('problems of detection, of the reader and of the text come together', async () => {
  const { document, problems } = await read('申报书.pdf', await docx(p('工\u200b业⼯程') + p('\u200b')));
  expect(texts(document?.body ?? [])).toEqual(['工业工程']);
  expect(problems.map((problem) => problem.code)).toEqual(['format-renamed', 'odd-characters']);
  expect(problems[1]).toMatchObject({
    values: { count: 3, sample: 'U+200B ⼯ (U+2F2F)' },
    places: [
      { part: 'word/document.xml', path: 'p[1]' },
      { part: 'word/document.xml', path: 'p[2]' },
    ],
  });
  expect(document?.problems).toEqual(problems);
});

test('a DOC without LibreOffice gives its running text and says what is lost', async () => {
  const { document, problems } = await read('申报书.doc', await readFile(fixture));
  expect(problems.map((problem) => problem.code)).toEqual(['office-converter-missing']);
  expect(document?.format).toBe('doc');
  expect(texts(document?.body ?? []).join('\n')).toContain('企业名称\t江南智造科技有限公司');
  expect(document?.body[0]).toMatchObject({ lines: [{ readBy: 'word-text' }] });
});

test('RTF and HTML in a .doc', async () => {
  const rtf =
    "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}\\'c9\\'ea\\'b1\\'a8\\u20070?\\par A\\cell B\\row}";
  const fromRtf = await read('a.doc', Buffer.from(rtf));
  expect(texts(fromRtf.document?.body ?? [])).toEqual(['申报书', 'A\tB']);
  const fromHtml = await read(
    'a.doc',
    Buffer.from('<html><body><table><tr><td>甲</td></tr></table></body></html>'),
  );
  expect(fromHtml.document?.body[0]).toMatchObject({ kind: 'table', rows: 1, cols: 1 });
});

test('what cannot be read has a reason and no document', async () => {
  expect(await read('a.pdf', new Uint8Array())).toEqual({ problems: [{ code: 'file-empty' }] });
  expect(await read('a.zip', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'))).toEqual({
    problems: [{ code: 'archive-format-unsupported', values: { format: 'RAR' } }],
  });
  const { document, problems } = await read('a.docx', Buffer.from('PK\x03\x04 and no more'));
  expect(document).toBeUndefined();
  expect(problems.map((problem) => problem.code)).toEqual(['file-damaged']);
});

test('fuzz: cuts and changed bytes of a DOC never throw', async () => {
  const whole = await readFile(fixture);
  const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), flips, async (cut, changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      await read('a.doc', bytes.subarray(0, cut));
      const { document, problems } = await read('a.doc', bytes);
      expect(document !== undefined || problems.length > 0).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('odd characters are reported and put right in every format', async () => {
  const odd = 'М\u200bES 平台';
  const fromHtml = await read(
    'a.html',
    Buffer.from(`<html><meta charset="utf-8"><body><p>${odd}</p></body></html>`),
  );
  const rtf = '{\\rtf1\\ansi\\ansicpg936 \\u1052?\\u8203?ES \\u24179?\\u21488?\\par}';
  const fromRtf = await read('a.rtf', Buffer.from(rtf));
  const fromWord = await read('a.docx', await docx(p(odd)));
  for (const { document, problems } of [fromHtml, fromRtf, fromWord]) {
    expect(texts(document?.body ?? [])).toEqual(['MES 平台']);
    const found = problems.find((problem) => problem.code === 'odd-characters');
    expect(found).toMatchObject({ values: { count: 2 } });
    expect(found?.places).toHaveLength(1);
  }
});
