import { describe, expect, it } from 'vitest';
import { openKits } from './plan.ts';

const kits = await openKits();

describe.each(kits.map((kit) => [kit.pack.call.id, kit] as const))('%s', (_, { pack, profile, stories }) => {
  const rules = new Set(pack.rules.map(({ id }) => id));
  const planted = new Set([
    ...[...profile.defects, ...profile.packages].flatMap((defect) => defect.rules),
    ...profile.batches.flatMap(({ rules: inLists }) => Object.keys(inLists)),
  ]);

  it('plants a defect for every rule, or says why none can be', () => {
    const left = [...rules].filter((rule) => !planted.has(rule) && !(rule in profile.unplanted));
    expect(left).toEqual([]);
    expect(Object.keys(profile.unplanted).filter((rule) => planted.has(rule))).toEqual([]);
  });

  it('names rules, fields, options and labels that there are', () => {
    const named = profile.defects.flatMap(({ rules, may, silentOn }) => [...rules, ...may, ...silentOn]);
    expect([...named, ...Object.keys(profile.unplanted)].filter((rule) => !rules.has(rule))).toEqual([]);
    const batch = new Set<string>(pack.call.batch.map(({ id }) => id));
    const asked = profile.batches.flatMap((one) => Object.keys(one.batch));
    expect(asked.filter((rule) => !batch.has(rule))).toEqual([]);
    const annexes = new Set(pack.call.annexes.map(({ key }) => key));
    expect(profile.packages.flatMap(({ lacks }) => lacks).filter((key) => !annexes.has(key))).toEqual([]);
    const fields = new Map(pack.form.fields.map((field) => [field.key, field]));
    for (const { id, label, tick, ...defect } of [...profile.defects, ...profile.packages]) {
      const { set, amount, year, blank, blankOne, blankYear, noRows, long, elsewhere } = defect;
      const keyed = [set, amount, year, blankYear, long, elsewhere, tick].flatMap((part) =>
        Object.keys(part),
      );
      const unknown = [...keyed, ...blank, ...blankOne, ...noRows].filter((key) => !fields.has(key));
      expect(unknown, id).toEqual([]);
      for (const [key, ticked] of Object.entries(tick)) {
        const field = fields.get(key);
        const options = field && 'options' in field ? field.options.map(({ text }) => text) : [];
        expect(
          ticked.filter((option) => !options.includes(option)),
          id,
        ).toEqual([]);
      }
      if (label !== undefined)
        expect(
          stories.map((story) => story.label),
          id,
        ).toContain(label);
    }
  });
});
