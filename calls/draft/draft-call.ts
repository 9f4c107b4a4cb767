import type { Document } from '../../core/document.ts';
import type { Call, Form, PackClause, Rule, Scheme } from '../schema/index.ts';
import { clausesOf, type DraftClause, ownRef, packClause } from './clauses.ts';
import { draftedCall } from './drafted-call.ts';
import { type DraftForm, draftForm } from './form/draft-form.ts';
import { factsOf, textsOf } from './notice/facts.ts';
import { schemesOf } from './notice/schemes.ts';
import type { OpenPoint } from './open-point.ts';
import { formPart, partsOf } from './parts.ts';
import { piecesOf } from './pieces.ts';
import { draftRules } from './rules.ts';
import { inSimplified } from './simplified-pieces.ts';

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
  const { pieces, traditional } = inSimplified(piecesOf(notice));
  const parts = partsOf(pieces);
  const asked = blankForm ? formPart(piecesOf(blankForm)) : parts.find((part) => part.kind === 'form');
  if (traditional) {
    open.push({
      file: 'call.yaml',
      what: {
        zh: '通知用繁体字写成，草稿一律写作简体；引用条款时请核对原文。',
        en: 'The notice is in traditional characters and the draft in simplified ones: check when you cite.',
      },
    });
  }
  const facts = factsOf(parts);
  const refs = new Set<string>();
  const clauses: DraftClause[] = parts
    .filter((part) => part.kind !== 'form' && part.kind !== 'summary')
    .flatMap((part) => clausesOf(part, refs));
  if (clauses.length === 0 && parts[0]) {
    // A pack cites; where no clause was read there must be one to cite, for a person to replace.
    clauses.push({
      ref: ownRef('引言', refs),
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
  const form = asked
    ? draftForm({ ...asked, pieces: asked.pieces.filter((piece) => piece.kind === 'para' || !piece.ofText) })
    : undefined;
  if (form && asked && form.form.fields.length > 0) {
    for (const { ref, text } of form.clauses)
      clauses.push({ ref: ownRef(ref, refs), text, part: asked, headings: [], rules: [] });
    for (const what of form.doubts) open.push({ file: 'form.yaml', what });
  } else {
    open.push({
      file: 'form.yaml',
      what: {
        zh: '没有认出空白申报书，form.yaml 只有四个通用栏目；请提供空白表后重新起草。',
        en: 'No blank form was recognised: form.yaml holds four common fields. Draft again with the blank form.',
      },
    });
  }
  const { form: fields, html, annexes } = form && form.form.fields.length > 0 ? form : commonForm(clauses);
  const formText = asked ? textsOf(asked.pieces).join('\n') : '';
  const call = draftedCall(id, facts, clauses, fields, annexes, open);
  const { schemes, open: unread } = schemesOf(parts, clauses, formText);
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
  for (const passage of unread) {
    open.push({
      file: 'schemes.yaml',
      what: {
        zh: '以下文字列出或数出了方向、类别，清单没有认全，请核对。',
        en: 'These words list or count labels; the list was not read, or not whole: check.',
      },
      passage,
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

/** What every form of this kind asks, for a notice that came without its form. */
function commonForm(clauses: readonly DraftClause[]): Pick<DraftForm, 'form' | 'html' | 'annexes'> {
  const lines = ['项目名称：', '申报单位：', '推荐单位：', '申报日期：'];
  const pieces = lines.map((text) => ({ kind: 'para' as const, text }));
  const { form, html } = draftForm({ kind: 'form', name: '申报书', title: '申报书', pieces });
  const clause = clauses[0]?.ref ?? '引言';
  return { form: { ...form, fields: form.fields.map((field) => ({ ...field, clause })) }, html, annexes: [] };
}
