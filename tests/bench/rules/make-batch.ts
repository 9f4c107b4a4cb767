import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSample, type Sample, type Truth } from '../../../corpus/generate/generate.ts';
import { listRows, writeCsv, writeXlsx } from '../../../corpus/generate/office-list.ts';
import { type CallKit, recipeOf } from '../../../corpus/generate/plan.ts';
import type { Printer } from '../../../corpus/generate/print.ts';
import { type BatchCase, defectSchema } from '../../../corpus/generate/profile.ts';
import { Random } from '../../../corpus/generate/random.ts';

export interface MadeBatch {
  /** What is known of each filing, with the rules that must fail for it. */
  readonly truths: readonly Truth[];
  /** Folder of the filings alone. */
  readonly folder: string;
  /** Flags that give the lists along. */
  readonly flags: readonly string[];
}

/** Makes one batch of sound filings, Word and PDF in turn, and the office's lists with their planned faults. */
export async function makeBatchCase(
  kit: CallKit,
  planned: BatchCase,
  seed: number,
  root: string,
  printer: Printer,
): Promise<MadeBatch> {
  const { pack } = kit;
  const random = new Random(seed).fork(`batch ${pack.call.id} ${planned.id}`);
  const folder = join(root, 'filings');
  await rm(root, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { label, set } = planned;
  const common = defectSchema.parse({ id: planned.id, set, ...(label ? { label } : {}) });
  const codeField = pack.form.fields.find(({ role }) => role === 'credit-code')?.key;
  const samples: Sample[] = [];
  for (let i = 0; i < planned.filings; i++) {
    const [first] = samples;
    const code = first && codeField ? first.truth.fields[codeField] : undefined;
    const defect =
      planned.oneApplicant && codeField && typeof code === 'string'
        ? { ...common, set: { ...set, [codeField]: code } }
        : common;
    const recipe = recipeOf(kit, i, i % 2 === 0 ? 'docx' : 'pdf', defect, [], {}, random.fork(String(i)));
    const repeats =
      planned.oneApplicant && first
        ? { repeats: { title: `${random.pick(otherTitles)}${i}期`, company: first.truth.company } }
        : {};
    const sample = await makeSample({ ...recipe, ...repeats }, printer);
    await writeFile(join(folder, sample.file), sample.bytes);
    samples.push(sample);
  }
  const flags: string[] = [];
  if (planned.summary) {
    const file = join(root, '汇总表.xlsx');
    await writeFile(file, await writeXlsx(listRows(planned.summary, samples, pack)));
    flags.push('--summary', file);
  }
  if (planned.registry) {
    const file = join(root, '系统导出.csv');
    await writeFile(file, writeCsv(listRows(planned.registry, samples, pack)));
    flags.push('--registry', file);
  }
  const truths = samples.map(({ truth }, i): Truth => {
    const rules = Object.entries(planned.rules).flatMap(([rule, filings]) =>
      filings.includes(i) ? [rule] : [],
    );
    // A fault of the batch is told on the filings it names as well.
    const shared = Object.entries(planned.batch).flatMap(([rule, filings]) =>
      filings.includes(i) ? [rule] : [],
    );
    return { ...truth, defects: [{ id: planned.id, rules, may: [...planned.may, ...shared] }] };
  });
  return { truths, folder, flags };
}

const otherTitles = ['厂区物流调度系统', '设备健康管理应用', '能源管控应用'];
