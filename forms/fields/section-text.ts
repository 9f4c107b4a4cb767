import { type Document, type Line, linesOf } from '../../core/document.ts';
import { TextMap } from '../../core/text-map.ts';

/** The part of a document's text in a range of its body text, as a text map of its own. */
export function sectionText(
  document: Pick<Document, 'body'>,
  [from, to]: readonly [number, number],
): TextMap {
  const lines: Line[] = [];
  let at = 0;
  for (const line of linesOf(document.body)) {
    const start = Math.max(0, from - at);
    const end = Math.min(line.text.length, to - at);
    if (end > start) lines.push(cut(line, start, end));
    at += line.text.length + 1;
    if (at >= to) break;
  }
  return new TextMap(lines);
}

function cut(line: Line, start: number, end: number): Line {
  if (start === 0 && end === line.text.length) return line;
  const boxes = line.boxes ? { boxes: line.boxes.slice(start, end) } : {};
  return { ...line, text: line.text.slice(start, end), ...boxes };
}
