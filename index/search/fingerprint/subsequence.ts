/**
 * Length of the longest common subsequence of `a` and of a text given by the places of each of its
 * characters, the last place first (Hunt and Szymanski, CACM 1977): quick where few characters are alike, as
 * among ideographs.
 */
export function subsequence(a: string, places: ReadonlyMap<string, readonly number[]>): number {
  // ends[k]: the least place at which a common subsequence of k + 1 characters can end.
  const ends: number[] = [];
  for (let i = 0; i < a.length; i++) {
    for (const place of places.get(a.charAt(i)) ?? []) {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] ?? 0) < place) low = middle + 1;
        else high = middle;
      }
      ends[low] = place;
    }
  }
  return ends.length;
}
