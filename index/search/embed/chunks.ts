/** Characters of a chunk: about one chapter of a filing. */
const chunkLength = 1000;

/**
 * Chunks of one filing that are compared, each with each, by their meaning: some hundred pages. What a longer text
 * says after them is still compared word for word and sentence by sentence.
 */
const mostChunks = 120;

/** The chunks of a narrative that have vectors. */
export function comparedChunks(narrative: string): string[] {
  return chunksOf(narrative).slice(0, mostChunks);
}

/** A text in pieces of about `size` characters that end with a sentence or line where possible. */
export function chunksOf(text: string, size = chunkLength): string[] {
  const chunks: string[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + size);
    if (end < text.length) {
      const slack = Math.floor(size / 3);
      for (let i = end; i > end - slack; i--) {
        if (/[。；！？\n]/.test(text.charAt(i - 1))) {
          end = i;
          break;
        }
      }
    }
    const chunk = text.slice(start, end).trim();
    if (chunk.length > 0) chunks.push(chunk);
    start = end;
  }
  return chunks;
}
