/**
 * Tick marks as filings write them: boxes and circles empty or filled, a bare √ before or after an option,
 * brackets with or without a tick.
 */

export interface Mark {
  /** Range in the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly ticked: boolean;
}

const empty = '□☐○◯▢❏❑◻';
const full = '☑☒■●√✓✔◉⊠▣✅☒❎✗✘◼';
const run = new RegExp(`[(\\[]?[${empty}${full}]+[)\\]]?|\\(\\)|\\[\\]`, 'gu');

/** All marks of a folded text; marks that touch (□√) are one, ticked when one of them is. */
export function findMarks(text: string): Mark[] {
  return [...text.matchAll(run)].map((found) => {
    let start = found.index;
    let end = start + found[0].length;
    // A bracket belongs to the mark only when it closes right behind it.
    const opened = /^[([]/u.test(found[0]);
    const closed = /[)\]]$/u.test(found[0]);
    if (opened && !closed) start++;
    if (closed && !opened) end--;
    return { start, end, ticked: [...found[0]].some((char) => full.includes(char)) };
  });
}

/** Where an option's text stands. */
export interface OptionPlace {
  readonly option: string;
  readonly start: number;
  readonly end: number;
}

export interface OptionState extends OptionPlace {
  /** `undefined`: no mark belongs to it. */
  readonly ticked?: boolean;
  /** Where its mark stands. */
  readonly mark?: readonly [start: number, end: number];
}

/**
 * Gives each option its mark: all marks stand before their options or all after; which one, the text tells.
 * `options` in the order of the text; ordinals such as `1、`, `(2)` or `a.` may stand between mark and option.
 * `closeness` says how near two positions stand on paper, 1 for side by side: a mark may be parted from its option,
 * but where boxes and options alternate from end to end, those that stand together decide.
 */
export function pairMarks(
  text: string,
  options: readonly OptionPlace[],
  closeness: (from: number, to: number) => number = () => 1,
): OptionState[] {
  const marks = findMarks(text).filter(
    (mark) => !options.some((o) => mark.start >= o.start && mark.end <= o.end),
  );
  const before = options.map((option) => marks.find((mark) => touches(text, mark.end, option.start)));
  const after = options.map((option) => marks.find((mark) => touches(text, option.end, mark.start)));
  let strengthBefore = 0;
  let strengthAfter = 0;
  options.forEach((option, i) => {
    const [b, a] = [before[i], after[i]];
    if (b) strengthBefore += closeness(b.end - 1, option.start);
    if (a) strengthAfter += closeness(option.end - 1, a.start);
  });
  const behind =
    strengthAfter > strengthBefore || (strengthAfter === strengthBefore && after[0] && !before[0]);
  const chosen = behind ? after : before;
  return options.map((option, i) => {
    const mark = chosen[i];
    return mark ? { ...option, ticked: mark.ticked, mark: [mark.start, mark.end] } : option;
  });
}

function touches(text: string, from: number, to: number): boolean {
  if (to < from || to - from > 4) return false;
  return /^(\(?\d{1,2}[.、)]?|\(?[a-z][.、)]|[.、:])?$/u.test(text.slice(from, to));
}
