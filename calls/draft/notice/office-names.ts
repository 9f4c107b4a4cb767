/** Endings of bodies that issue notices. */
const ending =
  '(?:办公厅|办公室|委员会|管委会|指挥部|领导小组|联席会议|组委会|总局|总署|总公司|监督局|研究院|研究所|研究会|设计院|科学院|工程院|学院|大学|学校|中心|协会|学会|联合会|联盟|商会|促进会|基金会|集团|公司|银行|政府|党委|团委|工会|厅|局|部|委|办|处|司|署|社|院|科协|组|专班|公署|馆)';
const name = `[\\u4e00-\\u9fff（）()·“”]{1,34}${ending}`;
const alone = new RegExp(`^${name}$`, 'u');
/** A sentence's words, that no name of an office holds. */
const spoken =
  /关于|有关|各(?:市|省|区|县|有关|单位|部门|企业|学院|高校)|通知|申报|现将|请|根据|附件|联系|^(?:本|我|该|贵)/u;

/**
 * The offices named by a line that holds nothing else, in its order; empty for any other line. Letter-spaced names
 * (`某 某 市 科 技 局`) are joined, several on one line are told apart.
 */
export function officesOf(line: string): string[] {
  const bare = line
    .replace(/[（(](?:盖章|公章|签章|代章|印章|章)[）)]/gu, '')
    .replace(/文件$/u, '')
    .trim();
  if (bare.length < 3 || bare.length > 120 || spoken.test(bare) || /[：:。；，,!！?？]/u.test(bare))
    return [];
  const spaced = bare.split(/\s+/u).filter(Boolean);
  // 某局 某委员会、某管理委员会 某厅: told apart at spaces, 、 belongs to a name of two plates.
  if (
    spaced.length >= 2 &&
    bare.includes('、') &&
    spaced.every((word) => alone.test(word.replaceAll('、', '')))
  )
    return spaced;
  const words = bare.split(/[\s、]+/u).filter(Boolean);
  const joined = words.every((word) => word.length === 1) ? [words.join('')] : words;
  if (joined.every((word) => alone.test(word))) return joined;
  const whole = joined.join('');
  return alone.test(whole) && whole.length <= 40 ? [whole] : [];
}

/** The office before 关于 in a title: `某省工业和信息化厅关于…` → its name; several are told apart at spaces. */
export function officesBefore(title: string): string[] {
  const head = /^(.{3,80}?)关于/u.exec(title)?.[1]?.trim();
  return head === undefined ? [] : officesOf(head);
}
