import { expect, test } from 'vitest';
import type { FilingResult } from '../core/results.ts';
import { inShort } from './in-short.ts';
import { screening } from './testing.ts';
import { toResults } from './to-results.ts';

const [read, unread] = toResults(screening, 'zh').filings as [FilingResult, FilingResult];
const finding = (title: string, verdict: 'pass' | 'fail' | 'unknown', manual?: true) => ({
  ...read.findings[0]!,
  title,
  weight: 'condition' as const,
  verdict,
  manual,
});

test('a filing that was not read says why, also where nothing of it is called lost', () => {
  expect(inShort(unread, 'zh')).toEqual([unread.problems[0]?.message]);
  const skipped = { ...unread, problems: [{ ...unread.problems[0]!, gravity: 'partial' as const }] };
  expect(inShort(skipped, 'zh')).toHaveLength(1);
});

test('what fails comes first, then repeats, then what is open; what is left to a person is not named', () => {
  const findings = [
    finding('甲', 'unknown'),
    finding('乙', 'fail'),
    finding('丙', 'unknown', true),
    finding('丁', 'pass'),
    finding('戊', 'unknown'),
  ];
  const match = { ...read.matches[0]!, verdict: 'review' as const };
  const filing: FilingResult = { ...read, outcome: 'review', findings, matches: [match] };
  expect(inShort(filing, 'zh')).toEqual(['乙', '疑似重复：1', '无法判定：甲、戊']);
  expect(inShort(filing, 'en').at(-1)).toBe('cannot tell: 甲, 戊');
});
