import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callSchema } from '../calls/schema/call.ts';
import { formSchema } from '../calls/schema/form.ts';
import type { Pack } from '../calls/schema/index.ts';
import type { Filing } from '../core/filing.ts';
import type { Lang } from '../core/lang.ts';
import type { FilingOutcome } from '../core/outcome.ts';
import type { Results } from '../core/results.ts';
import { TextMap } from '../core/text-map.ts';
import { readHtml } from '../extractors/html/read-html.ts';
import type { Screening } from '../review/screening.ts';
import { sourceOf } from './results-source.ts';
import { outputNames, writeReports } from './write-reports.ts';

/** A small call and a screening with everything a report shows, for the tests of this folder. */

const both = (zh: string, en: string) => ({ zh, en });

export const pack: Pack = {
  call: callSchema.parse({
    id: 'trial-2022',
    title: both('试验征集通知', 'Trial call'),
    short: both('试验', 'Trial'),
    issuer: both('某局', 'Some office'),
    year: 2022,
    programme: { id: 'trial', names: ['试验'] },
    deadlines: [{ level: 'province', at: '2022-05-20', clause: '一' }],
    resubmission: {
      bars: 'solution',
      programmes: 'any',
      readings: [
        {
          id: 'all',
          title: both('不限年份', 'any year'),
          window: { kind: 'unlimited' },
          why: both('字面', 'words'),
        },
      ],
      reading: 'all',
      clause: '一',
    },
  }),
  form: formSchema.parse({
    title: '试验申报书',
    fields: [
      { key: 'name', label: '项目名称', en: 'Title', type: 'text', role: 'title' },
      { key: 'company', label: '申报单位', en: 'Company', type: 'text', role: 'applicant' },
      { key: 'revenue', label: '营业收入', en: 'Revenue', type: 'amount', unit: '万元' },
    ],
  }),
  clauses: new Map([['一', { ref: '一', text: '一项一报。', rules: [] }]]),
  schemes: [],
  blank: readHtml('<p>试验申报书</p>'),
  rules: [],
  folder: '',
};

const clause = { ref: '一', text: '一项一报。' };
const onPage = { page: 2, box: [10.00049, 20, 30, 40] } as const;
const inWord = { part: 'word/document.xml', path: 'tbl[1]/tr[2]/tc[3]/p[1]' };
export const formula = '=1+1';

const document = { ...readHtml('<p>甲</p>'), format: 'pdf' } as const;

const filing: Filing = {
  id: 'a1',
  file: 'batch.zip!/甲.pdf',
  document: {
    ...document,
    pages: [
      { number: 1, width: 595, height: 842, readBy: 'text-layer' },
      { number: 2, width: 595, height: 842, readBy: 'ocr' },
    ],
  },
  fields: new Map([
    [
      'name',
      {
        key: 'name',
        label: '项目名称',
        value: formula,
        raw: formula,
        state: 'filled',
        confidence: 0.9,
        where: [onPage],
        readBy: 'model',
        repaired: { from: 'l<b>' },
      },
    ],
    [
      'company',
      {
        key: 'company',
        label: '申报单位',
        value: '<b>恒驰</b>',
        raw: '<b>恒驰</b>',
        state: 'filled',
        confidence: 1,
        where: [inWord],
        conflicts: [{ value: '另一家', where: [onPage] }],
      },
    ],
    [
      'revenue',
      {
        key: 'revenue',
        label: '营业收入',
        value: 1234.5,
        raw: '1234.5',
        unit: '万元',
        state: 'filled',
        confidence: 1,
        where: [],
      },
    ],
  ]),
  sections: new Map(),
  text: TextMap.of(document.body),
  formRanges: [],
  problems: [],
};

