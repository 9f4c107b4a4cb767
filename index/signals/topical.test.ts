import { expect, test } from 'vitest';
import { placed } from '../testing.ts';
import { compareTopics, type TopicalSide } from './topical.ts';
import { TopicalIndex } from './topical-index.ts';
import { Rarity } from './topical-rarity.ts';
import { termBag, termsIn } from './topical-terms.ts';

const rarity = new Rarity();
const told = `窑头火焰的颜色由比色高温计读取，算法据此判断游离氧化钙是否偏高。分解炉出口温度一旦漂移，喂煤秤随即修正，
篦冷机的料层厚度同二次风温一并纳入。操作员原先凭经验看火，三班手法各异，熟料立升重时高时低。
如今立升重的波动收窄，吨熟料标准煤耗降了两公斤多，窑皮脱落也少见了。`;
const again = `过去中控室三个班各有各的烧法，看火全凭眼力，熟料的立升重忽上忽下。项目给窑头装了比色高温计，
把火焰读数交给模型推断游离氧化钙，偏高便提示减喂煤；分解炉温度与篦冷机二次风温也参与计算，料层厚薄随之调节。
半年下来煤耗明显下降，窑皮稳定，熟料质量的起伏小了许多。`;
const other = `水泥厂的包装线常年靠人工插袋，粉尘大、招工难。插袋机器人由视觉定位袋口，吸盘取袋后套上嘴子，
码垛机再把袋装水泥码到托盘。装车机按车厢尺寸规划垛型，司机自助刷卡，地磅数据与销售系统对接。
一条线由十二人减到三人，破包率降低，装车等待由两小时缩到四十分钟，发运秩序好转。`;

const side = (key: number, text: string): TopicalSide => ({
  key,
  company: '',
  narrative: placed(text),
  terms: () => termsIn(text),
});
function indexOf(texts: readonly string[]): TopicalIndex {
  const index = new TopicalIndex(rarity);
  for (const [key, text] of texts.entries()) index.add({ key, party: `p${key}`, bag: termBag(text, [], '') });
  return index.close([0]);
}

test('a solution told again is near by its rare terms, each with its places; another of the trade is not', () => {
  const index = indexOf([again, told, other]);
  const same = compareTopics(side(0, again), side(1, told), [], index);
  const differs = compareTopics(side(0, again), side(2, other), [], index);
  expect(same?.value).toBeGreaterThan(0.15);
  expect(differs?.value ?? 0).toBeLessThan(0.03);
  const terms = same?.terms.map(({ term }) => term) ?? [];
  expect(terms).toEqual(expect.arrayContaining(['游离', '熟料']));
  expect(same?.terms.every(({ here, there }) => here.length > 0 && there.length > 0)).toBe(true);
  expect(index.neighboursOf(0)[0]?.key).toBe(1);
});

test('what both have word for word does not count, and of what is then too short nothing is said', () => {
  const index = indexOf([told, told]);
  const whole = { here: [0, told.length] as const, there: [0, told.length] as const, matched: told.length };
  expect(compareTopics(side(0, told), side(1, told), [whole], index)).toBeUndefined();
});

test('a theme that many others of the run have too brings two filings no nearer', () => {
  const theme = Array.from({ length: 12 }, (_, i) => `${told}${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(i)}厂`);
  const index = indexOf([again, ...theme]);
  const few = compareTopics(side(0, again), side(1, told), [], indexOf([again, told]));
  const many = compareTopics(side(0, again), side(1, told), [], index);
  expect(many?.value ?? 0).toBeLessThan(0.3 * (few?.value ?? 0));
});

test('a term weighs less the more have it: in general Chinese, in the field’s texts, and among the filings', () => {
  expect(rarity.weightOf('我们')).toBeLessThan(1);
  expect(rarity.weightOf('平台')).toBeLessThan(1);
  expect(rarity.weightOf('游离氧化钙')).toBeGreaterThan(5);
  const index = indexOf([told, again, ...Array.from({ length: 60 }, () => '熟料')]);
  expect(index.weightBetween('熟料', 0, 1)).toBeLessThan(index.backgroundOf('熟料'));
  expect(index.weightBetween('高温计', 0, 1)).toBe(index.backgroundOf('高温计'));
});
