import { listNames, notGiven } from '../../calls/list-names.ts';
import type { Argument } from '../../calls/rule-language/operators.ts';
import { describePlace, mergePlaces } from '../../core/place.ts';
import { readFilled } from '../reading/read-field.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/**
 * The filing stands in a list of the office. Without the list a person checks. Not found is a fail only for a
 * filing whose applicant and title were read with certainty: another would not have been found either way.
 */
export function listed(kind: Argument<'listed'>, scope: Scope): Outcome {
  const name = listNames[kind];
  const found = scope.context.lists?.[kind];
  if (!found) return { ...outcome('unknown', notGiven(kind)), manual: true };
  if (found.state === 'row') {
    const { zh, en } = describePlace(found.row.place);
    const why = { zh: `已列入${name.zh}（${zh}）。`, en: `It stands in the ${name.en} (${en}).` };
    return outcome('pass', why, [found.row.place], { value: { zh, en } });
  }
  if (found.state === 'open') {
    const places = found.rows.map((row) => row.place);
    const where = places.map(describePlace);
    const zh = where.map((one) => one.zh).join('、');
    const why = {
      zh: `${name.zh}中有多行或多份申报书名称相同，不能确定对应关系（${zh}），请人工核对。`,
      en: `Several rows of the ${name.en} or several filings bear these names (${where.map((one) => one.en).join(', ')}); please check which is which.`,
    };
    return outcome('unknown', why, places);
  }
  const keys = scope.pack.form.fields
    .filter(({ role }) => role === 'applicant' || role === 'title')
    .map(({ key }) => key);
  const readings = keys.map((key) => readFilled(scope, key));
  const doubt = readings.find((reading) => !('field' in reading));
  if (doubt && 'why' in doubt) {
    const why = {
      zh: `${name.zh}中未找到本申报书，但${doubt.why.zh}`,
      en: `It was not found in the ${name.en}, but: ${doubt.why.en}`,
    };
    return outcome('unknown', why, doubt.evidence);
  }
  const evidence = mergePlaces(
    readings.flatMap((reading) => ('field' in reading ? reading.field.where : [])),
  );
  return outcome('fail', { zh: `${name.zh}中没有本申报书。`, en: `It is not in the ${name.en}.` }, evidence);
}
