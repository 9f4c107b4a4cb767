import { describe, expect, it } from 'vitest';
import { type Digest, digestOf } from '../digest.ts';
import { digestOfAward, type Entry, entryOf, narrativeOfAward, ownTextOf, type Source } from '../entry.ts';
import type { Narrative } from '../indexed-filing.ts';
import { winnow } from '../search/fingerprint/winnow.ts';
import { VectorRows } from '../search/vectors/vector-rows.ts';
import { FactScale } from '../signals/facts.ts';
import { PictureIndex } from '../signals/pictures.ts';
import { sentencesOf } from '../signals/sentences.ts';
import { TitleScale } from '../signals/title.ts';
import { TopicalIndex } from '../signals/topical-index.ts';
import { termsIn } from '../signals/topical-terms.ts';
import { filingWith } from '../testing.ts';
import { compareEntries } from './likeness-of.ts';
import { type MatchModel, signalNames } from './model.ts';

/** Each signal of two submissions by itself, without a run around it: cards that are the signal's own value. */

const cards = Object.fromEntries(
  signalNames.map((name) => [
    name,
    [
      [0, 0],
      [1, 1],
    ],
  ]),
);
const model = { trained: '', kinds: { full: { bias: 0, cards }, brief: { bias: 0, cards } } } as MatchModel;

interface Said {
  readonly text?: string;
  readonly company?: string;
  readonly title?: string;
  readonly award?: true;
  readonly pictures?: readonly string[];
  /** Vectors of its chunks and its title, in two dimensions. */
  readonly chunk?: readonly number[];
  readonly name?: readonly number[];
}

const one = { company: '洛阳岳帆水泥有限公司', title: '回转窑煤耗寻优平台' };
const stranger = '南京嵘笙科技有限公司';

/** Compares the first with the second; `overlap`: fingerprints in common. */
function compared(all: readonly Said[], { floor = 0, overlap = 0, vectors = true } = {}) {
  const narratives: Narrative[] = [];
  const topics = new TopicalIndex();
  const entries = all.map(({ text = '', award, pictures = [], ...said }, key): Entry => {
    const { company, title } = { ...one, ...said };
    const added = (source: Source, digest: Omit<Digest, 'filing'>): Entry => {
      const entry = entryOf(key, source, digest);
      topics.add({ key, party: entry.names[0]?.core ?? '', bag: digest.topics });
      return entry;
    };
    if (award) {
      const listed = { id: `w${key}`, year: 2020, title, company, text };
      narratives.push(narrativeOfAward(listed));
      return added({ kind: 'award', award: listed }, digestOfAward(listed));
    }
    const indexed = filingWith({ id: `f${key}`, company, title, content: text, pictures });
    narratives.push(indexed);
    const digest = digestOf(indexed);
    return added({ kind: 'batch', filing: digest.filing }, digest);
  });
  topics.close([0]);
  const titles = new TitleScale();
  const facts = new FactScale();
  const pictures = new PictureIndex();
  const rows = new VectorRows(vectors ? entries : []);
  for (const entry of entries) {
    titles.add(entry.terms);
    facts.add(entry.facts);
    pictures.add(entry.key, entry.pictures);
    if (!vectors) continue;
    rows.putTitle(entry, Float32Array.from(all[entry.key]?.name ?? [0, 1]));
    for (let at = 0; at < entry.chunks; at++)
      rows.putChunk(entry, at, Float32Array.from(all[entry.key]?.chunk ?? [1, 0]));
  }
  const of = ({ key }: Entry) => narratives[key] ?? { narrative: { text: '', lines: [] }, excluded: [] };
  const [here, there] = entries;
  if (!here || !there) throw new Error('two are compared');
  const likeness = compareEntries(here, there, {
    titles,
    facts,
    pictures,
    model,
    topics,
    meanings: { of: rows, dims: 2, floor, detail: { zh: '', en: '' } },
    narrativeOf: (entry) => of(entry).narrative,
    own: (entry) => ownTextOf(of(entry), new Set()),
    sentencesOf: (entry) => sentencesOf(of(entry).narrative.text, of(entry).excluded),
    termsOf: (entry) => termsIn(of(entry).narrative.text, of(entry).excluded),
    overlap: () => overlap,
  });
  const value = (name: string) => likeness.signals.find((signal) => signal.name === name)?.value;
  return { ...likeness, value, prints: here.prints };
}

