import type { Pack } from '../../calls/schema/index.ts';
import type { Lang } from '../../core/lang.ts';
import type { Run } from '../../core/records.ts';
import type { Results } from '../../core/results.ts';
import { loadScreening } from '../../pipeline/load-screening.ts';
import type { Screened } from '../../pipeline/screen.ts';
import type { ReportContext } from '../../report/report-context.ts';
import { fileResult, filingResult, toResults } from '../../report/to-results.ts';
import type { Store } from '../../store/ports.ts';
import type { Terminal } from '../terminal.ts';
import { mostShown, summarise, writeOutputs } from './screen-outputs.ts';
import { writtenReports } from './written-reports.ts';

/**
 * Writes the reports of a run from the store, and says on the terminal what came out. Reports of this very run, in this
 * language and by this program, are left as they are.
 */
export async function writeReports(
  { batch, run }: Pick<Screened, 'batch' | 'run'>,
  pack: Pack,
  store: Store,
  { out, json }: { readonly out: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const context: ReportContext = { lang: terminal.lang, pack };
  const written = json ? undefined : await writtenReports(out, run, terminal.lang);
  if (written) summarise(await firstOf(store, run, terminal.lang), written, context, out, terminal);
  else {
    const results = toResults(await loadScreening(store, { batch, run }), terminal.lang);
    await writeOutputs(out, results, context);
    summarise(results, results.totals, context, out, terminal);
    if (json) terminal.print(JSON.stringify(results));
  }
}

/** As much of a run as the terminal shows. */
async function firstOf(store: Store, run: Run, lang: Lang): Promise<Pick<Results, 'filings' | 'unassigned'>> {
  const filings = [];
  for await (const outcome of store.outcomes.stream(run.id)) {
    filings.push(filingResult(outcome, lang));
    if (filings.length === mostShown) break;
  }
  const whole = await store.outcomes.batch(run.id);
  return { filings, unassigned: (whole?.unassigned ?? []).map((file) => fileResult(file, lang)) };
}

/** A moment on the person's own clock, to the minute. */
export function shownTime(instant: string): string {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
