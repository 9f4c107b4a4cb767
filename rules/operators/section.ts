import type { Argument } from '../../calls/rule-language/operators.ts';
import { formatNumber } from '../../core/format-value.ts';
import { countWords } from '../../core/normalise/words.ts';
import { both } from '../../core/say.ts';
import { cutShort, isCutShort } from '../reading/own-text.ts';
import { passagesOf } from '../reading/passages.ts';
import { readField } from '../reading/read-field.ts';
import { nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/**
 * A chapter or long text is there and has at least so many words of the applicant's own. How many are enough no
 * notice says, the number is the office's (`minWords` of its pack): one that is there and short is no failure, and
 * a person reads it.
 */
export function section({ field: key, minWords }: Argument<'section'>, scope: Scope): Outcome {
  const name = nameOf(scope, key);
  const found = scope.filing.sections.get(key);
  const reading = readField(scope, key);
  if (!found) {
    if (reading.state === 'unknown')
      return outcome('unknown', reading.why, reading.evidence, { missing: name });
    if (reading.state === 'blank') {
      return outcome('fail', reading.why, reading.field.where, { missing: name, count: both('0') });
    }
  }
  const words = passagesOf(scope, [key]).texts.reduce((sum, own) => sum + countWords(own.text, 'word'), 0);
  const evidence =
    reading.state === 'unknown' ? (found?.text.placesOf(0, 1) ?? []) : reading.field.where.slice(0, 1);
  const count = both(formatNumber(words));
  if (words >= minWords) {
    const why = { zh: `“${name.zh}”约${count.zh}字。`, en: `"${name.en}" has about ${count.en} words.` };
    return outcome('pass', why, evidence, { count, left: count });
  }
  if (isCutShort(scope.filing)) return outcome('unknown', cutShort, evidence, { count, left: count });
  const why = {
    zh: `“${name.zh}”仅约${count.zh}字，少于审核单位设定的${minWords}字（通知未规定字数）。`,
    en: `"${name.en}" has only about ${count.en} words, under the office's ${minWords} (the notice sets no number).`,
  };
  const short = outcome('fail', why, evidence, { count, left: count, missing: name });
  return words > 0 ? { ...short, silent: true } : short;
}
