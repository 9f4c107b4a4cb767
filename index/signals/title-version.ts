import { foldText } from '../../core/text/fold.ts';
import { simplify } from '../../core/text/simplify.ts';

const digits = '〇一二三四五六七八九十两\\d';

/**
 * Marks by which a title says which version, part or phase it is: V3.0, 2.0版, 第二代, 升级版, 二期, 3号. A decimal
 * stands for a version unless it counts something (3.5万) or is the name of an age (工业4.0).
 */
const marks: readonly RegExp[] = [
  /v(?:er(?:sion)?)?[\s.]*(\d+(?:\.\d+)+)/gu,
  /(?:(?<![a-z])|(?<=app))v(?:er(?:sion)?)?[\s.]*(\d+)(?![\d.]*\d)/gu,
  /(?<![\d.])(?<!工业|工业化|制造|v(?:er(?:sion)?)?[\s.]*)(\d+\.\d+(?:\.\d+)*)(?![\d.]|\s*(?:万|亿|%|米|吨|兆|[a-z]))/gu,
  new RegExp(`(?<![\\d.])第?([${digits}]+)(?:代(?!码|理|表|替)|版(?!本?权|图|块|面|式))`, 'gu'),
  /(升级|增强|改进|改良|迭代|优化|提升|旗舰|专业|新)版(?!本?权|图|块|面|式)/gu,
];
const parts = new RegExp(`第?([${digits}]+)(期|号|阶段|批)`, 'gu');
const roman = /(?<![\p{L}\d])(ii|iii|iv|ⅱ|ⅲ|ⅳ)(?=型|代|版|期|$|[^\p{L}])/gu;

/** What is the first of its kind says no more than the bare name does. */
const first = new Set(['1', '1.0', '一', '1.0.0']);

export interface TitleVersion {
  /** 3.0, 二, 升级: empty for a title without a mark, or with that of the first version. */
  readonly versions: readonly string[];
  /** 二期, 3号. */
  readonly parts: readonly string[];
  /** The marks as they are told to a person. */
  readonly words: readonly string[];
}

export function titleVersion(title: string): TitleVersion {
  const plain = simplify(foldText(title).text).toLowerCase();
  const found = [...marks, roman].flatMap((pattern) => [...plain.matchAll(pattern)]);
  const versions = found.map((match) => numberOf(match[1] ?? '')).filter((mark) => !first.has(mark));
  const ordinals = [...plain.matchAll(parts)].filter((match) => !first.has(numberOf(match[1] ?? '')));
  const told = [...found.filter((match) => !first.has(numberOf(match[1] ?? ''))), ...ordinals];
  return {
    versions: [...new Set(versions)].sort(),
    parts: [...new Set(ordinals.map((match) => `${numberOf(match[1] ?? '')}${match[2]}`))].sort(),
    words: [...new Set(told.map((match) => match[0].trim()))],
  };
}

/** 3 for 3.0 and for 三: one version is written in several ways. */
function numberOf(written: string): string {
  const plain = written.replace(/(?:\.0)+$/u, '');
  const at = '〇一二三四五六七八九十'.indexOf(plain);
  const roman: Record<string, string> = { ii: '2', iii: '3', iv: '4', ⅱ: '2', ⅲ: '3', ⅳ: '4', 两: '2' };
  return at >= 0 ? String(at) : (roman[plain] ?? plain);
}

/**
 * Whether a title says that it is another version, part or phase than an earlier one. One that bears no version is
 * taken for the one there was; of parts, one that only one side names is another as well.
 */
export function isOtherVersion(title: string, earlier: string): boolean {
  const [here, there] = [titleVersion(title), titleVersion(earlier)];
  const newer = here.versions.length > 0 && here.versions.join() !== there.versions.join();
  return newer || here.parts.join() !== there.parts.join();
}
