import type { Act, Desk } from '../core/desk.ts';
import type { Field } from '../core/filing.ts';
import type { Finding, Verdict } from '../core/judgement.ts';
import type { FilingOutcome } from '../core/outcome.ts';
import type { FilingVersion } from '../core/records.ts';

/** Records for the tests of stores. */

export const at = (second: number) => `2025-06-01T01:00:${String(second).padStart(2, '0')}.000Z`;

export function versionOf(filing: string, change: Partial<FilingVersion> = {}): FilingVersion {
  return {
    filing,
    batch: 'batch-1',
    version: 1,
    form: '00000000000000aa',
    file: `${filing}.docx`,
    applicant: '甲公司',
    title: '工业互联网平台',
    by: 'first',
    addedAt: at(0),
    ...change,
  };
}

export function fieldOf(key: string, value: Field['value'], confidence = 1): Field {
  const raw = JSON.stringify(value);
  return { key, label: `栏目${key}`, value, raw, state: 'filled', confidence, where: [] };
}

export function findingOf(rule: string, verdict: Verdict, message = `第${rule}条`): Finding {
  return {
    rule,
    title: { zh: rule, en: rule },
    consequence: 'mend',
    verdict,
    message: { zh: message, en: `Rule ${rule}` },
    clause: { ref: `三（${rule}）`, text: '申报主体应当……' },
    evidence: [{ page: 1, box: [1, 2, 3, 4] }],
  };
}

export function outcomeOf(filing: string, change: Partial<FilingOutcome> = {}): FilingOutcome {
  return {
    id: '00000000000000aa',
    filing,
    version: 1,
    file: `${filing}.docx`,
    status: 'done',
    judged: { state: 'passed', reasons: [], remarks: 0, checklist: 0 },
    problems: [],
    fields: [
      fieldOf('name', '甲公司'),
      fieldOf('income', 1200.5, 0.9),
      fieldOf('years', { 2024: 1, 2023: null }),
    ],
    classification: [],
    findings: [findingOf('1', 'pass'), findingOf('2', 'unknown')],
    matches: [],
    files: [],
    ...change,
  };
}

export async function listOf<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of stream) list.push(one);
  return list;
}

export function deskOf(filing: string, change: Partial<Desk> = {}): Desk {
  return {
    filing,
    batch: 'batch-1',
    version: 1,
    stage: 'todo',
    now: 'passed',
    doubts: 0,
    checklist: 0,
    repeats: false,
    unit: '',
    again: false,
    revision: 0,
    ...change,
  };
}

export function actOf(id: string, filing: string): Act {
  return {
    id,
    batch: 'batch-1',
    filing,
    version: 1,
    by: 'u1',
    at: at(1),
    kind: 'decide',
    text: { zh: '决定', en: 'decided' },
    old: '',
    new: 'pass',
    group: id,
    seconds: 12.5,
  };
}
