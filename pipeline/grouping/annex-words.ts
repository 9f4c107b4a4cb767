import type { Annex } from '../../calls/schema/index.ts';
import { foldName, namesOfAnnex } from '../../rules/annexes/annex-names.ts';

/** Words by which an annex is called whatever the call: its name says that it is none of the forms. */
const annexWords =
  /附件|附录|附表|佐证|证明|承诺|审计|营业执照|许可证|发票|专利|著作权|软著|证书|合同|清单|财务报表|财报|检测报告|测试报告|验收|资质|荣誉|截图|照片|章程|纳税|完税|信用报告|查新/u;

/** What names of files and folders say besides whose they are. */
const commonWords =
  /(?:项目|正式|最终|盖章|签字|电子|扫描|纸质|可编辑)*(?:申报书|申报表|申请书|申请表|申报材料|申报|正文|主件|终稿|定稿|初稿|扫描件|电子版|盖章版|签字版|材料|附件|附录|佐证|支撑|相关|其他|证明|文件|版|图片|照片|word|pdf|docx?|wps|final|scan|form|annex(?:es)?|attachments?|documents?)/giu;

/** Whether a name says that the file is an annex: an annex of the call by its name, or by common words. */
export function namesAnnex(name: string, annexes: readonly Annex[]): boolean {
  const folded = foldName(name);
  return (
    annexWords.test(name) || annexes.some((annex) => namesOfAnnex(annex).some((one) => folded.includes(one)))
  );
}

/** A folder name that tells nobody's name: 附件, 01 申报书, 佐证材料. */
export function isCommonName(name: string): boolean {
  const bare = name.replace(/!$/u, '').replace(/\.(?:zip|rar|7z)$/iu, '');
  const rest = bare.replace(commonWords, '').replace(new RegExp(annexWords, 'gu'), '');
  return !/\p{L}/u.test(rest.replace(/[一二三四五六七八九十]+/gu, ''));
}

/** The part of a form's file name that its annexes may share: `003-华兴` of `003-华兴-申报书（终稿）`. */
export function stemOf(base: string): string {
  return base
    .replace(commonWords, '\u0000')
    .split('\u0000')[0]!
    .replace(/[\s\-_—–·.,，、()（）【】[\]]+$/u, '');
}
