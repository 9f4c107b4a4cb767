import type { Pack } from '../../calls/schema/index.ts';
import type { Results } from '../../core/results.ts';
import { loadScreening } from '../../pipeline/load-screening.ts';
import type { Screened } from '../../pipeline/screen.ts';
import type { ReportContext } from '../../report/report-context.ts';
import { toResults } from '../../report/to-results.ts';
import type { Store } from '../../store/ports.ts';
import type { Terminal } from '../terminal.ts';
import { summarise, writeOutputs } from './screen-outputs.ts';

/** Writes the reports of a run from the store, and says on the terminal what came out. */
export async function writeReports(
  { batch, run }: Pick<Screened, 'batch' | 'run'>,
  pack: Pack,
  store: Store,
  { out, json }: { readonly out: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const context: ReportContext = { lang: terminal.lang, pack };
  const results = toResults(await loadScreening(store, { batch, run }), terminal.lang);
  await writeOutputs(out, results, context);
  summarise(results, context, out, terminal);
  if (json) terminal.print(JSON.stringify(results));
  process.exitCode =
    results.filings.length === 0 || filesOf(results).some((file) => file.status === 'failed') ? 1 : 0;
}

/** Every file of the run: forms, annexes, and annexes of nobody known. */
function filesOf(results: Results): { readonly status: string }[] {
  return [...results.filings, ...results.filings.flatMap(({ files }) => files), ...results.unassigned];
}

/** A moment on the person's own clock, to the minute. */
export function shownTime(instant: string): string {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
