import { expect, test } from 'vitest';
import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import type { Pack } from '../../calls/schema/index.ts';
import { indicatorMistakes, indicators } from './indicators.ts';

const { packs } = await loadPacks([builtInPacksDir()]);

test('every indicator of a call is known, in one unit, and used', () => {
  expect([...packs.values()].flatMap(indicatorMistakes)).toEqual([]);
  const used = [...packs.values()].flatMap(({ form }) =>
    form.fields.flatMap((field) => field.indicator ?? []),
  );
  expect([...new Set(used)].sort()).toEqual(Object.keys(indicators).sort());
});

test('another unit, an unknown name and a second field are told with their place', () => {
  const [pack] = packs.values();
  if (!pack) throw new Error('no packs');
  const at = pack.form.fields.findIndex(
    ({ indicator }) => indicator === 'investment' || indicator === 'revenue',
  );
  const own = pack.form.fields[at];
  if (!own) throw new Error('no field');
  const told = (fields: Pack['form']['fields']) =>
    indicatorMistakes({ ...pack, form: { ...pack.form, fields } }).map(({ message }) => message.en);
  expect(told([{ ...own, indicator: 'employees' }])[0]).toContain('is in 人, this field in 万元');
  expect(told([{ ...own, indicator: 'luck' }])[0]).toContain('no indicator "luck"');
  expect(told([own, { ...own, key: 'again' }])[0]).toContain('twice');
});
