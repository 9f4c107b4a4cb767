import type { Report } from './check.ts';
import { none, words } from './lost-ref.ts';
import type { Pack, SummaryFrom } from './schema/index.ts';

/** Everything that a summary sheet takes from elsewhere is there. */
export function checkSummary({ summary, clauses, form, schemes }: Pack, report: Report): void {
  if (!summary) return;
  const say = (path: string, said: Parameters<Report>[2]) => report('summary.yaml', path, said);
  if (!clauses.has(summary.clause)) say('clause', none(words.clause, summary.clause, 'clauses.yaml'));
  const check = (from: SummaryFrom, path: string) => {
    if ('field' in from && !form.fields.some(({ key }) => key === from.field))
      say(`${path}.field`, none(words.field, from.field, 'form.yaml'));
    if ('role' in from && !form.fields.some(({ role }) => role === from.role))
      say(`${path}.role`, none({ zh: '角色', en: 'role' }, from.role, 'form.yaml'));
    if ('label' in from && !schemes.some(({ id }) => id === from.label))
      say(`${path}.label`, none(words.scheme, from.label, 'schemes.yaml'));
  };
  for (const part of ['head', 'columns'] as const)
    summary[part].forEach(({ from }, i) => {
      check(from, `${part}[${i}].from`);
    });
}
