import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Table } from '../core/document.ts';
import { readDocument } from '../extractors/read-document.ts';
import { docx, p, r, tbl, tc, texts, tr } from '../extractors/word/docx/testing.ts';
import { findSoffice } from '../extractors/word/office/find-soffice.ts';

/** DOC, WPS and RTF through LibreOffice, which these tests require. */

let soffice = '';
let folder = '';
/** The document of most tests, as Word 97 saves it. */
let doc: Uint8Array = new Uint8Array();

beforeAll(async () => {
  const found = await findSoffice();
  if (!found) throw new Error('LibreOffice is required here: apt-get install -y libreoffice-writer-nogui');
  soffice = found;
  folder = await mkdtemp(join(tmpdir(), 'chushen-office-test-'));
  // Of this test alone: other runs may read at the same time.
  process.env.TMPDIR = await mkdtemp(join(folder, 'tmp-'));
  doc = await save(await docx(body), 'MS Word 97', 'doc');
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function save(bytes: Uint8Array, filter: string, extension: string): Promise<Uint8Array> {
  await writeFile(join(folder, 'in.docx'), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const flags = [
    '--headless',
    '--convert-to',
    `${extension}:${filter}`,
    '--outdir',
    folder,
    join(folder, 'in.docx'),
  ];
  await promisify(execFile)(soffice, [profile, ...flags]);
  return await readFile(join(folder, `in.${extension}`));
}

const wingdings = (font: string) => `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`;
const legacy = (checked: number) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="c${checked}"/><w:enabled/><w:checkBox><w:sizeAuto/><w:default w:val="${checked}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const control = (checked: number, char: string) =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r(char)}</w:sdtContent></w:sdt>`;

const marks: readonly (readonly [string, string])[] = [
  ['<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑'],
  ['<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', '☐'],
  ['<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', '☑'],
  ['<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>', '☐'],
  [r('þ', wingdings('Wingdings')), '☑'],
  [r('o', wingdings('Wingdings')), '☐'],
  [r('R', wingdings('Wingdings 2')), '☑'],
  [r('\uf0fe', wingdings('Wingdings')), '☑'],
  [legacy(1), '☑'],
  [legacy(0), '☐'],
  [control(1, '☑'), '☑'],
  [control(0, '☐'), '☐'],
  [r('☑'), '☑'],
  [r('□'), '□'],
  [r('■√'), '■√'],
];

const body =
  p('申报书') +
  tbl(
    tr(
      tc(p('企业基本信息'), '<w:vMerge w:val="restart"/>'),
      tc(p('企业名称')),
      tc(p('甲公司'), '<w:gridSpan w:val="2"/>'),
    ),
    tr(tc(p(''), '<w:vMerge/>'), tc(p('所属类型')), tc(p('离散')), tc(p('流程'))),
  ).replace(
    '<w:tblPr/>',
    '<w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>',
  ) +
  marks.map(([xml], i) => p(`${xml}${r(`选项${i}`)}`)).join('');

const shape = (table: Table) =>
  table.cells.map(({ row, col, rowSpan, colSpan, blocks }) => [
    row,
    col,
    rowSpan,
    colSpan,
    texts(blocks).join(),
  ]);
const expected = [
  [0, 0, 2, 1, '企业基本信息'],
  [0, 1, 1, 1, '企业名称'],
  [0, 2, 1, 2, '甲公司'],
  [1, 1, 1, 1, '所属类型'],
  [1, 2, 1, 1, '离散'],
  [1, 3, 1, 1, '流程'],
];

test.each([
  ['DOC', 'doc', '申报书.doc', 'doc'],
  ['WPS', 'doc', '申报书.wps', 'wps'],
  ['RTF named .doc', 'rtf', '申报书.doc', 'doc'],
])('%s keeps merged cells and every tick', async (_, extension, name, format) => {
  const bytes = extension === 'doc' ? doc : await save(await docx(body), 'Rich Text Format', extension);
  const { document, problems } = await readDocument({ name, bytes }, { maxPages: 10, soffice });
  expect(document?.format).toBe(format);
  expect(problems.map((problem) => problem.code)).toEqual(extension === 'rtf' ? ['format-renamed'] : []);
  expect(shape(document?.body[1] as Table)).toEqual(expected);
  // LibreOffice's own RTF export forgets the state of form fields; the next test reads them as Word writes them.
  const field = (i: number) => extension === 'rtf' && marks[i]?.[0].includes('FORMCHECKBOX');
  const read = texts(document?.body.slice(2) ?? []);
  expect(read.filter((_, i) => !field(i))).toEqual(
    marks.map(([, mark], i) => `${mark}选项${i}`).filter((_, i) => !field(i)),
  );
});

test('form fields of an RTF as Word writes them', async () => {
  const box = (state: number, otherwise: number, text: string) =>
    `{\\field{\\*\\fldinst {FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres${state}\\ffhps20\\ffdefres${otherwise}}}}}{\\fldrslt }}${text}\\par `;
  const rtf = `{\\rtf1\\ansi\\ansicpg936 ${box(1, 0, 'a')}${box(25, 1, 'b')}${box(0, 1, 'c')}\\'c9\\'ea\\'b1\\'a8\\par}`;
  const { document } = await readDocument(
    { name: 'a.rtf', bytes: Buffer.from(rtf) },
    { maxPages: 10, soffice },
  );
  expect(texts(document?.body ?? [])).toEqual(['☑a', '☑b', '☐c', '申报']);
});

test('several at once do not disturb each other, and nothing is left behind', async () => {
  const reads = Array.from({ length: 3 }, () =>
    readDocument({ name: 'a.doc', bytes: doc }, { maxPages: 10, soffice }),
  );
  for (const { document } of await Promise.all(reads))
    expect(shape(document?.body[1] as Table)).toEqual(expected);
  expect((await readdir(tmpdir())).filter((name) => /^chushen-office-(?!test)/.test(name))).toEqual([]);
});

test('a damaged file or a broken LibreOffice gives the running text or a problem', async () => {
  const broken = await readDocument(
    { name: 'a.doc', bytes: doc },
    { maxPages: 10, soffice: join(folder, 'none') },
  );
  expect(broken.problems.map((problem) => problem.code)).toEqual(['office-converter-failed']);
  expect(texts(broken.document?.body ?? [])).toContain('申报书');
  const cut = await readDocument({ name: 'a.doc', bytes: doc.subarray(0, 2000) }, { maxPages: 10, soffice });
  expect(cut.problems.length).toBeGreaterThan(0);
});
