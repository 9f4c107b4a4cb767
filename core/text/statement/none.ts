import { foldText } from '../fold.ts';

/** Words and strokes that stand where there is nothing to say. */
const nothing =
  /^(?:(?:目前|现|暂时?|尚|均|都|本?项?)*(?:无|没有|未有|暂缺|空白|空缺|不涉及|未涉及|不适用|不详|未填|否|none|n\/?a|nil)(?:此项|该项|此类|相关内容|情况|记录|数据)?|[/\\\-—–―_.。…*×]+)$/iu;

/** Ends of what is said first: a stop, a comma, or a bracket that explains. */
const firstPart = /^[^。;,，；(（[【\n]*/u;

/**
 * Whether a field's text says that there is none: `无`, `/`, `暂无`, `不涉及`, `无（本机单机版）`,
 * `没有，以后再建`. What stands behind a stop or in brackets only explains it. Names that begin so (无锡…) do not.
 */
export function saysNone(text: string): boolean {
  const folded = foldText(text).text.replace(/\s/gu, '');
  if (folded === '') return false;
  if (nothing.test(folded)) return true;
  const [first = ''] = firstPart.exec(folded) ?? [];
  return first !== '' && first.length < folded.length && nothing.test(first);
}
