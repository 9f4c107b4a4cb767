import { type Document, type Line, linesOf } from '../../core/document.ts';
import type { Field } from '../../core/filing.ts';
import { isPagePlace, type PagePlace, type Place } from '../../core/place.ts';
import { round } from './field-parts.ts';

/** Below `sureEnough`: what engines make of handwriting is for a person to compare. */
const handTrust = 0.5;
/** A value is written by hand if this share of its characters is. */
const leastShare = 0.25;

/** Fields whose value stands in lines written by hand: they say so and are never sure. */
export function doubtHandwriting(fields: ReadonlyMap<string, Field>, document: Document): Map<string, Field> {
  const lines = [...linesOf(document.body)];
  if (!lines.some(({ byHand }) => byHand)) return new Map(fields);
  return new Map(
    [...fields].map(([key, field]) => {
      const own = lines.filter(({ place }) => field.where.some((where) => meet(place, where)));
      const length = (some: readonly Line[]) => some.reduce((sum, { text }) => sum + text.length, 0);
      const written = length(own.filter(({ byHand }) => byHand));
      if (field.state !== 'filled' || written === 0 || written < leastShare * length(own))
        return [key, field];
      const confidence = round(Math.min(field.confidence, handTrust));
      return [key, { ...field, confidence, byHand: true }];
    }),
  );
}

/** Whether two places of a page overlap by a third of the smaller one. */
function meet(a: Place, b: Place): boolean {
  if (!isPagePlace(a) || !isPagePlace(b) || a.page !== b.page || a.file !== b.file) return false;
  const across = Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]);
  const down = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
  return across > 0 && down > 0 && across * down >= Math.min(areaOf(a), areaOf(b)) / 3;
}

const areaOf = ({ box }: PagePlace) => (box[2] - box[0]) * (box[3] - box[1]);
