import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import type { Pack } from '../../calls/schema/index.ts';
import { productFolder } from '../../pipeline/versions.ts';
import { formats, isPicture, makeSample, type Recipe, type Sample, type SampleFormat } from './generate.ts';
import type { PhotoStyle } from './photograph.ts';
import type { Printer } from './print.ts';
import { type Defect, type Profile, profileSchema } from './profile.ts';
import { Random } from './random.ts';

/** Everything the generator needs of one call. */
export interface CallKit {
  readonly pack: Pack;
  readonly blankForm: string;
  readonly profile: Profile;
  readonly stories: readonly { label: string; text: string }[];
}

export interface PlanOptions {
  readonly seed: number;
  readonly count: number;
  readonly formats?: readonly SampleFormat[];
  /** How photos are taken, where not as their format has it. */
  readonly photo?: PhotoStyle;
  /** Share of filings with a planted defect, 0..1. */
  readonly spoilt: number;
  /** Earlier awards to repeat, by programme id. */
  readonly awards?: readonly { programme?: string; year?: number; title: string; company: string }[];
}

const story = z.object({
  scheme: z.string(),
  label: z.string().nullable(),
  kind: z.string(),
  text: z.string(),
});

export async function openKits(calls?: readonly string[]): Promise<CallKit[]> {
  const { packs, mistakes } = await loadPacks([builtInPacksDir()]);
  if (mistakes[0]) throw new Error(`${mistakes[0].pack}/${mistakes[0].file}: ${mistakes[0].message.en}`);
  const wanted = [...packs.values()].filter((pack) => calls === undefined || calls.includes(pack.call.id));
  return wanted.map((pack) => {
    const profile = profileSchema.parse(
      parse(
        readFileSync(join(productFolder(), 'corpus', 'generate', 'profiles', `${pack.call.id}.yaml`), 'utf8'),
      ),
    );
    const blankForm = readFileSync(join(pack.folder, 'blank-form.html'), 'utf8');
    return { pack, blankForm, profile, stories: storiesOf(profile) };
  });
}

function storiesOf(profile: Profile): { label: string; text: string }[] {
  if (!profile.stories) return [];
  const file = join(productFolder(), 'corpus', 'labelled', profile.stories);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => story.parse(JSON.parse(line)))
    .filter((entry) => entry.kind === 'section' && entry.label !== null && entry.scheme === profile.scheme)
    .map(({ label, text }) => ({ label: label!, text }))
    .filter(({ label }) => profile.labels?.includes(label) ?? true);
}

/** Makes `count` filings, calls and formats in turn; the same seed gives the same filings. */
export async function* makeBatch(
  kits: readonly CallKit[],
  options: PlanOptions,
  printer: Printer,
): AsyncGenerator<Sample> {
  const random = new Random(options.seed);
  const before = new Map<string, Sample[]>();
  for (let i = 0; i < options.count; i++) {
    const kit = kits[i % kits.length]!;
    const own = before.get(kit.pack.call.id) ?? [];
    const list = (options.formats ?? formats).filter((name) => kit.profile.pictures || !isPicture(name));
    const format = list[(i + Math.floor(i / kits.length)) % list.length]!;
    const recipe = plan(kit, i, format, own, options, random.fork(`filing${i}`));
    const sample = await makeSample(options.photo ? { ...recipe, photo: options.photo } : recipe, printer);
    own.push(sample);
    before.set(kit.pack.call.id, own);
    yield sample;
  }
}

/** Makes just these filings, scans short; a defect is named by its id in the call's profile. */
export async function* makeChosen(
  kits: readonly CallKit[],
  chosen: readonly (readonly [call: string, format: SampleFormat, defect?: string])[],
  options: Pick<PlanOptions, 'seed' | 'awards'>,
  printer: Printer,
): AsyncGenerator<Sample> {
  const random = new Random(options.seed);
  const before = new Map<string, Sample[]>();
  for (const [i, [call, format, id]] of chosen.entries()) {
    const kit = kits.find(({ pack }) => pack.call.id === call);
    const defect = kit?.profile.defects.find((candidate) => candidate.id === id);
    if (!kit || (id !== undefined && !defect))
      throw new Error(`no call ${call} or no defect ${id} in its profile`);
    const own = before.get(call) ?? [];
    const recipe = recipeOf(kit, own.length, format, defect, own, options, random.fork(`chosen${i}`));
    const scanned = isPicture(format) || /scan|photo/u.test(format);
    const sample = await makeSample({ ...recipe, brief: scanned }, printer);
    before.set(call, [...own, sample]);
    yield sample;
  }
}

function plan(
  kit: CallKit,
  i: number,
  format: SampleFormat,
  before: readonly Sample[],
  options: PlanOptions,
  random: Random,
): Recipe {
  const possible = kit.profile.defects.filter(
    (defect) =>
      (defect.repeat !== 'award' || awardsOf(kit, defect, options).length > 0) &&
      (defect.repeat !== 'batch' || before.length > 0),
  );
  const defect = possible.length > 0 && random.chance(options.spoilt) ? random.pick(possible) : undefined;
  return recipeOf(kit, i, format, defect, before, options, random);
}

function awardsOf({ pack }: CallKit, { awardYears }: Defect, { awards }: Pick<PlanOptions, 'awards'>) {
  return (awards ?? []).filter(
    ({ programme, year }) =>
      programme === pack.call.programme.id &&
      (awardYears.length === 0 || (year !== undefined && awardYears.includes(year))),
  );
}

/** How one filing of a call is made, by chance where neither profile nor defect says. */
export function recipeOf(
  kit: CallKit,
  i: number,
  format: SampleFormat,
  defect: Defect | undefined,
  before: readonly Sample[],
  options: Pick<PlanOptions, 'awards'>,
  random: Random,
): Recipe {
  const { pack, profile, stories, blankForm } = kit;
  const fitting =
    defect?.label === undefined ? stories : stories.filter(({ label }) => label === defect.label);
  const recipe: Recipe = {
    pack,
    blankForm,
    profile,
    format,
    defects: defect ? [defect] : [],
    name: `${pack.call.id.replace(/^[a-z]+-/u, '')}-${String(i + 1).padStart(3, '0')}`,
    seed: random.int(1, 2 ** 30),
    ...(fitting.length > 0 ? { story: random.pick(fitting) } : {}),
  };
  if (defect?.repeat === 'award') {
    const awards = awardsOf(kit, defect, options);
    if (awards.length === 0) throw new Error(`${pack.call.id}: no award on the lists for ${defect.id}`);
    const { title, company } = random.pick(awards);
    return { ...recipe, repeats: { title, company } };
  }
  if (defect?.repeat === 'batch') {
    const earlier = random.pick(before);
    const narrative = new Map(
      pack.form.fields.flatMap((field) => {
        const text = field.type === 'section' ? earlier.invented.written.values.get(field.key) : undefined;
        return text ? [[field.key, text] as const] : [];
      }),
    );
    return { ...recipe, repeats: { title: `${earlier.truth.title}（二期）`, narrative } };
  }
  return recipe;
}
