import { numerals } from '../../core/text/numerals.ts';

/** Document number 发文字号 (GB/T 9704-2012, 7.2.5): the office's mark, the year in 〔〕, the serial number without 第 and without zeros. */
export function letterNumber(mark: string, year: number, serial: number): string {
  return `${mark}〔${year}〕${serial}号`;
}

/** What stands for the number until the letter is sent. */
export function draftNumber(mark: string, year: number): string {
  return `${mark}〔${year}〕　号（草稿）`;
}

/** `2022-05-20` as a letter is dated (GB/T 9704-2012, 7.3.5.4): Arabic numerals without zeros. */
export function letterDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** How items of a letter are counted: 一、二、… 十一. */
export const itemNumber = (n: number): string => numerals(n);
