import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSample } from '../../../corpus/generate/generate.ts';
import { makeAnnexes, packFiling } from '../../../corpus/generate/pack-filing.ts';
import { type CallKit, recipeOf } from '../../../corpus/generate/plan.ts';
import type { Printer } from '../../../corpus/generate/print.ts';
import { Random } from '../../../corpus/generate/random.ts';
import type { Case } from './make-cases.ts';

/** Makes the call's packages: an archive named after the applicant with the form and the annexes it has. */
export async function makePackages(
  kit: CallKit,
  seed: number,
  folder: string,
  printer: Printer,
): Promise<Case[]> {
  const { call } = kit.pack;
  const random = new Random(seed).fork(`packages ${call.id}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const cases: Case[] = [];
  for (const [i, planned] of kit.profile.packages.entries()) {
    for (const format of ['docx', 'pdf'] as const) {
      const chance = random.fork(`${i} ${format}`);
      const recipe = recipeOf(kit, cases.length, format, planned, [], {}, chance);
      const { bytes, text, truth } = await makeSample(recipe, printer);
      const came = call.annexes.filter(({ key }) => !planned.lacks.includes(key));
      const annexes = await makeAnnexes(came, truth.company, chance, printer);
      const form = `申报书.${format}`;
      const archive = `${truth.company}.zip`;
      await writeFile(join(folder, archive), await packFiling([{ name: form, bytes }, ...annexes]));
      cases.push({ truth: { ...truth, file: `${archive}!/${form}` }, text });
    }
  }
  return cases;
}
