import { type Document, type Line, linesOf } from '../../core/document.ts';
import { editDistance } from '../../core/parties/edit-distance.ts';
import { isPagePlace } from '../../core/place.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';

/** What one picture of a page tells of its place in a document. */
export interface PageSigns {
  /** The page number printed on it, and of how many. */
  readonly printed?: number;
  readonly of?: number;
  /** The form's title stands on it by itself. */
  readonly titled: boolean;
  /** Letters and digits on it. */
  readonly letters: number;
}

/** Shares of a page's height in which page numbers stand. */
const footFrom = 0.87;
const headTo = 0.09;

/** More letters than this is no cover. */
export const mostOfCover = 250;

/** `title`: the form's; any cover that names itself 申报书 and the like is a beginning too. */
export function signsOf(document: Document | undefined, title: string | undefined): PageSigns {
  const lines = document ? [...linesOf(document.body), ...linesOf(document.marginalia)] : [];
  const height = document?.pages[0]?.height ?? 0;
  const letters = lines.reduce((sum, line) => sum + foldLetters(line.text).length, 0);
  const shown = lines.filter((line) => !isHeader(line, height));
  return {
    ...printedIn(lines, height),
    titled: isTitled(shown, title) || (letters <= mostOfCover && isTitled(shown, undefined)),
    letters,
  };
}

function printedIn(lines: readonly Line[], height: number): { printed?: number; of?: number } {
  for (const { text, place } of lines) {
    if (!isPagePlace(place)) continue;
    const [, top, , bottom] = place.box;
    if (top < height * footFrom && bottom > height * headTo) continue;
    const plain = text.replace(/\s+/gu, '');
    const told =
      /^第?(\d{1,3})[页頁]?[,，/／]?共?(\d{1,3})[页頁]$/u.exec(plain) ??
      /^(\d{1,3})[/／](\d{1,3})$/u.exec(plain);
    if (told && Number(told[1]) <= Number(told[2])) return { printed: Number(told[1]), of: Number(told[2]) };
    const single =
      /^第(\d{1,3})[页頁]$/u.exec(plain) ??
      /^[-—–－·]+(\d{1,3})[-—–－·]+$/u.exec(plain) ??
      /^(\d{1,3})$/u.exec(plain);
    if (single && Number(single[1]) > 0) return { printed: Number(single[1]) };
  }
  return {};
}

/** Points: titles are printed larger, headers smaller. */
const leastOfTitle = 14;

function isHeader({ place }: Line, height: number): boolean {
  return isPagePlace(place) && place.box[3] <= height * headTo && place.box[3] - place.box[1] < leastOfTitle;
}

/** Lines that a title may be divided over. */
const titleLines = 3;

/** Without a title: whether lines end in what forms call themselves. */
function isTitled(lines: readonly Line[], title: string | undefined): boolean {
  const texts = lines.map((line) => foldLetters(line.text)).filter((text) => text !== '');
  const wanted = title === undefined ? undefined : foldLetters(title);
  for (let i = 0; i < texts.length; i++) {
    let text = '';
    for (let j = i; j < Math.min(texts.length, i + titleLines); j++) {
      text += texts[j];
      if (wanted === undefined) {
        if (text.length <= 40 && /.{4}(?:申报|申请)(?:书|表)$/u.test(text)) return true;
      } else {
        if (text.length > wanted.length + 8) break;
        if (text.includes(wanted)) return true;
        // A character in five may be misread.
        if (text.length > 5 && editDistance(text, wanted) <= wanted.length * 0.2) return true;
      }
    }
  }
  return false;
}
