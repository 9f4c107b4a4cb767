import { basename } from 'node:path';
import type { Text } from '../core/lang.ts';
import { checkBlank } from './check-blank.ts';
import { checkRefs } from './check-refs.ts';
import { checkSummary } from './check-summary.ts';
import type { PackMistake } from './mistake.ts';
import type { Check } from './rule-language/operators.ts';
import type { Pack, PackClause } from './schema/index.ts';

/** Takes down one mistake: file, path in it, what is wrong and what to do. */
export type Report = (
  file: string,
  path: string,
  said: { readonly message: Text; readonly mend: Text },
) => void;

/**
 * Mistakes of meaning that a part's own form does not show: references that lead nowhere, things defined
 * twice, fields without a place in the blank form, clauses that nothing checks.
 *
 * `clauses` is the list as it stands in the file, in which a number may occur twice.
 */
export function checkPack(
  pack: Pack,
  clauses: readonly PackClause[] = [...pack.clauses.values()],
): PackMistake[] {
  const mistakes: PackMistake[] = [];
  const report: Report = (file, path, said) => {
    mistakes.push({ pack: basename(pack.folder), file, path, ...said });
  };
  checkUnique(pack, clauses, report);
  checkClauses(pack, clauses, report);
  checkDates(pack, report);
  checkMessages(pack, report);
  checkConsequences(pack, report);
  checkRefs(pack, report);
  checkSummary(pack, report);
  checkBlank(pack, report);
  return mistakes;
}

function checkUnique(pack: Pack, clauses: readonly PackClause[], report: Report): void {
  const { call, form, rules, schemes } = pack;
  const once = (file: string, path: (i: number) => string, names: readonly (string | undefined)[]) => {
    names.forEach((name, i) => {
      if (name === undefined || names.indexOf(name) === i) return;
      report(file, path(i), {
        message: { zh: `“${name}”重复出现。`, en: `"${name}" occurs twice.` },
        mend: { zh: '请改名或删除其中一个。', en: 'Rename or remove one of them.' },
      });
    });
  };
  const of = (list: string, name: string) => (i: number) => `${list}[${i}].${name}`;
  once(
    'clauses.yaml',
    of('clauses', 'ref'),
    clauses.map((clause) => clause.ref),
  );
  once(
    'form.yaml',
    of('fields', 'key'),
    form.fields.map((field) => field.key),
  );
  once(
    'form.yaml',
    of('fields', 'role'),
    form.fields.map((field) => field.role),
  );
  form.fields.forEach((field, f) => {
    if ('options' in field) {
      const path = (i: number) => `fields[${f}].options[${i}].text`;
      once(
        'form.yaml',
        path,
        field.options.map((option) => option.text),
      );
    }
    if (field.type === 'table') {
      const path = (i: number) => `fields[${f}].columns[${i}].key`;
      once(
        'form.yaml',
        path,
        field.columns.map((column) => column.key),
      );
    }
  });
  once(
    'rules.yaml',
    of('rules', 'id'),
    rules.map((rule) => rule.id),
  );
  const ids = rules.map((rule) => rule.id);
  once('call.yaml', (i) => `batch[${i - ids.length}].id`, [
    ...ids.filter((id, i) => ids.indexOf(id) === i),
    ...call.batch.map((rule) => rule.id),
  ]);
  once(
    'call.yaml',
    of('annexes', 'key'),
    call.annexes.map((annex) => annex.key),
  );
  once(
    'call.yaml',
    of('resubmission.readings', 'id'),
    call.resubmission.readings.map((reading) => reading.id),
  );
  once(
    'schemes.yaml',
    of('schemes', 'id'),
    schemes.map((scheme) => scheme.id),
  );
  schemes.forEach((scheme, s) => {
    once(
      'schemes.yaml',
      of(`schemes[${s}].labels`, 'name'),
      scheme.labels.map((label) => label.name),
    );
    scheme.labels.forEach((label, l) => {
      once(
        'schemes.yaml',
        of(`schemes[${s}].labels[${l}].items`, 'name'),
        label.items.map((item) => item.name),
      );
    });
    once(
      'schemes.yaml',
      of(`schemes[${s}].parents`, 'name'),
      scheme.parents.map((parent) => parent.name),
    );
  });
}

