import type { BatchRule, Pack } from '../../calls/schema/index.ts';
import type { Text } from '../../core/lang.ts';
import { checkCreditCode } from '../../core/normalise/credit-code.ts';
import type { BatchFinding } from '../../core/outcome.ts';
import { compareParties } from '../../core/parties/compare.ts';
import { meetingKeys } from '../../core/parties/meeting-keys.ts';
import { type Party, partiesIn } from '../../core/parties/party.ts';
import { clauseOf } from '../verdict/clause-of.ts';
import type { BatchEntry } from './judge-batch.ts';
import { callIt, valueOfRole } from './title-of.ts';

type ApplicantRule = Extract<BatchRule, { kind: 'max-per-applicant' }>;

interface Applicant {
  readonly name: string | undefined;
  readonly code: string | undefined;
  readonly entry: BatchEntry;
}

/**
 * Filings per applicant, over the call or within one label or class of a scheme. Applicants are the same by
 * credit code or registered name; names that only may be the same make the finding unknown.
 */
export function judgeApplicants(
  rule: ApplicantRule,
  pack: Pack,
  entries: readonly BatchEntry[],
): BatchFinding[] {
  const applicants = entries.map((entry) => applicantOf(entry, pack));
  const named = applicants.filter(({ name, code }) => name !== undefined || code !== undefined);
  const findings = groups(named, (a, b) => isSame(a, b) === true).flatMap((group) =>
    judgeGroup(group, rule, pack),
  );
  const certain = new Set(findings.flatMap((finding) => finding.filings));
  for (const group of groups(named, (a, b) => isSame(a, b) !== false)) {
    const open = group.filter(({ entry }) => !certain.has(entry.id));
    if (open.length <= rule.max || groups(open, (a, b) => isSame(a, b) === true).length < 2) continue;
    findings.push(
      finding(rule, pack, 'unknown', open, {
        zh: `以下${open.length}项的申报单位名称相近，可能是同一单位，请人工核对：${namesOf(open, pack).zh}。`,
        en: `The applicants of these ${open.length} may be one company; please check: ${namesOf(open, pack).en}.`,
      }),
    );
  }
  const nameless = applicants.filter((one) => !named.includes(one));
  if (nameless.length > 0) {
    findings.push(
      finding(rule, pack, 'unknown', nameless, {
        zh: `以下${nameless.length}项的申报单位未能识别，未核对申报数量：${namesOf(nameless, pack).zh}。`,
        en: `The applicants of these ${nameless.length} could not be read, so they were not counted: ${namesOf(nameless, pack).en}.`,
      }),
    );
  }
  if (findings.length > 0) return findings;
  const message = {
    zh: `没有申报单位申报超过${rule.max}项。`,
    en: `No applicant files more than ${rule.max}.`,
  };
  return [finding(rule, pack, 'pass', applicants, message)];
}

function judgeGroup(group: readonly Applicant[], rule: ApplicantRule, pack: Pack): BatchFinding[] {
  if (group.length <= rule.max) return [];
  const name = group.find((one) => one.name !== undefined)?.name ?? group[0]?.code ?? '';
  if (rule.consequence === 'remark') {
    const message = {
      zh: `${name}共申报${group.length}项：${namesOf(group, pack).zh}。通知未限制每单位申报的项数，请核对各项是否为不同的项目。`,
      en: `${name} files ${group.length}: ${namesOf(group, pack).en}. The notice sets no limit; please check that they differ.`,
    };
    return [finding(rule, pack, 'unknown', group, message)];
  }
  if (!rule.within) {
    const message = {
      zh: `${name}共申报${group.length}项，超过每单位${rule.max}项的规定：${namesOf(group, pack).zh}，请由申报单位确定保留哪一项。`,
      en: `${name} files ${group.length}, more than the ${rule.max} allowed: ${namesOf(group, pack).en}. The applicant must choose.`,
    };
    return [{ ...finding(rule, pack, 'fail', group, message), choice: true as const }];
  }
  const byLabel = new Map<string, Applicant[]>();
  const unlabelled: Applicant[] = [];
  for (const one of group) {
    const labels = labelsOf(one.entry, rule.within, pack);
    if (labels.length === 0) unlabelled.push(one);
    for (const label of labels) byLabel.set(label, [...(byLabel.get(label) ?? []), one]);
  }
  const findings = [...byLabel].flatMap(([label, within]) => {
    if (within.length <= rule.max) return [];
    const message = {
      zh: `${name}在“${label}”中申报${within.length}项，超过${rule.max}项的规定：${namesOf(within, pack).zh}，请由申报单位确定保留哪一项。`,
      en: `${name} files ${within.length} in "${label}", more than the ${rule.max} allowed: ${namesOf(within, pack).en}. The applicant must choose.`,
    };
    return [{ ...finding(rule, pack, 'fail', within, message), choice: true as const }];
  });
  const fullest = Math.max(0, ...[...byLabel.values()].map((within) => within.length));
  if (unlabelled.length === 0 || fullest + unlabelled.length <= rule.max) return findings;
  const message = {
    zh: `${name}共申报${group.length}项，其中${unlabelled.length}项类别不明，不能确定是否超过${rule.max}项：${namesOf(unlabelled, pack).zh}。`,
    en: `${name} files ${group.length}, of which ${unlabelled.length} have no known label, so the limit of ${rule.max} is open: ${namesOf(unlabelled, pack).en}.`,
  };
  return [...findings, finding(rule, pack, 'unknown', unlabelled, message)];
}

