import type { Call, Form, FormField, Rule } from '../schema/index.ts';
import type { DraftClause } from './clauses.ts';
import { reasonForNone } from './clauses.ts';
import { consequenceOf, ofDeadline } from './consequence.ts';
import type { OpenPoint } from './open-point.ts';

const levelWords = {
  city: { zh: '市级', en: 'city' },
  province: { zh: '省级', en: 'province' },
  ministry: { zh: '报部', en: 'ministry' },
  online: { zh: '网上', en: 'online' },
} as const;

/** The rules that follow without doubt, attached to the clauses they check; the other clauses are left open. */
export function draftRules(
  call: Pick<Call, 'deadlines' | 'annexes' | 'batch'>,
  form: Form,
  clauses: readonly DraftClause[],
  open: OpenPoint[],
): Rule[] {
  const byRef = new Map(clauses.map((clause) => [clause.ref, clause]));
  const rules: Rule[] = [...formRules(form), ...dateRules(call, form, byRef), ...annexRules(call, byRef)];
  open.push({
    file: 'rules.yaml',
    what: {
      zh: '各条规则的后果（consequence）只按条款用词起草：须、应、不得、不超过作 mend，一般、原则上、鼓励作 remark，逾期不予受理作 bars。不能补正的请改为 bars。',
      en: 'Consequences follow the words of the clauses alone. Write bars where what fails cannot be mended.',
    },
  });
  for (const rule of rules) byRef.get(rule.clause)?.rules.push(rule.id);
  for (const rule of call.batch) byRef.get(rule.clause)?.rules.push(rule.id);
  for (const clause of clauses) {
    const binding = /应|须|不得|不低于|不少于|至少|必须|禁止/u.test(clause.text);
    const reason = clause.rules.length > 0 ? undefined : reasonForNone(clause);
    if (clause.rules.length === 0 && reason !== undefined) clause.unruled = reason;
    else if (binding && clause.part.kind === 'notice') {
      const rule = byHand(clause, rules.length);
      rules.push(rule);
      clause.rules.push(rule.id);
      open.push({
        file: 'rules.yaml',
        what: {
          zh: `条款“${clause.ref}”有要求，草稿只写成人工核对（规则 ${rule.id}）；能由栏目判断的请改写。`,
          en: `Clause "${clause.ref}" asks something; the draft only has it checked by hand (rule ${rule.id}).`,
        },
        passage: clause.text,
      });
    } else if (clause.rules.length === 0) {
      clause.unruled = '待定：草稿未能判断如何检查，请由人确定';
      open.push({
        file: 'clauses.yaml',
        what: {
          zh: `条款“${clause.ref}”由什么规则检查，或为何不检查。`,
          en: `What checks clause "${clause.ref}", or why nothing does.`,
        },
        passage: clause.text,
      });
    }
  }
  return rules;
}

