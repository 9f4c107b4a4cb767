import type { Classification } from '../../core/judgement.ts';
import { mergePlaces } from '../../core/place.ts';
import { anyOf } from '../kleene.ts';
import { isOneOf } from '../label-names.ts';
import { both, type Outcome, outcome, type Truth, truthOf } from '../outcome.ts';
import type { Scope } from '../scope.ts';
import type { Argument } from './argument.ts';

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
    found.declared === undefined ? 'unknown' : truthOf(isOneOf(found.declared.split('、'), is, scheme));
  const text: Truth = found.label === null ? 'unknown' : truthOf(isOneOf([found.label], is, scheme));
  const verdict =
    source === 'declared' ? declared : source === 'text' ? text : eitherOf(declared, text, found);
  const shown = source === 'text' ? found.label : (found.declared ?? found.label);
  const evidence =
    source === 'declared' || found.label === null
      ? []
      : mergePlaces(
          found.candidates
            .filter((candidate) => candidate.label === found.label)
            .flatMap((candidate) => candidate.evidence.flatMap((cue) => cue.where)),
        );
  const why = {
    zh:
      verdict === 'unknown'
        ? `${source === 'declared' ? '申报书未选择' : '从内容不能确定'}“${title.zh}”。`
        : `“${title.zh}”为${shown ?? '不明'}。`,
    en:
      verdict === 'unknown'
        ? `"${title.en}" is ${source === 'declared' ? 'not declared' : 'not settled by the text'}.`
        : `"${title.en}" is ${shown ?? 'unknown'}.`,
  };
  return outcome(verdict, why, evidence, shown === null ? {} : { value: both(shown) });
}

/** What is not declared leaves it to the text, and the other way round. */
function eitherOf(declared: Truth, text: Truth, found: Classification): Truth {
  if (found.declared === undefined) return text;
  return found.label === null ? declared : anyOf([declared, text]);
}
