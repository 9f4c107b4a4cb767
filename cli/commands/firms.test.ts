import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../store/open-store.ts';
import { SpokenCommand } from '../program.ts';
import { addFirms } from './firms.ts';

const folder = mkdtempSync(join(tmpdir(), 'chushen-firms-'));
const place = join(folder, 's.sqlite');

/** What the command prints and says, in a process of its own store. */
async function firms(...words: string[]): Promise<{ printed: string[]; said: string[] }> {
  const [printed, said]: [string[], string[]] = [[], []];
  const terminal = {
    lang: 'en' as const,
    print: (line: string) => void printed.push(line),
    say: (text: string | { en: string }) => void said.push(typeof text === 'string' ? text : text.en),
    interactive: false,
  };
  const program = new SpokenCommand('chushen', 'en');
  addFirms(program, terminal);
  await program.parseAsync(['node', 'chushen', 'firms', ...words, '--store', place]);
  return { printed, said };
}

async function award(id: string, company: string, year: number) {
  const opening = await openStore(place);
  if (!opening.ok) throw new Error(opening.detail);
  const data = { id, title: `项目${id}`, company, year, programmeName: '试点' };
  await opening.store.awards.put([{ id, source: 'list', data }]);
  await opening.store.close();
}

const merges = async () => (await firms('list', '--csv')).printed.slice(1).map((line) => line.split(','));

test('a merge is listed with its grounds, undone under the same ids, and made again', async () => {
  await award('a', '苏州华兴机械有限公司', 2015);
  await award('b', '苏州市华兴机械有限公司', 2018);
  const [[kept = '', gone = '', kind, stage, score] = []] = await merges();
  expect([kind, stage, Number(score) > 0.9]).toEqual(['same', 'region-form-core', true]);

  const split = await firms('split', kept, gone, '--note', '两家');
  expect(split.said.join()).toMatch(/were one firm and are now two firms/u);
  expect(await merges()).toEqual([]);
  const apart = (await firms('list', '--kind', 'apart', '--csv')).printed;
  expect(apart[1]).toContain('person');
  expect(new Set(apart[1]?.split(',').slice(0, 2))).toEqual(new Set([kept, gone]));

  // A third writing that is like both does not bring them together, nor does a new list.
  await award('c', '华兴机械（苏州）有限公司', 2020);
  expect((await firms('rulings')).printed.join()).toContain('两家');
  const now = await merges();
  expect(now.length).toBeLessThanOrEqual(1);
  expect(now.some(([a, b]) => [a, b].sort().join() === [kept, gone].sort().join())).toBe(false);

  expect((await firms('undo', kept, gone)).said.join()).toMatch(/were two firms and are now one firm: F/u);
  expect((await firms('rulings')).printed).toEqual([]);
  expect((await merges()).map(([id]) => id)).toEqual([kept, kept]);
});

test('two ids are joined by a person; one that there is not is refused with a sentence', async () => {
  await award('d', '无锡鼎盛装备有限公司', 2019);
  await award('e', '常州恒瑞电子有限公司', 2021);
  const opening = await openStore(place);
  if (!opening.ok) throw new Error(opening.detail);
  await opening.store.close();
  const former = join(folder, 'former.csv');
  writeFileSync(former, '企业名称,曾用名\n常州恒瑞电子有限公司,无锡鼎盛装备有限公司\n');
  expect((await firms('former', former)).said.at(-1)).toContain('1 former names kept');
  expect((await firms('former', former)).said.at(-1)).toContain('0 former names kept');
  const renamed = (await merges()).find(([, , kind]) => kind === 'renamed') ?? [];
  expect(renamed.slice(3, 5)).toEqual(['former', '1']);
  await expect(firms('join', 'F00', renamed[0] ?? '')).rejects.toMatchObject({
    text: { en: expect.stringContaining('no firm F00') },
  });
});