function formRules(form: Form): Rule[] {
  const rules: Rule[] = [];
  const required = new Map<string, FormField[]>();
  for (const field of form.fields.filter((one) => one.required)) {
    const clause = field.clause ?? '';
    required.set(clause, [...(required.get(clause) ?? []), field]);
  }
  for (const [clause, fields] of required) {
    if (clause === '') continue;
    const names = fields.map((field) => field.label).join('、');
    rules.push({
      id: `complete-${rules.length + 1}`,
      title: { zh: '必填栏目填写完整', en: 'Required fields filled in' },
      clause,
      consequence: 'mend',
      check: { all: fields.map((field) => ({ present: field.key })) },
      pass: { zh: `已填写：${names}。`, en: 'All required fields are filled in.' },
      fail: { zh: '未填写：{missing}，请补填。', en: 'Missing: {missing}. Please fill in.' },
    });
  }
  for (const field of form.fields) {
    if (field.clause === undefined) continue;
    if (field.type === 'choice') {
      rules.push({
        id: `one-of-${field.key.replaceAll('_', '-')}`,
        title: { zh: `“${field.label}”选一项`, en: `One choice: ${field.en}` },
        clause: field.clause,
        consequence: 'mend',
        check: { compare: { left: { ticks: { field: field.key } }, op: '=', right: 1, tolerance: 0 } },
        pass: { zh: `“${field.label}”已选一项。`, en: 'One is chosen.' },
        fail: {
          zh: `“${field.label}”勾选了{left}项，应选一项，请更正。`,
          en: '{left} are ticked; tick one.',
        },
      });
    }
    if ((field.type === 'section' || field.type === 'long-text') && field.limit !== undefined) {
      const words = { of: [field.key], as: 'word', tables: true, headings: false } as const;
      rules.push({
        id: `words-${field.key.replaceAll('_', '-')}`,
        title: {
          zh: `“${field.label}”不超过${field.limit}字`,
          en: `${field.en}: at most ${field.limit} words`,
        },
        clause: field.clause,
        consequence: 'mend',
        check: {
          compare: {
            left: { words: { ...words, of: [...words.of] } },
            op: '<=',
            right: field.limit,
            tolerance: 0,
          },
        },
        pass: { zh: `“${field.label}”共{left}字，未超过{right}字。`, en: '{left} words, at most {right}.' },
        fail: {
          zh: `“${field.label}”共{left}字，超过{right}字，请压缩。`,
          en: '{left} words, over {right}. Please shorten.',
        },
      });
    }
  }
  return rules;
}

/** The date on the filing against each deadline of the notice. */
function dateRules(
  call: Pick<Call, 'deadlines'>,
  form: Form,
  byRef: ReadonlyMap<string, DraftClause>,
): Rule[] {
  const dated = form.fields.find((field) => field.role === 'filing-date' && field.type === 'date');
  if (!dated) return [];
  const levels = new Set<string>();
  return call.deadlines.flatMap(({ level, clause }): Rule[] => {
    if (levels.has(level)) return [];
    levels.add(level);
    const words = levelWords[level];
    return [
      {
        id: `deadline-${level}`,
        title: { zh: `${words.zh}截止时间前申报`, en: `Filed before the ${words.en} deadline` },
        clause,
        ...ofDeadline(byRef.get(clause)?.text ?? ''),
        check: {
          date: {
            left: { field: dated.key, edge: 'end' },
            op: 'not-after',
            right: { deadline: level },
            plusYears: 0,
          },
        },
        pass: { zh: '申报日期{left}不晚于{right}。', en: 'Dated {left}, not after {right}.' },
        fail: {
          zh: '申报日期{left}晚于截止时间{right}，请核对。',
          en: 'Dated {left}, after the deadline {right}.',
        },
      },
    ];
  });
}

function annexRules(call: Pick<Call, 'annexes'>, byRef: ReadonlyMap<string, DraftClause>): Rule[] {
  return call.annexes.map(({ key, title, clause }) => ({
    id: key.replaceAll('_', '-'),
    title: { zh: `附有${title}`, en: `Attached: ${title}` },
    clause,
    consequence: consequenceOf(byRef.get(clause)?.text ?? ''),
    check: { annex: key },
    pass: { zh: `已附${title}。`, en: 'It is attached.' },
    fail: { zh: `未见${title}，请补充。`, en: 'It is missing. Please send it.' },
  }));
}

function byHand(clause: DraftClause, n: number): Rule {
  const words = clause.text.replace(/[{}]/gu, '');
  return {
    id: `by-hand-${n + 1}`,
    title: { zh: `核对“${clause.ref}”`, en: `Check ${clause.ref}` },
    clause: clause.ref,
    consequence: 'person',
    check: { person: { zh: `请人工核对：${words}`, en: `Check by hand: ${words}` } },
    pass: { zh: '经人工核对符合。', en: 'Checked by a person.' },
    fail: { zh: `不符合“${clause.ref}”的要求。`, en: `Does not meet ${clause.ref}.` },
  };
}
