import { describe, expect, it } from 'vitest';
import type { Award } from '../../lists/awards/award.ts';
import { archiveOf } from '../archive.ts';
import type { IndexedFiling } from '../indexed-filing.ts';
import { createRepeatFinder } from '../match.ts';
import { callWith, filingWith } from '../testing.ts';
import { type MatchModel, signalNames } from './model.ts';

/** How two submissions are compared, seen through what the finder says of them. */

const cards = Object.fromEntries(
  signalNames.map((name) => [
    name,
    [
      [0, 0],
      [1, 0],
    ],
  ]),
);
/** Says by the score alone which of both cards spoke: 0.982 full, 0.018 brief. */
const model = { trained: '', kinds: { full: { bias: 4, cards }, brief: { bias: -4, cards } } } as MatchModel;

/** So many letters in sentences of twenty, all unlike those of another seed. */
function letters(count: number, seed: number): string {
  const all = Array.from({ length: count }, (_, i) =>
    String.fromCharCode(0x4e00 + ((seed * 2711 + i * 97 + ((i * i) % 61)) % 20000)),
  );
  return all.map((letter, i) => (i % 20 === 19 ? `${letter}。` : letter)).join('');
}

const one = { company: '洛阳岳帆水泥有限公司', title: '回转窑煤耗寻优平台' };
type Said = Partial<IndexedFiling> & { readonly content?: string };
const compared = (here: Said, there: Said) =>
  comparedIn([filingWith({ id: 'a', ...one, ...here }), filingWith({ id: 'b', ...one, ...there })], []);
/** Against an award of which a text is known, be it short. */
const againstAward = (here: Said, text: string) =>
  comparedIn([filingWith({ id: 'a', ...one, ...here })], [{ id: 'w', ...one, year: 2020, text }]);
async function comparedIn(filings: readonly IndexedFiling[], awards: readonly Award[]) {
  const finder = createRepeatFinder({
    pack: callWith(),
    asOf: '2021-10-20',
    awards,
    archive: archiveOf([]),
    model,
    everything: true,
  });
  const [match] = (await finder.find(filings)).get('a') ?? [];
  const value = (name: string) => match?.signals.find((signal) => signal.name === name)?.value;
  return {
    kind: match && (match.score > 0.5 ? 'full' : 'brief'),
    value,
    passages: match?.passages ?? [],
    excluded: match?.excludedShare,
    said: match?.reasons[0]?.zh ?? '',
  };
}
const sameText = (count: number) => compared({ content: letters(count, 1) }, { content: letters(count, 1) });

describe('how much text it takes', () => {
  it('to say anything by it: forty letters of an award, two hundred of a filing', async () => {
    const some = await againstAward({ content: letters(40, 1) }, letters(40, 1));
    expect([some.kind, some.value('text'), some.value('retold') !== undefined]).toEqual([
      'brief',
      expect.any(Number),
      true,
    ]);
    expect((await sameText(199)).value('text')).toBeUndefined();
    const less = await againstAward({ content: letters(39, 1) }, letters(39, 1));
    expect([less.kind, less.value('text'), less.value('meaning'), less.passages]).toEqual([
      'brief',
      undefined,
      undefined,
      [],
    ]);
    expect(less.said).not.toContain('正文有');
    const uneven = await againstAward({ content: letters(400, 1) }, letters(39, 1));
    expect(uneven.value('text')).toBeUndefined();
  });

  it('to be judged by it: two hundred letters on both sides', async () => {
    expect((await sameText(199)).kind).toBe('brief');
    expect((await sameText(200)).kind).toBe('full');
    const uneven = await compared({ content: letters(600, 1) }, { content: letters(199, 1) });
    expect(uneven.kind).toBe('brief');
  });

  it('what the form printed does not count', async () => {
    const content = letters(250, 1);
    const form: IndexedFiling['excluded'] = [[0, 63]];
    const found = await compared({ content, excluded: form }, { content });
    expect(found.kind).toBe('brief');
    expect(found.excluded).toBeCloseTo(60 / 250, 2);
    expect((await sameText(250)).excluded).toBe(0);
    expect((await compared({}, {})).excluded).toBe(0);
  });
});

describe('the share of the text that both have', () => {
  it('is all of it where one is the other, and none where nothing is shared', async () => {
    const same = await sameText(600);
    expect([same.value('text'), same.value('retold')]).toEqual([1, 1]);
    expect(same.said).toContain('正文有 100% 相同');
    const other = await compared({ content: letters(600, 1) }, { content: letters(600, 5) });
    expect([other.value('text'), other.value('retold'), other.passages]).toEqual([0, 0, []]);
  });

  it('goes by the side of which more is in the other', async () => {
    const half = letters(300, 1);
    const whole = half + letters(300, 5);
    expect((await compared({ content: whole }, { content: half })).value('text')).toBeGreaterThan(0.95);
    expect((await compared({ content: half }, { content: whole })).value('text')).toBeGreaterThan(0.95);
  });

  it('that is in a long text says less, the shorter the other is: half at a hundred and fifty letters', async () => {
    const long = letters(150, 1) + letters(900, 5);
    const short = await againstAward({ content: long }, letters(150, 1));
    expect(short.value('text')).toBeCloseTo(0.5, 1);
    expect(short.value('retold')).toBeCloseTo(0.5, 1);
    // A filing whose own short text is wholly another's is judged by all of it.
    const back = await againstAward({ content: letters(150, 1) }, long);
    expect(back.value('text')).toBeGreaterThan(0.95);
  });
});

