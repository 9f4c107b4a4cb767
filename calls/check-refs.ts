import type { Report } from './check.ts';
import { checkCallRefs, checkClauseRefs, checkSchemeRefs } from './check-call-refs.ts';
import { namesOf, noMustReapply, none, type Said, words } from './lost-ref.ts';
import { type Check, refsOfCheck } from './rule-language/operators.ts';
import type { Ref } from './rule-language/ref.ts';
import type { FormField, Pack } from './schema/index.ts';

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

function countsRules(check: Check): boolean {
  return [...refsOfCheck(check, '')].some(({ kind }) => kind === 'rule');
}

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
