import type { FormBuilder } from './builder.ts';
import { isProse } from './cells.ts';
import { escaped, readBlanks, readColons } from './inline.ts';

/** Paragraphs of a cell with blanks or labels of their own, the places marked. */
export function readParas(
  paras: readonly string[],
  setting: { label?: string; under: readonly string[] },
  builder: FormBuilder,
): string {
  return paras
    .map((para, i) => {
      const next = paras[i + 1];
      const leads = /[:：]$/u.test(para) && next !== undefined && isProse(next);
      const html = leads
        ? undefined
        : (readBlanks(para, setting, builder) ?? readColons(para, setting, builder));
      return `<p>${html ?? escaped(para)}</p>`;
    })
    .join('');
}
