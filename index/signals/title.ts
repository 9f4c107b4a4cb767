import { segment } from '../../classifiers/signals/segment.ts';
import { foldText } from '../../core/text/fold.ts';
import { simplify } from '../../core/text/simplify.ts';
import { withConcepts } from './concepts.ts';

/** A title as it is compared: its terms and how often each stands in it. */
export interface TitleTerms {
  readonly folded: string;
  readonly terms: ReadonlyMap<string, number>;
}

export interface TitleLikeness {
  /** 0..1 */
  readonly value: number;
  /** How telling the shared words are: 0 for words every title has, 1 for a name of its own. */
  readonly specificity: number;
}

/** Words of nearly every title in the field. They say what a title is, not which one. */
const everyday = new Set(
  (
    '基于 面向 用于 关于 针对 实现 及 与 和 的 在 之 化 型 类 级 向 对 下 中 等 新 工业 互联网 工业互联网 平台 解决方案 方案 解决 应用 ' +
    '项目 示范 试点 试点示范 系统 管理 智能 智能化 智慧 数字 数字化 信息化 网络化 服务 技术 建设 创新 行业 企业 制造 制造业 领域 融合 集成 ' +
    '综合 优秀 典型 案例 研发 开发 研究 工程 APP app 软件 大数据 数据 云 云平台 5g 5G ai AI 人工智能 物联网 一体化 协同 全 生产 工厂 ' +
    '全流程 全生命周期 赋能 转型 升级 产业 场景 体系 模式 关键 新一代 信息 信息技术 深度 推广 构建 支撑 智能制造 离散 流程 边云 云边 边缘 实践 程序 装置 设备 优化 监测 控制 分析'
  ).split(' '),
);

const everydayOnly = new RegExp(`^(?:${[...everyday].sort((a, b) => b.length - a.length).join('|')})+$`, 'u');
const everydayWeight = 0.12;
const knownEveryday = new Map<string, boolean>();

/** 工业互联网平台 is as everyday as its parts. */
function isEveryday(term: string): boolean {
  let known = knownEveryday.get(term);
  if (known === undefined) {
    known = everydayOnly.test(term);
    knownEveryday.set(term, known);
  }
  return known;
}

/** 基于…的, 面向…的: how it is built and for whom; seldom what tells two solutions apart. */
const modifier = /^(?:基于|面向|针对|围绕|依托|结合|就)[^的]{2,20}的/u;
const modifierWeight = 0.3;
const version = /\bv?\d+(?:\.\d+)+\b|\bv\d+\b/gu;

export function titleTerms(title: string): TitleTerms {
  const plain = simplify(foldText(title).text).toLowerCase().replace(version, ' ').trim();
  const opening = modifier.exec(plain)?.[0] ?? '';
  const terms = new Map<string, number>();
  const count = (part: string, weight: number) => {
    for (const word of segment(withConcepts(part).replace(/[^\p{L}\p{N}]+/gu, ' '))) {
      if (/[\p{L}\p{N}]/u.test(word)) terms.set(word, (terms.get(word) ?? 0) + weight);
    }
  };
  count(opening, modifierWeight);
  count(plain.slice(opening.length), 1);
  return { folded: plain.replace(/[^\p{L}\p{N}]+/gu, ''), terms };
}

/** How rare each word is in the titles at hand. */
export class TitleScale {
  private readonly frequency = new Map<string, number>();
  private titles = 0;

  add(title: TitleTerms): void {
    this.titles++;
    for (const term of title.terms.keys()) this.frequency.set(term, (this.frequency.get(term) ?? 0) + 1);
  }

  /** 0..1: everyday words by their list, the others by rarity; one never seen weighs 1. */
  weightOf(term: string): number {
    const base = isEveryday(term) ? everydayWeight : term.length === 1 && !/[a-z0-9]/.test(term) ? 0.35 : 1;
    if (this.titles < 20) return base;
    const rarity =
      Math.log((this.titles + 1) / ((this.frequency.get(term) ?? 0) + 1)) / Math.log(this.titles + 1);
    return base * (0.35 + 0.65 * rarity);
  }

  /**
   * How alike two titles are by their telling words. Words and pairs of characters are compared, and the
   * better answer counts in part, since the same words may be cut differently.
   */
  compare(a: TitleTerms, b: TitleTerms): TitleLikeness {
    if (a.folded === '' || b.folded === '') return { value: 0, specificity: 0 };
    let shared = 0;
    let sumA = 0;
    let sumB = 0;
    for (const [term, count] of a.terms) {
      const weight = this.weightOf(term);
      sumA += weight * count;
      shared += weight * Math.min(count, b.terms.get(term) ?? 0);
    }
    for (const [term, count] of b.terms) sumB += this.weightOf(term) * count;
    const byWords = (2 * shared) / Math.max(1e-9, sumA + sumB);
    const byPairs = dice(this.tellingPairs(a), this.tellingPairs(b));
    const cap = ordinalsDiffer(a.folded, b.folded) ? otherPart : 0.99;
    const value = a.folded === b.folded ? 1 : Math.min(cap, Math.max(byWords, 0.5 * byWords + 0.5 * byPairs));
    return { value, specificity: Math.min(1, shared / 2.2) };
  }

  private tellingPairs(title: TitleTerms): Set<string> {
    const telling = [...title.terms.keys()].filter((term) => !isEveryday(term)).join('');
    const source = telling.length >= 3 ? telling : title.folded;
    const pairs = new Set<string>();
    for (let i = 0; i + 1 < source.length; i++) pairs.add(source.slice(i, i + 2));
    return pairs;
  }
}

/** 一期 and 二期 of one thing are two projects, however alike their titles. */
function ordinalsDiffer(a: string, b: string): boolean {
  const of = (title: string) => (title.match(ordinal) ?? []).sort().join();
  return of(a) !== of(b) && of(a) !== '' && of(b) !== '';
}

const ordinal = /第?[一二三四五六七八九十\d]+(?:期|号|阶段|批|代)/gu;
/** Titles that differ in nothing but such a mark are this much alike. */
export const otherPart = 0.74;

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const item of a) if (b.has(item)) both++;
  return (2 * both) / Math.max(1, a.size + b.size);
}
