/** Another notice that a sentence tells of: 《通知》规定…, …要求各中央企业于…. */
const citing = new RegExp(
  [
    '(?:《[^》]*》|原通知|上级|国家|国务院|省里)[^。；]{0,40}?(?:规定|要求|明确|提出|确定)(?:的)?[^；。]*$',
    // 省厅通知明确，…; not 符合市局有关要求.
    '[省市部委厅局办司][^。；，]{0,12}(?<!符合|满足|达到|有关|相关|具体|以下|上述|下列)(?:规定|要求|明确|提出|确定)(?:的)?[^；。]*$',
    // （省厅截止时间为4月28日）, 部里要求的上报时限为….
    '(?<!我)(?:省厅|市局|部里|省里|市里|国家|上级|部委|工信部|科技部|工业和信息化部)[^。；，]{0,12}(?:截止|上报|报送|推荐|申报|受理|关闭)[^。；，]{0,4}(?:时间|时限|日期|期限)[^。；，]*$',
  ].join('|'),
  'u',
);
/** What follows is this notice's own again: 为确保…, 我省…, 现调整为…, 延长至. */
const turning =
  /(?:为确保|为保证|为便于|为做好|我[省市区县局厅委部校院公司]|本[省市区局厅校院]|现(?:调整|改|将|就|决定)|延长|延期|调整为|改为|[，；](?:现)?请|[，；]各[市县区](?!应))/u;

/** Whether the words before a date or a number tell what another notice says. */
export function isCited(before: string): boolean {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  const told = sentence.replace(/[（(][^（）()]*[）)]/gu, '').replace(complying, '');
  // What an open bracket holds is cited with what stands before it, or by itself.
  return [told, told.slice(Math.max(told.lastIndexOf('（'), told.lastIndexOf('(')) + 1)].some((words) => {
    const found = citing.exec(words);
    return found !== null && !turning.test(found[0]);
  });
}

/** 按照省厅要求, 根据《…》规定: what follows is this notice's own. */
const complying =
  /(?:按照?|根据|依据|对照|落实|贯彻)[^。；，]{0,40}?(?:要求|规定|精神|部署)(?=[，、]|[^的。；]{0,3}(?:提前|认真|抓紧|及时|做好|组织))/gu;
