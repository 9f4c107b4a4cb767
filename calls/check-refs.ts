import type { Text } from '../core/lang.ts';
import type { Report } from './check.ts';
import { type Ref, refsOfCheck } from './rule-refs.ts';
import type { Check, FormField, Pack } from './schema/index.ts';

/** Every reference of the call, the form, the schemes and the rules leads somewhere. */
export function checkRefs(pack: Pack, report: Report): void {
  checkClauseRefs(pack, report);
  checkCallRefs(pack, report);
  checkSchemeRefs(pack, report);
  const fields = new Map(pack.form.fields.map((field) => [field.key, field]));
  pack.rules.forEach((rule, r) => {
    const parts = [
      ['check', rule.check],
      ['when', rule.when],
    ] as const;
    for (const [name, check] of parts) {
      if (!check) continue;
      for (const ref of refsOfCheck(check, `rules[${r}].${name}`)) {
        const lost = lostRef(pack, fields, ref);
        if (lost) report('rules.yaml', ref.path, lost);
      }
    }
  });
}

interface Said {
  readonly message: Text;
  readonly mend: Text;
}

const none = (what: Text, name: string, where: string): Said => ({
  message: { zh: `没有${what.zh}“${name}”。`, en: `There is no ${what.en} "${name}".` },
  mend: { zh: `请改为 ${where} 中已有的，或在那里补上。`, en: `Name one of ${where}, or add it there.` },
});

const words = {
  field: { zh: '栏目', en: 'field' },
  clause: { zh: '条款', en: 'clause' },
  scheme: { zh: '分类体系', en: 'scheme' },
  rule: { zh: '规则', en: 'rule' },
  label: { zh: '类别', en: 'label' },
  option: { zh: '选项', en: 'option' },
  group: { zh: '选项分组', en: 'group of options' },
  annex: { zh: '附件', en: 'annex' },
  deadline: { zh: '截止时间', en: 'deadline' },
  reading: { zh: '解读', en: 'reading' },
  parent: { zh: '上级类别', en: 'class' },
} as const satisfies Record<string, Text>;

const noMustReapply: Said = {
  message: {
    zh: '通知没有规定哪些年份的入选项目须重新申报。',
    en: 'The call names no years whose winners must apply again.',
  },
  mend: {
    zh: '请在 call.yaml 的 resubmission.mustReapply 中写明，或删去此处。',
    en: 'List them under resubmission.mustReapply in call.yaml, or remove this.',
  },
};

function checkClauseRefs({ call, clauses, form, rules, schemes }: Pack, report: Report): void {
  const check = (file: string, path: string, ref: string | undefined) => {
    if (ref !== undefined && !clauses.has(ref)) report(file, path, none(words.clause, ref, 'clauses.yaml'));
  };
  for (const list of ['deadlines', 'quotas', 'copies', 'annexes', 'batch'] as const) {
    call[list].forEach((entry, i) => {
      check('call.yaml', `${list}[${i}].clause`, entry.clause);
    });
  }
  check('call.yaml', 'package.clause', call.package?.clause);
  check('call.yaml', 'resubmission.clause', call.resubmission.clause);
  form.fields.forEach((field, i) => {
    check('form.yaml', `fields[${i}].clause`, field.clause);
  });
  rules.forEach((rule, i) => {
    check('rules.yaml', `rules[${i}].clause`, rule.clause);
  });
  schemes.forEach((scheme, s) => {
    scheme.labels.forEach((label, i) => {
      check('schemes.yaml', `schemes[${s}].labels[${i}].clause`, label.clause);
      label.items.forEach((item, k) => {
        check('schemes.yaml', `schemes[${s}].labels[${i}].items[${k}].clause`, item.clause);
      });
    });
  });
}

function checkCallRefs({ call, form, schemes }: Pack, report: Report): void {
  const { resubmission } = call;
  if (!resubmission.readings.some((reading) => reading.id === resubmission.reading)) {
    report(
      'call.yaml',
      'resubmission.reading',
      none(words.reading, resubmission.reading, 'resubmission.readings'),
    );
  }
  resubmission.exemptLabels.forEach((name, i) => {
    if (schemes.some((scheme) => namesOf(scheme).includes(name))) return;
    report('call.yaml', `resubmission.exemptLabels[${i}]`, none(words.label, name, 'schemes.yaml'));
  });
  const { namedAfter } = call.package ?? {};
  if (namedAfter !== undefined && !form.fields.some(({ key }) => key === namedAfter)) {
    report('call.yaml', 'package.namedAfter', none(words.field, namedAfter, 'form.yaml'));
  }
  call.batch.forEach((rule, i) => {
    if ('unitField' in rule && !form.fields.some((field) => field.key === rule.unitField)) {
      report('call.yaml', `batch[${i}].unitField`, none(words.field, rule.unitField, 'form.yaml'));
    }
    if (rule.kind === 'must-reapply' && resubmission.mustReapply.length === 0) {
      report('call.yaml', `batch[${i}]`, noMustReapply);
    }
    if (rule.kind === 'max-per-applicant' && rule.within) {
      const { scheme } = rule.within;
      if (!schemes.some((one) => one.id === scheme)) {
        report('call.yaml', `batch[${i}].within.scheme`, none(words.scheme, scheme, 'schemes.yaml'));
      }
    }
  });
}

