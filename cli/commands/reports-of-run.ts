import type { Pack } from '../../calls/schema/index.ts';
import type { Lang } from '../../core/lang.ts';
import type { Run } from '../../core/records.ts';
import type { Results, Totals } from '../../core/results.ts';
import { openScreening } from '../../pipeline/open-screening.ts';
import type { Screened } from '../../pipeline/screen.ts';
import type { ReportContext } from '../../report/report-context.ts';
import { type ResultsSource, resultsSource } from '../../report/results-source.ts';
import { fileResult, filingResult } from '../../report/to-results.ts';
import type { Store } from '../../store/ports.ts';
import type { Terminal } from '../terminal.ts';
import { mostShown, summarise, writeOutputs } from './screen-outputs.ts';
import { writtenReports } from './written-reports.ts';

/**
 * Writes the reports of a run from the store, and says on the terminal what came out. Reports of this very run, in this
 * language and by this program, are left as they are.
 */
export async function reportsOfRun(
  { batch, run }: Pick<Screened, 'batch' | 'run'>,
  pack: Pack,
  store: Store,
  { out, json }: { readonly out: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { lang } = terminal;
  const context: ReportContext = { lang, pack };
  const source = async () => resultsSource(await openScreening(store, { batch, run }), lang);
  const { head } = await source();
  const written = json ? undefined : await writtenReports(out, run, lang, head.run.decided);
  const totals = written ?? (await writeOutputs(out, await source(), context));
  summarise(await firstOf(store, run, lang), totals, context, out, terminal);
  if (json) await printJson(await source(), totals, terminal);
}

/** The results as JSON on stdout, a filing on each line. */
async function printJson({ head, tail, filings }: ResultsSource, totals: Totals, terminal: Terminal) {
  terminal.print(`${JSON.stringify({ ...head, totals }).slice(0, -1)},"filings":[`);
  let told = 0;
  for await (const filing of filings())
    terminal.print(`${JSON.stringify(filing)}${++told < totals.filings ? ',' : ''}`);
  terminal.print(`],${JSON.stringify(tail).slice(1)}`);
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