describe('passages', () => {
  it('show the words of both sides in the order of this one', async () => {
    const [first, second] = [letters(100, 1), letters(100, 3)];
    const found = await compared(
      { content: `${first}\n${letters(200, 5)}\n${second}` },
      { content: `${second}\n${letters(200, 7)}\n${first}` },
    );
    expect(found.passages).toHaveLength(2);
    expect(found.passages[0]?.here.text).toContain(first.slice(5, 60));
    expect(found.passages[0]?.there.text).toContain(first.slice(5, 60));
    expect(found.passages[1]?.here.text).toContain(second.slice(5, 60));
    expect(found.passages[0]?.here.where).toMatchObject([{ path: 'p[1]' }]);
    expect(found.passages[0]?.there.where).toMatchObject([{ path: 'p[3]' }]);
  });
});

describe('more passages', () => {
  it('stand in the order of this text, whichever is longer, and hold no other words', async () => {
    const [first, second, stranger] = [letters(60, 1), letters(160, 3), letters(200, 5)];
    for (const parts of [
      [first, stranger, second],
      [second, stranger, first],
    ]) {
      const { passages } = await compared(
        { content: parts.join('\n') },
        { content: `${first}\n${letters(200, 7)}\n${second}` },
      );
      expect(passages).toHaveLength(2);
      expect(passages[0]?.here.text).toContain(parts[0]?.slice(5, 50));
      expect(passages[1]?.here.text).toContain(parts[2]?.slice(5, 50));
      for (const { here } of passages) expect(here.text).not.toContain(stranger.slice(20, 60));
    }
  });

  it('than sixty are shown by the sixty longest', async () => {
    const shared = Array.from({ length: 66 }, (_, i) => letters(i < 6 ? 20 : 40, 11 + i));
    const mixed = (seed: number) => shared.map((part, i) => `${part}\n${letters(40, seed + i)}`).join('\n');
    const { passages } = await compared({ content: mixed(300) }, { content: mixed(500) });
    expect(passages).toHaveLength(60);
    expect(Math.min(...passages.map(({ here }) => here.text.length))).toBeGreaterThan(30);
  });

  it('are looked for from a twenty-fifth of the shorter text on', async () => {
    const apart = (count: number) => [letters(count, 1), letters(2000, 5), letters(2000, 9)] as const;
    const of = async (count: number) => {
      const [part, here, there] = apart(count);
      return (await compared({ content: `${part}\n${here}` }, { content: `${there}\n${part}` })).passages
        .length;
    };
    expect(await of(160)).toBe(1);
    expect(await of(20)).toBe(0);
  });
});

describe('a title', () => {
  it('of everyday words is less between strangers than between filings of one applicant', async () => {
    const content = letters(400, 1);
    const title = '工业互联网平台';
    const own = await compared({ title, content }, { title, content });
    const strangers = await compared({ title, content }, { title, content, company: '南京嵘笙科技有限公司' });
    expect(own.value('title')).toBe(1);
    expect(strangers.value('title')).toBeLessThan(1);
    expect(strangers.value('title')).toBeGreaterThanOrEqual(0.6);
  });
});

describe('meaning', () => {
  it('is whole for one text and next to nothing for another, from 0 to 1', async () => {
    const same = await sameText(600);
    const other = await compared({ content: letters(600, 1) }, { content: letters(600, 5) });
    expect(same.value('meaning')).toBeCloseTo(1, 1);
    expect(other.value('meaning')).toBeGreaterThanOrEqual(0);
    expect(other.value('meaning')).toBeLessThan(0.3);
  });

  it('of a short text is that of the nearest part of the long one', async () => {
    const long = letters(120, 1) + letters(900, 5);
    const [told, strange] = await Promise.all(
      [letters(120, 1), letters(120, 9)].map((text) => againstAward({ content: long }, text)),
    );
    expect(told?.value('meaning') ?? 0).toBeGreaterThan(strange?.value('meaning') ?? 0);
  });
});

describe('pictures', () => {
  it('speak only where both sides have some', async () => {
    const content = letters(300, 1);
    const pictures = ['0f1e2d3c4b5a6978'];
    const found = await compared({ content, pictures }, { content, pictures });
    expect(found.value('pictures')).toBeGreaterThan(0);
    expect((await sameText(300)).value('pictures')).toBeUndefined();
  });
});

describe('a closer look, letter by letter', () => {
  const within = (shared: string, around: number, seed: number) =>
    letters(around, seed) + shared + letters(around, seed + 1);

  it('is worth it where a twentieth is shared, though hardly a sentence is told again', async () => {
    const shared = letters(40, 9);
    const found = await compared({ content: within(shared, 280, 1) }, { content: within(shared, 280, 5) });
    expect(found.value('retold')).toBeLessThan(0.1);
    expect(found.value('text')).toBeCloseTo(40 / 600, 2);
    expect(found.passages).toHaveLength(1);
  });

  it('is not where a hundredth is', async () => {
    const shared = letters(40, 9);
    const found = await compared({ content: within(shared, 2000, 1) }, { content: within(shared, 2000, 5) });
    expect([found.value('text'), found.passages]).toEqual([0, []]);
  });

  it('goes by the shorter text', async () => {
    const shared = letters(40, 9);
    const found = await compared({ content: within(shared, 280, 1) }, { content: within(shared, 2000, 5) });
    expect(found.passages).toHaveLength(1);
  });
});
