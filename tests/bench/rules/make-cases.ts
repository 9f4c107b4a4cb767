import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleAwards } from '../../../corpus/awards/example-awards.ts';
import type { SampleFormat, Truth } from '../../../corpus/generate/generate.ts';
import { type CallKit, makeChosen } from '../../../corpus/generate/plan.ts';
import { Printer } from '../../../corpus/generate/print.ts';
import { Random } from '../../../corpus/generate/random.ts';

export interface Case {
  readonly truth: Truth;
  /** All that is printed on it, for the baseline. */
  readonly text: string;
}

export interface CaseOptions {
  readonly seed: number;
  readonly formats: readonly SampleFormat[];
  /** Scanned filings of a call and format; the others hold every defect. */
  readonly scans: number;
  /** Filings of a call and other format; without it every defect. */
  readonly most?: number;
  readonly folder: string;
  /** Only these defects. */
  readonly defects?: readonly string[];
}

/** Makes for each defect of a call that a rule must find one filing in each format. */
export async function makeCases(kit: CallKit, options: CaseOptions): Promise<Case[]> {
  const call = kit.pack.call.id;
  const folder = join(options.folder, call);
  const random = new Random(options.seed).fork(call);
  const defects = kit.profile.defects
    .filter(({ id, rules }) => rules.length > 0 && (options.defects?.includes(id) ?? true))
    .map(({ id }) => id);
  const chosen = options.formats.flatMap((format) => {
    const scanned = format === 'scan' || format === 'poor-scan';
    const most = scanned ? options.scans : options.most;
    const ids = most === undefined ? defects : random.fork(format).sample(defects, most);
    return ids.map((id) => [call, format, id] as const);
  });
  // What an earlier run left would be judged with these as one batch.
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'filings'), { recursive: true });
  const printer = await Printer.open();
  const cases: Case[] = [];
  try {
    const awards = await exampleAwards([kit.pack]);
    for await (const { file, bytes, truth, text } of makeChosen(
      [kit],
      chosen,
      { seed: options.seed, awards },
      printer,
    )) {
      await writeFile(join(folder, 'filings', file), bytes);
      cases.push({ truth, text });
    }
  } finally {
    await printer.close();
  }
  await writeFile(join(folder, 'cases.json'), JSON.stringify(cases));
  return cases;
}

/** The cases that an earlier run with this seed left. */
export async function readCases(kit: CallKit, folder: string): Promise<Case[]> {
  return JSON.parse(await readFile(join(folder, kit.pack.call.id, 'cases.json'), 'utf8')) as Case[];
}
