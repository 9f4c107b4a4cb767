import { Groups } from '../cases/groups.ts';
import type { Entry } from '../entry.ts';
import type { PrintIndex } from '../search/fingerprint/print-index.ts';

/** Unrelated submissions that must share a passage before it is boilerplate. */
const fewest = 5;
const shareOfAll = 0.02;
/** However many there are, so many will do. */
const enough = 150;
/** Two texts this alike are related: their common words are what is sought, not boilerplate. */
const relatedShare = 0.35;

/**
 * Fingerprints of passages that many unrelated submissions have: a vendor's set text, a policy quoted by
 * all. Submissions of one company, and copies of one another, count as one.
 */
export function findBoilerplate(entries: readonly Entry[], index: PrintIndex): Set<number> {
  const withText = entries.filter((entry) => entry.prints > 0);
  const groups = new Groups();
  const byCompany = new Map<string, number>();
  for (const entry of withText) {
    for (const { core } of entry.names) {
      const first = byCompany.get(core);
      if (core === '') continue;
      if (first === undefined) byCompany.set(core, entry.key);
      else groups.join(first, entry.key);
    }
  }
  const prints = new Map(withText.map((entry) => [entry.key, entry.prints]));
  for (const [a, b] of index.pairsSharing(relatedShare, (key) => prints.get(key) ?? 0)) groups.join(a, b);
  const independent = new Set(withText.map((entry) => groups.of(entry.key))).size;
  const least = Math.min(enough, Math.max(fewest, Math.ceil(independent * shareOfAll)));
  return index.sharedBy(least, (key) => groups.of(key));
}
