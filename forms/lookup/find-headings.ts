import type { FormField } from '../../calls/schema/form.ts';
import type { Stream, Unit } from '../align/stream.ts';
import type { Reading } from '../reading.ts';
import { labelsOf, plainLabel, withoutBrackets } from './label-index.ts';

const longestHeading = 60;
/** What a form prints in brackets behind a heading is as long, where a number says that it is one. */
const longestHint = 400;

/**
 * Narrative chapters found by their headings, each up to the next heading of the form or of its own level. Of
 * several headings of one chapter the first one with text below it counts: a table of contents has none.
 */
export function findSections(fields: readonly FormField[], stream: Stream): Reading[] {
  const wanted = fields
    .filter((field) => field.type === 'section')
    .map((field) => ({ field, labels: labelsOf(field) }));
  const headings: { field: FormField; at: number; unit: Unit; level: number }[] = [];
  stream.units.forEach((unit, at) => {
    const text = stream.folded.slice(unit.start, Math.min(unit.end, unit.start + mostShown));
    if (!mayBeHeading(text, unit)) return;
    const plain = plainLabel(text);
    const hit = wanted.find(({ labels }) => labels.includes(plain));
    if (hit) headings.push({ field: hit.field, at, unit, level: levelOf(text, unit) });
  });
  const readings = new Map<FormField, Reading>();
  for (const [i, heading] of headings.entries()) {
    const { field } = heading;
    const known = readings.get(field);
    if (known && known.end > known.start) continue;
    const next = headings.slice(i + 1).find((other) => other.field !== field)?.at ?? stream.units.length;
    let end = heading.at + 1;
    while (end < next && !closes(stream, stream.units[end]!, heading.level)) end++;
    const reading = { field, start: heading.unit.end, end: stream.units[end - 1]!.end, trust: 0.93 };
    if (!known || reading.end > reading.start) readings.set(field, reading);
  }
  return [...readings.values()];
}

const mostShown = longestHeading + longestHint + 1;

function mayBeHeading(text: string, unit: Unit): boolean {
  if (text.length === 0 || text.length === mostShown) return false;
  if (text.length <= longestHeading) return true;
  return levelOf(text, unit) < 4 && withoutBrackets(text).length <= longestHeading;
}

/** 1 for 一、 2 for （一） 3 for 1. and below; the document's own outline level where it has one. */
function levelOf(text: string, unit: Unit): number {
  if (/^[一二三四五六七八九十]{1,3}、/u.test(text)) return 1;
  if (/^\(?[一二三四五六七八九十]{1,3}\)/u.test(text)) return 2;
  if (/^\d{1,2}[.、]/u.test(text)) return 3;
  return unit.outline ?? 4;
}

function closes(stream: Stream, unit: Unit, level: number): boolean {
  if (unit.cell) return false;
  const text = stream.folded.slice(unit.start, Math.min(unit.end, unit.start + mostShown));
  if (!mayBeHeading(text, unit) || /[。;]$/u.test(text)) return false;
  const own = levelOf(text, unit);
  return own < 4 && own <= level && (own < 3 || level === 3);
}
