const digits = '零一二三四五六七八九';
const legal = '零壹贰叁肆伍陆柒捌玖';

/** 1–9999 as Chinese counts: 十, 十一, 二十, 一百零五; `formal` as on cheques (壹拾). */
export function chineseNumber(value: number, formal = false): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  const names = formal ? legal : digits;
  const units = formal ? ['', '拾', '佰', '仟'] : ['', '十', '百', '千'];
  const places = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  for (const [i, digit] of places.entries()) {
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap) text += names[0];
    gap = false;
    text += `${names[digit]}${units[places.length - 1 - i]}`;
  }
  return formal ? text : text.replace(/^一十/, '十');
}
