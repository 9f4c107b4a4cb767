import { expect, test } from 'vitest';
import { filingOf, packOf } from '../../rules/testing.ts';
import { completeDraft, type Draft } from '../draft.ts';
import { annexFile, assemble, companionsOf, filesOf } from './assemble.ts';

const pack = packOf({
  fields: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'company'].map((key) => ({
    key,
    type: 'text',
    ...(key === 'company' ? { role: 'applicant' } : {}),
  })),
  call: { annexes: [{ key: 'audit', title: '专项审计报告', required: true, clause: '一' }] },
});
const long = '这是一份材料的正文，写了二十个字以上，以便算作已经读出的文件。';

function draft(file: string, found: number, lines: readonly string[] | undefined, company = ''): Draft {
  const filing = lines && filingOf({ file, lines, ...(company ? { fields: { company } } : {}) });
  return {
    read: { id: file, file, problems: [], fromStore: false },
    problems: [],
    found,
    classification: [],
    ...(filing ? { filing } : {}),
  };
}

test('forms become filings with their annexes; what may be a form is never an annex', () => {
  const drafts = [
    draft('批次/甲/申报书.docx', 1, [long], '江苏华兴智能科技有限公司'),
    draft('批次/甲/扫描.pdf', 0, ['专项审计报告', long]),
    draft('批次/甲/发票.pdf', 0, undefined),
    draft('批次/乙.pdf', 0.2, [long]),
    draft('批次/丙.pdf', 0, ['']),
    draft('批次/审计报告.pdf', 0, [long]),
  ];
  const { filings, unassigned } = assemble(drafts, ['批次'], pack);
  expect(filings.map(({ draft: one }) => one.read.file)).toEqual([
    '批次/甲/申报书.docx',
    '批次/乙.pdf',
    '批次/丙.pdf',
  ]);
  const [first] = filings;
  expect(first?.package).toEqual({ name: '甲', archive: false, unmixed: true });
  expect(first && companionsOf(first).map(({ file }) => file)).toEqual([
    '批次/甲/扫描.pdf',
    '批次/甲/发票.pdf',
  ]);
  expect(first && filesOf(first, pack)).toMatchObject([
    { role: 'form', status: 'done' },
    { role: 'annex', by: 'folder', annexes: ['audit'], status: 'done' },
    { role: 'annex', by: 'folder', annexes: [], status: 'failed' },
  ]);
  expect(unassigned.map((one) => annexFile(one, 'unassigned', pack))).toMatchObject([
    { file: '批次/审计报告.pdf', role: 'unassigned' },
  ]);
});

test('a filing that may be no form says so, once it is known to be no annex', () => {
  const made = completeDraft(draft('乙.pdf', 0.2, [long]), pack);
  expect(made.problems).toEqual([{ code: 'fields-scarce', values: { found: 2, total: 10 } }]);
});
