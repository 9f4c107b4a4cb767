import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Characters that are gathered before they are written. */
const atOnce = 1 << 18;

/** Text that is written to a file piece by piece, and may be read again: as much of it in memory as is in hand. */
export class Spool {
  readonly path: string;
  private readonly handle: FileHandle;
  private waiting: string[] = [];
  private length = 0;

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.handle = handle;
  }

  static async open(path: string): Promise<Spool> {
    return new Spool(path, await open(path, 'w'));
  }

  async add(text: string): Promise<void> {
    this.waiting.push(text);
    this.length += text.length;
    if (this.length >= atOnce) await this.flush();
  }

  /** Adds all of another that is at its end. */
  async addAll(other: Spool): Promise<void> {
    await this.flush();
    for await (const piece of createReadStream(other.path)) await this.handle.writeFile(piece);
  }

  /** Nothing is added any more. */
  async end(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.handle.close();
    }
  }

  /** The lines of a spool that is at its end. */
  async *lines(): AsyncIterable<string> {
    let rest = '';
    // Not `readline`, which also ends lines at U+2028 and U+2029.
    for await (const piece of createReadStream(this.path, 'utf8')) {
      const lines = `${rest}${piece}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  }

  private async flush(): Promise<void> {
    const text = this.waiting.join('');
    this.waiting = [];
    this.length = 0;
    if (text !== '') await this.handle.writeFile(text);
  }
}
