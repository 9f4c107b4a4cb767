import { checkCreditCode } from '../../core/normalise/credit-code.ts';
import { parseDate } from '../../core/normalise/date.ts';
import { type Place, placesIn } from '../../core/place.ts';
import { foldText } from '../../core/text/fold.ts';
import type { TextMap } from '../../core/text-map.ts';

/** What an annex says of itself, as far as it could be read. */
export interface AnnexSays {
  /** Bearers that a label names (名称, 持证单位, 承诺单位), as written. */
  readonly bearers: readonly string[];
  /** Every company, works or institute that is named. */
  readonly companies: readonly string[];
  /** Valid unified social credit codes. */
  readonly codes: readonly string[];
  readonly dates: readonly string[];
  /** Sums of money as written. */
  readonly amounts: readonly string[];
  /** Where the bearer or the code stands. */
  readonly places: readonly Place[];
}

const kind = '(?:公司|集团|总厂|厂|研究院|研究所|大学|学院|中心|协会|合作社|银行)';
const named = `[\\u4e00-\\u9fff()A-Za-z0-9·]{2,40}?${kind}(?:[\\u4e00-\\u9fff()]{1,10}分公司)?`;
const label =
  '(?:企业名称|单位名称|机构名称|组织名称|公司名称|名称|持证单位|持证人|获证组织|申请单位|申报单位|承诺单位|承诺人|著作权人|专利权人|权利人|被审计单位|兹证明|授予|颁给)';
const bearer = new RegExp(`${label}[ :]{0,4}(${named})(?![\\u4e00-\\u9fff])`, 'gu');
const company = new RegExp(`(?<![\\u4e00-\\u9fff])(${named})(?![\\u4e00-\\u9fff])`, 'gu');
const code = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/gu;
const date = /(?:19|20)\d\d ?[年.\-/] ?\d{1,2} ?[月.\-/] ?\d{1,2} ?日?/gu;
const amount = /\d[\d,]*(?:\.\d+)? ?(?:万|亿)?元(?:整)?/gu;

/** Reads the text of an annex, in a file of its own or in the filing's; all lists are empty where there is none. */
export function readAnnex(text: TextMap | undefined, file?: string): AnnexSays {
  if (!text) return { bearers: [], companies: [], codes: [], dates: [], amounts: [], places: [] };
  const squeezed = foldText(text.text).text.replace(/[^\S\n]+/gu, ' ');
  const bearers = unique([...tight(squeezed).matchAll(bearer)].map((match) => match[1] ?? ''));
  const codes = unique(
    [...squeezed.toUpperCase().matchAll(code)]
      .map(([one]) => one)
      .filter((one) => checkCreditCode(one).valid),
  );
  const wanted = [...bearers, ...codes];
  const places = wanted.flatMap((one) => {
    const at = text.text.indexOf(one);
    return at < 0 ? [] : within(file, text.placesOf(at, at + one.length));
  });
  return {
    bearers,
    companies: unique([...tight(squeezed).matchAll(company)].map((match) => match[1] ?? '')),
    codes,
    dates: unique([...squeezed.matchAll(date)].flatMap(([one]) => parseDate(one) ?? [])),
    amounts: unique([...squeezed.matchAll(amount)].map(([one]) => one)),
    places,
  };
}

function within(file: string | undefined, places: readonly Place[]): readonly Place[] {
  return file === undefined ? places : placesIn(file, places);
}

/** 名 称 and 江苏 华兴 as print spaces them. */
function tight(text: string): string {
  return text.replace(/(?<=[\u4e00-\u9fff()]) (?=[\u4e00-\u9fff()])/gu, '');
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list.filter((one) => one !== ''))];
}
