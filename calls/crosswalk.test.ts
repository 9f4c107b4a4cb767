import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { counterpartsOf, loadCrosswalk } from './crosswalk.ts';
import { builtInPacksDir, loadPacks } from './load.ts';

const { packs } = await loadPacks([builtInPacksDir()]);

test('the built-in crosswalk has no mistakes and cites both definitions', async () => {
  const { crosswalk, mistakes } = await loadCrosswalk([builtInPacksDir()], packs);
  expect(mistakes).toEqual([]);
  expect(crosswalk.links.length).toBeGreaterThan(40);
  for (const { from, to } of crosswalk.links) {
    expect(from.definition.text).toContain(from.quote);
    expect(to.definition.text).toContain(to.quote);
  }
});

test('every 2022 direction is linked to 2020 or said to have no counterpart', async () => {
  const { crosswalk } = await loadCrosswalk([builtInPacksDir()], packs);
  const of = { call: 'miit-2022-pilots', scheme: 'directions' };
  const labels = packs.get(of.call)?.schemes.find((one) => one.id === of.scheme)?.labels ?? [];
  expect(labels).toHaveLength(22);
  for (const { name: label } of labels) {
    const linked = counterpartsOf(crosswalk, { ...of, label }).some(
      ({ end }) => end.scheme === 'directions-2020',
    );
    const without = crosswalk.without.some(
      ({ from, to }) => from.label === label && to.scheme === 'directions-2020',
    );
    expect(linked || without, label).toBe(true);
  }
});

test('a link is read in both directions', async () => {
  const { crosswalk } = await loadCrosswalk([builtInPacksDir()], packs);
  const found = counterpartsOf(crosswalk, {
    call: 'miit-2020-pilots',
    scheme: 'directions-2020',
    label: '平台集成创新应用',
  });
  expect(found).toHaveLength(5);
  expect(new Set(found.map(({ relation }) => relation))).toEqual(new Set(['broader']));
});

test('what is not there or not quoted verbatim is told, and the rest stands', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'crosswalk-'));
  const from = '{ call: miit-2022-application-cases, scheme: modes, label: 平台化设计, quote: 模块化设计 }';
  const to = (words: string) => `{ call: jiangsu-2022-benchmark-factory, ${words} }`;
  const links = [
    to('scheme: models, label: 个性化定制, quote: 产品模块化'),
    to('scheme: models, label: 个性化定制, quote: 产品的模块化'),
    to('scheme: models, label: 定制, quote: 产品模块化'),
    to('scheme: models, label: 个性化定制, item: 定制, quote: 产品模块化'),
    to('clause: 九十九, quote: 产品模块化'),
  ].map((end) => `  - { from: ${from}, to: ${end}, relation: related }`);
  await writeFile(join(dir, 'crosswalk.yaml'), `links:\n${links.join('\n')}\n`);
  const { crosswalk, mistakes } = await loadCrosswalk([dir], packs);
  expect(crosswalk.links).toHaveLength(1);
  expect(mistakes.map(({ path }) => path)).toEqual([1, 2, 3, 4].map((i) => `links[${i}].to`));
});
