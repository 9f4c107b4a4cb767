import { numberOf, tick } from '../pieces.ts';
import { cleanLabel } from './labels.ts';

/** `（一）背景和意义 （二）关键问题` in one cell: each is written below its name. */
export function chaptersIn(paras: readonly string[]): readonly string[] | undefined {
  const fit = paras.every((para) => {
    const name = nameOfChapter(para);
    return (
      numberOf(para) !== undefined && name.length >= 2 && name.length <= 20 && !/[，。；：:_＿]/u.test(name)
    );
  });
  return paras.length >= 2 && fit && !paras.some((para) => tick.test(para)) ? paras : undefined;
}
/** `（一）背景和意义（不超过500字）` → 背景和意义 */
export const nameOfChapter = (para: string) =>
  cleanLabel((numberOf(para)?.rest ?? '').replace(/[（(][^（）()]*[）)]\s*[:：]?$/u, ''));
