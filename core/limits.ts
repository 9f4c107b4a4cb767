/**
 * What one filing may take of the batch's time and memory. A filing of a hundred pages has some 60,000 characters;
 * these are for files that are no filings, or hold whole reports as annexes.
 */
export const limits = {
  /** Characters of a document's text that are read into fields, classified and judged. */
  characters: 500_000,
  /** Paragraphs and table cells of a document. */
  parts: 100_000,
  /** Characters of its narrative in which repeats are sought. */
  compared: 200_000,
  /** Pictures whose places and hashes are kept. */
  pictures: 5000,
} as const;
