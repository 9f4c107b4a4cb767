import { placeNameAt } from '../../core/parties/places.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import { compareIssuers, type Issuer } from './issuer.ts';

/** A programme of the packs at hand, by the names its lists go by and by who makes them public. */
export interface ProgrammeNames {
  readonly id: string;
  readonly names: readonly string[];
  readonly issuer: Issuer;
}

/** Words around a programme's name in the heading of a list. */
const around =
  /\.(?:xlsx?|csv|tsv|docx?|pdf|html?|json)$|(?:19|20)\d{2}\s*年?(?:度)?|第[一二三四五六七八九十\d]+批|首批|共\s*\d+\s*[个项家]|名单|清单|公示|公告|拟入选|入选|入围|获奖|评选|遴选|评审|结果|汇总表?|一览表?|附件\s*[\d一二三四五六七八九十]*|的?通知|关于|公布|印发|转发|工业和信息化部|工信部|办公厅/giu;
/** Characters beside a programme's name that make it no other one: 集, 类, 项. */
const fewLetters = 1;

/**
 * The programme that a heading names, and no more than names: 广东省工业APP优秀解决方案 is not the ministry's, and
 * 工业互联网试点示范培育库 may be something else. `issuer` is whose list it is, where that is known.
 */
export function findProgramme(
  heading: string,
  programmes: readonly ProgrammeNames[],
  issuer: Issuer,
): string | undefined {
  const parts = partsOf(heading);
  let best: { id: string; length: number } | undefined;
  for (const programme of programmes) {
    if (compareIssuers(issuer, programme.issuer) === 'other') continue;
    for (const name of programme.names) {
      const letters = bareLetters(name);
      if (letters.length < 4 || letters.length <= (best?.length ?? 0)) continue;
      const named = parts.some(
        (part) => part.includes(letters) && part.length - letters.length <= fewLetters,
      );
      if (named) best = { id: programme.id, length: letters.length };
    }
  }
  return best?.id;
}

/**
 * Whether a list of this name may be of a programme with these names: it holds one of them, or next to nothing that
 * does not stand in one of them (APP优秀方案 for 工业互联网APP优秀解决方案).
 */
export function mayBeProgramme(name: string, names: readonly string[]): boolean {
  const letters = bareLetters(name);
  return names.map(bareLetters).some((known) => {
    if (known.length >= 4 && letters.includes(known)) return true;
    const left = [...known];
    const foreign = [...letters].filter((letter) => {
      const at = left.indexOf(letter);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    return foreign.length <= fewLetters;
  });
}

/** The heading, and what stands between its marks, without the words around a name. */
function partsOf(heading: string): string[] {
  const parts = [heading, ...heading.split(/[\s：:；;。，,、|"“”《》（）()【】[\]_—–-]+/u)];
  return parts.map(bareLetters).filter((part) => part.length >= 4);
}

/** Letters of a name without the place in front, the year and the words of a list. */
function bareLetters(name: string): string {
  const letters = foldLetters(name.replace(around, ''));
  const place = placeNameAt(letters);
  const rest = place && place.kind !== 'word' ? letters.slice(place.length) : letters;
  return (rest.length >= 4 ? rest : letters).replace(/^[省市](?:级)?(?=.{4})/u, '');
}

/** What lists are of; a name without one of these words, 测试 or list, names no programme. */
const kindOfThing =
  /方案|项目|示范|试点|案例|平台|工厂|车间|企业|产品|成果|奖|大赛|竞赛|计划|行动|工程|目录|名录|基地|园区|场景|标杆|中心|冠军|小巨人|服务商|供应商|应用|技术|软件|app/iu;

/** The heading without year, list words and file ending: what the list is of. */
export function programmeNameIn(heading: string): string | undefined {
  const name = heading
    .replace(around, '')
    .replace(/[\s_—–·（）()【】[\]:：、，,-]+/gu, '')
    .trim();
  return /\p{Script=Han}/u.test(name) && name.length >= 4 && kindOfThing.test(name) ? name : undefined;
}

/** The year of a list; none where several are named (2019-2024): which one a row is of is then not told. */
export function yearIn(text: string): number | undefined {
  if (/(?:19|20)\d{2}\s*年?\s*[-–—－~～至到、]\s*(?:19|20)\d{2}(?!\d)/u.test(text)) return undefined;
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
