import { expect, test } from 'vitest';
import type { FilingResult } from '../core/results.ts';
import { inFull, inShort } from './in-short.ts';
import { screening } from './testing.ts';
import { toResults } from './whole-results.ts';

const [read, unread] = toResults(screening, 'zh').filings as [FilingResult, FilingResult];

test('a filing that was not read says why', () => {
  expect(inShort(unread, 'zh')).toEqual(['文件是空的。']);
  expect(inFull(unread, 'zh')).toEqual(['文件是空的。']);
});

test('every reason is named under its word, most serious first; what is left to a person is not', () => {
  const finding = (title: string, verdict: 'pass' | 'fail' | 'unknown', more: object = {}) => ({
    ...read.findings[0]!,
    rule: title,
    title,
    consequence: 'mend' as const,
    verdict,
    message: `${title}如何。`,
    ...more,
  });
  const findings = [
    finding('甲', 'unknown'),
    finding('乙', 'fail'),
    finding('丙', 'unknown', { manual: true }),
    finding('丁', 'fail', { consequence: 'remark' as const }),
    finding('戊', 'unknown', { consequence: 'bars' as const }),
  ];
  const rules = (...names: string[]) => names.map((rule) => ({ source: { rule }, message: `${rule}如何。` }));
  const match = { ...read.matches[0]!, verdict: 'review' as const };
  const filing: FilingResult = {
    ...read,
    state: 'mend',
    reasons: [
      ...rules('乙'),
      { source: { match: match.target.id }, message: '可能相同。' },
      ...rules('戊', '甲', '丁'),
      { source: { problem: 'page-unreadable' }, message: '第 2 页无法识别。' },
    ],
    findings,
    matches: [match],
  };
  expect(inShort(filing, 'zh')).toEqual([
    '需补正：“乙”',
    '待核：疑似重复“+追溯”、“戊”、“甲”',
    '提示：“丁”、第 2 页无法识别。',
  ]);
  expect(inShort(filing, 'en')[0]).toBe('To be mended: "乙"');
  expect(inFull(filing, 'zh').slice(0, 2)).toEqual(['需补正：乙如何。', '待核：可能相同。']);
});
