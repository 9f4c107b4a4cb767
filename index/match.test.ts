import { expect, test } from 'vitest';
import { Random } from '../corpus/generate/random.ts';
import { type Sample, SampleMaker, textOf } from '../corpus/generate/solution-texts.ts';
import type { Award } from '../lists/awards/award.ts';
import { rewrite } from '../tests/bench/repeats/rewrite.ts';
import { archiveOf } from './archive.ts';
import { createRepeatFinder } from './match.ts';
import { callWith, filingWith } from './testing.ts';

const random = new Random(11);
const maker = new SampleMaker(random);
const award = (sample: Sample, of: Partial<Award> = {}): Award => ({
  id: 'a1',
  programme: 'apps',
  programmeName: '工业互联网APP优秀解决方案',
  issuer: { kind: 'ministry', department: 'miit', words: '工信部', from: 'title' },
  year: 2020,
  listedOn: '2020-12-31',
  title: sample.title,
  company: sample.company,
  ...of,
});
const filing = (id: string, sample: Sample, call = 'apps-2021') =>
  filingWith({
    id,
    file: `${id}.docx`,
    call,
    company: sample.company,
    title: sample.title,
    content: textOf(sample),
  });
const finder = (of: { awards?: Award[]; archive?: ReturnType<typeof filing>[] }) =>
  createRepeatFinder({
    pack: callWith(),
    asOf: '2021-10-20',
    awards: of.awards ?? [],
    archive: archiveOf(of.archive ?? []),
  });

test('the same title of the same company bars, with signals that add up', async () => {
  const sample = { ...maker.make(), title: '“岳帆”回转窑煤耗寻优工业APP', company: '洛阳岳帆水泥有限公司' };
  const others = Array.from({ length: 30 }, (_, i) => award(maker.make(), { id: `o${i}` }));
  const again = { ...sample, title: '岳帆回转窑煤耗寻优APP解决方案' };
  const found = await finder({ awards: [award(sample), ...others] }).find([filing('f1', again)]);
  const [match] = found.get('f1') ?? [];
  expect(match).toMatchObject({
    kind: 'award',
    verdict: 'barred',
    target: { type: 'award', id: 'a1', year: 2020 },
  });
  const logOdds = (match?.signals ?? []).reduce((sum, signal) => sum + signal.weight, -5);
  expect(match?.score).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 2);
  expect(found.get('f1')?.filter(({ verdict }) => verdict !== 'info')).toHaveLength(1);
});

test('a rewritten text under another title is found with passages on both sides', async () => {
  const sample = maker.make();
  const told = {
    ...rewrite(sample, 'light', random, maker),
    title: '全新名称的方案',
    company: '南京嵘笙科技有限公司',
  };
  const found = await finder({ archive: [filing('old', sample, 'apps-2020')] }).find([filing('f1', told)]);
  const [match] = found.get('f1') ?? [];
  expect(match).toMatchObject({
    kind: 'archive',
    verdict: 'review',
    target: { type: 'archive', id: 'old', file: 'old.docx' },
  });
  expect(match?.passages.length).toBeGreaterThan(1);
  for (const { here, there } of match?.passages ?? []) {
    expect(textOf(told)).toContain(here.text);
    expect(textOf(sample)).toContain(there.text);
    expect(here.where.length).toBeGreaterThan(0);
  }
});

test('a batch: copies are for a person, other projects of the applicant are information, the rest is silent', async () => {
  const sample = maker.make();
  const sibling = { ...maker.make(), company: sample.company };
  const filings = [
    filing('f1', sample),
    filing('f2', rewrite(sample, 'light', random, maker)),
    filing('f3', sibling),
    filing('f4', maker.make()),
  ];
  const found = await finder({}).find(filings);
  const verdict = (a: string, b: string) => found.get(a)?.find(({ target }) => target.id === b)?.verdict;
  expect([verdict('f1', 'f2'), verdict('f2', 'f1')]).toEqual(['review', 'review']);
  expect(verdict('f1', 'f3')).toBe('info');
  expect(found.get('f4')).toEqual([]);
});

test('an earlier version for the same call, and the same bytes in the archive, are no repeats', async () => {
  const sample = maker.make();
  const archive = [filing('f1', sample), filing('older', sample)];
  const found = await finder({ archive }).find([filing('f1', sample)]);
  expect(found.get('f1')).toMatchObject([{ verdict: 'info', target: { id: 'older' } }]);
});

test('the same solution in an archive of earlier years is for a person, unless dated in this year', async () => {
  const sample = maker.make();
  const now = filing('f1', sample);
  const { year, ...undated } = filing('old', sample);
  const earlier = { ...undated, earlier: true } as const;
  const verdictOf = async (archived: Parameters<typeof finder>[0]['archive']) =>
    (await finder({ archive: archived }).find([now])).get('f1')?.[0]?.verdict;
  expect(await verdictOf([{ ...earlier, year: 2018 }])).toBe('review');
  expect(await verdictOf([earlier])).toBe('review');
  expect(await verdictOf([{ ...earlier, ...(year ? { year } : {}) }])).toBe('info');
});

test('the very file of an earlier year is told, with its place', async () => {
  const sample = maker.make();
  const archive = [{ ...filing('f1', sample), file: '2019/a.docx', earlier: true } as const];
  const found = await finder({ archive }).find([filing('f1', sample)]);
  expect(found.get('f1')).toMatchObject([
    { kind: 'archive', verdict: 'review', target: { file: '2019/a.docx' } },
  ]);
});

test('the same file twice in one batch is told', async () => {
  const sample = maker.make();
  const twice = [filing('f1', sample), { ...filing('f1', sample), file: 'copy.docx' }];
  const found = await finder({}).find(twice);
  expect(found.get('f1')).toMatchObject([
    { kind: 'batch', verdict: 'review', target: { file: 'copy.docx' } },
  ]);
});

test('set text that many unrelated filings share is subtracted, a ring of copies is not', async () => {
  const vendor = Array.from({ length: 8 }, () => maker.anySentence());
  const unrelated = Array.from({ length: 8 }, (_, i) => filing(`v${i}`, maker.make({ vendor })));
  const sharing = await finder({ archive: unrelated.slice(2) }).find(unrelated.slice(0, 2));
  expect((sharing.get('v0') ?? []).filter(({ verdict }) => verdict !== 'info')).toEqual([]);
  const sample = maker.make();
  const ring = Array.from({ length: 8 }, (_, i) =>
    filing(`r${i}`, { ...sample, company: maker.make().company, title: maker.make().title }),
  );
  const copies = await finder({}).find(ring);
  expect(copies.get('r0')?.filter(({ verdict }) => verdict === 'review')).toHaveLength(7);
});

test('the platform that a batch’s different applicants describe in the same paragraphs joins none of them', async () => {
  const platform = Array.from({ length: 24 }, () => maker.anySentence());
  const users = Array.from({ length: 4 }, (_, i) => {
    const own = maker.make();
    return filing(`u${i}`, { ...own, vendor: platform, body: own.body.slice(0, 12) });
  });
  const found = await finder({}).find(users);
  const held = [...found.values()].flat().filter(({ verdict }) => verdict !== 'info');
  expect(held.map(({ target, signals }) => [target.id, signals])).toEqual([]);
});

test('empty, untitled and unreadable filings are taken as they are', async () => {
  const found = await finder({ awards: [award(maker.make())] }).find([
    filingWith({ id: 'e1' }),
    filingWith({ id: 'e2', content: '一' }),
  ]);
  expect([...found]).toEqual([
    ['e1', []],
    ['e2', []],
  ]);
  expect((await finder({}).find([])).size).toBe(0);
});
