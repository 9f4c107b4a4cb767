import { expect, test } from 'vitest';
import { readResults } from './results.ts';

const clause = { ref: '一', text: '一项一报。' };
const finding = (rule: string, weight: string, verdict: string, more: object = {}) => ({
  rule,
  title: rule,
  weight,
  verdict,
  message: `${rule}如何`,
  clause,
  evidence: [],
  ...more,
});
const filing = (id: string, outcome: string, more: object = {}) => ({
  id,
  file: `${id}.pdf`,
  status: 'done',
  outcome,
  problems: [],
  pages: 1,
  ocrPages: 0,
  fields: {},
  classification: [],
  findings: [],
  matches: [],
  ...more,
});
const target = { type: 'award', id: 'w1', title: '回转窑', company: '云帆' };
const match = {
  kind: 'award',
  target,
  score: 0.9,
  verdict: 'review',
  reasons: ['相近'],
  signals: [],
  passages: [],
  excludedShare: 0,
};
const before = {
  schema: 'chushen.results/1',
  call: 'c',
  run: { startedAt: '', finishedAt: '', asOf: '2022-01-01', lang: 'zh', versions: {} },
  filings: [
    filing('a', 'fail', {
      findings: [
        finding('甲', 'condition', 'unknown'),
        finding('乙', 'condition', 'fail'),
        finding('丙', 'warning', 'fail'),
        finding('丁', 'condition', 'unknown', { manual: true }),
      ],
      matches: [match],
    }),
    filing('b', 'pass', { findings: [finding('戊', 'condition', 'pass')] }),
    filing('c', 'pass', { findings: [finding('己', 'info', 'fail')] }),
    filing('d', 'unread', {
      status: 'failed',
      problems: [{ code: 'file-empty', message: '空', gravity: 'lost' }],
    }),
  ],
  batch: { findings: [finding('名额', 'condition', 'pass', { filings: ['a'] })] },
};

test('results of the first version are lifted: the state is the one that was told', () => {
  const results = readResults(before);
  expect(results?.schema).toBe('chushen.results/2');
  expect(results?.filings.map(({ state, remarks, checklist }) => [state, remarks, checklist])).toEqual([
    ['failed', 1, 1],
    ['passed', 0, 0],
    ['remarked', 1, 0],
    ['unread', 0, 0],
  ]);
  const [first] = results?.filings ?? [];
  expect(first).toMatchObject({ id: 'a', filing: 'a', version: 1 });
  expect(first?.reasons.map(({ source }) => Object.values(source)[0])).toEqual(['乙', 'w1', '甲', '丙']);
  expect(first?.findings.map(({ consequence }) => consequence)).toEqual(['bars', 'bars', 'remark', 'bars']);
  expect(results?.batch.findings[0]?.consequence).toBe('bars');
  expect(results?.filings[3]?.reasons).toEqual([{ source: { problem: 'file-empty' }, message: '空' }]);
});

test('results of this version stand as they are, and anything else is none', () => {
  const now = readResults(before);
  expect(readResults(JSON.parse(JSON.stringify(now)))).toEqual(now);
  expect(readResults({ ...before, schema: 'chushen.results/9' })).toBeUndefined();
  expect(readResults(null)).toBeUndefined();
});
