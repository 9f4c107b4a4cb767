import { tidy } from './tidy.ts';

/** Letters that OCR reads for digits. */
const digits: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  '|': '1',
  Z: '2',
  z: '2',
  S: '5',
  B: '8',
};

/** A number with letters in it that stands free: no word, no product name. */
const run = /(?<![A-Za-z\d|-])(?=[OoIl|ZzSB]*\d)[\dOoIl|ZzSB]+(?:[.,/-][\dOoIl|ZzSB]+)*(?![A-Za-z|\d])/gu;

/** Where only a number can stand: before the signs of a date, of a share, of an amount. */
const behind = {
  date: /^ ?(?:$|[年月日号至到~—–起止])/u,
  percent: /^ ?[%‰]/u,
  amount: /^ ?[余多]?[十百千万亿]*[元圆]/u,
} as const;

/**
 * The text with letters put back into digits where the format proves that a digit was meant: in a number of
 * which at least half are digits, before 年, %, 万元 and the like. `undefined` when there is nothing to put
 * right. The caller must still find a value in it.
 */
export function mendDigits(raw: string, as: keyof typeof behind): string | undefined {
  const text = tidy(raw);
  const mended = text.replace(run, (number: string, at: number) => {
    const letters = number.match(/[^\d.,/-]/gu)?.length ?? 0;
    const sure = letters > 0 && letters <= (number.match(/\d/gu)?.length ?? 0);
    if (!sure || !behind[as].test(text.slice(at + number.length))) return number;
    return number.replace(/[^\d.,/-]/gu, (letter) => digits[letter] ?? letter);
  });
  return mended === text ? undefined : mended;
}
