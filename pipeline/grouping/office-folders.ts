/** What a receiving office calls its own folders: batches, states of work, days. Archives are the applicants'. */
const ofOffice =
  /^(?:未分类|待分类|其他|其它|新建文件夹.*|已收(?:到)?|未收|待审|已审|待核|待补正|补正|退回|收件箱?|来件|接收|汇总|材料|申报材料|全部材料|电子版|附件|原件|临时|temp|inbox|downloads?|下载|桌面|邮件.*|(?:第?[一二三四五六七八九十\d]+[批组轮期次])(?:材料|申报|收件)?.*|(?:\d{4}年?)?\d{1,2}月\d{0,2}日?.*|(?:19|20)\d{6}|(?:19|20)\d\d年?(?:申报|材料|批次)?)$/iu;

/** Whether a folder's name is one that an office gives, so that the folder is no applicant's package. */
export function isOfOffice(name: string): boolean {
  return !/\.(?:zip|rar|7z)$/iu.test(name) && ofOffice.test(name.trim());
}
