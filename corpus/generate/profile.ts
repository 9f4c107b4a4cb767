import { z } from 'zod';

/** What a sound filing of a call looks like, and the defects that can be planted in it: data beside the code. */

const range = z.tuple([z.number(), z.number()]);

export const defectSchema = z.strictObject({
  id: z.string(),
  /** Rules that must fail because of it; `match` for a repeat that must be found. */
  rules: z.array(z.string()).default([]),
  /** Rules that rightly fail as well where their own text asks it; neither wanted nor a false alarm. */
  may: z.array(z.string()).default([]),
  /** A text, or a number that is written as the applicant writes numbers. */
  set: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** An amount as written, in a unit that is not the form's, and what it comes to in the form's. */
  amount: z.record(z.string(), z.strictObject({ text: z.string(), value: z.number() })).default({}),
  /** One year of a field of several years. */
  year: z.record(z.string(), z.record(z.string(), z.number())).default({}),
  blank: z.array(z.string()).default([]),
  /** One of these, by chance, is left blank. */
  blankOne: z.array(z.string()).default([]),
  /** A year of the field is left blank. */
  blankYear: z.record(z.string(), z.int()).default({}),
  /** Tables without a filled row. */
  noRows: z.array(z.string()).default([]),
  /** Sentences with one of these words are left out of the narrative. */
  without: z.array(z.string()).default([]),
  /** Rules of the pack: sentences with a phrase they look for are left out of the narrative. */
  silentOn: z.array(z.string()).default([]),
  tick: z.record(z.string(), z.array(z.string())).default({}),
  /** Replaces the narrative of a chapter by one of so many characters. */
  long: z.record(z.string(), z.int()).default({}),
  /** Second place of a field (the pledge) shows this instead. */
  elsewhere: z.record(z.string(), z.string()).default({}),
  repeat: z.enum(['award', 'batch']).optional(),
  /** Years of the awards that may be repeated; any unless told. */
  awardYears: z.array(z.int()).default([]),
  /** The defect makes sense only in filings written for this label. */
  label: z.string().optional(),
});

/** A filing sent as one package with its annexes, all of the call's but those that it lacks. */
const packageSchema = defectSchema.extend({ lacks: z.array(z.string()).default([]) });

const officeList = z.strictObject({
  /** Keys of the fields that are its columns. */
  columns: z.array(z.string()).min(1),
  /** Filings, by their number from 0, that it leaves out. */
  without: z.array(z.int()).default([]),
  /** What it says otherwise than the filing. */
  differs: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** A row that is of no filing. */
  stray: z.boolean().default(false),
  /** Ranks row by row; 1, 2, 3 … unless told. */
  ranks: z.array(z.int()).default([]),
});

/** Filings judged as one batch against the office's lists, and what must fail because of it. */
const batchSchema = z.strictObject({
  id: z.string(),
  filings: z.int().min(1),
  /** What all of them say alike. */
  set: z.record(z.string(), z.string()).default({}),
  label: z.string().optional(),
  /** All are one applicant's. */
  oneApplicant: z.boolean().default(false),
  summary: officeList.optional(),
  registry: officeList.optional(),
  /** Rules that must fail for these filings, and those that rightly fail as well. */
  rules: z.record(z.string(), z.array(z.int())).default({}),
  may: z.array(z.string()).default([]),
  /** Rules on the batch that must fail, and the filings that they must name. */
  batch: z.record(z.string(), z.array(z.int())).default({}),
});

export const profileSchema = z.strictObject({
  call: z.string(),
  province: z.string().optional(),
  /** The form is short enough to be sent as one picture. */
  pictures: z.boolean().default(false),
  /** Scheme whose label the filing is written for, and where its labelled texts are. */
  scheme: z.string().optional(),
  /** Chapter or long text that carries the label's own description. */
  core: z.string().optional(),
  /** File of corpus/labelled that the label's descriptions come from. */
  stories: z.string().optional(),
  values: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  numbers: z.record(z.string(), range).default({}),
  /** A total written as the sum of others plus a little. */
  sums: z
    .record(z.string(), z.strictObject({ of: z.array(z.string()).min(1), plus: range.default([0, 0]) }))
    .default({}),
  /** A part written as what others leave of a total. */
  differences: z
    .record(z.string(), z.strictObject({ from: z.string(), minus: z.array(z.string()).min(1) }))
    .default({}),
  /** Labels that filings are written for; all with texts unless told. */
  labels: z.array(z.string()).optional(),
  /** Sentences that a filing for a label (`*`: any) adds to its chapters, so that it meets the conditions. */
  append: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** A part written as a share of another field. */
  shares: z.record(z.string(), z.strictObject({ of: z.string(), share: range })).default({}),
  /** The years of a percentage written as what those of another field are of a number. */
  ratios: z.record(z.string(), z.strictObject({ of: z.string(), over: z.string() })).default({}),
  ticks: z
    .record(
      z.string(),
      z.union([
        z.strictObject({ is: z.array(z.string()).min(1) }),
        z.strictObject({ pick: range }),
        z.strictObject({ each: range }),
        z.strictObject({ whole: z.int().min(1) }),
        z.strictObject({ label: z.literal(true) }),
        z.strictObject({ parent: z.literal(true) }),
      ]),
    )
    .default({}),
  /** Fewest characters of a chapter or long text, also in brief filings. */
  least: z.record(z.string(), z.int().min(1)).default({}),
  defects: z.array(defectSchema).default([]),
  packages: z.array(packageSchema).default([]),
  batches: z.array(batchSchema).default([]),
  /** Rules that no single filing can be made to fail, and why. */
  unplanted: z.record(z.string(), z.string()).default({}),
});

export type Profile = z.infer<typeof profileSchema>;
export type Defect = Profile['defects'][number];
export type PackageCase = Profile['packages'][number];
export type BatchCase = Profile['batches'][number];
export type OfficeListPlan = z.infer<typeof officeList>;
