import type { Report } from './check.ts';
import { namesOf, noMustReapply, none, words } from './lost-ref.ts';
import type { Pack } from './schema/index.ts';

/** References of the call, its clauses and its schemes; those of the rules are checked apart. */

export function checkClauseRefs({ call, clauses, form, rules, schemes }: Pack, report: Report): void {
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

export function checkCallRefs({ call, form, schemes }: Pack, report: Report): void {
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

export function checkSchemeRefs({ form, schemes }: Pack, report: Report): void {
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
