import type { Pack } from '../../calls/schema/index.ts';
import type { Ruling } from '../../core/desk.ts';
import { type Field, sureEnough } from '../../core/filing.ts';
import type { Classification, Clause, Finding, Match } from '../../core/judgement.ts';
import type { Text } from '../../core/lang.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { Place } from '../../core/place.ts';
import { isOnChecklist } from '../state-of.ts';

/** One thing of a filing that needs a person. */
export interface Doubt {
  /** `field:<key>`, `rule:<id>`, `label:<scheme>`, `match:<target>`, `check:<rule>`. */
  readonly subject: string;
  readonly kind: 'field' | 'rule' | 'label' | 'match' | 'check';
  readonly title: Text;
  readonly why: Text;
  readonly clause?: Clause;
  readonly evidence: readonly Place[];
  /** What a person may say; the first is what one key confirms. */
  readonly answers: readonly { readonly value: string; readonly text: Text }[];
}

/** Values below this confidence need a person, as long as the office's own corrections say nothing else. */
export const usualThreshold = 0.9;

/**
 * What needs a person, in the order in which one looks: values that were read unsurely, since conditions rest on
 * them; then repeats, open conditions and labels.
 */
export function doubtsOf(outcome: FilingOutcome, pack: Pack, threshold = usualThreshold): Doubt[] {
  const { fields, findings, classification, matches } = outcome;
  return [
    ...fields
      .filter((field) => isDoubtful(field, isLong(field, pack) ? sureEnough : threshold))
      .map((field) => ofField(field, pack)),
    ...matches.filter(({ verdict }) => verdict === 'review').map(ofMatch),
    ...findings.filter(isOpen).map(ofRule),
    ...classification.flatMap((one) => ofLabel(one, pack)),
  ];
}

/** The call's checklist 人工核对 for a filing: what only a person can judge. */
export function checklistOf({ findings }: Pick<FilingOutcome, 'findings'>): Doubt[] {
  return findings.filter(isOnChecklist).map((finding) => ({
    ...ofFinding(finding),
    subject: `check:${finding.rule}`,
    kind: 'check',
    answers: [
      { value: 'met', text: { zh: '符合', en: 'as expected' } },
      { value: 'not-met', text: { zh: '不符合', en: 'not as expected' } },
    ],
  }));
}

/** What was last said of each subject; what was taken back is as never said. */
export function lastRulings(rulings: readonly Ruling[], version: number): ReadonlyMap<string, Ruling> {
  const last = new Map<string, Ruling>();
  for (const ruling of rulings) {
    if (ruling.version !== version) continue;
    if (ruling.value === '') last.delete(ruling.subject);
    else last.set(ruling.subject, ruling);
  }
  return last;
}

/** Nobody compares a chapter letter by letter: it is asked about where it may be another chapter altogether. */
function isLong({ key }: Field, { form }: Pack): boolean {
  const type = form.fields.find((field) => field.key === key)?.type;
  return type === 'section' || type === 'long-text';
}

function isDoubtful({ state, confidence, conflicts }: Field, threshold: number): boolean {
  if (state === 'unreadable') return true;
  return state === 'filled' && (confidence < threshold || (conflicts?.length ?? 0) > 0);
}

/** A condition that the documents should show and do not for certain, and that counts. */
export function isOpen(finding: Finding): boolean {
  return (
    finding.verdict === 'unknown' &&
    (finding.consequence === 'bars' || finding.consequence === 'mend') &&
    !isOnChecklist(finding)
  );
}

/** A field's name: the form's own words, and the pack's English for them. */
export function fieldName({ key, label }: Pick<Field, 'key' | 'label'>, { form }: Pick<Pack, 'form'>): Text {
  return { zh: label, en: form.fields.find((field) => field.key === key)?.en ?? label };
}

function ofField(field: Field, pack: Pack): Doubt {
  return {
    subject: `field:${field.key}`,
    kind: 'field',
    title: fieldName(field, pack),
    why: whyDoubtful(field),
    evidence: field.where,
    answers: [{ value: 'confirmed', text: { zh: '与原件一致', en: 'as in the original' } }],
  };
}

function whyDoubtful({ state, confidence, conflicts }: Field): Text {
  if (state === 'unreadable')
    return {
      zh: '有内容但未能读出，请对照原件填写。',
      en: 'Something is written here that could not be read: enter it from the original.',
    };
  if (conflicts?.length)
    return {
      zh: '申报书几处写法不一致，请对照原件。',
      en: 'The filing states it differently in places: compare.',
    };
  const sure = Math.round(confidence * 100);
  return {
    zh: `读取把握 ${sure}%，请对照原件。`,
    en: `Read with ${sure}% confidence: compare with the original.`,
  };
}

function ofFinding({ title, message, clause, evidence }: Finding) {
  return { title, why: message, clause, evidence };
}

function ofRule(finding: Finding): Doubt {
  return {
    ...ofFinding(finding),
    subject: `rule:${finding.rule}`,
    kind: 'rule',
    answers: [
      { value: 'met', text: { zh: '符合', en: 'met' } },
      { value: 'not-met', text: { zh: '不符合', en: 'not met' } },
    ],
  };
}

function ofMatch({ target, reasons, passages }: Match): Doubt {
  const why = reasons.slice(0, 3);
  return {
    subject: `match:${target.id}`,
    kind: 'match',
    title: { zh: `可能重复：${target.title}`, en: `May repeat: ${target.title}` },
    why: { zh: why.map(({ zh }) => zh).join('；'), en: why.map(({ en }) => en).join('; ') },
    evidence: passages.flatMap(({ here }) => here.where).slice(0, 20),
    answers: [
      { value: 'different', text: { zh: '不是同一方案', en: 'another solution' } },
      { value: 'same', text: { zh: '同一方案', en: 'the same solution' } },
    ],
  };
}

/** A label is asked about where the text does not settle it, or settles it otherwise than the applicant says. */
function ofLabel(one: Classification, pack: Pack): Doubt[] {
  const { scheme, label, declared, candidates } = one;
  if (candidates.length === 0 || (label !== null && (declared === undefined || declared === label)))
    return [];
  const choices = [...new Set([declared, ...candidates.map((candidate) => candidate.label)])]
    .flatMap((choice) => (choice === undefined ? [] : [choice]))
    .slice(0, 4);
  const title = pack.schemes.find(({ id }) => id === scheme)?.title ?? { zh: scheme, en: scheme };
  const [best] = candidates;
  const likely = best ? `${best.label}（${Math.round(best.score * 100)}%）` : '';
  return [
    {
      subject: `label:${scheme}`,
      kind: 'label',
      title,
      why:
        declared === undefined
          ? {
              zh: `正文不足以确定类别，最接近${likely}。`,
              en: `The text does not settle it; nearest is ${likely}.`,
            }
          : {
              zh: `申报为“${declared}”，正文更像${likely}。`,
              en: `Declared as "${declared}"; the text is more like ${likely}.`,
            },
      evidence: best?.evidence.flatMap(({ where }) => where).slice(0, 20) ?? [],
      answers: choices.map((choice) => ({ value: choice, text: { zh: choice, en: choice } })),
    },
  ];
}
