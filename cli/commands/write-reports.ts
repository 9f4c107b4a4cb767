import type { Pack } from '../../calls/schema/index.ts';
import { loadScreening } from '../../pipeline/load-screening.ts';
import type { Screened } from '../../pipeline/screen.ts';
import type { ReportContext } from '../../report/report-context.ts';
import { toResults } from '../../report/to-results.ts';
import type { Store } from '../../store/ports.ts';
import type { Terminal } from '../terminal.ts';
import { summarise, writeOutputs } from './screen-outputs.ts';
import { summaryOf, writtenReports } from './written-reports.ts';

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
  let written = await writtenReports(out, run, terminal.lang);
  if (!written) {
    const results = toResults(await loadScreening(store, { batch, run }), terminal.lang);
    await writeOutputs(out, results, context);
    written = { results, summary: summaryOf(results) };
  }
  const { results, summary } = written;
  summarise(results, summary, context, out, terminal);
  if (json) terminal.print(JSON.stringify(results));
  process.exitCode = summary.total === 0 || summary.failed ? 1 : 0;
}

/** A moment on the person's own clock, to the minute. */
export function shownTime(instant: string): string {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
