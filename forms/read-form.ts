import type { Form, FormField, TickField } from '../calls/schema/form.ts';
import type { Document } from '../core/document.ts';
import type { Field, Section } from '../core/filing.ts';
import { groupBy } from '../core/group-by.ts';
import type { TextMap } from '../core/text-map.ts';
import type { Anchor } from './align/align.ts';
import { readGaps } from './align/gaps.ts';
import { alignParts } from './align/reorder.ts';
import { originalRange, type Stream, streamOf } from './align/stream.ts';
import { compileTemplate } from './align/template.ts';
import { doubtHandwriting } from './fields/by-hand.ts';
import { doubtAbsent } from './fields/doubt-absent.ts';
import { overlap } from './fields/field-parts.ts';
import { doubtOddSizes } from './fields/odd-sizes.ts';
import { heldAgainstOthers } from './fields/other-places.ts';
import { plainField } from './fields/plain-field.ts';
import { readTicks } from './fields/read-ticks.ts';
import { sectionText } from './fields/section-text.ts';
import { doubtLostChapters } from './fields/strange-headings.ts';
import { tableField } from './fields/table-field.ts';
import { tickField } from './fields/tick-field.ts';
import { yearsField } from './fields/years-field.ts';
import { findSections } from './lookup/find-headings.ts';
import { LabelIndex } from './lookup/label-index.ts';
import { readTable, readYears } from './lookup/read-rows.ts';
import { isSure, type Reading } from './reading.ts';

export interface FormReading {
  readonly fields: ReadonlyMap<string, Field>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly text: TextMap;
  readonly formRanges: readonly (readonly [number, number])[];
}

/**
 * Reads a call's form out of a document. Two ways lead to a field: the document aligned with the blank form,
 * and the field's labels. Where both agree the value is nearly certain; where they differ the better one is
 * kept with a lower confidence, so that a person looks at it.
 */
export function readForm(document: Document, form: Form, blank: Document): FormReading {
  const stream = streamOf(document);
  const { template, anchors } = alignParts(compileTemplate(form, blank), stream);
  const labels = new LabelIndex(stream, form.fields);
  const aligned = groupByField(readGaps(template, stream, anchors));
  const headed = groupByField(findSections(form.fields, stream));
  const ticks = new Map(
    readTicks(form.fields.filter(isTicks), template, stream, anchors).map((reading) => [
      reading.field.key,
      reading,
    ]),
  );
  const tables = [...new Set(stream.units.flatMap((unit) => (unit.cell ? [unit.cell.table] : [])))].map(
    (table) => labels.cellsOf(table),
  );

  const labelled = new Map(
    form.fields.map((field) => [
      field,
      field.type === 'section' ? (headed.get(field.key) ?? []) : isPlain(field) ? labels.find(field) : [],
    ]),
  );
  const sure = [...aligned.values()].flat().filter(isSure);
  const claims = sure.filter((one) => labelled.get(one.field)?.some((two) => overlap(one, two)));
  const known = [...anchors, ...sure].sort((a, b) => a.start - b.start);

  const fields = new Map<string, Field>();
  const sections = new Map<string, Section>();
  for (const [field, byLabel] of labelled) {
    const own = aligned.get(field.key) ?? [];
    if (isTicks(field)) fields.set(field.key, tickField(field, ticks.get(field.key), stream));
    else if (field.type === 'table')
      fields.set(field.key, tableField(field, readTable(field, stream, labels, tables), stream));
    else if (field.type === 'years') {
      fields.set(
        field.key,
        yearsField(field, own.length > 0 ? own : readYears(field, stream, labels), stream),
      );
    } else {
      const chosen = plainField(field, own, byLabel, { anchors, claims, known }, stream);
      fields.set(field.key, chosen.field);
      if (
        chosen.range &&
        chosen.field.state === 'filled' &&
        (field.type === 'section' || field.type === 'long-text')
      ) {
        sections.set(field.key, {
          key: field.key,
          heading: field.label,
          text: sectionText(document, originalRange(stream, ...chosen.range)),
        });
      }
    }
  }
  const formRanges = formRangesOf(stream, anchors);
  const sized = heldAgainstOthers(doubtOddSizes(fields), form.fields, stream);
  const found = doubtAbsent(doubtLostChapters(sized, form.fields, stream, anchors), form.fields, stream);
  return {
    // Last: no agreement of places makes what a pen wrote sure.
    fields: doubtHandwriting(found, document),
    sections,
    text: stream.map,
    formRanges,
  };
}

/** One character of the text may fold into several (㎡, ⑴) that two anchors share: the first one has it. */
function formRangesOf(stream: Stream, anchors: readonly Anchor[]): [number, number][] {
  let last = 0;
  return anchors.map((anchor) => {
    const [start, end] = originalRange(stream, anchor.start, anchor.end);
    const from = Math.max(last, start);
    last = Math.max(from, end);
    return [from, last];
  });
}

const isTicks = (field: FormField): field is TickField => field.type === 'ticks' || field.type === 'choice';

const isPlain = (field: FormField) => !isTicks(field) && field.type !== 'table' && field.type !== 'years';

const groupByField = (readings: readonly Reading[]) => groupBy(readings, ({ field }) => field.key);
