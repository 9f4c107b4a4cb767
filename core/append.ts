/** Adds items one by one: `push(...items)` puts them on the stack first, and the many of a large file overflow it. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
