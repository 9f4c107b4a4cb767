import type { Random } from '../../../corpus/generate/random.ts';
import { type Sample, type SampleMaker, textOf } from '../../../corpus/generate/solution-texts.ts';
import type { IndexedFiling } from '../../../index/indexed-filing.ts';
import type { Award } from '../../../lists/awards/award.ts';
import { disguise } from './disguise.ts';
import { ocrNoise } from './ocr-noise.ts';
import { type Level, type Rewritten, retitle, rewriteWithTruth, type Told } from './rewrite.ts';
import { awardOf, filingOf } from './world.ts';

/** A filing and an award, and whether they are one solution. */
export interface Pair {
  readonly kind: string;
  readonly positive: boolean;
  readonly filing: IndexedFiling;
  readonly award: Award;
  readonly texts?: readonly [here: string, there: string];
  /** Sentences of the filing and what they were made from, for pairs whose passages are scored. */
  readonly told?: readonly Told[];
}

const levels: readonly Level[] = ['verbatim', 'light', 'medium', 'heavy'];

/** `each` pairs of every kind. Kinds of hard negatives begin with −. */
export function makePairs(each: number, random: Random, maker: SampleMaker): Pair[] {
  const makers = [...positives(random, maker), ...negatives(random, maker)];
  const policy = policyText(random);
  const made: Pair[] = [];
  for (let i = 0; i < each; i++) {
    for (const make of makers) made.push(...make());
    made.push(sharedPolicy(policy, random, maker));
  }
  return made;
}

type Make = () => Pair[];

function positives(random: Random, maker: SampleMaker): Make[] {
  const again = (there: Sample, level: Level) => rewriteWithTruth(there, level, random, maker);
  return [
    ...levels.map((level) => () => {
      const there = maker.make();
      const { sample, told } = again(there, level);
      return [pairOf(level, true, there, refiled(sample, random, maker), told)];
    }),
    () => splitFiling(random, maker),
    () => mergedFiling(random, maker),
    () => {
      const there = maker.make();
      return [pairOf('OCR copy', true, there, ...copied(there, again(there, 'verbatim'), misread(random)))];
    },
    () => {
      const there = maker.make();
      const other = (text: string) => disguise(text, random);
      return [pairOf('other characters', true, there, ...copied(there, again(there, 'verbatim'), other))];
    },
    () => {
      const there = maker.make();
      const { sample, told } = again(there, random.pick(['light', 'medium']));
      return [pairOf('sister company', true, there, { ...sample, company: sisterOf(there, random) }, told)];
    },
    () => {
      const there = maker.make();
      const { sample, told } = again(there, 'medium');
      const title = retitle(maker.make().title, 'medium', random);
      return [pairOf('other recommender, new title', true, there, { ...sample, title }, told)];
    },
    ...levels.map((level) => () => {
      const there = maker.make();
      const here = { ...maker.make(), company: there.company, title: retitle(there.title, level, random) };
      return [pairOf(`title only, ${level}`, true, there, here)];
    }),
  ];
}

function negatives(random: Random, maker: SampleMaker): Make[] {
  const theme = () => ({ industry: random.int(0, 7), theme: '设备预测性维护' });
  const not = (kind: string, there: Sample, here: Sample, withText = true) => [
    pairOf(`− ${kind}`, false, there, here, withText ? [] : undefined),
  ];
  return [
    () => {
      const there = maker.make();
      const { company, profile, vendor } = there;
      return not('same company, other project', there, maker.make({ company, profile, vendor }));
    },
    () => {
      const there = maker.make();
      return not('same company, title only', there, maker.make({ company: there.company }), false);
    },
    () => {
      const there = maker.make();
      const title = otherTheme(there.title);
      const here = { ...maker.make(), company: there.company, title };
      return not('same company and thing, other theme, title only', there, here, false);
    },
    () => {
      const of = theme();
      const there = maker.make(of);
      const title = random.chance(0.5) ? { title: there.title } : {};
      return not('same theme and trade', there, maker.make({ ...of, ...title }));
    },
    () => {
      const of = theme();
      const title = '基于工业互联网平台的设备管理解决方案';
      return not(
        'same title, other company, title only',
        maker.make(of),
        maker.make({ ...of, title }),
        false,
      );
    },
    () => {
      const vendorOf = random.int(0, 5);
      const make = () => maker.make({ vendorOf, industry: 3 });
      return not("vendor's set text", make(), make());
    },
    () => {
      const there = maker.make();
      const { company, profile, vendor } = there;
      const other = maker.make({ company, profile, vendor });
      // A product of the same house: its platform is described in the same sentences.
      const platform = there.body.slice(0, Math.round(there.body.length * 0.25));
      const body = [...platform, ...other.body.slice(platform.length)];
      return not('sibling product', there, { ...other, title: otherTheme(there.title), body });
    },
    () => not('nothing in common', maker.make(), maker.make()),
  ];
}

