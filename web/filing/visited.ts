/** The filings that were open before this one, newest last, for `k`. A page that is loaded anew has none. */
const before: string[] = [];

/** More are not gone back to. */
const most = 200;

export function leave(filing: string): void {
  if (before.at(-1) !== filing) before.push(filing);
  if (before.length > most) before.shift();
}

export function back(): string | undefined {
  return before.pop();
}
