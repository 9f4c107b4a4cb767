import type { TickField } from '../../calls/schema/form.ts';
import type { Field } from '../../core/filing.ts';
import { mergePlaces } from '../../core/place.ts';
import { originalRange, type Stream } from '../align/stream.ts';
import { absent, placesOf, round } from './field-parts.ts';
import type { TickReading } from './read-ticks.ts';
import type { OptionState } from './tick-marks.ts';

/** How sure a field is whose marks are letters: nearly as a scan's, and below `sureEnough` where a letter comes once. */
const letteredTrust = { again: 0.85, once: 0.5 } as const;

/** Two ticks where one is asked for: the boxes may be of another field. */
const severalTrust = 0.85;

/** A field of options: those that are ticked. */
export function tickField(field: TickField, reading: TickReading | undefined, stream: Stream): Field {
  const read = markedField(field, reading, stream);
  const several = field.type === 'choice' && Array.isArray(read.value) && read.value.length > 1;
  const most = Math.min(reading?.lettered ? letteredTrust[reading.lettered] : 1, several ? severalTrust : 1);
  // On a scan V and U are what engines make of a tick.
  const scanned =
    reading && stream.map.confidenceOf(...originalRange(stream, reading.start, reading.end)) < 1;
  return (scanned && !several) || read.confidence <= most ? read : { ...read, confidence: most };
}

function markedField(field: TickField, reading: TickReading | undefined, stream: Stream): Field {
  const base = { key: field.key, label: field.label };
  if (!reading) return absent(base);
  const [from, to] = originalRange(stream, reading.start, reading.end);
  const marked = reading.options.filter((option) => option.ticked !== undefined);
  const ticked = reading.options.filter((option) => option.ticked === true);
  const whole = marked.length === field.options.length && (field.type === 'ticks' || ticked.length <= 1);
  const legible = stream.map.confidenceOf(from, to);
  const where = mergePlaces(
    (ticked.length > 0 ? ticked : reading.options).flatMap((option) => placesOf(stream, option)),
  );
  const raw = stream.map.text.slice(from, to).trim();
  if (marked.length === 0) {
    // Some offices let applicants delete what does not apply: what is left is the choice.
    if (reading.options.length < field.options.length && reading.by === 'aligned') {
      const value = reading.options.map((option) => option.option);
      return { ...base, value, raw, state: 'filled', confidence: round(0.7 * legible), where };
    }
    return { ...base, value: null, raw, state: 'unreadable', confidence: 0.3, where };
  }
  // On a scan a tick may be lost where the box is seen: no tick at all is no proof of none.
  if (ticked.length === 0 && legible < 1) {
    const left = reading.options.filter((option) => option.ticked === undefined);
    const only = field.type === 'choice' && marked.length >= 1 && left.length === 1 ? left[0] : undefined;
    if (only && reading.options.length === field.options.length) {
      // All other boxes are seen and empty: it is likely this one, and for a person to look at.
      return {
        ...base,
        value: [only.option],
        raw,
        state: 'filled',
        confidence: round(0.55 * legible),
        where: placesOf(stream, only),
      };
    }
    return { ...base, value: null, raw, state: 'unreadable', confidence: round(0.4 * legible), where };
  }
  const trust = whole ? 0.995 : 0.6 + (0.3 * marked.length) / field.options.length;
  const value = field.options.filter((o) => ticked.some((t) => t.option === o.text)).map((o) => o.text);
  const state = value.length > 0 ? 'filled' : 'blank';
  return {
    ...base,
    value,
    raw,
    state,
    confidence: round(trust * (whole ? markedAs(marked, legible, stream) : legible)),
    where,
  };
}

/** How sure the marks are; the words of an option were found as they are printed, whatever each letter is like. */
function markedAs(options: readonly OptionState[], otherwise: number, stream: Stream): number {
  const sure = options.map(({ mark }) =>
    mark ? stream.map.confidenceOf(...originalRange(stream, ...mark)) : otherwise,
  );
  return Math.min(...sure);
}