/** So many letters in sentences of twenty, all unlike those of another seed. */
function letters(count: number, seed: number): string {
  const all = Array.from({ length: count }, (_, i) =>
    String.fromCharCode(0x4e00 + ((seed * 2711 + i * 97 + ((i * i) % 61)) % 20000)),
  );
  return all.map((letter, i) => (i % 20 === 19 ? `${letter}。` : letter)).join('');
}

const told = `窑头火焰的颜色由比色高温计读取，算法据此判断游离氧化钙是否偏高。分解炉出口温度一旦漂移，喂煤秤随即修正，
篦冷机的料层厚度同二次风温一并纳入。操作员原先凭经验看火，三班手法各异，熟料立升重时高时低。
如今立升重的波动收窄，吨熟料标准煤耗降了两公斤多，窑皮脱落也少见了。
余热锅炉的入口烟温因此平稳，汽轮机负荷不再跟着窑况起伏，回灰搅拌和增湿塔喷水也改由系统调节。
化验室的荧光分析仪每小时送回生料饱和比，配料皮带秤按偏差自动增减石灰石与铁粉。
煤粉仓按小时核对收支，台时产量比从前多了十来吨。`;
const again = `过去中控室三个班各有各的烧法，看火全凭眼力，熟料的立升重忽上忽下。项目给窑头装了比色高温计，
把火焰读数交给模型推断游离氧化钙，偏高便提示减喂煤；分解炉温度与篦冷机二次风温也参与计算，料层厚薄随之调节。
半年下来煤耗明显下降，窑皮稳定，熟料质量的起伏小了许多。
石灰石和铁粉的配比跟着荧光分析仪的饱和比走，皮带秤几分钟内完成修正。
汽轮机与余热锅炉一侧，烟温平了，增湿塔喷水由程序掌握，回灰搅拌少有堵塞。
看火工的岗位并入中控，夜班也敢把产量提上去，月底盘库时煤粉仓的亏空不再成谜。`;
const other = letters(300, 7);

describe('rare terms in common', () => {
  const near = (company: string) => compared([{ text: again }, { text: told, company }]);

  it('speak for a solution told again in other words, with the terms shown', () => {
    const { value, terms = [], text } = near(one.company);
    expect(value('topical')).toBeGreaterThan(0.05);
    expect(text).toBeLessThan(0.2);
    expect(terms.length).toBeGreaterThan(3);
  });

  it('speak two and a half times less between strangers', () => {
    const [own = 0, strangers = 0] = [one.company, stranger].map((company) => near(company).value('topical'));
    expect(strangers).toBeGreaterThan(0);
    expect(strangers / own).toBeLessThan(0.55);
    expect(strangers / own).toBeGreaterThan(0.25);
  });

  it('do not make certain what bars: that is told without them', () => {
    const { score, firm, signals } = near(one.company);
    const odds = (probability: number) => Math.log(probability / (1 - probability));
    const topical = signals.find(({ name }) => name === 'topical');
    expect(topical?.weight).toBeGreaterThan(0);
    expect(firm).toBeLessThan(score);
    expect(odds(score) - odds(firm ?? 0)).toBeCloseTo(topical?.weight ?? 0, 6);
    const apart = compared([{ text: again }, { text: other }]);
    expect(apart.value('topical')).toBe(0);
    expect([apart.firm, apart.terms]).toEqual([undefined, undefined]);
  });

  it('are not sought in a text of less than two hundred letters', () => {
    const short = compared([{ text: again }, { text: told.slice(0, 120), award: true }]);
    expect(short.value('text')).toBeDefined();
    expect(short.value('topical')).toBeUndefined();
    expect(compared([{ text: letters(200, 1) }, { text: letters(200, 3) }]).value('topical')).toBe(0);
  });

  it('that stand in passages both have word for word tell nothing more', () => {
    const copied = compared([{ text: told }, { text: told }]);
    expect(copied.value('text')).toBe(1);
    expect(copied.value('topical')).toBeUndefined();
  });

  it('nor those of sentences told again, though the texts were not aligned', () => {
    const whole = letters(4000, 5);
    const half = compared([{ text: `${told}\n${whole}` }, { text: `${told}\n${letters(4000, 9)}` }]);
    expect(half.terms ?? []).toEqual([]);
  });
});

