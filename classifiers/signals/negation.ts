/** Words after which, up to the end of the clause, nothing speaks for the project itself. */
const before =
  /不涉及|未涉及|没有涉及|不包括|不包含|未包含|不含|不属于|不开展|(?:暂|尚)?未开展|尚未(?:建设|实施|部署)|不提供|不同于|区别于|有别于|而非|而不是|并非|不是(?!很)|并不(?:是|做)|未纳入|无意|误(?:会|认|以)为?(?:成|为|是)?|不等于|不接受(?:个别|单独)?/g;

/** Words that take back what stands before them in the same clause. */
const after =
  /不在(?:本|此|该)(?:次|期|项目|案例)|(?:暂|均|都)不(?:涉及|纳入|实施|建设|考虑)|未纳入|不纳入|不作为本|另行(?:立项|申报|建设)|不是一回事|并不相同/g;

/** A text without any stop is no clause; looking on would cost its whole length for each word. */
const longestClause = 1000;

const clauseEnd = /[，。；！？,;!?]/;

/**
 * Ranges of a folded text that say what the project is not (不涉及…, 不同于…, …不在本项目范围), sorted and apart.
 */
export function negatedRanges(folded: string): (readonly [start: number, end: number])[] {
  const ranges: [number, number][] = [];
  for (const match of folded.matchAll(before)) ranges.push([match.index, endOfClause(folded, match.index)]);
  for (const match of folded.matchAll(after)) {
    ranges.push([startOfClause(folded, match.index), match.index + match[0].length]);
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const apart: [number, number][] = [];
  for (const range of ranges) {
    const last = apart.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else apart.push(range);
  }
  return apart;
}

function endOfClause(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestClause);
  for (let i = from; i < limit; i++) if (clauseEnd.test(text.charAt(i))) return i;
  return limit;
}

function startOfClause(text: string, from: number): number {
  const limit = Math.max(0, from - longestClause);
  for (let i = from - 1; i >= limit; i--) if (clauseEnd.test(text.charAt(i))) return i + 1;
  return limit;
}

/** The text with the ranges replaced by `，`, of the same length so that offsets stay. */
export function blankOut(text: string, ranges: readonly (readonly [start: number, end: number])[]): string {
  let out = '';
  let at = 0;
  for (const [start, end] of ranges) {
    out += text.slice(at, start) + '，'.repeat(Math.max(0, end - Math.max(start, at)));
    at = Math.max(at, end);
  }
  return out + text.slice(at);
}
