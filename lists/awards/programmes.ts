import { foldLetters } from '../../core/text/fold-for-matching.ts';

/** A programme of the packs at hand, by the names its lists go by. */
export interface ProgrammeNames {
  readonly id: string;
  readonly names: readonly string[];
}

/** Words around a programme's name in the heading of a list. */
const around =
  /(?:19|20)\d{2}\s*年?(?:度)?|第[一二三四五六七八九十\d]+批|名单|清单|公示|拟入选|入选|获奖|汇总表?|一览表?|附件\d*|的?通知|关于|公布|工业和信息化部|办公厅|xlsx|csv/giu;

/** The programme whose name stands in `heading`, the longest name first; else none. */
export function findProgramme(heading: string, programmes: readonly ProgrammeNames[]): string | undefined {
  const folded = foldLetters(heading);
  const core = foldLetters(heading.replace(around, ''));
  let best: { id: string; length: number } | undefined;
  for (const { id, names } of programmes) {
    for (const name of names) {
      const letters = foldLetters(name);
      const bare = foldLetters(name.replace(around, ''));
      const fits =
        letters !== '' &&
        (folded.includes(letters) || (bare.length >= 4 && (core === bare || core.includes(bare))));
      if (fits && letters.length > (best?.length ?? 0)) best = { id, length: letters.length };
    }
  }
  return best?.id;
}

/** The heading without year, list words and file ending: what the list is of. */
export function programmeNameIn(heading: string): string | undefined {
  const name = heading
    .replace(/\.\w{2,5}$/u, '')
    .replace(around, '')
    .replace(/[\s_—–·（）()【】[\]:：、，,-]+/gu, '')
    .trim();
  return /[\p{Script=Han}A-Za-z]{4,}/u.test(name) ? name : undefined;
}

export function yearIn(text: string): number | undefined {
  const found = /(?<!\d)((?:19[89]|20[0-4])\d)(?!\d)/u.exec(text)?.[1];
  return found ? Number(found) : undefined;
}

/** A full date as lists write it: 2019-12-03, 2019/12/3, 2019年12月3日, 2019.12.03, 20191203. */
export function dateIn(text: string): string | undefined {
  const found =
    /((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})|(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?!\d)/u.exec(
      text,
    );
  if (!found) return undefined;
  const [year, month, day] = [found[1] ?? found[4], found[2] ?? found[5], found[3] ?? found[6]].map(Number);
  if (!year || !month || !day) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}
