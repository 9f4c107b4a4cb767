import type { Stream } from '../align/stream.ts';
import type { OptionState } from './tick-marks.ts';

/**
 * What the marks of Wingdings and Wingdings 2 are where the font is lost: ☑ ☒ ✓ ✗ and empty boxes are then plain
 * letters. × and X are also typed for a mark.
 */
const ticks = 'RSTPVvXx×þýüû';
const empty = 'oq£';

/** A letter in the place of a box, an ordinal (`R1、`) perhaps between. */
const letterEnd = /([a-z×þýüû£])(?:\(?\d{1,2}[.、)]|\(?[a-z][.、)])?$/u;

/** The options of one field; positions are those of the stream. */
export interface Lettered {
  readonly options: readonly OptionState[];
  readonly start: number;
  /** Some of its marks are letters: as sure as that may be. */
  readonly lettered?: 'again' | 'once';
}

/** The letter that stands apart before an option as a box would; `from` is where the option before it ends. */
function letterBefore(
  stream: Stream,
  from: number,
  option: OptionState,
): { letter: string; at: number } | undefined {
  const found = letterEnd.exec(stream.folded.slice(from, option.start));
  if (!found) return undefined;
  const at = stream.origin[from + found.index] ?? 0;
  const before = stream.map.text[at - 1] ?? '';
  const apart = found.index === 0 || !/[\p{L}\p{N}@.]/u.test(before);
  const letter = stream.map.text[at];
  return apart && letter !== undefined ? { letter, at: from + found.index } : undefined;
}

/**
 * Gives options without a mark the letters that stand for marks. A letter that comes before several options of the
 * filing is one wherever it comes, so that all of them are ticks or none; the same letter before every option is a
 * bullet; one that comes once, or that no font of signs has, leaves its field unsure.
 */
export function withLetterMarks<T extends Lettered>(readings: readonly T[], stream: Stream): T[] {
  const places = new Map<string, Set<number>>();
  let options = 0;
  const letters = readings.map((reading) =>
    reading.options.map((option, i) => {
      options++;
      if (option.ticked !== undefined) return undefined;
      const found = letterBefore(stream, reading.options[i - 1]?.end ?? reading.start, option);
      if (found) places.set(found.letter, (places.get(found.letter) ?? new Set()).add(option.start));
      return found;
    }),
  );
  const crossed = [...'×Xx'].some((cross) => places.has(cross)) && hasCheckMark(stream);
  return readings.map((reading, i) => {
    const own = letters[i]!;
    if (own.every((found) => found === undefined)) return reading;
    const bullet = [...places.values()].some((set) => set.size > 1 && set.size >= options);
    const again = own.every((found) => found === undefined || isMark(found.letter, places));
    return {
      ...reading,
      lettered: again && !bullet && !crossed ? 'again' : 'once',
      options: reading.options.map((option, at) => {
        const found = own[at];
        if (found === undefined || bullet) return option;
        const { letter } = found;
        const mark = [found.at, found.at + 1] as const;
        // √是 ×否: where both are in use a cross is no tick.
        if (crossed && /[×Xx]/u.test(letter)) return { ...option, ticked: false, mark };
        if (ticks.includes(letter)) return { ...option, ticked: true, mark };
        return empty.includes(letter) ? { ...option, ticked: false, mark } : option;
      }),
    };
  });
}

const isMark = (letter: string, places: ReadonlyMap<string, ReadonlySet<number>>) =>
  (places.get(letter)?.size ?? 0) > 1 && `${ticks}${empty}`.includes(letter);

const hasCheckMark = ({ folded }: Stream) => /[√✓✔]/u.test(folded);
