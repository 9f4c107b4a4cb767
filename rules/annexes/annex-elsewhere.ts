import type { Text } from '../../core/lang.ts';
import { isPagePlace, type Place } from '../../core/place.ts';
import type { Companion, Scope } from '../scope.ts';
import { baseOf, foldName, isAnnex, namesOfAnnex } from './annex-names.ts';

/** Papers that are no annex of any call, by their names. */
const otherPapers = /申报书|申报表|申请书|承诺书|汇总表|目录/u;

/**
 * Where an annex of a whole package may lie though no name or heading says so: in a file that is nothing
 * known, in one that speaks of it, or in pictures behind the form. Only what is none of these is missing.
 */
export function annexElsewhere(key: string, scope: Scope): { why: Text; evidence: Place[] } | undefined {
  const { annexes } = scope.pack.call;
  const own = annexes.filter((annex) => annex.key === key).flatMap(namesOfAnnex);
  const others = annexes.filter((annex) => annex.key !== key).map(namesOfAnnex);
  const open = scope.context.companions.filter(
    (companion) => speaksOf(companion, own) || !isKnown(companion, others),
  );
  if (open.length > 0) {
    const names = open.map(({ file }) => baseOf(file));
    return {
      why: {
        zh: `材料中的${names.map((name) => `“${name}”`).join('、')}内容未能确认，请人工查看其中是否有该附件。`,
        en: `It is not clear what ${names.map((name) => `"${name}"`).join(', ')} holds; look there for the annex.`,
      },
      evidence: [],
    };
  }
  const pictures = picturesBehindForm(scope);
  if (pictures.length === 0) return undefined;
  return {
    why: {
      zh: '申报书中有未识别内容的图片或扫描页，请人工查看其中是否有该附件。',
      en: 'The filing holds pictures or scanned pages that were not told apart; look there for the annex.',
    },
    evidence: pictures.slice(0, 3),
  };
}

function speaksOf({ text }: Companion, names: readonly string[]): boolean {
  if (!text) return false;
  const folded = foldName(text.text);
  return names.some((name) => folded.includes(name));
}

/** An annex of another kind, whose text was read, or another paper by its name. */
function isKnown(companion: Companion, others: readonly (readonly string[])[]): boolean {
  if (otherPapers.test(baseOf(companion.file))) return true;
  return others.some((names) => isAnnex(companion, names) !== undefined);
}

/** Pictures of a Word file may be anything; those of pages count from the page on which the form ends. */
function picturesBehindForm({ filing }: Scope): Place[] {
  const { document, formRanges, text } = filing;
  const [, end = 0] = formRanges.at(-1) ?? [];
  const last = text.placesOf(Math.max(0, end - 1), end).find(isPagePlace)?.page ?? 0;
  const pictures = document.pictures
    .map(({ place }) => place)
    .filter((place) => !isPagePlace(place) || place.page > last);
  const pages = document.pages
    .filter(({ number, readBy, unreadable }) => number > last && (readBy === 'ocr' || unreadable))
    .map(({ number, width, height }): Place => ({ page: number, box: [0, 0, width, height] }));
  return [...pages, ...pictures];
}
