import { append } from '../../core/append.ts';
import type { Place } from '../../core/place.ts';
import { bearerOf } from '../annexes/annex-bearer.ts';
import { annexElsewhere } from '../annexes/annex-elsewhere.ts';
import { baseOf, foldName, isAnnex, isHeading, namesOfAnnex } from '../annexes/annex-names.ts';
import { readAnnex } from '../annexes/annex-says.ts';
import { describeAnnexes } from '../annexes/describe-annex.ts';
import { cutShort, isCutShort } from '../reading/own-text.ts';
import type { Companion, Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/**
 * An annex of the call came with the filing: a file bears its name or heading, or behind the form a page does.
 * One made out to somebody else fails. Named only in the form's list it is unknown. Not found, it is for a person
 * to look for, and a fail only when the package is known to be complete and holds nothing that could be it.
 */
export function annex(key: string, scope: Scope): Outcome {
  const asked = scope.pack.call.annexes.find((one) => one.key === key);
  const title = asked?.title ?? key;
  const missing = { zh: title, en: title };
  const names = asked ? namesOfAnnex(asked) : [foldName(key)];
  const came = scope.context.companions.flatMap((companion) => {
    const places = isAnnex(companion, names);
    return places ? [{ companion, places }] : [];
  });
  if (came.length > 0) return judgeCame(title, came, scope);
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

interface Came {
  readonly companion: Companion;
  readonly places: readonly Place[];
}

/** What came, what it says of itself, and whether it is made out to the applicant. */
function judgeCame(title: string, came: readonly Came[], scope: Scope): Outcome {
  const read = came.map(({ companion, places }) => {
    const says = readAnnex(companion);
    return { companion, places, says, bearer: bearerOf(title, says, companion.scanned === true, scope) };
  });
  const shown = read.map(({ companion }) => baseOf(companion.file)).join('、');
  const told = describeAnnexes(read.map(({ says }) => says));
  const values = { value: { zh: `${shown}${told.zh}`, en: `${shown}${told.en}` } };
  const places = read.flatMap((one) => [...one.places, ...one.says.places]).slice(0, 5);
  const wrong = read.flatMap(({ companion, bearer }) =>
    bearer.is === 'other' || bearer.is === 'doubtful' ? [{ companion, bearer }] : [],
  );
  const [first] = wrong;
  if (!first || read.some(({ bearer }) => bearer.is === 'applicant')) {
    const why = {
      zh: `已附“${title}”（文件：${shown}${told.zh}）。`,
      en: `"${title}" came as the file ${shown}${told.en}.`,
    };
    return outcome('pass', why, places, values);
  }
  const file = baseOf(first.companion.file);
  const { who } = first.bearer;
  const missing = { zh: `${title}（所附的写明为“${who}”）`, en: `${title} (the one enclosed says "${who}")` };
  if (first.bearer.is === 'other') {
    const why = {
      zh: `所附“${title}”（文件：${file}）写明的单位是“${who}”，不是申报单位。`,
      en: `"${title}" (${file}) is made out to "${who}", not to the applicant.`,
    };
    return outcome('fail', why, places, { ...values, missing });
  }
  const why = {
    zh: `所附“${title}”（文件：${file}）写明“${who}”，与申报单位是否一致请核对。`,
    en: `"${title}" (${file}) says "${who}"; please check whether that is the applicant.`,
  };
  return outcome('unknown', why, places, { ...values, missing });
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
