import type { Annex } from '../../calls/schema/index.ts';
import { squeeze } from '../../core/normalise/tidy.ts';
import { isPagePlace, type Place, placesIn } from '../../core/place.ts';
import type { Companion } from '../scope.ts';

/** How annexes are told by their names, in names of files and in headings. */

/** All names of an annex, folded. */
export function namesOfAnnex({ title, aliases }: Annex): string[] {
  return [title, ...aliases].map(foldName).filter((name) => name.length >= 2);
}

/** Without marks and without the words that say a copy is one. */
export function foldName(text: string): string {
  return squeeze(text)
    .toLowerCase()
    .replace(/[“”"'‘’《》、,，.。:：()\-_—]/gu, '')
    .replace(/(?:复印件|扫描件|原件|影印件|副本)/gu, '');
}

export function baseOf(file: string): string {
  return file.replace(/^.*[/\\]/u, '').replace(/\.[a-z0-9]{2,5}$/iu, '');
}

/** `附件1：营业执照` is a heading; a sentence that speaks of it is not. */
export function isHeading(folded: string, name: string): boolean {
  return folded.replace(/^(?:附件|附录|证明材料)?[一二三四五六七八九十\d]*/u, '').length <= name.length + 6;
}

/** Keys of the call's annexes that a file is, by its name, the name of its own folder, or its headings. */
export function annexesIn(companion: Companion, annexes: readonly Annex[]): string[] {
  return annexes
    .filter((annex) => isAnnex(companion, namesOfAnnex(annex)) !== undefined)
    .map(({ key }) => key);
}

/** Whether a file is an annex of some names: the places of the headings that say so, none where its name does. */
export function isAnnex(companion: Companion, names: readonly string[]): Place[] | undefined {
  const { file } = companion;
  const says = (text: string) => names.some((name) => foldName(text).includes(name));
  if (says(baseOf(file))) return [];
  const headings = headingsOf(companion).filter(({ text }) =>
    names.some((name) => foldName(text).includes(name) && isHeading(foldName(text), name)),
  );
  if (headings.length > 0)
    return placesIn(
      file,
      headings.flatMap(({ places }) => places),
    );
  const folder = /([^/\\]+)[/\\][^/\\]*$/u.exec(file)?.[1] ?? '';
  // An archive's or a company's folder may list all that is in it.
  return says(folder) && !/[、，,+]|\.zip!?$/iu.test(folder) ? [] : undefined;
}

interface Heading {
  readonly text: string;
  readonly places: Place[];
}

/** Lines at the top of the file and of each of its pages; a table of contents only names what lies elsewhere. */
function headingsOf({ text }: Companion): Heading[] {
  if (!text) return [];
  const tops = new Map<number, Heading[]>();
  let at = 0;
  for (const line of text.text.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '') continue;
    const places = text.placesOf(start, start + line.length);
    const [first] = places;
    const page = first && isPagePlace(first) ? first.page : 0;
    const top = tops.get(page) ?? [];
    if (top.length < 4) tops.set(page, [...top, { text: line, places }]);
  }
  return [...tops.values()].filter((top) => !top.some(isContents)).flat();
}

function isContents({ text }: Heading): boolean {
  return /目录$|材料清单$|附件清单$|contents$/iu.test(foldName(text));
}
