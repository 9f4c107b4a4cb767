import type { Document } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import { type ReadFilesOptions, readFiles } from './read-files.ts';

/** Reads one file, or says why not. A folder or an archive gives its first readable file, and says that it is one of several. */
export async function readOne(
  file: string,
  options: Omit<ReadFilesOptions, 'onFiles' | 'onFile' | 'onPage'>,
): Promise<{ readonly id: string; readonly document?: Document; readonly problems: readonly Problem[] }> {
  const reads = await readFiles([file], { ...options, jobs: 1 });
  const first = reads.find((read) => read.document) ?? reads[0];
  if (!first) return { id: '', problems: [{ code: 'file-missing', values: { file } }] };
  const { id, problems: own } = first;
  const several: Problem = { code: 'one-of-several', values: { count: reads.length, file: first.file } };
  const problems = reads.length > 1 ? [several, ...own] : own;
  return { id, problems, ...(first.document ? { document: first.document } : {}) };
}
