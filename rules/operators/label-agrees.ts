import { mergePlaces } from '../../core/place.ts';
import { both } from '../../core/say.ts';
import { isOneOf } from '../reading/label-names.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/** From this probability on the text may well be of the declared label too: a person decides. */
const possible = 0.03;

/**
 * The text speaks for the label that was declared. Another label fails only where the text all but rules out the
 * declared one, since many solutions are of two kinds; {left} is the declared label, {right} the text's.
 */
export function labelAgrees(id: string, scope: Scope): Outcome {
  const scheme = scope.pack.schemes.find((one) => one.id === id);
  const found = scope.context.classifications.find((one) => one.scheme === id);
  const title = scheme?.title ?? both(id);
  if (!scheme || !found) {
    const why = { zh: `未进行“${title.zh}”的分类。`, en: `The filing was not classified by "${title.en}".` };
    return outcome('unknown', why);
  }
  const { declared, label, candidates } = found;
  if (declared === undefined) {
    const why = { zh: `申报书未选择“${title.zh}”。`, en: `"${title.en}" is not declared.` };
    return outcome('unknown', why);
  }
  const values = { left: both(declared), ...(label === null ? {} : { right: both(label) }) };
  if (label === null) {
    const why = {
      zh: `从内容不能确定“${title.zh}”。`,
      en: `"${title.en}" is not settled by the text.`,
    };
    return outcome('unknown', why, [], values);
  }
  const names = declared.split('、');
  const of = (wanted: (name: string) => boolean) => candidates.filter((one) => wanted(one.label));
  const evidence = mergePlaces(
    of((name) => name === label).flatMap((one) => one.evidence.flatMap((cue) => cue.where)),
  );
  if (isOneOf([label], names, scheme)) {
    const why = { zh: `内容与所选“${declared}”一致。`, en: `The text agrees with "${declared}".` };
    return outcome('pass', why, evidence, values);
  }
  const own = Math.max(0, ...of((name) => isOneOf([name], names, scheme)).map(({ score }) => score));
  const why = {
    zh: `所选为“${declared}”，内容更接近“${label}”。`,
    en: `"${declared}" is declared, and the text is more like "${label}".`,
  };
  return outcome(own < possible ? 'fail' : 'unknown', why, evidence, values);
}
