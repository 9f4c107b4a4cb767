import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productFolder } from '../../pipeline/versions.ts';
import { exampleAwards } from '../awards/example-awards.ts';
import type { SampleFormat, Truth } from '../generate/generate.ts';
import { makeChosen, openKits } from '../generate/plan.ts';
import { Printer } from '../generate/print.ts';

/** Which filings are committed as samples: call, format, and the defect planted in each (none: a sound one). */
const chosen: readonly (readonly [call: string, format: SampleFormat, defect?: string])[] = [
  ['jiangsu-2022-benchmark-factory', 'pdf'],
  ['jiangsu-2022-benchmark-factory', 'docx', 'too-little-invested'],
  ['jiangsu-2022-benchmark-factory', 'scan', 'four-indicators'],
  ['jiangsu-2022-benchmark-factory', 'wps', 'still-building'],
  ['jiangsu-2022-benchmark-factory', 'poor-scan', 'not-certified'],
  ['miit-2021-app-solutions', 'docx', 'award-again'],
  ['miit-2021-app-solutions', 'pdf', 'too-long'],
  ['miit-2021-app-solutions', 'doc', 'not-in-use'],
  ['miit-2021-app-solutions', 'scan'],
  ['miit-2022-application-cases', 'pdf'],
  ['miit-2022-application-cases', 'docx', 'batch-copy'],
  ['miit-2022-application-cases', 'jpeg', 'branch'],
  ['miit-2022-application-cases', 'png', 'filed-late'],
  ['miit-2022-cross-platform', 'pdf', 'totals-differ'],
  ['miit-2022-cross-platform', 'docx'],
  ['miit-2022-cross-platform', 'scan', 'no-headcount'],
  ['miit-2022-pilots', 'pdf'],
  ['miit-2022-pilots', 'docx', 'not-begun'],
  ['miit-2022-pilots', 'wps', 'not-accepted'],
  ['miit-2022-pilots', 'scan'],
];

const folder = join(productFolder(), 'corpus', 'samples');
const kits = await openKits();
const awards = await exampleAwards(kits.map((kit) => kit.pack));
const printer = await Printer.open();
const truths = new Map<string, Truth[]>();
for (const { pack } of kits) await rm(join(folder, pack.call.id), { recursive: true, force: true });
try {
  for await (const sample of makeChosen(kits, chosen, { seed: 20220520, awards }, printer)) {
    const { call } = sample.truth;
    await mkdir(join(folder, call, 'filings'), { recursive: true });
    await writeFile(join(folder, call, 'filings', sample.file), sample.bytes);
    truths.set(call, [...(truths.get(call) ?? []), sample.truth]);
  }
} finally {
  await printer.close();
}
for (const [call, list] of truths) await writeFile(join(folder, call, 'truth.json'), `${JSON.stringify(list, null, 1)}\n`);