/** Every clause is checked by a rule or says why none can check it. */
function checkClauses(pack: Pack, clauses: readonly PackClause[], report: Report): void {
  const rules = new Set([...pack.rules, ...pack.call.batch].map((rule) => rule.id));
  clauses.forEach((clause, c) => {
    clause.rules.forEach((id, i) => {
      if (rules.has(id)) return;
      report('clauses.yaml', `clauses[${c}].rules[${i}]`, {
        message: { zh: `没有规则“${id}”。`, en: `There is no rule "${id}".` },
        mend: {
          zh: '请改为 rules.yaml 或 call.yaml 中 batch 已有的规则。',
          en: 'Name a rule of rules.yaml or of batch in call.yaml.',
        },
      });
    });
    if (clause.rules.length === 0 && clause.unruled === undefined) {
      report('clauses.yaml', `clauses[${c}]`, {
        message: {
          zh: `条款“${clause.ref}”既没有规则，也没有说明为何不检查。`,
          en: `Clause "${clause.ref}" has neither rules nor a reason why nothing checks it.`,
        },
        mend: {
          zh: '请在 rules 中列出检查它的规则，或在 unruled 中写明原因。',
          en: 'List its rules under rules, or give the reason under unruled.',
        },
      });
    }
  });
}

/** `2022-02-30` has the form of a date but is none. */
function checkDates({ call }: Pack, report: Report): void {
  const check = (path: string, date: string | undefined) => {
    if (date === undefined) return;
    const [day = '', time = '00:00'] = date.split('T');
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const parsed = new Date(`${day}T00:00:00Z`);
    const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
    if (real && hour < 24 && minute < 60) return;
    report('call.yaml', path, {
      message: { zh: `“${date}”不是真实的日期或时间。`, en: `"${date}" is no real date or time.` },
      mend: { zh: '请对照通知原文更正。', en: 'Correct it by the notice.' },
    });
  };
  check('issued', call.issued);
  check('published', call.published);
  call.deadlines.forEach((deadline, i) => {
    check(`deadlines[${i}].at`, deadline.at);
  });
}

/** What nobody but a person can settle is said to be for a person, and nothing else is. */
function checkConsequences({ rules }: Pack, report: Report): void {
  rules.forEach(({ check, consequence }, r) => {
    const asks = asksPerson(check);
    if (consequence === 'person' ? asks !== 'never' : asks !== 'always') return;
    report('rules.yaml', `rules[${r}].consequence`, {
      message:
        consequence === 'person'
          ? {
              zh: '后果为 person（人工），但检查中没有需要人工判断的部分。',
              en: 'The consequence is person, yet nothing of the check asks a person.',
            }
          : {
              zh: `后果为 ${consequence}，但检查只能由人判断，程序永远不会得出“不符合”。`,
              en: `The consequence is ${consequence}, yet only a person can settle the check, so it never fails.`,
            },
      mend: {
        zh: '只有人能判断的规则写 consequence: person；文件能够说明的写 bars、mend 或 remark。',
        en: 'Write consequence: person where only a person can judge, else bars, mend or remark.',
      },
    });
  });
}

/** Whether a check asks a person in all of its parts, in some, or in none. */
function asksPerson(check: Check): 'always' | 'sometimes' | 'never' {
  if ('person' in check) return 'always';
  if ('not' in check) return asksPerson(check.not);
  const parts = 'all' in check ? check.all : 'any' in check ? check.any : [];
  const asked = parts.map(asksPerson);
  if (asked.length > 0 && asked.every((one) => one === 'always')) return 'always';
  return asked.some((one) => one !== 'never') ? 'sometimes' : 'never';
}

const filled = new Set(['left', 'right', 'value', 'missing', 'count', 'why']);

/** A place of a sentence that nothing fills would be sent to the applicant as it stands. */
function checkMessages({ rules }: Pack, report: Report): void {
  rules.forEach((rule, r) => {
    for (const part of ['pass', 'fail', 'unknown'] as const) {
      for (const lang of ['zh', 'en'] as const) {
        for (const [whole, name = ''] of (rule[part]?.[lang] ?? '').matchAll(/\{(\w+)\}/g)) {
          if (filled.has(name)) continue;
          report('rules.yaml', `rules[${r}].${part}.${lang}`, {
            message: { zh: `${whole} 不会被填写。`, en: `Nothing fills ${whole}.` },
            mend: {
              zh: `请改用 ${[...filled].map((one) => `{${one}}`).join(' ')}。`,
              en: `Use one of ${[...filled].map((one) => `{${one}}`).join(' ')}.`,
            },
          });
        }
      }
    }
  });
}
