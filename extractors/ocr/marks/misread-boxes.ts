import { unreadable } from '../../../core/document.ts';
import type { TextRun } from '../../grid/layout.ts';
import { judgeMark, markBox } from '../../image/ticks/judge-mark.ts';
import type { TickBox } from '../../image/ticks/tick-boxes.ts';
import type { PageScan } from '../page-scan.ts';
import { isBoxlikeWord } from './boxlike-words.ts';

/** Characters that engines read for an empty or ticked box, and those that are boxes in any reading. */
const looksLikeBox = /[口囗回□☐☑■▣○◯〇●◉◎⊙O]/u;
const isBox = /[囗□☐☑■▣○◯●◉◎⊙]/u;
const round = /[〇O]/u;

/**
 * Replaces characters that stand for tick boxes by ☐ or ☑: at the start of an option (the run's first character
 * or one after a space) and with text behind, or right behind an option. Round ones count too. What may be a
 * character (口, 回, O) counts only on pages that have tick boxes (`sides`, their sides in pixels), where others
 * stand in the same line or cell (`among`), and is then not sure. Whether the box is ticked is judged by the ink
 * inside. A box that the engine read inside a word, with no other beside it, is a character it does not know.
 */
export function withMisreadBoxes(
  run: TextRun,
  scan: Pick<PageScan, 'ink' | 'grey'>,
  sides: readonly number[],
  among = true,
): TextRun {
  const { boxes } = run;
  if (!boxes || !looksLikeBox.test(run.text)) return run;
  const several = optionStarts(run.text) > 1;
  const options = among || several;
  const certainty = [...(run.certainty ?? Array<number>(run.text.length).fill(run.confidence))];
  let text = '';
  for (let i = 0; i < run.text.length; i++) {
    const char = run.text[i]!;
    const before = run.text[i - 1];
    const starts = startsOption(run.text, i);
    const after = run.text[i + 1];
    // At the end of a line its option stands on the next one.
    const goesOn = after !== undefined || (before !== undefined && sides.length > 0);
    const option = starts && goesOn && looksLikeBox.test(char);
    const box = boxes[i];
    // 口 may be 口径, O may be O2O: they need more than their looks.
    const doubtful = round.test(char) ? !isHan(after) : !isBox.test(char);
    // Among boxes 回 is one with something in it, whatever follows (回流程行业); 口 may still begin 口径.
    const word = char !== '回' && !several && isBoxlikeWord(char + (after ?? ''));
    const known = !doubtful || (sides.length > 0 && options && !word);
    // Behind an option: 是□ 否☑, where neither neighbour makes a word of it.
    const behind =
      !starts &&
      behindOption.test(char) &&
      options &&
      !isBoxlikeWord(before + char) &&
      !isBoxlikeWord(char + (after ?? ''));
    if (!starts && !options && isBox.test(char) && isHan(before) && isHan(after)) {
      text += unreadable;
      certainty[i] = 0;
      continue;
    }
    if (!box || !(behind || (option && known))) {
      text += char;
      continue;
    }
    const tight = markBox(scan.ink, box);
    text += tight && judgeMark(scan, tight).ticked ? '☑' : '☐';
    if (doubtful) certainty[i] = Math.min(certainty[i]!, notSure);
  }
  return text === run.text ? run : { ...run, text, certainty };
}

/** A character taken for a box is never beyond doubt. */
const notSure = 0.85;

const isHan = (char: string | undefined) => /\p{Script=Han}/u.test(char ?? '');

const startsOption = (text: string, i: number) => i === 0 || /[\s：:；;，,。）)]/u.test(text[i - 1]!);

/** How many characters of a run look like boxes where options begin, or are boxes in any reading. */
function optionStarts(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++)
    if (isBox.test(text[i]!) || (startsOption(text, i) && looksLikeBox.test(text[i]!))) count++;
  return count;
}

const behindOption = /[口囗回□☐☑■▣]/u;

/** What engines make of a ticked or damaged box. */
const readForBox = /[^\p{L}\p{N}]|[口囗回国図图困因团凶区四日曰田VvUuMm7Dd]/u;

/**
 * Whether a square of a line is a character after all: the engine read one that no tick box looks like, or one
 * that makes a word with its neighbour (项目, 接口). `free`: nothing stands close before the square; `previous` is the
 * character that stands before it where that was read apart.
 */
export function readsAsCharacter(
  tick: TickBox,
  line: TextRun | undefined,
  free: boolean,
  previous = '',
  alone = false,
): boolean {
  if (!line?.boxes) return false;
  const { box } = tick;
  const middle = (box[0] + box[2]) / 2;
  // A square inside a character is smaller than the character, and engines place characters roughly.
  const height = (line.boxes[0]?.[3] ?? 0) - (line.boxes[0]?.[1] ?? 0);
  const reach = Math.max((box[2] - box[0]) * 0.4, height * 0.3);
  const at = line.boxes.findIndex((other) => Math.abs((other[0] + other[2]) / 2 - middle) < reach);
  const char = line.text[at];
  if (char === undefined) return false;
  if (!readForBox.test(char)) return true;
  const before = line.text[at - 1] ?? '';
  if (alone && isHan(before || previous) && (isHan(char) || isHan(line.text[at + 1]))) return true;
  if (isBoxlikeWord(previous + char)) return true;
  if (!free && (isBoxlikeWord(before + char) || /^[\w@.]{2}$/u.test(before + char))) return true;
  return (!tick.sure || tick.ticked) && isBoxlikeWord(`${char}${line.text[at + 1] ?? ''}`);
}
