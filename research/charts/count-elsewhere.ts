import { fork } from 'node:child_process';
import type { Answer } from './answer.ts';
import { charts } from './charts.ts';

/** What is counted: a store by its place, with the folders of calls. */
export interface CountRequest {
  readonly place: string;
  readonly calls: readonly string[];
}

export type CountReply =
  | { readonly ok: true; readonly answers: readonly (Omit<Answer, 'chart'> & { readonly id: string })[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Counts every figure in a process of its own, so that whoever asks stays quick: collecting 200,000 rows takes seconds.
 * Rejects where the store cannot be opened there, or the process ends without an answer.
 */
export function countElsewhere(request: CountRequest): Promise<readonly Answer[]> {
  const source = import.meta.url.endsWith('.ts');
  return new Promise((done, fail) => {
    const child = fork(new URL(source ? './counter.ts' : './counter.js', import.meta.url), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: source ? ['--import', 'tsx'] : [],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-400);
    });
    child.once('error', fail);
    child.once('exit', (code, signal) =>
      fail(new Error(`counting ended by ${signal ?? code}: ${said.trim()}`)),
    );
    // Sent by this program's own process: the shape is ours.
    child.once('message', (message) => {
      const reply = message as CountReply;
      if (reply.ok) done(answersFrom(reply.answers));
      else fail(new Error(reply.reason));
    });
    child.send(request, (error) => {
      if (error) fail(error);
    });
  });
}

function answersFrom(told: readonly (Omit<Answer, 'chart'> & { readonly id: string })[]): Answer[] {
  const byId = new Map(told.map((one) => [one.id, one]));
  return charts.flatMap((chart) => {
    const found = byId.get(chart.id);
    if (!found) return [];
    const { columns, rows, data, query } = found;
    return [{ chart, columns, rows, data, query }];
  });
}
