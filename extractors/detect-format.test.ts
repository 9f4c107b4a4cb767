import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { detectFormat } from './detect-format.ts';
import { docx, p } from './word/docx/testing.ts';

const fixture = new URL('./word/fixtures/filing.doc', import.meta.url);

async function zip(...names: readonly string[]): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const name of names) archive.file(name, 'x');
  return await archive.generateAsync({ type: 'uint8array' });
}

/** Format or what else it is, with the codes of its problems. */
async function detected(bytes: Uint8Array | string, name: string): Promise<string> {
  const detection = await detectFormat(
    typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes,
    name,
  );
  if (detection.kind === 'none') return detection.problem.code;
  if (detection.kind === 'container') return detection.container;
  return [detection.format, detection.office, ...detection.problems.map((problem) => problem.code)]
    .filter(Boolean)
    .join(' ');
}

test('by content, whatever the name', async () => {
  expect(await detected('junk\n%PDF-1.7', 'a.pdf')).toBe('pdf');
  expect(await detected('%PDF-1.7', 'a.docx')).toBe('pdf format-renamed');
  expect(await detected('\x89PNG\r\n', 'a.PNG')).toBe('png');
  expect(await detected('\xff\xd8\xff\xe0', 'a.jpg')).toBe('jpeg');
  expect(await detected('II*\0', 'a.tif')).toBe('tiff');
  expect(await detected('MM\0*', '扫描件')).toBe('tiff format-renamed');
  expect(await detected('{\\rtf1', 'a.doc')).toBe('doc rtf format-renamed');
  expect(await detected('{\\rtf1', 'a.rtf')).toBe('doc rtf');
  expect(await detected('\xef\xbb\xbf<!DOCTYPE html><p>', 'a.html')).toBe('html');
  expect(await detected('<html xmlns:w="urn:x">', 'a.doc')).toBe('html format-renamed');
  expect(
    await detected(
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>',
      'a.doc',
    ),
  ).toBe('doc xml format-renamed');
  expect(await detected('Rar!\x1a\x07\x01\0', 'a.pdf')).toBe('RAR');
  expect(await detected('', 'a.pdf')).toBe('file-empty');
  expect(await detected('hello', 'a.pdf')).toBe('format-unknown');
  expect(await detected('hello', '说明.txt')).toBe('txt');
  expect(await detected('a\0b', '说明.txt')).toBe('format-unknown');
  const mail = 'From: a@b.c\r\nSubject: x\r\nDate: y\r\n\r\nz';
  expect(await detected(mail, '来信.eml')).toBe('eml');
  expect(await detected(mail, '来信')).toBe('eml');
  expect(await detected('To: all\n', '说明.txt')).toBe('txt');
});

test('what is inside a ZIP', async () => {
  expect(await detected(await docx(p('甲')), 'a.docx')).toBe('docx');
  expect(await detected(await docx(p('甲')), 'a.zip')).toBe('docx format-renamed');
  expect(await detected(await zip('a.pdf', 'b.docx'), 'a.zip')).toBe('zip');
  expect(await detected(await zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.docx')).toBe(
    'xlsx format-renamed',
  );
  expect(await detected(await zip('[Content_Types].xml', 'xl/workbook.xml'), '表.et')).toBe('xlsx');
  expect(await detected(await zip('OFD.xml'), 'a.ofd')).toBe('ofd');
  expect(await detected(await zip('[Content_Types].xml', 'ppt/presentation.xml'), 'a.pptx')).toBe(
    'format-not-read',
  );
  const odt = new JSZip()
    .file('mimetype', 'application/vnd.oasis.opendocument.text')
    .file('content.xml', 'x');
  expect(await detected(await odt.generateAsync({ type: 'uint8array' }), 'a.odt')).toBe('odt odt');
  const cut = (await docx(p('甲'.repeat(500)))).subarray(0, 900);
  expect(await detected(cut, 'a.docx')).toBe('docx');
});

test('what is inside an OLE file, passwords included', async () => {
  const doc = await readFile(fixture);
  expect(await detected(doc, 'a.doc')).toBe('doc ole');
  expect(await detected(doc, 'a.wps')).toBe('wps ole');
  expect(await detected(doc, 'a.docx')).toBe('doc ole format-renamed');
  const locked = Buffer.from(doc);
  // The FIB starts the stream `WordDocument`: magic 0xA5EC, flags at 10.
  const fib = locked.indexOf(Buffer.from('eca5', 'hex'), 512);
  locked.writeUInt16LE(locked.readUInt16LE(fib + 10) | 0x0100, fib + 10);
  expect(await detected(locked, 'a.doc')).toBe('file-encrypted');
  const name = Buffer.from('WordDocument', 'utf16le');
  const other = Buffer.from(doc);
  const package_ = Buffer.alloc(64);
  package_.write('EncryptedPackage', 'utf16le');
  const entry = other.indexOf(name);
  package_.copy(other, entry);
  other.writeUInt16LE(34, entry + 64);
  expect(await detected(other, 'a.docx')).toBe('file-encrypted');
});
