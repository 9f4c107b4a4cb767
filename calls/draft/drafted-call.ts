import type { Call, Form } from '../schema/index.ts';
import type { DraftClause } from './clauses.ts';
import { consequenceOf } from './consequence.ts';
import { copiesOf } from './copies.ts';
import { deadlinesOf } from './deadlines.ts';
import { contactNotes, type Facts } from './facts.ts';
import type { OpenPoint } from './open-point.ts';
import { quotaEntries, quotasOf } from './quotas.ts';
import { resubmissionOf } from './resubmission.ts';

/** `call.yaml` as the facts and clauses of the notice give it; what they leave open is listed. */
export function draftedCall(
  id: string,
  facts: Facts,
  clauses: readonly DraftClause[],
  form: Form,
  annexes: readonly string[],
  open: OpenPoint[],
): Call {
  const unknown = (what: string, en: string, passage?: string) =>
    open.push({ file: 'call.yaml', what: { zh: what, en }, ...(passage !== undefined && { passage }) });
  const subject = facts.subject || '（待定）';
  if (facts.subject === '') unknown('通知标题没有认出，title 待定。', 'The title was not recognised.');
  if (facts.issuer === '') unknown('发文单位没有认出，issuer 待定。', 'The issuer was not recognised.');
  if (facts.number === undefined) unknown('没有找到文号。', 'No file number was found.');
  if (facts.year === undefined)
    unknown('年份没有认出，暂写 2000。', 'The year was not recognised; 2000 stands for it.');
  const year = facts.year ?? 2000;
  const issuer = facts.issuer || '（待定）';
  const first = clauses[0]?.ref ?? '引言';
  const found = deadlinesOf(clauses, issuer);
  if (found.length === 0)
    unknown(`没有找到截止时间，暂写 ${year}-12-31。`, `No deadline was found; ${year}-12-31 stands for it.`);
  for (const { level, at, passage } of found)
    unknown(
      `截止时间 ${at} 的层级读作 ${level}，请核对。`,
      `The deadline ${at} was read as ${level}: check.`,
      passage,
    );
  const quotas = quotasOf(clauses);
  if (quotas.length === 0)
    unknown('没有找到推荐名额；确无名额的不必补。', 'No quotas were found; there may be none.');
  for (const { passage } of quotas.filter(
    (one, i) => quotas.findIndex((other) => other.passage === one.passage) === i,
  ))
    unknown('推荐名额适用的推荐单位，请核对。', 'Which units the quota applies to: check.', passage);
  const programme = id.replace(/-?20\d\d-?/u, '-').replace(/^-+|-+$/gu, '') || id;
  const { said, ...resubmission } = resubmissionOf(clauses, programme);
  unknown(
    '重复申报规定（resubmission）的读法须由人确定。',
    'How the words on resubmission are read is for a person to decide.',
    said || undefined,
  );
  const unitField = form.fields.find((field) => field.role === 'recommending-unit');
  const listClause =
    form.fields.findLast((field) => field.type === 'section' && /附件|材料/u.test(field.label))?.clause ??
    form.fields[0]?.clause ??
    first;
  const full = facts.forwarder ? `${issuer}（${facts.forwarder}转发）` : issuer;
  const name = subject.replace(/^20\d\d年度?/u, '') || subject;
  return {
    id,
    title: { zh: subject, en: subject },
    short: { zh: subject.slice(0, 24), en: subject.slice(0, 24) },
    issuer: { zh: full, en: full },
    ...(facts.number !== undefined && { number: facts.number }),
    year,
    ...(facts.issued !== undefined && { issued: facts.issued }),
    ...(facts.published !== undefined && { published: facts.published }),
    programme: { id: programme, names: [name] },
    deadlines:
      found.length > 0
        ? found.map(({ level, at, passage, clause }) => ({
            level,
            at,
            note: { zh: passage, en: passage },
            clause,
          }))
        : [
            {
              level: 'ministry',
              at: `${year}-12-31`,
              note: { zh: '占位日期，待定', en: 'A placeholder' },
              clause: first,
            },
          ],
    quotas: quotaEntries(quotas),
    copies: copiesOf(clauses, issuer),
    annexes: annexes.map((title, i) => ({
      key: `annex_${i + 1}`,
      title,
      aliases: [],
      required: true,
      clause: listClause,
    })),
    resubmission,
    batch:
      quotas.length > 0 && unitField
        ? [
            {
              kind: 'quota',
              id: 'recommending-quota',
              title: { zh: '推荐名额', en: 'Quota of the recommending unit' },
              clause: quotas[0]!.clause,
              consequence: consequenceOf(quotas[0]!.passage),
              unitField: unitField.key,
            },
          ]
        : [],
    notes: contactNotes(clauses).map((zh) => ({ zh, en: zh })),
  };
}
