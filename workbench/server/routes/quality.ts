import { Hono } from 'hono';
import type { Decision } from '../../../core/records.ts';
import { saveSettings, settingsOfBatch } from '../../../pipeline/desk/batch-settings.ts';
import type { OpenBatch } from '../../../pipeline/desk/office.ts';
import { seatBatch } from '../../../pipeline/desk/seat-batch.ts';
import { lastRulings, usualThreshold } from '../../../review/desk/doubts.ts';
import { agree } from '../../../review/desk/standing.ts';
import { wilson } from '../../../review/quality/shares.ts';
import { byConfidence, errorShare, type Looked, thresholdFor } from '../../../review/quality/threshold.ts';
import { type Quality, thresholdSave } from '../../api/office.ts';
import type { Env, Office } from '../context.ts';
import { recordAct } from '../record-act.ts';
import { bodyOf, Refusing, staleSettings } from '../refuse.ts';
import { percent } from '../show/percent.ts';
import { withRun } from './queue.ts';

/** How well machine and office do, by what people corrected and decided again: `/api/batches/:batch/quality`. */
export function qualityRoutes(office: Office): Hono<Env> {
  const { store, live } = office;
  const routes = new Hono<Env>();

  routes.get('/:batch/quality', async (c) =>
    c.json(await measured(await withRun(office, c.req.param('batch')))),
  );

  // A person takes it into use: what needs nobody any more is asked of nobody.
  routes.put('/:batch/quality/threshold', async (c) => {
    const open = await withRun(office, c.req.param('batch'));
    const person = c.get('person');
    if (person.role === 'clerk')
      throw new Refusing(403, 'role', {
        zh: '免看置信由科室负责人或管理员启用。',
        en: 'The confidence that needs nobody is taken into use by the head or an administrator.',
      });
    const seen = await bodyOf(c, thresholdSave);
    const { threshold } = await measured(open);
    if (threshold === undefined)
      throw new Refusing(409, 'not-now', {
        zh: '更正还太少，不能推出达到目标准确率的置信。',
        en: 'Too few corrections to tell which confidence reaches the target.',
      });
    // What a correction just now made of it is not what the person looked at.
    if (threshold !== seen.threshold) throw staleSettings();
    const before = await settingsOfBatch(store, open.batch.id);
    if (!(await saveSettings(store, open.batch.id, seen.revision, { threshold }))) throw staleSettings();
    await recordAct(store, person, {
      kind: 'policy',
      batch: open.batch.id,
      text: { zh: '启用免看置信', en: 'took a confidence that needs nobody into use' },
      old: percent(before.threshold ?? usualThreshold),
      new: percent(threshold),
    });
    await seatBatch(store, open.run, open.pack);
    live.tell({ batch: open.batch.id, kind: 'batch' });
    return c.json(await measured(open));
  });

  return routes;

  async function measured({ batch, run }: Pick<OpenBatch, 'batch' | 'run'>): Promise<Quality> {
    const { policy, revision, threshold: chosen = usualThreshold } = await settingsOfBatch(store, batch.id);
    const looked: Looked[] = [];
    const again: { readonly otherwise: boolean }[] = [];
    let values = 0;
    let untouched = 0;
    const touched = new Set(
      (await store.desks.of(batch.id)).flatMap(({ filing, revision }) => (revision > 0 ? filing : [])),
    );
    for await (const { filing, version, fields } of store.outcomes.stream(run.id)) {
      const filled = fields.filter(({ state }) => state === 'filled');
      values += filled.length;
      const rulings = touched.has(filing) ? lastRulings(await store.rulings.of(filing), version) : noRulings;
      const seen = (key: string) => rulings.has(`field:${key}`);
      untouched += filled.filter(({ key, confidence }) => confidence >= chosen && !seen(key)).length;
      for (const { confidence, value } of rulings.values())
        if (confidence !== undefined) looked.push({ confidence, wrong: value === 'corrected' });
      const twice = touched.has(filing) ? drawnAgain(await store.decisions.of(filing)) : undefined;
      if (twice) again.push(twice);
    }
    const corrected = looked.filter(({ wrong }) => wrong).length;
    const acts = await store.acts.of(
      { batch: batch.id, kinds: ['rule', 'correct', 'decide'] },
      { offset: 0, limit: 100_000 },
    );
    const seconds = (kinds: readonly string[]) => {
      const some = acts.filter(({ kind, seconds: took }) => kinds.includes(kind) && took > 0);
      return { sum: some.reduce((sum, act) => sum + act.seconds, 0), of: some.length };
    };
    const doubts = seconds(['rule', 'correct']);
    const filings = new Set(acts.filter(({ seconds: took }) => took > 0).map(({ filing }) => filing)).size;
    const threshold = thresholdFor(looked, policy.target);
    return {
      target: policy.target,
      revision,
      used: chosen,
      ...(threshold === undefined ? {} : { threshold }),
      values,
      corrected,
      untouched: wilson(untouched, values),
      errors: errorShare(looked),
      redrawn: wilson(again.filter(({ otherwise }) => otherwise).length, again.length),
      secondsPerFiling: filings === 0 ? 0 : seconds(['rule', 'correct', 'decide']).sum / filings,
      secondsPerDoubt: doubts.of === 0 ? 0 : doubts.sum / doubts.of,
      byConfidence: byConfidence(looked),
    };
  }
}

const noRulings: ReturnType<typeof lastRulings> = new Map();

/** Whether a filing that was drawn again was decided otherwise. */
function drawnAgain(decisions: readonly Decision[]): { readonly otherwise: boolean } | undefined {
  const again = decisions.findLast(({ step }) => step === 'again');
  const before = decisions.findLast(({ step }) => step === 'first' || step === 'third');
  return again && before ? { otherwise: !agree(again, before) } : undefined;
}
