import type { Change } from '../api/office.ts';

/** Tells every open page what happened elsewhere. A page that is behind asks for what it shows anew. */
export class Live {
  private readonly listeners = new Set<(change: Change) => void>();

  tell(change: Change): void {
    for (const listen of this.listeners) listen(change);
  }

  /** Listens until the returned function is called. */
  listen(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