const read: FilingOutcome = {
  id: 'a1',
  filing: 'a1',
  version: 1,
  file: filing.file,
  status: 'partial',
  judged: {
    state: 'failed',
    reasons: [
      { source: { match: 'w1' }, text: both('与“+追溯”相同。', 'The same as "+追溯".') },
      { source: { rule: 'one' }, text: both('不符合：<i>两份</i>。', 'Two of them.') },
    ],
    remarks: 0,
    checklist: 1,
  },
  problems: [{ code: 'page-unreadable', page: 2, values: { reason: 'blur' } }],
  fields: [...filing.fields.values()],
  classification: [
    {
      scheme: 'directions',
      label: '数字化车间',
      declared: '平台',
      candidates: [
        {
          label: '数字化车间',
          score: 0.87654,
          evidence: [{ text: '@SUM(A1)', where: [onPage] }],
          definition: clause,
        },
      ],
    },
    { scheme: 'other', label: null, candidates: [] },
  ],
  findings: [
    {
      rule: 'one',
      title: both('一项一报', 'one each'),
      consequence: 'bars',
      verdict: 'fail',
      message: both('不符合：<i>两份</i>。', 'Two of them.'),
      clause,
      evidence: [onPage, inWord],
    },
    {
      rule: 'two',
      title: both('盖章', 'Seal'),
      consequence: 'person',
      verdict: 'unknown',
      manual: true,
      message: both('请核对。', 'Check.'),
      clause,
      evidence: [],
    },
  ],
  matches: [
    {
      kind: 'award',
      target: { type: 'award', id: 'w1', title: '+追溯', company: '-恒驰', year: 2020 },
      score: 0.98765,
      verdict: 'barred',
      reasons: [both('同一项目', 'the same')],
      signals: [{ name: 'title', value: 0.91234, weight: 3.45678 }],
      passages: [
        { here: { text: '相同的一段话', where: [onPage] }, there: { text: '相同的一段话', where: [] } },
      ],
      terms: [{ term: '比色高温计', here: [onPage], there: [] }],
      excludedShare: 0.33333,
    },
  ],
  files: [
    {
      id: 'a1',
      file: filing.file,
      role: 'form',
      annexes: [],
      status: 'partial',
      format: filing.document.format,
      pages: filing.document.pages.length,
      ocrPages: 1,
      problems: [],
    },
    {
      id: 'a2',
      file: 'batch.zip!/甲 <审计>.pdf',
      role: 'annex',
      by: 'stem',
      annexes: ['audit'],
      status: 'failed',
      pages: 0,
      ocrPages: 0,
      problems: [{ code: 'file-encrypted' }],
    },
  ],
};

const unread: FilingOutcome = {
  id: 'b2',
  filing: 'b2',
  version: 1,
  fields: [],
  file: '乙.pdf',
  status: 'failed',
  judged: {
    state: 'unread',
    reasons: [{ source: { problem: 'file-empty' }, text: both('文件是空的。', 'The file is empty.') }],
    remarks: 0,
    checklist: 0,
  },
  problems: [{ code: 'file-empty' }],
  classification: [],
  findings: [],
  matches: [],
  files: [],
};

export const screening: Screening = {
  batch: { id: 'b0', call: 'trial-2022', name: '一批', createdAt: '2022-05-01T07:00:00.000Z' },
  run: {
    id: 'r0',
    batch: 'b0',
    startedAt: '2022-05-01T08:00:00.000Z',
    finishedAt: '2022-05-01T08:01:00.000Z',
    state: 'done',
    key: 'k',
    settings: { asOf: '2022-05-01', complete: false, lists: {} },
    versions: { chushen: '0.1.0' },
  },
  filings: [read, unread],
  whole: {
    cases: [],
    unassigned: [
      {
        id: 'c3',
        file: '承诺书.pdf',
        role: 'unassigned',
        annexes: [],
        status: 'done',
        format: 'pdf',
        pages: 1,
        ocrPages: 0,
        problems: [{ code: 'annex-unassigned' }],
      },
    ],
    findings: [
      {
        rule: 'quota',
        title: both('名额', 'Quota'),
        consequence: 'bars',
        verdict: 'pass',
        message: both('未超。', 'Within.'),
        clause,
        evidence: [],
        filings: ['a1', 'gone'],
      },
    ],
  },
};

/** The three reports of results, as they are written. */
export async function reportsOf(
  results: Results,
  lang: Lang,
): Promise<{ readonly json: string; readonly workbook: Buffer; readonly page: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'chushen-reports-'));
  try {
    mkdirSync(join(folder, 'scratch'));
    await writeReports(sourceOf(results), { lang, pack }, folder, join(folder, 'scratch'));
    const [json, workbook, page] = outputNames.map((name) => readFileSync(join(folder, name)));
    if (!json || !workbook || !page) throw new Error('a report is missing');
    return { json: json.toString(), workbook, page: page.toString() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
