import type { Block } from '../../core/document.ts';
import type { Filing, Section } from '../../core/filing.ts';
import type { Text } from '../../core/lang.ts';
import type { Place } from '../../core/place.ts';
import type { Frame } from '../../core/text/statement/statement.ts';

/** Text of the applicant alone: the form's own words are blanked with spaces, so that offsets stay. */
export interface OwnText {
  readonly text: string;
  placesOf(start: number, end: number): Place[];
  /** What the chapter at an offset is for, in a text of many chapters. */
  frameAt?(offset: number): Frame | undefined;
}

type Range = readonly [start: number, end: number];

const kept = new WeakMap<Filing, OwnText>();

/** The whole filing without the form's own words; the same object for the same filing. */
export function ownText(filing: Filing): OwnText {
  const known = kept.get(filing);
  if (known) return known;
  const made = readOwnText(filing);
  kept.set(filing, made);
  return made;
}

function readOwnText(filing: Filing): OwnText {
  const framed = framesOf(filing);
  return {
    text: blank(filing.text.text, filing.formRanges),
    placesOf: (a, b) => filing.text.placesOf(a, b),
    frameAt: (offset) => framed.find(({ start, end }) => start <= offset && offset < end)?.frame,
  };
}

/** Chapters on what is lacking and on what is to come, told by their headings. */
const frames: readonly (readonly [Frame, RegExp])[] = [
  ['plan', /下一步|未来|展望|后续(?:计划|工作|建设)|发展(?:计划|规划)/u],
  ['need', /痛点|需求|背景|必要性|存在(?:的)?问题/u],
];

function framesOf(filing: Filing): { start: number; end: number; frame: Frame }[] {
  return [...filing.sections.values()].flatMap((section) => {
    const frame = frames.find(([, heading]) => heading.test(section.heading))?.[0];
    const map = frame && locate(filing.text.text, section.text.text);
    return frame && map ? [{ start: map.start, end: map.end, frame }] : [];
  });
}

const keptSections = new WeakMap<Section, OwnText>();

/** A narrative section without the form's own words (hints printed in its place); the same object for the same. */
export function ownSectionText(filing: Filing, section: Section): OwnText {
  const known = keptSections.get(section);
  if (known) return known;
  const made = readSectionText(filing, section);
  keptSections.set(section, made);
  return made;
}

function readSectionText(filing: Filing, section: Section): OwnText {
  const placesOf = (start: number, end: number) => section.text.placesOf(start, end);
  const map = locate(filing.text.text, section.text.text);
  if (!map) return { text: section.text.text, placesOf };
  return { text: blank(section.text.text, map.within(filing.formRanges)), placesOf };
}

/**
 * Ranges of a section's text that are tables standing inside it, and that are headings by the document's own
 * outline or the section's heading itself.
 */
export function partsOf(filing: Filing, section: Section): { tables: Range[]; headings: Range[] } {
  const text = section.text.text;
  const own: Range[] = text.trimStart().startsWith(section.heading)
    ? [[0, text.indexOf(section.heading) + section.heading.length]]
    : [];
  const map = locate(filing.text.text, text);
  if (!map) return { tables: [], headings: own };
  const { tables, headings } = blockRanges(filing.document.body);
  return {
    tables: map.within(tables.filter(([start, end]) => start >= map.start && end <= map.end)),
    headings: [...own, ...map.within(headings)],
  };
}

/** Blanks ranges with spaces; line ends stay. */
export function blank(text: string, ranges: readonly Range[]): string {
  const letters = text.split('');
  for (const [start, end] of ranges) {
    for (let i = Math.max(0, start); i < Math.min(letters.length, end); i++) {
      if (letters[i] !== '\n') letters[i] = ' ';
    }
  }
  return letters.join('');
}

/** Where tables and outline headings stand in the body's text (lines joined by line ends). */
function blockRanges(body: readonly Block[]): { tables: Range[]; headings: Range[] } {
  const tables: Range[] = [];
  const headings: Range[] = [];
  const walk = (blocks: readonly Block[], from: number): number => {
    let at = from;
    for (const block of blocks) {
      const start = at;
      if (block.kind === 'table') {
        for (const cell of block.cells) at = walk(cell.blocks, at);
        if (at > start) tables.push([start, at - 1]);
        continue;
      }
      for (const line of block.lines) at += line.text.length + 1;
      if (block.outline !== undefined && at > start) headings.push([start, at - 1]);
    }
    return at;
  };
  walk(body, 0);
  return { tables, headings };
}

interface Located {
  readonly start: number;
  readonly end: number;
  /** The parts of ranges of the whole that lie in the piece, in the piece's offsets. */
  within(ranges: readonly Range[]): Range[];
}

/** Finds a piece in a whole text when only white space may differ. */
function locate(whole: string, piece: string): Located | undefined {
  const large = compact(whole);
  const small = compact(piece);
  const at = small.text === '' ? -1 : large.text.indexOf(small.text);
  if (at < 0) return undefined;
  const last = at + small.text.length - 1;
  const within = (ranges: readonly Range[]) =>
    ranges.flatMap(([start, end]): Range[] => {
      const from = Math.max(at, firstAtOrAfter(large.offsets, start));
      const to = Math.min(last + 1, firstAtOrAfter(large.offsets, end));
      if (from >= to) return [];
      return [[small.offsets[from - at] ?? 0, (small.offsets[to - 1 - at] ?? 0) + 1]];
    });
  return { start: large.offsets[at] ?? 0, end: (large.offsets[last] ?? 0) + 1, within };
}

function compact(text: string): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (/\s/u.test(letter)) continue;
    out += letter;
    offsets.push(i);
  }
  return { text: out, offsets };
}

function firstAtOrAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether everything the applicant sent as text could be read; if not, nothing may count as not written. */
export function isFullyRead(filing: Filing): boolean {
  if (filing.text.text.trim() === '') return false;
  if (filing.document.pages.some((page) => page.unreadable)) return false;
  const lost = new Set([
    'page-unreadable',
    'ocr-unavailable',
    'file-repaired',
    'too-many-pages',
    'text-too-long',
    'office-converter-failed',
  ]);
  return ![...filing.problems, ...filing.document.problems].some((problem) => lost.has(problem.code));
}

/** Whether only the beginning of the text was read: what was not found may stand behind it. */
export function isCutShort(filing: Filing): boolean {
  return [...filing.problems, ...filing.document.problems].some(({ code }) => code === 'text-too-long');
}

/** Why nothing may be concluded from what is not in such a text. */
export const cutShort: Text = {
  zh: '申报书过长，只读取了开头部分，未找到不代表没有写，请查看原件。',
  en: 'The filing is too long and only its beginning was read, so it may be written there; look at the original.',
};
