import { expect, test } from 'vitest';
import { packOf } from '../../rules/testing.ts';
import type { BatchFile, FileCard } from '../stages/extract.ts';
import { assemble, fileOutcome } from './assemble.ts';
import { cardOf } from './testing.ts';

const pack = packOf({
  call: { annexes: [{ key: 'audit', title: '专项审计报告', required: true, clause: '一' }] },
});

function batchFile(file: string, card: Partial<FileCard>): BatchFile {
  const made = cardOf({ ...card, file });
  const unread = made.format === undefined;
  return {
    read: { id: file, file, ...(unread ? {} : { key: `k ${file}` }), problems: [], kept: false },
    card: made,
  };
}

const unread = (file: string): BatchFile => {
  const { format: _, ...card } = cardOf({ file, kind: 'unread', pages: 0 });
  return { read: { id: file, file, problems: [{ code: 'file-empty' }], kept: false }, card };
};

const files = [
  batchFile('批次/甲/申报书.docx', { names: ['江苏华兴智能科技有限公司'] }),
  batchFile('批次/甲/扫描.pdf', { kind: 'other', text: '专项审计报告', annexes: ['audit'] }),
  unread('批次/甲/发票.pdf'),
  batchFile('批次/乙.pdf', { kind: 'doubtful' }),
  batchFile('批次/丙.pdf', { kind: 'unread' }),
  batchFile('批次/审计报告.pdf', { kind: 'other', text: '正文' }),
];

test('forms become filings with their annexes; what may be a form is never an annex', () => {
  const { filings, unassigned } = assemble(files, ['批次'], pack);
  expect(filings.map(({ form }) => form.read.file)).toEqual([
    '批次/甲/申报书.docx',
    '批次/乙.pdf',
    '批次/丙.pdf',
  ]);
  const [first] = filings;
  expect(first?.package).toEqual({ name: '甲', archive: false, unmixed: true });
  expect(first?.annexes.map(({ file }) => file.read.file)).toEqual(['批次/甲/扫描.pdf', '批次/甲/发票.pdf']);
  expect(unassigned.map(({ read }) => read.file)).toEqual(['批次/审计报告.pdf']);
});

test('a file is told with the key of its document, its part in the filing and what went wrong', () => {
  expect(fileOutcome(files[1]!, 'annex', { by: 'folder' })).toMatchObject({
    document: 'k 批次/甲/扫描.pdf',
    role: 'annex',
    by: 'folder',
    annexes: ['audit'],
    status: 'done',
  });
  const lost = fileOutcome(files[2]!, 'annex', { by: 'folder' });
  expect(lost).toMatchObject({ status: 'failed', problems: [{ code: 'file-empty' }] });
  expect(lost).not.toHaveProperty('document');
  expect(fileOutcome(files[0]!, 'form', { problems: [{ code: 'ocr-unavailable' }] }).annexes).toEqual([]);
});

test('the same path given twice is two files, each with its own card', () => {
  const twice = [files[0]!, { ...files[0]! }];
  expect(assemble(twice, ['批次'], pack).filings).toHaveLength(2);
});
