import { listNames, notGiven } from '../../calls/list-names.ts';
import type { Argument } from '../../calls/rule-language/operators.ts';
import type { FormField } from '../../calls/schema/index.ts';
import type { Field } from '../../core/filing.ts';
import { formatValue } from '../../core/format-value.ts';
import type { Text } from '../../core/lang.ts';
import { mergePlaces, type Place } from '../../core/place.ts';
import { both, listed, sentences } from '../../core/say.ts';
import type { ListCell } from '../../lists/office/office-list.ts';
import { isScanned, readField } from '../reading/read-field.ts';
import { sameCell } from '../reading/same-cell.ts';
import { formFieldOf, nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

interface Compared {
  readonly key: string;
  readonly same: boolean | undefined;
  readonly said: Text;
  readonly evidence: readonly Place[];
}

/**
 * The filing and its row in a list say the same in every column that both have. What could not be read, was read
 * with doubt or stands in only one of them is unknown and never a fail; a difference names both values.
 */
export function agrees({ with: kind, fields }: Argument<'agrees'>, scope: Scope): Outcome {
  const name = listNames[kind];
  const found = scope.context.lists?.[kind];
  if (!found) return { ...outcome('unknown', notGiven(kind)), manual: true };
  if (found.state !== 'row') {
    const why = {
      zh: `${name.zh}中没有能确定为本申报书的一行，未比对。`,
      en: `No row of the ${name.en} is surely of this filing, so nothing was compared.`,
    };
    return outcome('unknown', why);
  }
  const asked = [...found.row.cells].filter(([key]) => fields.length === 0 || fields.includes(key));
  const compared = asked.flatMap(([key, cell]) => compare(key, cell, name, scope) ?? []);
  const differ = compared.filter(({ same }) => same === false);
  const open = compared.filter(({ same }) => same === undefined);
  const told = differ.length > 0 ? differ : open;
  const evidence = mergePlaces(told.flatMap((one) => one.evidence));
  const names = (list: readonly Compared[]) => listed(list.map(({ key }) => nameOf(scope, key)));
  const values = {
    count: both(String(compared.length)),
    value: told.length > 0 ? sentences(told.map(({ said }) => said)) : names(compared),
    ...(told.length > 0 ? { missing: names(told) } : {}),
  };
  if (differ.length > 0) return outcome('fail', sentences(differ.map(({ said }) => said)), evidence, values);
  if (compared.length === 0) {
    const why = {
      zh: `${name.zh}中没有与申报书相同的栏目，未比对。`,
      en: `The ${name.en} has no column in common with the filing, so nothing was compared.`,
    };
    return outcome('unknown', why, [found.row.place]);
  }
  if (open.length > 0) return outcome('unknown', sentences(open.map(({ said }) => said)), evidence, values);
  const why = {
    zh: `与${name.zh}比对${compared.length}栏（${values.value.zh}），全部一致。`,
    en: `${compared.length} columns (${values.value.en}) agree with the ${name.en}.`,
  };
  return outcome('pass', why, [found.row.place], values);
}

function compare(key: string, cell: ListCell, list: Text, scope: Scope): Compared | undefined {
  const asked = formFieldOf(scope, key);
  if (!asked) return undefined;
  const label = fullName(asked, scope);
  const other = isOtherPhone(asked, cell, scope);
  if (other) return { key, same: true, said: label, evidence: [...other.where, cell.place] };
  const reading = readField(scope, key);
  if (reading.state === 'unknown') {
    if (cell.raw === '') return undefined;
    const said = {
      zh: `${list.zh}“${cell.header}”为“${cell.raw}”，${reading.why.zh}`,
      en: `"${cell.header}" of the ${list.en} is "${cell.raw}". ${reading.why.en}`,
    };
    return { key, same: undefined, said, evidence: [...reading.evidence, cell.place] };
  }
  const { field } = reading;
  const here = reading.state === 'blank' ? { zh: '未填写', en: 'not filled in' } : quote(field);
  if (cell.raw === '') {
    if (reading.state === 'blank') return undefined;
    const said = {
      zh: `“${label.zh}”申报书为${here.zh}，${list.zh}未填写，请核对。`,
      en: `"${label.en}" is ${here.en} in the filing and empty in the ${list.en}; please check.`,
    };
    return { key, same: undefined, said, evidence: [...field.where, cell.place] };
  }
  const scanned = isScanned(scope, field.where);
  // A scan's faint writing may be missed; what is blank in a text is blank.
  const same =
    reading.state === 'blank' ? (scanned ? undefined : false) : sameCell(asked, field, cell.raw, scanned);
  const said = {
    zh: `“${label.zh}”申报书为${here.zh}，${list.zh}为“${cell.raw}”${same === false ? '' : '，是否一致请核对'}。`,
    en: `"${label.en}" is ${here.en} in the filing and "${cell.raw}" in the ${list.en}${same === false ? '.' : '; please check whether they agree.'}`,
  };
  return { key, same, said, evidence: [...field.where, cell.place] };
}

/** 姓名 alone does not say whose: 联系人信息·姓名. */
function fullName(asked: FormField, scope: Scope): Text {
  const { zh, en } = nameOf(scope, asked.key);
  const parent = asked.under.at(-1);
  return parent !== undefined && asked.label.length <= 2 ? { zh: `${parent}·${zh}`, en } : { zh, en };
}

/** A list's 联系电话 may be the form's telephone or its mobile: any phone of the same person will do. */
function isOtherPhone(asked: FormField, cell: ListCell, scope: Scope): Field | undefined {
  if (asked.type !== 'phone' || cell.raw === '') return undefined;
  const rivals = scope.pack.form.fields.filter(
    ({ type, under }) => type === 'phone' && under.join() === asked.under.join(),
  );
  for (const one of rivals) {
    const reading = readField(scope, one.key);
    if (reading.state === 'filled' && sameCell(one, reading.field, cell.raw, false) === true)
      return reading.field;
  }
  return undefined;
}

function quote(field: Field): Text {
  const { zh, en } = formatValue(field.value, field.raw);
  const unit = typeof field.value === 'number' ? (field.unit ?? '') : '';
  return { zh: `“${zh}${unit}”`, en: `"${en}${unit && ` ${unit}`}"` };
}
