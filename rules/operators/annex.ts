import { append } from '../../core/append.ts';
import type { Place } from '../../core/place.ts';
import type { TextMap } from '../../core/text-map.ts';
import { bearerOf } from '../annexes/annex-bearer.ts';
import { annexElsewhere } from '../annexes/annex-elsewhere.ts';
import { baseOf, foldName, isAnnex, isHeading, namesOfAnnex } from '../annexes/annex-names.ts';
import { readAnnex } from '../annexes/annex-says.ts';
import { describeAnnexes } from '../annexes/describe-annex.ts';
import { cutShort, isCutShort } from '../reading/own-text.ts';
import { isScanned } from '../reading/read-field.ts';
import type { Scope } from '../scope.ts';
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
    const { file, text, scanned = false } = companion;
    return places ? [{ name: baseOf(file), file, text, scanned, places }] : [];
  });
  if (came.length > 0) return judgeCame(title, came, scope);
  const { headed, mentioned } = findInText(scope, names);
  if (headed.length > 0) return judgeCame(title, headed, scope);
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

/** An annex as a file of its own, or as pages behind the form. */
interface Came {
  readonly name: string;
  /** None for pages of the filing's own document. */
  readonly file?: string;
  readonly text: TextMap | undefined;
  readonly scanned: boolean;
  readonly places: readonly Place[];
}

/** What came, what it says of itself, and whether it is made out to the applicant. */
function judgeCame(title: string, came: readonly Came[], scope: Scope): Outcome {
  const read = came.map((one) => {
    const says = readAnnex(one.text, one.file);
    return { ...one, says, bearer: bearerOf(title, says, one.scanned, scope) };
  });
  const own = read.every(({ file }) => file === undefined);
  const shown = [...new Set(read.map(({ name }) => name))].join('、');
  const told = describeAnnexes(read.map(({ says }) => says));
  const values = { value: { zh: `${shown}${told.zh}`, en: `${shown}${told.en}` } };
  const places = read.flatMap((one) => [...one.places, ...one.says.places]).slice(0, 5);
  const wrong = read.flatMap(({ name, bearer }) =>
    bearer.is === 'other' || bearer.is === 'doubtful' ? [{ name, bearer }] : [],
  );
  const [first] = wrong;
  if (!first || read.some(({ bearer }) => bearer.is === 'applicant')) {
    const why = own
      ? { zh: `文档中附有“${title}”${told.zh}。`, en: `The document encloses "${title}"${told.en}.` }
      : {
          zh: `已附“${title}”（文件：${shown}${told.zh}）。`,
          en: `"${title}" came as the file ${shown}${told.en}.`,
        };
    return outcome('pass', why, places, values);
  }
  const where = own ? { zh: '文档中', en: 'in the document' } : { zh: `文件：${first.name}`, en: first.name };
  const { who } = first.bearer;
  const missing = { zh: `${title}（所附的写明为“${who}”）`, en: `${title} (the one enclosed says "${who}")` };
  if (first.bearer.is === 'other') {
    const why = {
      zh: `所附“${title}”（${where.zh}）写明的单位是“${who}”，不是申报单位。`,
      en: `"${title}" (${where.en}) is made out to "${who}", not to the applicant.`,
    };
    return outcome('fail', why, places, { ...values, missing });
  }
  const why = {
    zh: `所附“${title}”（${where.zh}）写明“${who}”，与申报单位是否一致请核对。`,
    en: `"${title}" (${where.en}) says "${who}"; please check whether that is the applicant.`,
  };
  return outcome('unknown', why, places, { ...values, missing });
}

/**
 * Pages behind the form that a line with the annex's name heads, each to the next annex's heading, and all other
 * places that name it.
 */
function findInText(scope: Scope, names: readonly string[]): { headed: Came[]; mentioned: Place[] } {
  const { text, formRanges } = scope.filing;
  const formEnd = formRanges.at(-1)?.[1] ?? 0;
  const others = scope.pack.call.annexes.flatMap(namesOfAnnex).filter((name) => !names.includes(name));
  const headed: { name: string; start: number; end?: number; places: Place[] }[] = [];
  const mentioned: Place[] = [];
  let at = 0;
  for (const line of text.text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const folded = foldName(line);
    const headedBy = (all: readonly string[]) =>
      start >= formEnd &&
      !/[，。；]/u.test(line) &&
      all.find((one) => folded.includes(one) && isHeading(folded, one));
    const name = names.find((one) => folded.includes(one));
    const last = headed.at(-1);
    if (last && last.end === undefined && headedBy(others)) last.end = start;
    if (name === undefined || isForm(formRanges, start, start + line.length)) continue;
    const places = text.placesOf(start, start + line.length);
    if (headedBy([name])) headed.push({ name: line.trim(), start, places });
    else append(mentioned, places);
  }
  return {
    headed: headed.map(({ name, start, end, places }) => ({
      name,
      text: text.linesBetween(start, end ?? text.text.length),
      scanned: isScanned(scope, places),
      places,
    })),
    mentioned,
  };
}

function isForm(ranges: readonly (readonly [number, number])[], start: number, end: number): boolean {
  return ranges.some(([from, to]) => from <= start && to >= end);
}
