import type { KeptEvent, RunEvent } from '../core/records.ts';
import type { Events } from '../store/ports.ts';

/** Events kept in one go: a run of thousands of files must not write one row at a time. */
const atOnce = 100;

/**
 * Hands each event on at once, and keeps it once it is known that there is a run: one that finds nothing new is none.
 * Pages are for the eye alone.
 */
export class EventLog {
  private readonly run: string;
  private readonly events: Events;
  private readonly onEvent: (event: RunEvent) => void;
  private waiting: KeptEvent[] = [];
  private isOpen = false;
  private writing: Promise<void> = Promise.resolve();

  constructor(run: string, events: Events, onEvent: (event: RunEvent) => void = () => {}) {
    this.run = run;
    this.events = events;
    this.onEvent = onEvent;
  }

  add(event: RunEvent): void {
    this.onEvent(event);
    if (event.kind === 'page') return;
    this.waiting.push({ run: this.run, at: new Date().toISOString(), event });
    if (this.isOpen && this.waiting.length >= atOnce) this.flush();
  }

  /** The run is kept: so is what happened before. */
  open(): void {
    this.isOpen = true;
    this.flush();
  }

  /** Writes what still waits. Never rejects: a log that cannot be written ends no run. */
  async close(): Promise<void> {
    this.flush();
    await this.writing;
  }

  private flush(): void {
    const batch = this.waiting.splice(0);
    this.writing = this.writing.then(() => this.events.add(batch)).catch(() => {});
  }
}
