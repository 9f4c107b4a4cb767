import { type ChildProcess, fork } from 'node:child_process';
import type { Document } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import type { ReadReply, ReadRequest, ReadSettings } from './messages.ts';
import { residentMemory } from './resident-memory.ts';

export interface ReadOutcome {
  readonly document?: Document;
  readonly problems: readonly Problem[];
}

export interface PoolOptions {
  /** Number of reader processes. */
  readonly jobs: number;
  /** A file that takes longer is given up: seconds. */
  readonly timeout: number;
  /** Memory of one reader process: MB. Enough for any filing unless told. */
  readonly memory?: number;
  /** A reader is replaced after so many files, so that what native libraries leak never adds up. */
  readonly filesPerReader?: number;
  readonly settings: ReadSettings;
}

interface Task {
  readonly request: ReadRequest;
  readonly onPage: (page: number, pages: number) => void;
  readonly finish: (outcome: ReadOutcome) => void;
}

const usualFiles = 60;
/** MB; scans of a hundred pages take some 600. */
const usualMemory = 2048;
/** Milliseconds between two looks at the memory of a reader that is reading. */
const lookEvery = 500;
/** Milliseconds in which the last words of a process that has ended still come. */
const lastWordsWithin = 300;
/** Milliseconds that a reader has to end in order. */
const patience = 2000;

/**
 * Reads documents in child processes: native code that crashes or hangs on one file takes down its own
 * process only, and the file comes back with a problem that says so.
 */
export class ReaderPool {
  private readonly options: PoolOptions;
  private readonly readers = new Set<Reader>();
  private readonly waiting: Task[] = [];
  private nextId = 1;
  private closed = false;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  /** Never rejects; `onPage` is called after each page. A file that a closed pool is given is not read. */
  read(
    file: { name: string; bytes: Uint8Array },
    onPage: (page: number, pages: number) => void = () => {},
  ): Promise<ReadOutcome> {
    return new Promise((finish) => {
      const request = { id: this.nextId++, ...file, settings: this.options.settings };
      this.waiting.push({ request, onPage, finish });
      this.feed();
    });
  }

  /** Stops all readers; files that are being read or still wait come back as not read. */
  async close(): Promise<void> {
    this.closed = true;
    this.feed();
    await Promise.all([...this.readers].map((reader) => reader.stop()));
  }

  private feed(): void {
    if (this.closed) for (const task of this.waiting.splice(0)) task.finish(crashed('closed'));
    while (this.waiting.length > 0) {
      const idle = [...this.readers].find((reader) => reader.idle) ?? this.hire();
      if (!idle) return;
      idle.take(this.waiting.shift()!);
    }
  }

  private hire(): Reader | undefined {
    if (this.readers.size >= this.options.jobs) return undefined;
    const { timeout, memory = usualMemory, filesPerReader = usualFiles } = this.options;
    const reader = new Reader(
      { timeout, memory, filesPerReader },
      {
        onFree: () => this.feed(),
        onGone: (left) => {
          this.readers.delete(reader);
          if (left) this.waiting.unshift(left);
          this.feed();
        },
      },
    );
    this.readers.add(reader);
    return reader;
  }
}

interface ReaderEvents {
  readonly onFree: () => void;
  /** The process has ended; `left` is a file that it was given and never took. */
  readonly onGone: (left: Task | undefined) => void;
}

const crashed = (reason: string): ReadOutcome => ({
  problems: [{ code: 'worker-crashed', values: { reason } }],
});

interface ReaderLimits {
  /** Seconds for one file. */
  readonly timeout: number;
  /** MB. */
  readonly memory: number;
  readonly filesPerReader: number;
}

class Reader {
  private readonly child: ChildProcess;
  private readonly limits: ReaderLimits;
  private readonly events: ReaderEvents;
  private task: Task | undefined;
  private taken = false;
  private timer: NodeJS.Timeout | undefined;
  private memoryWatch: NodeJS.Timeout | undefined;
  private served = 0;
  private stopping = false;

