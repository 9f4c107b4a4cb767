import type { FormField } from '../../calls/schema/form.ts';
import { labelsOf, plainLabel } from './label-index.ts';
import type { Reading } from './reading.ts';
import type { Stream, Unit } from './stream.ts';

const longestHeading = 60;

/** Narrative chapters found by their headings, each up to the next heading of the form or of its own level. */
export function findSections(fields: readonly FormField[], stream: Stream): Reading[] {
  const wanted = fields
    .filter((field) => field.type === 'section')
    .map((field) => ({ field, labels: labelsOf(field) }));
  const headings: { field: FormField; at: number; unit: Unit; level: number }[] = [];
  stream.units.forEach((unit, at) => {
    if (unit.end - unit.start > longestHeading || unit.end === unit.start) return;
    const text = stream.folded.slice(unit.start, unit.end);
    const plain = plainLabel(text);
    const hit = wanted.find(({ labels }) => labels.includes(plain));
    if (hit && !headings.some((heading) => heading.field === hit.field)) {
      headings.push({ field: hit.field, at, unit, level: levelOf(text, unit) });
    }
  });
  return headings.map((heading, i) => {
    const next = headings[i + 1]?.at ?? stream.units.length;
    let end = heading.at + 1;
    while (end < next && !closes(stream, stream.units[end]!, heading.level)) end++;
    const last = stream.units[end - 1] ?? heading.unit;
    return { field: heading.field, start: heading.unit.end, end: last.end, trust: 0.93 };
  });
}

/** 1 for 一、 2 for （一） 3 for 1. and below; the document's own outline level where it has one. */
function levelOf(text: string, unit: Unit): number {
  if (/^[一二三四五六七八九十]{1,3}、/u.test(text)) return 1;
  if (/^\(?[一二三四五六七八九十]{1,3}\)/u.test(text)) return 2;
  if (/^\d{1,2}[.、]/u.test(text)) return 3;
  return unit.outline ?? 4;
}

function closes(stream: Stream, unit: Unit, level: number): boolean {
  if (unit.cell || unit.end - unit.start > longestHeading || unit.end === unit.start) return false;
  const text = stream.folded.slice(unit.start, unit.end);
  if (/[。;]$/u.test(text)) return false;
  const own = levelOf(text, unit);
  return own < 4 && own <= level && (own < 3 || level === 3);
}