function checkSchemeRefs({ form, schemes }: Pack, report: Report): void {
  const known = new Set(form.fields.map((field) => field.key));
  schemes.forEach((scheme, s) => {
    const path = `schemes[${s}]`;
    if (scheme.declaredBy !== undefined && !known.has(scheme.declaredBy)) {
      report('schemes.yaml', `${path}.declaredBy`, none(words.field, scheme.declaredBy, 'form.yaml'));
    }
    scheme.from.forEach((key, i) => {
      if (!known.has(key)) report('schemes.yaml', `${path}.from[${i}]`, none(words.field, key, 'form.yaml'));
    });
    scheme.labels.forEach((label, i) => {
      if (label.parent === undefined || scheme.parents.some((parent) => parent.name === label.parent)) return;
      report(
        'schemes.yaml',
        `${path}.labels[${i}].parent`,
        none(words.parent, label.parent, `${path}.parents`),
      );
    });
  });
}

function countsRules(check: Check): boolean {
  return [...refsOfCheck(check, '')].some(({ kind }) => kind === 'rule');
}

const namesOf = (scheme: Pack['schemes'][number]): string[] => [
  ...scheme.labels.map((label) => label.name),
  ...scheme.parents.map((parent) => parent.name),
];

function lostRef(pack: Pack, fields: ReadonlyMap<string, FormField>, ref: Ref): Said | undefined {
  switch (ref.kind) {
    case 'field': {
      const field = fields.get(ref.key);
      if (!field) return none(words.field, ref.key, 'form.yaml');
      if (!ref.types || ref.types.includes(field.type)) return undefined;
      return {
        message: {
          zh: `栏目“${ref.key}”的类型是 ${field.type}，这里需要 ${ref.types.join('、')}。`,
          en: `The field "${ref.key}" is of type ${field.type}; this needs ${ref.types.join(', ')}.`,
        },
        mend: { zh: '请改用类型相符的栏目或算子。', en: 'Use a field or operator that fits.' },
      };
    }
    case 'year': {
      const field = fields.get(ref.key);
      if (!field) return undefined;
      const fits =
        field.type === 'years'
          ? ref.year !== undefined && field.years.includes(ref.year)
          : ref.year === undefined;
      if (fits) return undefined;
      return {
        message: {
          zh: `栏目“${ref.key}”的年份不对。`,
          en: `The year does not fit the field "${ref.key}".`,
        },
        mend: {
          zh: '分年度栏目要写 year 且在 form.yaml 所列年份内，其他栏目不写。',
          en: 'Give a year listed in form.yaml for a field of years, and none for others.',
        },
      };
    }
    case 'option':
    case 'group': {
      const field = fields.get(ref.key);
      if (!field || !('options' in field)) return undefined;
      const names = field.options.map((option) => (ref.kind === 'option' ? option.text : option.group));
      return names.includes(ref.name) ? undefined : none(words[ref.kind], ref.name, 'form.yaml');
    }
    case 'annex': {
      const known = pack.call.annexes.some((annex) => annex.key === ref.key);
      return known ? undefined : none(words.annex, ref.key, 'call.yaml');
    }
    case 'must-reapply': {
      if (pack.call.resubmission.mustReapply.length > 0) return undefined;
      return noMustReapply;
    }
    case 'deadline': {
      const known = pack.call.deadlines.some((deadline) => deadline.level === ref.level);
      return known ? undefined : none(words.deadline, ref.level, 'call.yaml');
    }
    case 'rule': {
      // A rule that counts others is not itself counted, so none can go in a circle.
      const known = pack.rules.some(({ id, check }) => id === ref.rule && !countsRules(check));
      return known ? undefined : none(words.rule, ref.rule, 'rules.yaml');
    }
    case 'scheme': {
      const known = pack.schemes.some((one) => one.id === ref.scheme && one.declaredBy !== undefined);
      return known ? undefined : none(words.scheme, ref.scheme, 'schemes.yaml');
    }
    case 'label': {
      const scheme = pack.schemes.find((one) => one.id === ref.scheme);
      if (!scheme) return none(words.scheme, ref.scheme, 'schemes.yaml');
      return namesOf(scheme).includes(ref.name) ? undefined : none(words.label, ref.name, 'schemes.yaml');
    }
  }
}
