import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Text } from '../../core/lang.ts';

/** A file that was made for the office. */
export interface Paper {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** What was said of one filing, empty where it is of all. */
export interface SaidOf {
  readonly filing: string;
  readonly why: Text;
}

export interface MadePapers {
  readonly papers: readonly Paper[];
  readonly refused: readonly SaidOf[];
  /** For the clerk alone: what is to be looked at although the paper was made. */
  readonly remarks: readonly SaidOf[];
}

export const nothingMade = (filing: string, why: Text): MadePapers => ({
  papers: [],
  refused: [{ filing, why }],
  remarks: [],
});

/** Writes papers into a folder under names that no two share. */
export class PaperFolder {
  readonly papers: Paper[] = [];
  private readonly names = new Set<string>();
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async write(stem: string, ending: string, bytes: Uint8Array): Promise<Paper> {
    const name = this.free(stem, ending);
    const path = join(this.folder, name);
    await writeFile(path, bytes);
    return this.keep(name, path, bytes.length);
  }

  /** Counts a file in that lies there already. */
  keep(name: string, path: string, bytes: number): Paper {
    const paper = { id: randomUUID(), name, path, bytes };
    this.papers.push(paper);
    return paper;
  }

  private free(stem: string, ending: string): string {
    const plain = fileName(stem);
    for (let n = 1; ; n++) {
      const name = `${plain}${n === 1 ? '' : `-${n}`}.${ending}`;
      if (this.names.has(name)) continue;
      this.names.add(name);
      return name;
    }
  }
}

/** A name as every file system takes it (no path, no device, 60 characters at most). */
function fileName(text: string): string {
  const plain = text.replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/gu, '').replace(/^[\s.]+|[\s.]+$/gu, '');
  return [...plain].slice(0, 60).join('') || 'paper';
}