describe('that there is too little text to compare', () => {
  it('is said of a filing and of an award that has some, not of an award that has none', () => {
    const text = letters(300, 1);
    expect(compared([{ text }, { text: letters(30, 1) }]).littleText).toBe(true);
    expect(compared([{ text }, {}]).littleText).toBe(true);
    expect(compared([{ text }, { text: letters(30, 1), award: true }]).littleText).toBe(true);
    expect(compared([{ text }, { award: true }]).littleText).toBeUndefined();
    expect(compared([{ text }, { text, award: true }]).littleText).toBeUndefined();
  });

  it('leaves the pictures, where both have some', () => {
    const pictures = ['0f1e2d3c4b5a6978'];
    expect(compared([{ pictures }, { pictures }]).value('pictures')).toBeGreaterThan(0);
    expect(compared([{ pictures }, {}]).value('pictures')).toBeUndefined();
  });
});

describe('meaning', () => {
  const [first, second] = [letters(400, 1), letters(400, 3)];
  const of = (chunk: readonly number[], floor = 0, short = false) =>
    compared(
      [
        { text: first, name: [0, 1] },
        short ? { text: letters(60, 3), chunk, award: true } : { text: second, chunk },
      ],
      { floor },
    ).value('meaning') ?? -1;

  it('counts from what texts of the run have in common anyhow', () => {
    expect(of([0.8, 0.6])).toBeCloseTo(0.8);
    expect(of([0.8, 0.6], 0.6)).toBeCloseTo(0.5);
    expect(of([0.6, 0.8], 0.6)).toBeCloseTo(0);
    expect(of([0, 1], 0.6)).toBe(0);
    expect(of([1, 0], 0.6)).toBeCloseTo(1);
  });

  it('of a few sentences is that of the nearest part, the title one of them', () => {
    expect(of([0, 1], 0, true)).toBeCloseTo(1);
    expect(of([0, 1])).toBeCloseTo(0);
    expect(of([-1, 0], 0, true)).toBe(0);
  });

  it('is none where there are no vectors', () => {
    expect(compared([{ text: first }, { text: first }], { vectors: false }).value('meaning')).toBe(0);
  });
});

describe('a closer look', () => {
  const [head, tail] = [letters(60, 1), letters(2000, 5)];
  const pair = [{ text: `${head}${tail}` }, { text: `${letters(2000, 9)}${head.slice(3, 57)}` }];

  it('is taken where fingerprints are shared: three, and a twenty-fifth of the shorter', () => {
    const enough = Math.ceil(winnow(tail).hashes.length / 25) + 10;
    expect(compared(pair, { overlap: enough }).passages.length).toBeGreaterThan(0);
    expect(compared(pair, { overlap: 2 }).passages).toEqual([]);
    const small = [
      { text: `${head.slice(0, 40)}${letters(200, 5)}` },
      { text: `${letters(200, 9)}${head.slice(3, 37)}` },
    ];
    expect(compared(small, { overlap: 3 }).value('text')).toBeGreaterThan(0);
    expect(compared(small, { overlap: 2 }).value('text')).toBe(0);
  });

  it('is taken where a tenth of the sentences of one side is told again', () => {
    const shared = letters(60, 1);
    const long = { text: `${shared}${letters(2400, 5)}` };
    expect(compared([long, { text: `${shared}${letters(300, 9)}` }]).passages).toHaveLength(1);
    expect(compared([{ text: `${shared}${letters(300, 9)}` }, long]).passages).toHaveLength(1);
    expect(compared([long, { text: `${shared}${letters(2400, 9)}` }]).passages).toEqual([]);
  });
});

it('a title of everyday words counts whole for one party, from the surety on that it is one', () => {
  const text = letters(300, 1);
  const title = '工业互联网平台';
  const of = (company: string) =>
    compared([
      { title, text },
      { title, text, company },
    ]).value('title') ?? 0;
  expect(of(one.company)).toBe(1);
  expect(of(stranger)).toBeLessThan(1);
});
