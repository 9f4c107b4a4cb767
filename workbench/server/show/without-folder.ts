import { sep } from 'node:path';
import { filesFolder } from '../batch-folder.ts';

/**
 * The same value with every path told from the batch's folder on: where the workbench keeps its files is nobody's
 * concern, and says nothing to a reader. Plain JSON in, plain JSON out.
 */
export function withoutFolder<T>(value: T, inbox: string | undefined): T {
  if (inbox === undefined) return value;
  const folder = filesFolder(inbox) + sep;
  const told = (one: unknown): unknown => {
    if (typeof one === 'string') return one.includes(folder) ? one.replaceAll(folder, '') : one;
    if (Array.isArray(one)) return one.map(told);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, told(inner)]));
  };
  // The same shape: strings alone are changed.
  return told(value) as T;
}
