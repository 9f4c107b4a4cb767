import type { Form } from '../calls/schema/form.ts';
import type { Label, Scheme } from '../calls/schema/schemes.ts';
import type { Field } from '../core/filing.ts';
import { foldForClassifying } from './signals/fold.ts';

/**
 * The label that the applicant declared in the field `scheme.declaredBy`: what was ticked or written, matched
 * with the labels' names and aliases, or for a tick box with a sub-group, with the name of its group.
 *
 * Several declared labels are joined with `、` in the scheme's order; a text that names no label is returned
 * as it was written, so that a clerk sees it. `undefined`: the field is not in the form or says nothing.
 */
export function declaredLabel(
  scheme: Scheme,
  form: Form,
  fields: ReadonlyMap<string, Field>,
): string | undefined {
  const field = scheme.declaredBy === undefined ? undefined : fields.get(scheme.declaredBy);
  if (!field) return undefined;
  const written = writtenIn(field);
  if (written.length === 0) return undefined;
  const asked = form.fields.find((one) => one.key === field.key);
  const options = asked && 'options' in asked ? asked.options : [];
  const declared = new Set<Label>();
  for (const text of written) {
    const group = options.find((option) => option.text === text)?.group;
    const label = labelNamed(scheme, text) ?? (group === undefined ? undefined : labelNamed(scheme, group));
    for (const one of label ? [label] : labelsIn(scheme, text)) declared.add(one);
  }
  if (declared.size === 0) return written.join('、');
  return scheme.labels
    .filter((label) => declared.has(label))
    .map((label) => label.name)
    .join('、');
}

function writtenIn(field: Field): string[] {
  const { value } = field;
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
}

const numbering = /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|附件)+/;
const kindWords = /(?:工业app|类?试点示范|类?试点|应用模式|方向|类)$/;

function bare(text: string): string {
  const folded = foldForClassifying(text).replace(numbering, '');
  return folded.replace(kindWords, '') || folded;
}

function labelNamed(scheme: Scheme, text: string): Label | undefined {
  const wanted = bare(text);
  return scheme.labels.find((label) => [label.name, ...label.aliases].some((name) => bare(name) === wanted));
}

/** Labels that a longer text names, without those whose name is only part of a longer one found there. */
function labelsIn(scheme: Scheme, text: string): Label[] {
  const folded = foldForClassifying(text);
  const found = scheme.labels.flatMap((label) => {
    const names = [label.name, ...label.aliases].map(foldForClassifying).filter((name) => name.length > 1);
    const name = names.filter((one) => folded.includes(one)).sort((a, b) => b.length - a.length)[0];
    return name === undefined ? [] : [{ label, name }];
  });
  return found
    .filter(({ name }) => !found.some((other) => other.name !== name && other.name.includes(name)))
    .map(({ label }) => label);
}
