import type { Document } from '../../core/document.ts';
import type { Call, Form, PackClause, Rule, Scheme } from '../schema/index.ts';
import { clausesOf, type DraftClause, packClause } from './clauses.ts';
import { copiesOf } from './copies.ts';
import { deadlinesOf } from './deadlines.ts';
import { contactNotes, type Facts, factsOf, textsOf } from './facts.ts';
import { type DraftForm, draftForm } from './form/draft-form.ts';
import type { OpenPoint } from './open-point.ts';
import { formPart, partsOf } from './parts.ts';
import { piecesOf } from './pieces.ts';
import { quotaEntries, quotasOf } from './quotas.ts';
import { resubmissionOf } from './resubmission.ts';
import { draftRules } from './rules.ts';
import { schemesOf } from './schemes.ts';

/** A call pack as drafted from its notice, and what a person must settle before it is used. */
export interface Draft {
  readonly call: Call;
  readonly clauses: readonly PackClause[];
  readonly schemes: readonly Scheme[];
  readonly form: Form;
  readonly rules: readonly Rule[];
  readonly blankHtml: string;
  readonly open: readonly OpenPoint[];
}

/** Drafts a pack from a notice and, where it is not an annex of the notice, its blank form. */
export function draftCall(id: string, notice: Document, blankForm?: Document): Draft {
  const open: OpenPoint[] = [];
  const parts = partsOf(piecesOf(notice));
  const asked = blankForm ? formPart(piecesOf(blankForm)) : parts.find((part) => part.kind === 'form');
  const facts = factsOf(parts);
  const clauses: DraftClause[] = parts
    .filter((part) => part.kind !== 'form' && part.kind !== 'summary')
    .flatMap(clausesOf);
  if (clauses.length === 0 && parts[0]) {
    // A pack cites; where no clause was read there must be one to cite, for a person to replace.
    clauses.push({
      ref: '引言',
      text: '（通知中没有读出条款，待定）',
      part: parts[0],
      headings: [],
      rules: [],
    });
    open.push({
      file: 'clauses.yaml',
      what: { zh: '通知中没有读出条款。', en: 'No clauses were read from the notice.' },
    });
  }
  const form = asked ? draftForm(asked) : undefined;
  if (form && asked && form.form.fields.length > 0) {
    for (const { ref, text } of form.clauses)
      clauses.push({ ref, text, part: asked, headings: [], rules: [] });
  } else {
    open.push({
      file: 'form.yaml',
      what: {
        zh: '通知中没有找到空白申报书，form.yaml 只有四个通用栏目；请提供空白表后重新起草。',
        en: 'No blank form was found in the notice: form.yaml holds four common fields. Draft again with the blank form.',
      },
    });
  }
  keepRefsApart(clauses);
  const { form: fields, html, annexes } = form && form.form.fields.length > 0 ? form : commonForm(clauses);
  const formText = asked ? textsOf(asked.pieces).join('\n') : '';
  const call = draftedCall(id, facts, clauses, fields, annexes, open);
  const schemes = schemesOf(parts, clauses, formText);
  const rules = draftRules(call, fields, clauses, open);
  if (schemes.length > 0) {
    open.push({
      file: 'schemes.yaml',
      what: {
        zh: `${schemes.map((one) => `“${one.title.zh}”（${one.labels.length}类）`).join('、')}是否都是需要归类的类别；各类的提示短语（cues）和申报栏目（declaredBy）须补写。`,
        en: 'Whether every list of labels is one to classify by; cues and declaredBy are to be written.',
      },
    });
  }
  open.push({
    file: 'form.yaml',
    what: {
      zh: '栏目的英文名称（en）和必填与否（required）；草稿以中文代替英文，只把通用栏目列为必填。',
      en: 'English names and which fields are required: the draft repeats the Chinese and requires common fields only.',
    },
  });
  return { call, clauses: clauses.map(packClause), schemes, form: fields, rules, blankHtml: html, open };
}

function draftedCall(
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
              unitField: unitField.key,
            },
          ]
        : [],
    notes: contactNotes(clauses).map((zh) => ({ zh, en: zh })),
  };
}

/** What every form of this kind asks, for a notice that came without its form. */
function commonForm(clauses: readonly DraftClause[]): Pick<DraftForm, 'form' | 'html' | 'annexes'> {
  const lines = ['项目名称：', '申报单位：', '推荐单位：', '申报日期：'];
  const pieces = lines.map((text) => ({ kind: 'para' as const, text }));
  const { form, html } = draftForm({ kind: 'form', name: '申报书', title: '申报书', pieces });
  const clause = clauses[0]?.ref ?? '引言';
  return { form: { ...form, fields: form.fields.map((field) => ({ ...field, clause })) }, html, annexes: [] };
}

/** Two annexes may bear one number, and a form may number its notes like its annex: a reference cites one clause. */
function keepRefsApart(clauses: readonly DraftClause[]): void {
  const taken = new Set<string>();
  for (const clause of clauses) {
    const base = clause.ref;
    for (let i = 2; taken.has(clause.ref); i++) clause.ref = `${base} ${i}`;
    taken.add(clause.ref);
  }
}
