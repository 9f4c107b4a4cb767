import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../../calls/schema/index.ts';
import type { Finding } from '../../core/judgement.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { DecisionKind } from '../../core/records.ts';
import { screening, pack as trial } from '../../report/testing.ts';
import { stateOf } from '../../review/state-of.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/ports.ts';
import { decide } from '../desk/acts.ts';
import { type OpenBatch, openBatch, type Person } from '../desk/office.ts';
import { seatBatch } from '../desk/seat-batch.ts';
import { factsOf } from '../outcome-facts.ts';
import { type BesideStore, besideStore, writeOffice } from './beside.ts';

/** A small office with a batch in its store, for the tests of this folder. */

export const pack: Pack = {
  ...trial,
  form: {
    ...trial.form,
    fields: [
      ...trial.form.fields,
      {
        key: 'unit',
        label: '推荐单位',
        en: 'Unit',
        type: 'text',
        role: 'recommending-unit',
        required: true,
        aliases: [],
        under: [],
      },
      {
        key: 'phone',
        label: '联系电话',
        en: 'Phone',
        type: 'phone',
        role: 'phone',
        required: true,
        aliases: [],
        under: [],
      },
    ],
  },
};

const text = (words: string) => ({ zh: words, en: words });

export const finding = (rule: string, message: string, more: Partial<Finding> = {}): Finding => ({
  rule,
  title: text(`${rule}的条件`),
  consequence: 'mend',
  verdict: 'fail',
  message: text(message),
  clause: { ref: '二（一）', text: '材料须齐全。' },
  evidence: [],
  ...more,
});

export interface FilingDraft {
  readonly id: string;
  readonly company: string;
  readonly title?: string;
  readonly unit?: string;
  readonly findings?: readonly Finding[];
  readonly version?: number;
}

export function outcomeOf({
  id,
  company,
  title,
  unit = '南京市工信局',
  findings = [],
  version = 1,
}: FilingDraft): FilingOutcome {
  const field = (key: string, label: string, value: string) => ({
    key,
    label,
    value,
    raw: value,
    state: 'filled' as const,
    confidence: 1,
    where: [],
  });
  const base = {
    id: `${id}-${version}`,
    filing: id,
    version,
    file: `${id}.pdf`,
    status: 'done' as const,
    problems: [],
    fields: [
      field('name', '项目名称', title ?? `${id}号数字车间`),
      field('company', '申报单位', company),
      field('unit', '推荐单位', unit),
      field('phone', '联系电话', '13800000000'),
    ],
    classification: [],
    findings,
    matches: [],
    files: [],
  };
  return { ...base, judged: stateOf(base) };
}

export interface TrialOffice {
  readonly store: Store;
  readonly open: OpenBatch;
  readonly beside: BesideStore;
  readonly folder: string;
}

export const clerk: Person = { id: 'li', name: '李敏', role: 'head', active: true, alone: true };

/** An office that has said what its letters need, with the filings of one finished run. */
export async function trialOffice(filings: readonly FilingDraft[]): Promise<TrialOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'chushen-papers-'));
  const place = join(folder, 'a.sqlite');
  const opening = await openStore(place);
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  await store.batches.put(screening.batch);
  await store.runs.put(screening.run);
  await screened({ store }, filings);
  const opened = await openBatch(store, screening.batch.id, new Map([[pack.call.id, pack]]));
  if (!opened?.run) throw new Error('the batch has no run');
  const beside = besideStore(place);
  await writeOffice(beside, {
    name: '江苏省工业和信息化厅',
    mark: '苏工信初审',
    contact: '王芳',
    telephone: '025-83000000',
    address: '南京市北京西路16号',
    mendDays: 5,
    mendBasis: '《申报管理办法》第十二条',
  });
  return { store, open: { ...opened, run: opened.run }, beside, folder };
}

/** Outcomes of filings in the run, and their desks. */
export async function screened(
  { store }: Pick<TrialOffice, 'store'>,
  filings: readonly FilingDraft[],
  run = screening.run,
): Promise<void> {
  for (const draft of filings) {
    const outcome = outcomeOf(draft);
    const fields = new Map(outcome.fields.map((field) => [field.key, field]));
    await store.outcomes.put(run.id, outcome, factsOf({ fields }, pack));
  }
  await store.outcomes.putBatch(run.id, { findings: [], cases: [], unassigned: [] });
  await seatBatch(store, run, pack);
}

export async function decided(
  { store, open }: TrialOffice,
  filing: string,
  kind: DecisionKind,
  reasons: readonly string[] = [],
  note = '',
): Promise<void> {
  const desk = await store.desks.get(filing);
  if (!desk) throw new Error(`${filing} has no desk`);
  const acting = { store, open, person: clerk, filing, revision: desk.revision };
  const done = await decide(acting, desk.version, { kind, reasons, note });
  if ('code' in done) throw new Error(done.message.en);
}
