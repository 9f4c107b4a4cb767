import { expect, test } from 'vitest';
import { makeSample } from '../corpus/generate/generate.ts';
import { openKits } from '../corpus/generate/plan.ts';
import { defectSchema } from '../corpus/generate/profile.ts';
import { readDocument } from '../extractors/read-document.ts';
import { defaultReadOptions } from '../extractors/read-options.ts';
import { readForm } from '../forms/read-form.ts';
import { archiveOf } from './archive.ts';
import { type IndexedFiling, indexFiling } from './indexed-filing.ts';
import { createRepeatFinder } from './match.ts';

/** Sixteen filings of one call whose chapters are all blank. */
async function blankFilings(call: string): Promise<IndexedFiling[]> {
  const [kit] = await openKits([call]);
  if (!kit) throw new Error(`no call ${call}`);
  const { pack, blankForm, profile } = kit;
  const chapters = pack.form.fields.filter(
    ({ type, role }) => type === 'section' || type === 'long-text' || role === 'summary',
  );
  const defects = [defectSchema.parse({ id: 'blank', blank: chapters.map(({ key }) => key) })];
  const filings: IndexedFiling[] = [];
  for (let i = 0; i < 16; i++) {
    const recipe = {
      pack,
      blankForm,
      profile,
      format: 'docx',
      defects,
      name: `b${i}`,
      seed: 500 + i,
    } as const;
    const { file, bytes } = await makeSample(recipe);
    const { document } = await readDocument({ name: file, bytes }, defaultReadOptions);
    if (!document) throw new Error(`${file} was not read`);
    const read = readForm(document, pack.form, pack.blank);
    filings.push(indexFiling(pack, { id: `f${i}`, file, document, ...read, problems: [] }));
  }
  return filings;
}

test('forms whose chapters are blank are no repeats of one another by what the form itself says', async () => {
  const [kit] = await openKits(['miit-2022-pilots']);
  const filings = await blankFilings('miit-2022-pilots');
  if (!kit) throw new Error('no call');
  const finder = createRepeatFinder({
    pack: kit.pack,
    asOf: '2022-10-20',
    awards: [],
    archive: archiveOf([]),
  });
  const found = [...(await finder.find(filings)).values()].flat();
  expect(found.filter(({ verdict }) => verdict !== 'info')).toEqual([]);
  const byText = found.filter(({ signals }) => signals.some(({ name }) => /text|retold|topical/u.test(name)));
  expect(byText).toEqual([]);
}, 120_000);
