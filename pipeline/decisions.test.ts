import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDecisions } from './decisions.ts';

const match = {
  kind: 'award',
  target: { type: 'award', id: 'a1', title: '甲', company: '乙' },
  score: 0.6,
  verdict: 'review',
  reasons: [],
  signals: [
    { name: 'who', value: 1, weight: 1.6 },
    { name: 'text', value: 0.4, weight: 1.5 },
  ],
  passages: [],
  excludedShare: 0,
};

test('decisions are found by their pair, and rows that cannot be used are told', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'decisions-')), 'a.csv');
  await writeFile(
    file,
    '项目名称,是否同一方案,配对编号\n甲,是,f1:award:a1\n甲,,f1:award:a1\n甲,否,f9:award:a9\n甲,也许,f1:award:a1\n',
  );
  const { pairs, unused } = await readDecisions(file, (pair) => (pair === 'f1:award:a1' ? match : undefined));
  expect(pairs).toEqual([{ kind: 'full', same: true, values: { who: 1, text: 0.4 }, id: 'f1:award:a1' }]);
  expect(unused.map(({ row }) => row)).toEqual([4, 5]);
});
