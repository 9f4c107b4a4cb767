import { mergePlaces } from '../../core/place.ts';
import { both } from '../../core/say.ts';
import { isOneOf } from '../reading/label-names.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/**
 * The text speaks for the label that was declared, or for it as one of two. Another label is a question to a
 * person and never fails: the applicant chooses the label, and no notice makes it a condition that a program
 * reads the text the same way. {left} is the declared label, {right} the text's.
 */
export function labelAgrees(id: string, scope: Scope): Outcome {
  const scheme = scope.pack.schemes.find((one) => one.id === id);
  const found = scope.context.classifications.find((one) => one.scheme === id);
  const title = scheme?.title ?? both(id);
  if (!scheme || !found) {
    const why = { zh: `未进行“${title.zh}”的分类。`, en: `The filing was not classified by "${title.en}".` };
    return outcome('unknown', why);
  }
  const { declared, label, second, candidates } = found;
  if (declared === undefined) {
    const why = { zh: `申报书未选择“${title.zh}”。`, en: `"${title.en}" is not declared.` };
    return outcome('unknown', why);
  }
  const shown = label === null ? [] : second ? [label, second.label] : [label];
  const text = shown.join('、');
  const values = { left: both(declared), ...(label === null ? {} : { right: both(text) }) };
  if (label === null) {
    const why = {
      zh: `从内容不能确定“${title.zh}”，请人工核对所选“${declared}”。`,
      en: `"${title.en}" is not settled by the text: a person checks "${declared}".`,
    };
    return outcome('unknown', why, [], values);
  }
  const names = declared.split('、');
  const evidence = mergePlaces(
    candidates
      .filter((one) => shown.includes(one.label))
      .flatMap((one) => one.evidence.flatMap((cue) => cue.where)),
  );
  const agreeing = shown.filter((name) => isOneOf([name], names, scheme));
  if (agreeing.length > 0) {
    const why =
      shown.length === 1
        ? { zh: `内容与所选“${declared}”一致。`, en: `The text agrees with "${declared}".` }
        : {
            zh: `内容兼有“${shown.join('”和“')}”，所选“${declared}”在其中。`,
            en: `The text is of "${shown.join('" and "')}", and "${declared}" is declared.`,
          };
    return outcome('pass', why, evidence, values);
  }
  const why = {
    zh: `所选为“${declared}”，内容更接近“${text}”，请人工核对。`,
    en: `"${declared}" is declared, and the text is more like "${text}": a person decides.`,
  };
  return outcome('unknown', why, evidence, values);
}
