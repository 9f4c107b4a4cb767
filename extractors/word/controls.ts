import { childOf, descendantsOf, type Element, textOf } from '../markup/element.ts';
import { isOn } from './namespaces.ts';

const prompt = /单击|点击|选择|输入|click|choose|enter/i;

/** A control that still shows its grey prompt ("单击此处输入文字") and holds nothing of the applicant's. */
export function isPrompt(control: Element): boolean {
  const flag = childOf(control, 'w:sdtPr', 'w:showingPlcHdr');
  if (!flag || !isOn(flag.attributes['w:val'])) return false;
  const content = childOf(control, 'w:sdtContent');
  if (!content) return false;
  for (const style of descendantsOf(content, 'w:rStyle')) {
    if (/placeholder|占位符/i.test(style.attributes['w:val'] ?? '')) return true;
  }
  return prompt.test(textOf(content));
}
