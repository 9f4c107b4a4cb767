const digits = [...'零一二三四五六七八九'];

/** A whole number from 1 to 999 as chapters and items are counted in Chinese: 一, 十, 十一, 二十, 一百零三. */
export function numerals(n: number): string {
  if (n < 10) return digits[n] ?? '';
  if (n < 20) return `十${n === 10 ? '' : numerals(n - 10)}`;
  const rest = n % (n < 100 ? 10 : 100);
  if (n < 100) return `${digits[(n - rest) / 10]}十${rest === 0 ? '' : numerals(rest)}`;
  const gap = rest > 0 && rest < 10 ? '零' : '';
  const tail = rest === 0 ? '' : rest >= 10 && rest < 20 ? `一${numerals(rest)}` : numerals(rest);
  return `${digits[(n - rest) / 100]}百${gap}${tail}`;
}
