import { expect, test } from 'vitest';
import { bytesSource } from '../zip/source.ts';
import { mailText, openMail } from './open-mail.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

const mail = [
  'From: =?UTF-8?B?5byg5LiJ?= <zhang@example.cn>',
  `Subject: =?UTF-8?B?${base64('申报材料')}?=`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=GBK',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from([0xc7, 0xeb, 0xb2, 0xe9, 0xca, 0xd5]).toString('base64'),
  '--b',
  'Content-Type: application/pdf',
  `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent('申报书.pdf')}`,
  'Content-Transfer-Encoding: base64',
  '',
  base64('%PDF-1.7'),
  '--b',
  'Content-Type: application/pdf',
  `Content-Disposition: attachment; filename="=?UTF-8?B?${base64('申报书.pdf')}?="`,
  'Content-Transfer-Encoding: base64',
  '',
  base64('%PDF-1.4'),
  '--b--',
  '',
].join('\r\n');

test('attachments by their names, doubled names told apart, and the words of the mail', async () => {
  const opened = await openMail(bytesSource(Buffer.from(mail)), 'eml');
  if (typeof opened === 'string') throw new Error(opened);
  const read = await Promise.all(
    opened.entries.map(async (entry) => {
      const reading = await opened.read(entry, 1000);
      return [entry.name, reading.ok ? Buffer.from(reading.bytes).toString() : reading.reason];
    }),
  );
  expect(read).toEqual([
    ['申报书.pdf', '%PDF-1.7'],
    ['申报书 (2).pdf', '%PDF-1.4'],
    [mailText, '申报材料\n请查收'],
  ]);
  const [first] = opened.entries;
  expect(first && (await opened.read(first, 3))).toEqual({ ok: false, reason: 'too-large' });
});

test('what is no Outlook message is damaged, not a crash', async () => {
  expect(await openMail(bytesSource(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'msg')).toBe('damaged');
});