const themed =
  /设备预测性维护|能耗优化|质量追溯|排产调度|工艺参数寻优|视觉检测|供应链协同|安全生产监测|备件管理|数字化研发/u;
const otherTheme = (title: string) => title.replace(themed, '智能仓储');

/** `told` empty: a negative with text; absent: an award of which only the title is known. */
function pairOf(kind: string, positive: boolean, there: Sample, here: Sample, told?: readonly Told[]): Pair {
  return {
    kind,
    positive,
    filing: filingOf(here),
    award: awardOf(there, told !== undefined),
    ...(told ? { texts: [textOf(here), textOf(there)] as const } : {}),
    ...(told && told.length > 0 ? { told } : {}),
  };
}

/** Who files it again: mostly the same company, now and then a branch or another one. */
function refiled(sample: Sample, random: Random, maker: SampleMaker): Sample {
  const chance = random.next();
  if (chance < 0.7) return sample;
  if (chance < 0.85) return { ...sample, company: `${sample.company}杭州分公司` };
  return { ...sample, company: maker.make().company };
}

/** One awarded solution handed in as two, each with half of it and some new sentences. */
function splitFiling(random: Random, maker: SampleMaker): Pair[] {
  const there = maker.make();
  const { sample, told } = rewriteWithTruth(there, 'light', random, maker);
  const award = awardOf(there, true);
  const middle = Math.ceil(sample.body.length / 2);
  return [sample.body.slice(0, middle), sample.body.slice(middle)].map((half, i) => {
    const fresh = Array.from({ length: random.int(4, 10) }, () => maker.anySentence());
    const here = {
      ...sample,
      title: `${sample.title}（${i === 0 ? '平台' : '应用'}部分）`,
      body: [...half, ...fresh],
    };
    const own = new Set([...here.profile, ...half]);
    const kept = told.filter(({ text }) => own.has(text));
    return { ...pairOf('split in two', true, there, here, kept), award };
  });
}

/** Two awarded solutions of a company handed in as one. */
function mergedFiling(random: Random, maker: SampleMaker): Pair[] {
  const first = maker.make();
  const second = maker.make({ company: first.company, profile: first.profile, vendor: first.vendor });
  const [a, b] = [first, second].map((one) => rewriteWithTruth(one, 'light', random, maker));
  if (!a || !b) return [];
  const here = {
    ...a.sample,
    title: `${a.sample.title}与${b.sample.title}`,
    body: [...a.sample.body, ...b.sample.body],
  };
  const profile = new Set(a.sample.profile);
  const toldOfSecond = b.told.filter(({ of }) => of !== undefined && !first.profile.includes(of));
  const toldOfProfile = a.told.filter(({ text }) => profile.has(text));
  const one = pairOf('two merged', true, first, here, a.told);
  const two = pairOf('two merged', true, second, here, [...toldOfProfile, ...toldOfSecond]);
  return [one, { ...two, filing: one.filing }];
}

const misread = (random: Random) => (text: string) => ocrNoise(text, 0.03, random);

/** The same filing with each sentence put through `change`. */
function copied(
  there: Sample,
  { sample }: Rewritten,
  change: (text: string) => string,
): readonly [here: Sample, told: readonly Told[]] {
  const read = (of: string): Told => ({ text: change(of), of });
  const profile = there.profile.map(read);
  const body = there.body.map(read);
  const here = {
    ...sample,
    title: change(there.title),
    profile: profile.map(({ text }) => text),
    vendor: there.vendor.map((sentence) => change(sentence)),
    body: body.map(({ text }) => text),
  };
  return [here, [...profile, ...body]];
}

/** Another company of the house: the brand, another city and another word for what it does. */
function sisterOf({ company }: Sample, random: Random): string {
  const city = random.pick(['无锡', '合肥', '青岛', '重庆']);
  return `${city}${company.slice(2, 4)}${random.pick(['数字', '信息', '装备', '新材料'])}科技有限公司`;
}

const policySubjects = '各地区 龙头企业 行业协会 产业园区 科研院所 中小企业'.split(' ');
const policyAims = '数字化转型 绿色低碳发展 产业链韧性 安全保障能力 标准体系 人才培养'.split(' ');

/** Sentences of a policy that many filings quote. */
function policyText(random: Random): string[] {
  return Array.from({ length: 10 }, (_, i) => {
    const [who, what] = [random.pick(policySubjects), random.pick(policyAims)];
    const by = random.pick(['到2023年', '到2025年', '在规划期内']);
    return `第${i + 1}项任务要求${who}围绕${what}加快部署，${by}基本建成覆盖重点行业的${random.pick(policyAims)}支撑能力，形成一批可复制可推广的做法。`;
  });
}

function sharedPolicy(policy: readonly string[], random: Random, maker: SampleMaker): Pair {
  const quoting = () => {
    const sample = maker.make();
    return { ...sample, body: [...random.sample(policy, 7), ...sample.body] };
  };
  return pairOf('− shared policy text', false, quoting(), quoting(), []);
}
