/** Another notice that a sentence tells of: 《通知》规定…, …要求各中央企业于…. */
const citing = new RegExp(
  [
    '(?:《[^》]*》|原通知|上级|国家|国务院|省里)[^。；]{0,40}?(?:规定|要求|明确|提出|确定)(?:的)?[^；。]*$',
    // 省厅通知明确，…; not 符合市局有关要求.
    '[省市部委厅局办司][^。；，]{0,12}(?<!符合|满足|达到|有关|相关|具体|以下|上述|下列)(?:规定|要求|明确|提出|确定)(?:的)?[^；。]*$',
  ].join('|'),
  'u',
);
/** What follows is this notice's own again: 为确保…, 我省…, 现调整为…, 延长至. */
const turning =
  /(?:为确保|为保证|为便于|为做好|我[省市区县局厅委部校院公司]|本[省市区局厅校院]|现(?:调整|改|将|就|决定)|延长|延期|调整为|改为|[，；](?:现)?请|[，；]各[市县区](?!应))/u;

/** Whether the words before a date or a number tell what another notice says. */
export function isCited(before: string): boolean {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  const found = citing.exec(sentence);
  return found !== null && !turning.test(found[0]);
}
