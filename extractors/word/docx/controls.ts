import { childOf, childrenOf, descendantsOf, type Element, textOf } from '../../markup/element.ts';
import { isOn } from './namespaces.ts';
import type { Styles } from './styles.ts';

const prompt = /单击|点击|选择|输入|填写|填入|click|choose|enter/i;
const placeholder = /placeholder|占位符/i;

/** A control that still shows its grey prompt ("单击此处输入文字") and holds nothing of the applicant's. */
export function isPrompt(control: Element, styles: Styles): boolean {
  const flag = childOf(control, 'w:sdtPr', 'w:showingPlcHdr');
  if (!flag || !isOn(flag.attributes['w:val'])) return false;
  const content = childOf(control, 'w:sdtContent');
  if (!content) return false;
  for (const style of descendantsOf(content, 'w:rStyle')) {
    const id = style.attributes['w:val'] ?? '';
    if (placeholder.test(id) || placeholder.test(styles.get(id)?.name ?? '')) return true;
  }
  return prompt.test(textOf(content));
}

/** The state of a tick box control as ☑ or ☐; `undefined` for other controls. */
export function tickOfControl(control: Element): string | undefined {
  const box = childOf(control, 'w:sdtPr', 'w14:checkbox');
  if (!box) return undefined;
  const checked = childOf(box, 'w14:checked');
  return checked && isOn(checked.attributes['w14:val']) ? '☑' : '☐';
}

/** What a list or date control holds without showing it: the entry last chosen, the day. */
export function storedValue(control: Element): string {
  const properties = childOf(control, 'w:sdtPr');
  const list = childOf(properties, 'w:dropDownList') ?? childOf(properties, 'w:comboBox');
  const last = list?.attributes['w:lastValue'];
  if (last) {
    const entry = childrenOf(list, 'w:listItem').find((item) => item.attributes['w:value'] === last);
    return entry?.attributes['w:displayText'] ?? last;
  }
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(childOf(properties, 'w:date')?.attributes['w:fullDate'] ?? '');
  return day ? `${day[1]}年${Number(day[2])}月${Number(day[3])}日` : '';
}
