import { type ChildProcess, fork } from 'node:child_process';
import { z } from 'zod';
import type { Text } from '../../core/lang.ts';
import type { RunEvent, RunStage } from '../../core/records.ts';
import type { Progress } from '../api/batches.ts';

/** How a batch is screened: the words after `chushen`. */
export interface RunOrder {
  readonly batch: string;
  readonly words: readonly string[];
  /** Called when the run has ended, before its progress says so. */
  readonly onEnd: () => Promise<void>;
}

const told = z.object({ event: z.looseObject({ kind: z.string() }) });

/** Seconds between two words of progress to the pages. */
const pace = 0.5;

/**
 * Screens batches one after another in processes of their own, so that the workbench stays quick. What a process does is
 * the command `chushen screen`: a run that was stopped or killed goes on from what is kept.
 */
export class Runs {
  private readonly command: string;
  private readonly onProgress: (batch: string) => void;
  private readonly current = new Map<string, Progress>();
  private readonly waiting: RunOrder[] = [];
  private working: { readonly batch: string; readonly child: ChildProcess } | undefined;
  private lastTold = 0;

  /** `command`: the file of the command line; `onProgress`: something about a batch's run changed. */
  constructor(command: string, onProgress: (batch: string) => void) {
    this.command = command;
    this.onProgress = onProgress;
  }

  progress(batch: string): Progress | undefined {
    return this.current.get(batch);
  }

  isBusy(batch: string): boolean {
    return this.working?.batch === batch || this.waiting.some((order) => order.batch === batch);
  }

  /** Starts a run, or puts it behind those that are at work. */
  start(order: RunOrder): void {
    this.current.set(order.batch, { run: '', state: 'running', stage: 'read', done: 0, of: 0 });
    this.waiting.push(order);
    this.onProgress(order.batch);
    this.next();
  }

  /** Ends a batch's run in order; what was done is kept. */
  cancel(batch: string): void {
    const at = this.waiting.findIndex((order) => order.batch === batch);
    if (at >= 0) {
      this.waiting.splice(at, 1);
      this.put(batch, { state: 'stopped', message: stopped({ stage: 'read', done: 0, of: 0 }) });
    } else if (this.working?.batch === batch) this.working.child.kill('SIGINT');
  }

  /** Ends whatever is at work: for the moment the workbench ends. */
  async close(): Promise<void> {
    this.waiting.length = 0;
    const child = this.working?.child;
    if (!child) return;
    const gone = new Promise((done) => child.once('exit', done));
    // As when the workbench is killed. Ctrl-C in a terminal reaches the run by itself, and twice would be at once.
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(timer);
  }

  private next(): void {
    const order = this.working ? undefined : this.waiting.shift();
    if (!order) return;
    const began = Date.now();
    const child = fork(this.command, [...order.words], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: process.execArgv.filter((flag) => !flag.startsWith('--inspect')),
    });
    this.working = { batch: order.batch, child };
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4000);
    });
    child.on('message', (message) => {
      const parsed = told.safeParse(message);
      // Sent by this program's own command: the shape is `RunEvent`.
      if (parsed.success) this.hear(order.batch, parsed.data.event as unknown as RunEvent, began);
    });
    child.on('exit', (code) => void this.end(order, code, said));
  }

  private async end(order: RunOrder, code: number | null, said: string): Promise<void> {
    // 1: some file could not be read, which is told filing by filing.
    const state = code === 0 || code === 1 ? 'done' : code === 130 ? 'stopped' : 'failed';
    const reached = this.current.get(order.batch);
    let fault: Text | undefined;
    try {
      if (state !== 'failed') await order.onEnd();
      else fault = failure(said);
    } catch (error) {
      fault = failure(error instanceof Error ? error.message : String(error));
    }
    this.working = undefined;
    if (fault) this.put(order.batch, { state: 'failed', message: fault });
    else
      this.put(order.batch, {
        state,
        ...(state === 'stopped' && reached ? { message: stopped(reached) } : {}),
      });
    this.next();
  }

  private hear(batch: string, event: RunEvent, began: number): void {
    const now = this.current.get(batch);
    if (!now) return;
    if (event.kind === 'files') this.set(batch, { ...now, of: event.files });
    if (event.kind === 'page') {
      const { file, page, pages } = event;
      this.set(batch, { ...now, file, page, pages });
    }
    if (event.kind === 'read') {
      const { file: _, page: __, pages: ___, ...rest } = now;
      this.set(
        batch,
        timed({ ...rest, stage: 'read', done: now.stage === 'read' ? now.done + 1 : 1 }, began),
      );
    }
    if (event.kind === 'stage') {
      const stage: RunStage = event.stage;
      const { file: _, page: __, pages: ___, ...rest } = now;
      this.set(batch, timed({ ...rest, stage, done: event.done, of: event.of }, began));
    }
  }

  private set(batch: string, progress: Progress): void {
    this.current.set(batch, progress);
    if (Date.now() - this.lastTold < pace * 1000) return;
    this.lastTold = Date.now();
    this.onProgress(batch);
  }

  private put(batch: string, change: Partial<Progress>): void {
    const now = this.current.get(batch);
    if (now) this.current.set(batch, { ...now, ...change });
    this.onProgress(batch);
  }
}

/** By the pace so far: reading takes the greatest part of a run. */
function timed(progress: Progress, began: number): Progress {
  const { done, of, stage } = progress;
  if (stage !== 'read' || done === 0 || of === 0) {
    const { secondsLeft: _, ...rest } = progress;
    return rest;
  }
  const seconds = (Date.now() - began) / 1000;
  return { ...progress, secondsLeft: Math.round((seconds / done) * (of - done)) };
}

/** What of a run that was stopped is kept. */
export function stopped({ stage, done, of }: Pick<Progress, 'stage' | 'done' | 'of'>): Text {
  const goesOn = {
    zh: '点“继续”即从这里接着审，不重读已读的文件；此前的审查结果不变。',
    en: 'Resume goes on from here without reading it again; what earlier runs found stands.',
  };
  if (stage === 'read')
    return {
      zh: `已读出 ${done} / ${of} 个文件，都已保存。${goesOn.zh}`,
      en: `${done} of ${of} files are read and kept. ${goesOn.en}`,
    };
  return {
    zh: `文件都已读出并保存。${goesOn.zh}`,
    en: `All files are read and kept. ${goesOn.en}`,
  };
}

/** A run that this workbench knows nothing of, and that never came to its end. */
export const neverEnded: Text = {
  zh: '上次审查没有结束（被中断，或仍由命令行进行）。已读出的文件都已保存；点“继续”即从那里接着审。',
  en: 'The last run did not end: it was cut off, or the command line is still at it. What was read is kept; Resume goes on from there.',
};

function failure(said: string): Text {
  const last = said.trim().split('\n').at(-1) ?? '';
  return {
    zh: `审查没有完成：${last || '进程异常结束'}。已读出的内容都已保存，可再次开始。`,
    en: `The run did not finish: ${last || 'its process ended'}. What was read is kept: start it again.`,
  };
}
