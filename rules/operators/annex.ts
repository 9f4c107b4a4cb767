import { append } from '../../core/append.ts';
import type { Place } from '../../core/place.ts';
import { annexElsewhere } from '../annexes/annex-elsewhere.ts';
import { baseOf, foldName, isAnnex, isHeading, namesOfAnnex } from '../annexes/annex-names.ts';
import { cutShort, isCutShort } from '../reading/own-text.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/**
 * An annex of the call came with the filing: a file bears its name or heading, or behind the form a page does.
 * Named only in the form's list it is unknown. Not found, it is for a person to look for, and a fail only when
 * the package is known to be complete and holds
 * nothing that could be it.
 */
export function annex(key: string, scope: Scope): Outcome {
  const asked = scope.pack.call.annexes.find((one) => one.key === key);
  const title = asked?.title ?? key;
  const missing = { zh: title, en: title };
  const names = asked ? namesOfAnnex(asked) : [foldName(key)];
  const came = scope.context.companions.flatMap((companion) => {
    const places = isAnnex(companion, names);
    return places ? [{ file: companion.file, places }] : [];
  });
  if (came.length > 0) {
    const shown = came.map(({ file }) => baseOf(file)).join('、');
    const why = { zh: `已附“${title}”（文件：${shown}）。`, en: `"${title}" came as the file ${shown}.` };
    const places = came.flatMap((one) => one.places).slice(0, 5);
    return outcome('pass', why, places, { value: { zh: shown, en: shown } });
  }
  const { headed, mentioned } = findInText(scope, names);
  if (headed.length > 0) {
    return outcome('pass', { zh: `文档中附有“${title}”。`, en: `The document encloses "${title}".` }, headed);
  }
  if (isCutShort(scope.filing)) return outcome('unknown', cutShort, mentioned, { missing });
  const elsewhere = scope.context.companionsComplete && annexElsewhere(key, scope);
  if (elsewhere) return outcome('unknown', elsewhere.why, elsewhere.evidence, { missing });
  if (scope.context.companionsComplete) {
    const why = { zh: `提交的材料中没有“${title}”。`, en: `"${title}" is not in the package.` };
    return outcome('fail', why, mentioned, { missing });
  }
  const why =
    mentioned.length > 0
      ? {
          zh: `申报书提到“${title}”，但未见附件本身，请人工核对。`,
          en: `The filing speaks of "${title}" but the annex itself was not found; please check.`,
        }
      : {
          zh: `未随附“${title}”，请人工核对。`,
          en: `"${title}" did not come with the filing; please check.`,
        };
  return outcome('unknown', why, mentioned, { missing });
}

/** Lines behind the form that are a heading with the annex's name, and all other places that name it. */
function findInText(scope: Scope, names: readonly string[]): { headed: Place[]; mentioned: Place[] } {
  const { text, formRanges } = scope.filing;
  const formEnd = formRanges.at(-1)?.[1] ?? 0;
  const headed: Place[] = [];
  const mentioned: Place[] = [];
  let at = 0;
  for (const line of text.text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const folded = foldName(line);
    const name = names.find((one) => folded.includes(one));
    if (name === undefined || isForm(formRanges, start, start + line.length)) continue;
    const places = text.placesOf(start, start + line.length);
    if (start >= formEnd && isHeading(folded, name) && !/[，。；]/u.test(line)) append(headed, places);
    else append(mentioned, places);
  }
  return { headed, mentioned };
}

function isForm(ranges: readonly (readonly [number, number])[], start: number, end: number): boolean {
  return ranges.some(([from, to]) => from <= start && to >= end);
}
