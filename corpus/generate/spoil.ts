import type { Check } from '../../calls/rule-language/operators.ts';
import type { FieldValue } from '../../core/filing.ts';
import { isoOf, isTime, writeNumber } from './habits.ts';
import type { InventOptions } from './invent-values.ts';
import { narrate } from './narrative.ts';
import type { Defect } from './profile.ts';
import type { Random } from './random.ts';
import type { Written } from './written.ts';

/** Spoils what a sound applicant wrote by one defect, in the writing and in the truth. */
export function spoil(
  defect: Defect,
  options: InventOptions,
  written: Written,
  truth: Map<string, FieldValue>,
): void {
  const { pack, random } = options;
  silence(defect, options, written, truth);
  for (const [key, value] of Object.entries(defect.set)) {
    const field = pack.form.fields.find((candidate) => candidate.key === key);
    if (typeof value === 'string') put(key, value, field && isTime(field.type) ? isoOf(value) : value);
  }
  for (const [key, { text, value }] of Object.entries(defect.amount)) put(key, text, value);
  for (const [key, text] of Object.entries(defect.elsewhere)) written.second.set(key, text);
  for (const [key, length] of Object.entries(defect.long)) put(key, longText(options, random, length));
  for (const [key, options] of Object.entries(defect.tick)) {
    written.ticks.set(key, options);
    truth.set(key, options);
  }
  spoilParts(defect, options, written, truth);
  leaveBlank(defect, random, written, truth);

  function put(key: string, text: string, value: FieldValue = text) {
    written.values.set(key, text);
    truth.set(key, text === '' ? null : value);
  }
}

/** One year of several and the rows of a table. */
function spoilParts(
  defect: Defect,
  { pack, habits }: InventOptions,
  written: Written,
  truth: Map<string, FieldValue>,
): void {
  for (const field of pack.form.fields) {
    if (field.type === 'years') {
      const years = Object.entries(defect.year[field.key] ?? {});
      for (const [year, value] of years) {
        const text = field.of === 'percent' ? `${value}%` : writeNumber(value, 'amount', undefined, habits);
        putYear(field.key, year, text, value);
      }
      const blank = defect.blankYear[field.key];
      if (blank !== undefined) putYear(field.key, String(blank), '', null);
    }
    if (field.type === 'table' && defect.noRows.includes(field.key)) {
      // An applicant with nothing to list leaves the printed row empty.
      written.rows.set(field.key, [Object.fromEntries(field.columns.map(({ key }) => [key, '']))]);
      truth.set(field.key, null);
    }
  }

  function putYear(key: string, year: string, text: string, value: number | null) {
    written.years.set(key, { ...written.years.get(key), [year]: text });
    truth.set(key, { ...(truth.get(key) as Record<string, number>), [year]: value });
  }
}

/** Leaves out the sentences that speak of what the filing is to be silent on. */
function silence(
  defect: Defect,
  { pack }: InventOptions,
  written: Written,
  truth: Map<string, FieldValue>,
): void {
  const sought = pack.rules.filter(({ id }) => defect.silentOn.includes(id));
  const words = [...defect.without, ...sought.flatMap(({ check }) => phrasesOf(check))];
  if (words.length === 0) return;
  for (const { key, type } of pack.form.fields) {
    if (type !== 'section' && type !== 'long-text') continue;
    const sentences = (written.values.get(key) ?? '').match(/[^。；\n]+[。；]?\n?/gu) ?? [];
    const text = sentences
      .filter((sentence) => !words.some((word) => sentence.toLowerCase().includes(word.toLowerCase())))
      .join('')
      .trim();
    written.values.set(key, text);
    truth.set(key, text === '' ? null : text);
  }
}

function phrasesOf(check: Check): string[] {
  if ('mentions' in check) return check.mentions.phrases.flat();
  if ('not' in check) return phrasesOf(check.not);
  return 'any' in check ? check.any.flatMap(phrasesOf) : 'all' in check ? check.all.flatMap(phrasesOf) : [];
}

function leaveBlank(defect: Defect, random: Random, written: Written, truth: Map<string, FieldValue>): void {
  const blank = [...defect.blank, ...(defect.blankOne.length > 0 ? [random.pick(defect.blankOne)] : [])];
  for (const key of blank) {
    const years = written.years.get(key);
    if (years) written.years.set(key, Object.fromEntries(Object.keys(years).map((year) => [year, ''])));
    else if (written.ticks.has(key)) written.ticks.set(key, []);
    else written.values.set(key, '');
    truth.set(key, written.ticks.has(key) ? [] : null);
  }
}

function longText({ company }: InventOptions, random: Random, length: number): string {
  let text = '';
  while (text.length < length)
    text += narrate(
      random.pick(['profile', 'need', 'build', 'team', 'effect', 'outlook']),
      company,
      random,
      3,
    ).replaceAll('\n', '');
  return text;
}
