import type { FormBuilder } from './builder.ts';
import { escaped } from './inline.ts';
import { shortList } from './wording.ts';

/** A list of short words below `运用以下技术：` is one field of boxes, though none is printed. */
export function readChoices(
  before: string,
  text: string,
  under: string[],
  builder: FormBuilder,
): string | undefined {
  const lead = /([^<>]{0,10}以下[\u4e00-\u9fff]{2,6})[:：]\s*<\/p>$/u.exec(before);
  const listed = lead ? shortList(text) : [];
  if (!lead || listed.length === 0) return undefined;
  const key = builder.ticks(
    lead[1] ?? '',
    under,
    listed.map((one) => ({ text: one })),
  );
  return key && listed.map((one) => `{{${key}=${one}}}${escaped(one)}`).join('、');
}
