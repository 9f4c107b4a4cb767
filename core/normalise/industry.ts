import { industryTable, industryWords } from './industry-table.ts';
import { squeeze } from './tidy.ts';

/** An industry of GB/T 4754-2017: a section 门类 (`C`) or a division 大类 in it (`C34`). */
export interface Industry {
  readonly code: string;
  /** The standard's name. */
  readonly name: string;
}

export interface IndustryReading extends Industry {
  /** How it was told: `name` by the standard's own name, `word` by one that applicants use instead. */
  readonly by: 'code' | 'name' | 'word';
}

export const industries: readonly Industry[] = readTable();
const byCode = new Map(industries.map((industry) => [industry.code, industry]));

interface Spelling extends IndustryReading {
  readonly text: string;
}

/**
 * `通用设备制造业` and `通用设备制造` are one name. The longest is looked for first, so that 农业机械 is not
 * 农业; of a section and its only division by one name (教育) the division.
 */
const spellings: readonly Spelling[] = [...namesOf(industries), ...readWords()].sort(
  (a, b) => b.text.length - a.text.length || b.code.length - a.code.length,
);

/**
 * The industry that an applicant's words mean: a code of any depth (`C34`, `C3421`, `34`), the standard's name
 * with or without 业, several levels at once (`制造业-通用设备制造业`: the deepest counts), or words of the trade
 * (`数控机床`). Several divisions of one section are that section. `undefined` where nothing is told, or where
 * the parts of the text contradict each other.
 */
export function readIndustry(raw: string): IndustryReading | undefined {
  const text = plain(raw);
  if (text === '') return undefined;
  const code = codeIn(text);
  if (code === 'wrong') return undefined;
  const told = toldIn(text);
  const common = commonOf(told);
  if (told.length > 0 && !common) return undefined;
  // A letter before or behind the name is its section, or the name is not meant.
  const letter = /^[A-T](?=\p{Script=Han})|(?<=\p{Script=Han})[A-T]$/u.exec(text)?.[0];
  if (!code) return letter && !common?.code.startsWith(letter) ? undefined : common;
  return !common || compatible(code, common) ? { ...code, by: 'code' } : undefined;
}

/** The division of the first code in a text; `wrong` for one that the standard has not. */
function codeIn(text: string): Industry | 'wrong' | undefined {
  const lettered = /(?<![A-Z\d])([A-T])-?(\d{2})\d{0,2}(?![\dA-Z])/u.exec(text);
  if (lettered) return byCode.get(`${lettered[1]}${lettered[2]}`) ?? 'wrong';
  const bare = /^(\d{2})\d{0,2}(?=$|\p{Script=Han})(?!年)/u.exec(text)?.[1];
  if (bare) return industries.find(({ code }) => code.slice(1) === bare) ?? 'wrong';
  return byCode.get(text);
}

/** What is told in a text, each stretch of it once, by the longest spelling that covers it. */
function toldIn(text: string): IndustryReading[] {
  const told: IndustryReading[] = [];
  let rest = text;
  for (const { text: spelling, code, name, by } of spellings) {
    if (!rest.includes(spelling)) continue;
    told.push({ code, name, by });
    rest = rest.replaceAll(spelling, '|');
  }
  return told;
}

/** The one that all agree to: the deepest of one line, the section of several divisions, or nothing. */
function commonOf(told: readonly IndustryReading[]): IndustryReading | undefined {
  const [deepest] = [...told].sort((a, b) => b.code.length - a.code.length);
  if (!deepest) return undefined;
  if (told.every((other) => compatible(deepest, other))) return deepest;
  const section = byCode.get(deepest.code.charAt(0));
  return section && told.every(({ code }) => code.startsWith(section.code))
    ? { ...section, by: deepest.by }
    : undefined;
}

function compatible(a: Industry, b: Industry): boolean {
  return a.code.startsWith(b.code) || b.code.startsWith(a.code);
}

/** Without marks and with one word for and: 铁路、船舶 and 铁路和船舶 are written either way. */
function plain(text: string): string {
  return squeeze(text)
    .toUpperCase()
    .replace(/[、，,;；.。·/\\()（）[\]【】"“”:：—_]|行业|门类|大类|中类|小类/gu, '')
    .replace(/[及与]|以及/gu, '和');
}

function readTable(): Industry[] {
  let section = '';
  return industryTable
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', name = ''] = line.trim().split(' ');
      if (!line.startsWith(' ')) section = code;
      return { code: line.startsWith(' ') ? section + code : code, name };
    });
}

function namesOf(list: readonly Industry[]): Spelling[] {
  return list.flatMap((industry) => {
    const whole = plain(industry.name);
    const short = whole.replace(/业$/u, '');
    // 农 and 渔 alone are parts of many words.
    const texts = short.length > 2 && short !== whole ? [whole, short] : [whole];
    return texts.map((text) => ({ ...industry, by: 'name', text }));
  });
}

function readWords(): Spelling[] {
  return industryWords
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [code = '', ...list] = line.split(' ');
      const industry = byCode.get(code);
      return industry ? list.map((word) => ({ ...industry, by: 'word' as const, text: plain(word) })) : [];
    });
}