/** What was declared counts, else what the text shows; as labels or as their classes. */
function labelsOf(entry: BatchEntry, within: NonNullable<ApplicantRule['within']>, pack: Pack): string[] {
  const found = entry.classification.find((one) => one.scheme === within.scheme);
  const scheme = pack.schemes.find((one) => one.id === within.scheme);
  const named = found?.declared?.split('、') ?? [];
  const declared = named.filter((name) => scheme?.labels.some((label) => label.name === name));
  const labels = declared.length > 0 ? declared : found?.label ? [found.label] : [];
  if (within.level === 'label') return labels;
  return [
    ...new Set(labels.flatMap((name) => scheme?.labels.find((label) => label.name === name)?.parent ?? [])),
  ];
}

function applicantOf(entry: BatchEntry, pack: Pack): Applicant {
  const written = valueOfRole(pack, entry, 'credit-code');
  const code = written === undefined ? undefined : checkCreditCode(written);
  return {
    entry,
    name: valueOfRole(pack, entry, 'applicant'),
    code: code?.valid ? code.value : undefined,
  };
}

function isSame(a: Applicant, b: Applicant): boolean | undefined {
  const { relation } = compareParties(partyOf(a), partyOf(b));
  if (relation === 'likely') return undefined;
  if (relation !== 'same') return false;
  // A member of a consortium may have filed alone as well; which of them counts is for a person.
  const alone = [a, b].every(({ name = '' }) => partiesIn(name).length <= 1);
  return alone || a.name === b.name || (a.code !== undefined && a.code === b.code) ? true : undefined;
}

function partyOf({ name, code }: Applicant): Party {
  return { company: name ?? '', ...(code === undefined ? {} : { creditCode: code }) };
}

/** Groups of applicants that are connected by a relation, each group at the place of its last one. */
function groups(
  items: readonly Applicant[],
  related: (a: Applicant, b: Applicant) => boolean,
): Applicant[][] {
  const found = new Set<Applicant[]>();
  const groupOf = new Map<Applicant, Applicant[]>();
  // Of thousands each is held against those only that it may be one with.
  const meeting = new Map<string, Applicant[]>();
  for (const item of items) {
    const others = new Set<Applicant>();
    for (const key of meetingKeys(partyOf(item))) {
      const there = meeting.get(key) ?? [];
      for (const other of there) others.add(other);
      if (there.push(item) === 1) meeting.set(key, there);
    }
    const near = new Set<Applicant[]>();
    for (const other of others) {
      const group = groupOf.get(other);
      if (group && !near.has(group) && related(item, other)) near.add(group);
    }
    const joined = near.size === 0 ? [] : [...found].filter((group) => near.has(group)).flat();
    for (const group of near) found.delete(group);
    const whole = [...joined, item];
    found.add(whole);
    for (const one of whole) groupOf.set(one, whole);
  }
  return [...found];
}

function namesOf(applicants: readonly Applicant[], pack: Pack): Text {
  const names = applicants.map(({ entry }) => `“${callIt(pack, entry)}”`);
  return { zh: names.join('、'), en: names.join(', ') };
}

function finding(
  rule: ApplicantRule,
  pack: Pack,
  verdict: 'pass' | 'fail' | 'unknown',
  applicants: readonly Applicant[],
  message: Text,
): BatchFinding {
  return {
    rule: rule.id,
    title: rule.title,
    consequence: rule.consequence,
    verdict,
    message,
    clause: clauseOf(pack.clauses, rule.clause),
    evidence: [],
    filings: applicants.map(({ entry }) => entry.id),
  };
}
