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

/** Different applicants of one batch that must share a passage: in one batch fewer will do. */
const fewestInBatch = 3;
/** Filings of different applicants with a platform's set text share much of it; copies share nearly all. */
const copiedShare = 0.7;

/**
 * Fingerprints of passages that many unrelated submissions have: a vendor's set text, a policy quoted by
 * all. Submissions of one company, and copies of one another, count as one. What three applicants of one batch
 * paste in is a vendor's too, be it half of their filings, as long as the rest differs.
 */
export function findBoilerplate(entries: readonly Entry[], index: PrintIndex): Set<number> {
  const everywhere = sharedByUnrelated(entries, index, { share: relatedShare, fewest });
  const batch = entries.filter(({ source }) => source.kind === 'batch');
  const here = sharedByUnrelated(batch, index, { share: copiedShare, fewest: fewestInBatch });
  return new Set([...everywhere, ...here]);
}

function sharedByUnrelated(
  entries: readonly Entry[],
  index: PrintIndex,
  by: { readonly share: number; readonly fewest: number },
): Set<number> {
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
  for (const [a, b] of index.pairsSharing(by.share, (key) => prints.get(key) ?? 0))
    if (prints.has(a) && prints.has(b)) groups.join(a, b);
  const independent = new Set(withText.map((entry) => groups.of(entry.key))).size;
  const least = Math.min(enough, Math.max(by.fewest, Math.ceil(independent * shareOfAll)));
  return index.sharedBy(least, (key) => (prints.has(key) ? groups.of(key) : undefined));
}
