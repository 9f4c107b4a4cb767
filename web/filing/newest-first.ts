/** What was done last stands first, in whatever order it came. */
export function newestFirst<T extends { readonly at: string }>(acts: readonly T[]): T[] {
  return acts.toSorted((a, b) => b.at.localeCompare(a.at));
}
