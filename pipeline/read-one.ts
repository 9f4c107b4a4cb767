import type { Document } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import type { StageOutputs } from '../store/ports.ts';
import { Outputs } from './stages/outputs.ts';
import { type ReadFilesOptions, readFiles } from './stages/read.ts';

export interface ReadOne {
  readonly id: string;
  readonly document?: Document;
  readonly problems: readonly Problem[];
}

/** Reads one file, or says why not. A folder or an archive gives its first readable file, and says that it is one of several. */
export async function readOne(
  file: string,
  options: Omit<ReadFilesOptions, 'onFiles' | 'onFile' | 'onPage'>,
  kept: StageOutputs = forgetful,
): Promise<ReadOne> {
  let first: ReadOne | undefined;
  let name = file;
  const reads = await readFiles(
    [file],
    { ...options, jobs: 1 },
    { outputs: new Outputs(kept) },
    async (read, document) => {
      if (first?.document) return;
      const read1 = await document();
      if (first && !read1) return;
      first = { id: read.id, problems: read.problems, ...(read1 ? { document: read1 } : {}) };
      name = read.file;
    },
  );
  if (!first) return { id: '', problems: [{ code: 'file-missing', values: { file } }] };
  const several: Problem = { code: 'one-of-several', values: { count: reads.length, file: name } };
  return reads.length > 1 ? { ...first, problems: [several, ...first.problems] } : first;
}

const forgetful: StageOutputs = {
  get: async () => undefined,
  has: async () => new Set(),
  put: async () => {},
  async *stream(_, keys) {
    for (const _ of keys) yield undefined;
  },
};