  constructor(limits: ReaderLimits, events: ReaderEvents) {
    this.limits = limits;
    this.events = events;
    const source = import.meta.url.endsWith('.ts');
    this.child = fork(new URL(source ? './reader.ts' : './reader.js', import.meta.url), {
      serialization: 'advanced',
      // Whatever a native library prints must not reach the command's stdout.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [`--max-old-space-size=${limits.memory}`, ...(source ? ['--import', 'tsx'] : [])],
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.lastWords = (this.lastWords + chunk.toString()).slice(-400);
      // V8's own words, which it follows by a long list of addresses.
      this.heapFull ||= /heap (?:limit|out of memory)/u.test(this.lastWords);
    });
    this.child.on('message', (reply: ReadReply) => this.hear(reply));
    this.child.on('error', (error) => this.gone(error.message));
    this.child.on('exit', (code, signal) => {
      this.stopping = true;
      const said = () => this.gone(signal ?? `exit ${code}`);
      this.child.once('close', said);
      // A program that it has started may hold its stderr open. Whoever waits for the next reader waits for this alone:
      // without the timer the process would have nothing left to do, and end.
      setTimeout(said, lastWordsWithin);
    });
  }

  private lastWords = '';
  private heapFull = false;
  private isGone = false;

  get idle(): boolean {
    return this.task === undefined && !this.stopping;
  }

  take(task: Task): void {
    this.task = task;
    this.taken = false;
    this.timer = setTimeout(() => {
      this.giveUp({ problems: [{ code: 'timed-out', values: { seconds: this.limits.timeout } }] });
    }, this.limits.timeout * 1000);
    this.memoryWatch = setInterval(() => {
      const { pid } = this.child;
      const used = pid === undefined ? undefined : residentMemory(pid);
      if (used !== undefined && used > this.limits.memory) this.giveUp(this.memoryOver());
    }, lookEvery);
    // A channel that is closed says so by the exit of its process.
    this.child.send(task.request, () => {});
  }

  private giveUp(outcome: ReadOutcome): void {
    this.end(outcome);
    this.stopping = true;
    // First in order, so that it stops what it has started; a reader stuck in native code hears nothing.
    this.child.kill('SIGTERM');
    setTimeout(() => this.child.kill('SIGKILL'), patience).unref();
  }

  private memoryOver(): ReadOutcome {
    return { problems: [{ code: 'reader-memory', values: { limit: this.limits.memory } }] };
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.end(crashed('closed'));
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    await new Promise<void>((done) => {
      this.child.once('exit', () => done());
      this.child.once('error', () => done());
      if (this.child.connected) this.child.disconnect();
      setTimeout(() => this.child.kill('SIGKILL'), 3000).unref();
    });
  }

  private hear(reply: ReadReply): void {
    if (!this.task || reply.id !== this.task.request.id) return;
    if (reply.kind === 'taken') {
      this.taken = true;
      return;
    }
    if (reply.kind === 'page') {
      this.task.onPage(reply.page, reply.pages);
      return;
    }
    this.served++;
    const { document, problems } = reply;
    this.end(document ? { document, problems } : { problems });
    if (this.served < this.limits.filesPerReader) this.events.onFree();
    else void this.stop();
  }

  private gone(reason: string): void {
    if (this.isGone) return;
    this.isGone = true;
    this.stopping = true;
    // A reader that worked and then died between two files: another one reads the second.
    const left = this.served > 0 && !this.taken ? this.task : undefined;
    if (left) this.letGo();
    else if (this.heapFull) this.end(this.memoryOver());
    else {
      const detail = this.lastWords.trim().split('\n').at(-1)?.slice(0, 160);
      this.end(crashed(detail ? `${reason}: ${detail}` : reason));
    }
    this.events.onGone(left);
  }

  private end(outcome: ReadOutcome): void {
    this.letGo()?.finish(outcome);
  }

  private letGo(): Task | undefined {
    clearTimeout(this.timer);
    clearInterval(this.memoryWatch);
    const task = this.task;
    this.task = undefined;
    return task;
  }
}
