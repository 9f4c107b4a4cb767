/** A stretch of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The clauses of a squeezed sentence: between commas, semicolons, stops and brackets, and at `breaks` (offsets
 * before which a line ended); `1,200` is one number.
 */
export function clausesOf(text: string, breaks: ReadonlySet<number> = new Set()): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (breaks.has(i) && i > start) {
      found.push({ start, end: i });
      start = i;
    }
    if (!endsClause(text, i)) continue;
    if (i > start) found.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found.length > 0 ? found : [{ start: 0, end: text.length }];
}

/** The clause that an offset stands in, by its number; what lies behind the last one is its own. */
export function clauseAt(clauses: readonly Span[], at: number): number {
  const found = clauses.findIndex(({ end }) => at < end);
  return found < 0 ? clauses.length - 1 : found;
}

function endsClause(text: string, at: number): boolean {
  const letter = text.charAt(at);
  if (letter === ',') return !(/\d/u.test(text.charAt(at - 1)) && /^\d{3}(?!\d)/u.test(text.slice(at + 1)));
  if (letter === '-') return text.charAt(at + 1) === '-';
  return /[;。!?()]/u.test(letter) || /[—–]/u.test(letter);
}
