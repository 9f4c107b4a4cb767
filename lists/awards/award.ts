import { createHash } from 'node:crypto';
import { z } from 'zod';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import { issuerSchema } from './issuer.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2019-12-31');

/** One line of an official list 入选项目. */
export const awardSchema = z.strictObject({
  id: z.string().min(1),
  /** Programme id where the name is one of a pack's programme names. */
  programme: z.string().optional(),
  programmeName: z.string().optional(),
  /** Whose list it is; absent in lists of an older program, and then not known. */
  issuer: issuerSchema.optional(),
  /** The year of the list. */
  year: z.int().min(1990).max(2100).optional(),
  /** The day the list was made public. */
  listedOn: date.optional(),
  /** 第三批: the lot of a list that is made public in several. */
  batch: z.string().optional(),
  category: z.string().optional(),
  title: z.string(),
  company: z.string(),
  creditCode: z.string().optional(),
  region: z.string().optional(),
  /** Description. */
  text: z.string().optional(),
  /** The title was taken back 撤销: by a list of such titles, of that day or year, or as a remark on the row says. */
  revoked: z
    .strictObject({
      by: z.enum(['list', 'remark']),
      year: z.int().min(1990).max(2100).optional(),
      listedOn: date.optional(),
    })
    .optional(),
  /** Where it stands in its list: sheet or table, and row as a person counts it. Lists of an older program have none. */
  from: z.strictObject({ sheet: z.string(), row: z.int().min(1) }).optional(),
});
export type Award = z.infer<typeof awardSchema>;

/** JSON form of a list: `{ "awards": […] }` or the bare array; `id` may be left out. */
export const awardFileSchema = z.union([
  z.array(awardSchema.partial({ id: true })),
  z.object({ awards: z.array(awardSchema.partial({ id: true })) }).transform((file) => file.awards),
]);

/** The same award of the same list has the same id however it was typed. */
export function awardId(award: Omit<Award, 'id' | 'from'>): string {
  const parts = [award.programme ?? award.programmeName ?? '', award.year ?? '', award.title, award.company];
  return createHash('sha256')
    .update(parts.map((part) => foldLetters(String(part))).join('|'))
    .digest('hex')
    .slice(0, 16);
}
