const money = '[十百千万亿]{0,2}(?:元|美元|欧元|港元)';
/** What is counted and measured on forms. */
const measures =
  '台套|台\\/套|(?:吨|千克|公斤)标准?煤|[家场批]次|[KMGTP]B|Mbps|平方米|平方公里|公顷|公里|千米|立方米|千克|公斤|千瓦时|兆瓦|千瓦|人次|学时|小时|分钟|个月|标煤|kWh|m2|m²|㎡|℃|bps|[%％‰]|[人名位户家个项件台套辆条张册篇份部次种年月天亩米吨克升度头羽只尾株座间处款例期场组分批]';
/** Words that measure; longer ones first. */
export const measureWord = `[十百千万亿]{0,2}(?:元|美元|欧元|港元)|[万亿千百]?(?:${measures})`;
const unit = `(?:${money}|[万亿千百]?(?:${measures}))(?:\\/(?:${money}|[万亿千百]?(?:${measures})))*`;

const alone = new RegExp(`^${unit}$`, 'u');
const bracketed = new RegExp(
  `[（(]\\s*(?:单位[:：]\\s*)?(${unit})\\s*(?:[,，][^（）()]*)?[）)](?:\\s*[（(][^（）()]*[）)])*\\s*[:：]?[\\s*＊★]*$`,
  'u',
);

/** A cell that holds nothing but the unit of the value to be written in it. */
export function unitAlone(text: string): string | undefined {
  const bare = text.replace(/[\s\u3000（）()]/gu, '');
  return alone.test(bare) ? bare.replace('％', '%') : undefined;
}

/** The unit that a label ends with in brackets: `种植面积（亩）`, `年出栏（万头/万羽）`. */
export function printedUnit(label: string): string | undefined {
  return bracketed.exec(label.trim())?.[1]?.replace('％', '%');
}
