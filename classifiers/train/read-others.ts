import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Scheme } from '../../calls/schema/schemes.ts';
import { zoneOf } from '../signals/zone.ts';
import { isCalled, type Sample } from './samples.ts';

const descriptionSchema = z.strictObject({
  id: z.string(),
  style: z.string(),
  scheme: z.enum(['mode', 'direction']).default('mode'),
  label: z.string(),
  /** The other label of a text of two. */
  second: z.string().nullable(),
  text: z.string().min(1),
  /** Empty where a text came without one. */
  title: z.string().default(''),
  part: z.enum(['fit', 'aside']),
});
export type Description = z.infer<typeof descriptionSchema>;

/** The file's name of a scheme. */
const schemeIds = { mode: 'modes', direction: 'directions' } as const;

const folders = {
  descriptions: 'independent',
  'two-modes': 'independent',
  'two-modes2': 'independent',
  'of-two': 'descriptions',
} as const;

/**
 * One file of descriptions: `two-modes` and `two-modes2` were written by other hands after the models and teach
 * nothing; `of-two` was written to teach what a text of two labels is.
 */
export type DescriptionFile = keyof typeof folders;

const fileOf = (name: DescriptionFile) =>
  ['../../corpus/', '../../../corpus/']
    .map((path) => fileURLToPath(new URL(`${path}${folders[name]}/${name}.jsonl`, import.meta.url)))
    .find((path) => existsSync(path)) ?? '';

/** The project descriptions of one file; none where the corpus is not there. */
export function readDescriptions(
  part: Description['part'],
  name: DescriptionFile = 'descriptions',
): Description[] {
  const file = fileOf(name);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => descriptionSchema.parse(JSON.parse(line)))
    .filter((one) => one.part === part);
}

/** A description with the indices of its labels in a scheme. */
export interface Told {
  readonly description: Description;
  readonly sample: Sample;
}

/** The descriptions of one scheme, to be judged only. */
export function toldOf(descriptions: readonly Description[], scheme: Scheme): Told[] {
  return descriptions
    .filter((one) => schemeIds[one.scheme] === scheme.id)
    .map((description) => {
      const index = (name: string | null) => scheme.labels.findIndex((label) => isCalled(label, name));
      const answer = index(description.label);
      if (answer < 0) throw new Error(`${description.id}: no label ${description.label} in ${scheme.id}`);
      const second = index(description.second);
      return {
        description,
        sample: {
          onlyJudged: true,
          ...(second >= 0 && { joined: { second } }),
          zones: [
            ...(description.title === '' ? [] : [zoneOf('title', description.title)]),
            zoneOf('body', description.text),
          ],
          answer,
          fold: 0,
          kind: 'filing',
          neutral: false,
        },
      };
    });
}
