import { segment } from '../../../classifiers/signals/segment.ts';
import type { Random } from '../../../corpus/generate/random.ts';
import type { Sample, SampleMaker } from '../../../corpus/generate/solution-texts.ts';

export type Level = 'verbatim' | 'light' | 'medium' | 'heavy';

interface Recipe {
  readonly words: number;
  readonly numbers: number;
  readonly drop: number;
  readonly move: number;
  readonly insert: number;
}

const recipes: Readonly<Record<Level, Recipe>> = {
  verbatim: { words: 0, numbers: 0, drop: 0, move: 0, insert: 0 },
  light: { words: 0.1, numbers: 0.1, drop: 0.03, move: 0.05, insert: 0.03 },
  medium: { words: 0.3, numbers: 0.5, drop: 0.15, move: 0.25, insert: 0.15 },
  heavy: { words: 0.6, numbers: 1, drop: 0.25, move: 1, insert: 0.35 },
};

/** Words of one sense, each replaced by another of its line. */
const synonyms = (
  '针对/面向/就 围绕/立足 采用/使用/运用 搭建/建成/建起 部署/布设/安装 上线/投用 优化/改进/完善 提升/增长/上升 下降/降低/回落 缩短/减少/压低 ' +
  '模型/算法 平台/系统 应用/程序 设备/装置 数据/信息 采集/获取 打通/贯通/连通 统一/规范 借助/依托 通过/经由 项目组/课题组/专项组 团队/小组/队伍 ' +
  '现场/车间 工艺/制程 故障/异常 质量/品质 检测/检验 计划/打算 经验/做法 推广/复制 运行/运转 平稳/稳定 得到/获得 认可/肯定 负责/承担 ' +
  '先后/陆续 累计/总计 节约/节省 完成/实现 验收/交付 企业/公司 主营/主要生产 拥有/现有 解决/化解 难题/问题 痛点/短板 逐台/逐一 沉淀/积累 ' +
  '训练/拟合 标定/校准 固化/定型 归并/合并 引入/导入 迁移/移植 参照/按照 利用/借用 配合/结合 人均产值/劳动生产率 交付周期/交货期 返工/返修 投诉/抱怨'
)
  .split(' ')
  .map((line) => line.split('/'));

const choices = new Map(
  synonyms.flatMap((line) => line.map((word) => [word, line.filter((other) => other !== word)] as const)),
);
const fillers = '进一步 相应 有关 逐步 持续 具体 主要 若干 重点 相关 同步 初步 整体 专门 及时'.split(' ');

/** A sentence as it stands in the new text, and the one it was made from; none for padding. */
export interface Told {
  readonly text: string;
  readonly of?: string;
}

export interface Rewritten {
  readonly sample: Sample;
  /** Sentences of profile and solution, for the truth about passages. */
  readonly told: readonly Told[];
}

/** The same solution told again. Changes are spread over words, numbers and the order of sentences. */
export function rewrite(sample: Sample, level: Level, random: Random, maker: SampleMaker): Sample {
  return rewriteWithTruth(sample, level, random, maker).sample;
}

export function rewriteWithTruth(
  sample: Sample,
  level: Level,
  random: Random,
  maker: SampleMaker,
): Rewritten {
  const recipe = recipes[level];
  const told = (sentences: readonly string[]): Told[] =>
    sentences.map((of) => ({ text: retell(of, recipe, random), of }));
  const profile = told(sample.profile);
  const vendor = told(sample.vendor);
  let body = told(sample.body).filter(() => !random.chance(recipe.drop));
  const moving = body.filter(() => random.chance(recipe.move));
  body = body.filter((sentence) => !moving.includes(sentence));
  for (const sentence of moving) body.splice(random.int(0, body.length), 0, sentence);
  const added = Math.round(body.length * recipe.insert);
  for (let i = 0; i < added; i++) body.splice(random.int(0, body.length), 0, { text: maker.anySentence() });
  const textsOf = (sentences: readonly Told[]) => sentences.map(({ text }) => text);
  return {
    sample: {
      ...sample,
      title: retitle(sample.title, level, random),
      profile: textsOf(profile),
      vendor: textsOf(vendor),
      body: textsOf(body),
    },
    told: [...profile, ...body],
  };
}

function retell(sentence: string, recipe: Recipe, random: Random): string {
  if (recipe.words === 0) return sentence;
  return segment(sentence)
    .map((word) => {
      if (/^\d+$/.test(word))
        return random.chance(recipe.numbers)
          ? String(Math.max(1, Math.round(Number(word) * (0.6 + random.next()))))
          : word;
      if (!/\p{Script=Han}/u.test(word) || !random.chance(recipe.words)) return word;
      const others = choices.get(word);
      if (others) return random.pick(others);
      // No synonym known: a filler before it, the word cut short, or the word left out.
      const way = random.int(0, 3);
      if (way === 0) return '';
      if (way === 1) return `${random.pick(fillers)}${word}`;
      return word.length > 2 ? word.slice(0, -1) : `${word}${random.pick(['等', '类', '项', '面'])}`;
    })
    .join('');
}

export function retitle(title: string, level: Level, random: Random): string {
  if (level === 'verbatim') return title;
  const ending = (text: string) =>
    text.replace(
      /(?:应用解决方案|解决方案|工业APP|APP|平台应用项目|系统)$/u,
      random.pick(['解决方案', '工业APP', '应用方案', '工业互联网APP解决方案', '平台']),
    );
  if (level === 'light') return random.chance(0.5) ? title : ending(title);
  const opened = `${random.pick(['', '基于5G的', '基于工业互联网的', '面向智能制造的'])}${ending(title.replace(/^(?:基于|面向)[^的]{2,10}的/u, ''))}`;
  if (level === 'medium') return opened;
  const words = segment(opened).map((word) =>
    random.chance(0.5) ? random.pick(choices.get(word) ?? [word]) : word,
  );
  return words
    .join('')
    .replace('预测性维护', '健康管理')
    .replace('能耗优化', '节能降耗')
    .replace('视觉检测', '机器视觉质检')
    .replace('排产调度', '计划排程');
}
