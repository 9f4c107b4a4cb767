import type { Pack } from '../calls/schema/index.ts';
import { classifiersOf } from '../classifiers/of-pack.ts';
import type { Classification } from '../core/judgement.ts';
import { TextMap } from '../core/text-map.ts';

/** A line this short is a title rather than a description. */
const longestTitle = 60;

/**
 * Classifies a plain text by every scheme of a pack; its first line counts as the title when it is short.
 * `models` is the folder of the office's own models.
 */
export function classifyText(pack: Pack, text: string, models?: string): Classification[] {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const titled = lines[0] !== undefined && lines[0].length <= longestTitle;
  const body = titled ? lines.slice(1) : lines;
  const map = new TextMap(
    body.map((line, i) => ({
      text: line,
      place: { part: 'text', path: `line[${i + (titled ? 2 : 1)}]` },
      readBy: 'html' as const,
      confidence: 1,
    })),
  );
  const title = titled ? { title: lines[0]! } : {};
  return classifiersOf(pack, models).map((classifier) => classifier.classify(map, title));
}
