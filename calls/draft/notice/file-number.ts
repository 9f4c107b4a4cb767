const fileNumber = /[\u4e00-\u9fffA-Za-z]{1,40}\s*[〔[［（(【]\s*20\d\d\s*[〕\]］）)】]\s*第?\s*\d+\s*号/u;
/** A plan's or a law's number follows its name, or words that cite. */
const cited = /》\s*[（(]?\s*$|(?:根据|按照|依据|落实|贯彻|转发)[^。]{0,60}$/u;

const tail =
  /^\s*(?:[）)]|[（(][^（）()]{0,12}[）)])?\s*(?:(?:签发人|密级|份号|公开|主动公开|特急|急件)[^。；]{0,20}|[\u4e00-\u9fff]{2,6}[:：][^。；]{0,60})?$/u;
const citing = /^(?:依据|根据|按照?|转发|贯彻|落实|执行|印发)/u;

/**
 * A notice's own file number 文号: on a line of the head by itself, behind the letterhead or behind 文号：; never in
 * the brackets behind a title that is cited.
 */
export function readDocumentNumber(head: readonly string[]): string | undefined {
  for (const line of head) {
    const match = fileNumber.exec(line);
    if (!match || cited.test(line.slice(0, match.index))) continue;
    // Behind it nothing but who signs or how many copies; before it the letterhead, or what names it.
    if (citing.test(match[0]) || !tail.test(line.slice(match.index + match[0].length))) continue;
    // Run together with what stands before it: …厅文件青经信〔2024〕3号.
    return match[0]
      .replace(/\s+/gu, '')
      .replace(/^.*(?:发文字号|文件编号|文号|编号|字号|文件|通知|公告|通告)(?=[^〔[［（(【])/u, '');
  }
  return undefined;
}
