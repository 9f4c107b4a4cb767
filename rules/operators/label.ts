import type { Argument } from '../../calls/rule-language/operators.ts';
import type { Scheme } from '../../calls/schema/index.ts';
import type { Classification } from '../../core/judgement.ts';
import type { Text } from '../../core/lang.ts';
import { mergePlaces } from '../../core/place.ts';
import { both } from '../../core/say.ts';
import { isOneOf } from '../reading/label-names.ts';
import { readField } from '../reading/read-field.ts';
import type { Scope } from '../scope.ts';
import { anyOf } from '../verdict/kleene.ts';
import { type Outcome, outcome, type Truth, truthOf } from '../verdict/outcome.ts';

/**
 * The filing has one of these labels of a scheme, or a label of one of these classes: as declared, as its text
 * shows, or either of both. A text that settles nothing is unknown; nothing declared is unknown.
 */
export function label({ scheme: id, is, source }: Argument<'label'>, scope: Scope): Outcome {
  const scheme = scope.pack.schemes.find((one) => one.id === id);
  const found = scope.context.classifications.find((one) => one.scheme === id);
  const title = scheme?.title ?? both(id);
  if (!scheme || !found) {
    const why = { zh: `未进行“${title.zh}”的分类。`, en: `The filing was not classified by "${title.en}".` };
    return outcome('unknown', why);
  }
  const declared: Truth =
    found.declared === undefined
      ? declaresNothing(scheme, scope)
      : truthOf(isOneOf(found.declared.split('、'), is, scheme));
  const shown = found.label === null ? [] : [found.label, ...(found.second ? [found.second.label] : [])];
  const text: Truth = shown.some((name) => isOneOf([name], is, scheme))
    ? 'pass'
    : ruledOut(found, is, scheme);
  const verdict =
    source === 'declared' ? declared : source === 'text' ? text : eitherOf(declared, text, found);
  const ofText = shown.length === 0 ? null : shown.join('、');
  const told = source === 'text' ? ofText : (found.declared ?? ofText);
  const evidence =
    source === 'declared' || found.label === null
      ? []
      : mergePlaces(
          found.candidates
            .filter((candidate) => shown.includes(candidate.label))
            .flatMap((candidate) => candidate.evidence.flatMap((cue) => cue.where)),
        );
  const why = whyOf(verdict, source, title, told);
  return outcome(verdict, why, evidence, told === null ? {} : { value: both(told) });
}

/** A place to declare that was found empty declares none of the labels; one not read leaves it open. */
function declaresNothing({ declaredBy }: Scheme, scope: Scope): Truth {
  return declaredBy !== undefined && readField(scope, declaredBy).state === 'blank' ? 'fail' : 'unknown';
}

/** Below this probability a text is not open for a label. */
const negligible = 0.01;

/**
 * A label that the text does not show is ruled out only where hardly anything speaks for it, whether another is
 * settled or not. Candidates come best first, and the rest lie below.
 */
function ruledOut({ candidates }: Classification, is: readonly string[], scheme: Scheme): Truth {
  const least = candidates.at(-1)?.score ?? 1;
  const own = candidates.filter((one) => isOneOf([one.label], is, scheme)).map(({ score }) => score);
  return Math.max(own.length < is.length ? least : 0, ...own) < negligible ? 'fail' : 'unknown';
}

/** What is not declared leaves it to the text, and the other way round. */
function eitherOf(declared: Truth, text: Truth, found: Classification): Truth {
  if (found.declared === undefined) return text;
  return found.label === null ? declared : anyOf([declared, text]);
}

function whyOf(
  verdict: Truth,
  source: Argument<'label'>['source'],
  { zh, en }: Text,
  shown: string | null,
): Text {
  if (verdict !== 'unknown' && shown !== null) {
    return { zh: `“${zh}”为${shown}。`, en: `"${en}" is ${shown}.` };
  }
  if (verdict === 'fail') {
    return source === 'text'
      ? { zh: `内容不属于该“${zh}”。`, en: `The text is of another "${en}".` }
      : { zh: `申报书未选择该“${zh}”。`, en: `That "${en}" is not declared.` };
  }
  return source === 'declared'
    ? { zh: `申报书未选择“${zh}”。`, en: `"${en}" is not declared.` }
    : { zh: `从内容不能确定“${zh}”。`, en: `"${en}" is not settled by the text.` };
}
