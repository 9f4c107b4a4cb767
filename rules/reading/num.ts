import { type Num, type NumName, type Nums, visitNum } from '../../calls/rule-language/num.ts';
import type { Text } from '../../core/lang.ts';
import { saysNone } from '../../core/text/statement/none.ts';
import { formFieldOf, nameOf, type Scope } from '../scope.ts';
import { type Quantity, ratioOf, sumOf } from './quantity.ts';
import { readField, readTicked } from './read-field.ts';
import { readStated } from './stated.ts';
import { readWords } from './words-of.ts';

/** What a number expression of the rule language comes to for one filing. */
export function evaluateNum(num: Num, scope: Scope): Quantity {
  if (typeof num === 'number') return { known: true, value: num, evidence: [] };
  return visitNum(num, (name, parts) => readers[name](parts, scope));
}

/** How each number expression is read. One without a reader does not compile. */
const readers: { readonly [K in NumName]: (num: Nums[K], scope: Scope) => Quantity } = {
  field: ({ field, year }, scope) => readNumber(field, year, scope),
  sum: ({ sum }, scope) => sumOf(sum.map((part) => evaluateNum(part, scope))),
  ratio: ({ ratio: [above, below] }, scope) => ratioOf(evaluateNum(above, scope), evaluateNum(below, scope)),
  ticks: ({ ticks: { field, group } }, scope) => countTicks(field, group, scope),
  rows: ({ rows }, scope) => countRows(rows, scope),
  words: ({ words }, scope) => readWords(words, scope),
  stated: ({ stated }, scope) => readStated(stated, scope),
};

/** A number in a field, or in a year's column of it. Blank is unknown, but amounts and counts are at least 0. */
function readNumber(key: string, year: number | undefined, scope: Scope): Quantity {
  const asked = formFieldOf(scope, key);
  const unit = asked && 'unit' in asked ? asked.unit : undefined;
  const named = unit === undefined ? {} : { unit };
  const kind = asked?.type === 'years' ? asked.of : asked?.type;
  const least =
    kind === 'count' || (kind === 'amount' && !mayBeNegative(nameOf(scope, key).zh)) ? { atLeast: 0 } : {};
  const reading = readField(scope, key);
  if (reading.state === 'unknown')
    return { known: false, ...named, ...least, why: reading.why, evidence: reading.evidence };
  const { value, where: evidence } = reading.field;
  if (reading.state === 'blank') return { known: false, ...named, ...least, why: reading.why, evidence };
  const found = year === undefined ? value : yearOf(value, year);
  if (typeof found === 'number') return { known: true, value: found, ...named, evidence };
  const name = nameOf(scope, key);
  const why: Text =
    found === null || found === undefined || found === ''
      ? {
          zh: `“${name.zh}”${year === undefined ? '' : `${year}年`}未填写。`,
          en: `"${name.en}"${year === undefined ? '' : ` of ${year}`} is not filled in.`,
        }
      : {
          zh: `“${name.zh}”填写的“${reading.field.raw}”无法读成数值，请核对。`,
          en: `"${name.en}" says "${reading.field.raw}", which cannot be read as one number; please check it.`,
        };
  return { known: false, ...named, ...least, why, evidence };
}

/** Profit, cash flow and growth may be below zero. */
function mayBeNegative(label: string): boolean {
  return /利润|盈|亏|净|增长|现金流/u.test(label);
}

function yearOf(value: unknown, year: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([name]) => name === String(year))?.[1];
}

/** How many boxes are ticked, of one sub-group if asked; none ticked is 0. */
function countTicks(key: string, group: string | undefined, scope: Scope): Quantity {
  const reading = readTicked(scope, key);
  if (!('ticked' in reading)) return { known: false, why: reading.why, evidence: reading.evidence };
  const asked = formFieldOf(scope, key);
  const options = asked && 'options' in asked ? asked.options : [];
  const counted = reading.ticked.filter(
    (text) => group === undefined || options.some((option) => option.text === text && option.group === group),
  );
  return { known: true, value: new Set(counted).size, evidence: reading.field.where };
}

/** How many rows of a table say anything but 无; a table found empty has 0. */
function countRows(key: string, scope: Scope): Quantity {
  const reading = readField(scope, key);
  if (reading.state === 'unknown')
    return { known: false, why: reading.why, evidence: reading.evidence, atLeast: 0 };
  const { value, where: evidence } = reading.field;
  if (reading.state === 'blank') return { known: true, value: 0, evidence };
  const rows = Array.isArray(value) ? value : [];
  const written = rows.filter((row) =>
    typeof row === 'string'
      ? !saysNone(row)
      : Object.values(row).some((cell) => cell !== null && cell !== '' && !saysNone(String(cell))),
  );
  return { known: true, value: written.length, evidence };
}
