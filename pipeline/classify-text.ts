import type { Pack } from '../calls/schema/index.ts';
import { createClassifier } from '../classifiers/classify.ts';
import type { Classification } from '../core/judgement.ts';
import { TextMap } from '../core/text-map.ts';

/** Classifies a plain text by every scheme of a pack; its first line counts as the title when it is short. */
export function classifyText(pack: Pack, text: string): Classification[] {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const titled = lines.length > 1 && (lines[0]?.length ?? 0) <= 60;
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
  return pack.schemes.map((scheme) => createClassifier(scheme, pack.clauses).classify(map, title));
}
