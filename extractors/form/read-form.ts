import type { Form, FormField, TableField, TickField, YearsField } from '../../calls/schema/form.ts';
import type { Document } from '../../core/document.ts';
import type { Field, FieldValue, Section, TableRow } from '../../core/filing.ts';
import { mergePlaces } from '../../core/place.ts';
import type { TextMap } from '../../core/text-map.ts';
import type { Anchor } from './align.ts';
import { findSections } from './find-headings.ts';
import { readGaps } from './gaps.ts';
import { LabelIndex } from './label-index.ts';
import { readTable, readYears, type TableReading } from './read-rows.ts';
import { readTicks, type TickReading } from './read-ticks.ts';
import type { Reading } from './reading.ts';
import { alignParts } from './reorder.ts';
import { sectionText } from './section-text.ts';
import { originalRange, type Stream, streamOf } from './stream.ts';
import { compileTemplate } from './template.ts';
import { columnValue, toValue } from './values.ts';

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
      field.key,
      field.type === 'section' ? (headed.get(field.key) ?? []) : isPlain(field) ? labels.find(field) : [],
    ]),
  );
  const sure = [...aligned.values()].flat().filter(isSure);
  const claims = sure.filter((one) => (labelled.get(one.field.key) ?? []).some((two) => overlap(one, two)));
  const known = [...anchors, ...sure].sort((a, b) => a.start - b.start);

  const fields = new Map<string, Field>();
  const sections = new Map<string, Section>();
  for (const field of form.fields) {
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
      const chosen = plainField(
        field,
        own,
        labelled.get(field.key) ?? [],
        { anchors, claims, known },
        stream,
      );
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
  return { fields, sections, text: stream.map, formRanges };
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

const isSure = ({ trust }: Reading) => trust >= 0.9;

interface Range {
  readonly start: number;
  readonly end: number;
}

const overlap = (a: Range, b: Range) => a.start < b.end && b.start < a.end;

function groupByField(readings: readonly Reading[]): Map<string, Reading[]> {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const group = groups.get(reading.field.key);
    if (group) group.push(reading);
    else groups.set(reading.field.key, [reading]);
  }
  return groups;
}

interface Read {
  readonly reading: Reading;
  readonly value: FieldValue;
  readonly raw: string;
  readonly state: Field['state'];
  readonly confidence: number;
  readonly marks: Pick<Field, 'repaired' | 'code'>;
}

function valueAt(field: FormField, reading: Reading, stream: Stream): Read {
  const [from, to] = originalRange(stream, reading.start, reading.end);
  const written = stream.map.text.slice(from, to);
  const { value, raw, fits, ...marks } = toValue(field, written);
  const legible = stream.map.confidenceOf(from, to);
  const state = raw === '' ? 'blank' : legible < 0.4 ? 'unreadable' : 'filled';
  const doubt = state === 'filled' && !fits ? 0.7 : 1;
  return {
    reading,
    value: state === 'filled' ? value : null,
    raw,
    state,
    confidence: reading.trust * legible * doubt,
    marks: state === 'filled' ? marks : {},
  };
}

/** What else stands in the document by the form, in its order. */
interface Surroundings {
  readonly anchors: readonly Anchor[];
  /** Places of fields that both ways of reading give to them. */
  readonly claims: readonly Reading[];
  /** The form's own words and the places of fields between them. */
  readonly known: readonly Range[];
}

function plainField(
  field: FormField,
  aligned: readonly Reading[],
  labelled: readonly Reading[],
  { anchors, claims, known }: Surroundings,
  stream: Stream,
): { field: Field; range?: [number, number] } {
  const base = { key: field.key, label: field.label, ...('unit' in field ? { unit: field.unit } : {}) };
  const byForm = aligned.map((reading) => valueAt(field, reading, stream));
  // A place of the form found empty is not filled with the form's words that follow it, nor, as labels repeat,
  // with what stands at the same words elsewhere and is another field's by both ways of reading.
  const isEmpty = byForm.length > 0 && byForm.every((read) => read.state === 'blank' && isSure(read.reading));
  const claimed = (reading: Reading) =>
    aligned.some((place) => place.start <= reading.start && reading.start <= place.end) ||
    (anchors.some((anchor) => overlap(anchor, reading)) && isPrinted(reading, known)) ||
    claims.some((claim) => claim.field.key !== field.key && overlap(claim, reading));
  const byLabel = labelled
    .filter((reading) => !isEmpty || !claimed(reading))
    .map((reading) => valueAt(field, reading, stream))
    .map((read) => (isPrinted(read.reading, anchors) ? { ...read, ...blankRead } : read));
  const ranked = [...byForm, ...byLabel].sort(
    (a, b) => Number(b.state === 'filled') - Number(a.state === 'filled') || b.confidence - a.confidence,
  );
  const best = byForm.find((read) => read.state === 'filled' && read.confidence >= 0.9) ?? ranked[0];
  if (!best) return { field: { ...base, value: null, raw: '', state: 'absent', confidence: 0.9, where: [] } };

  const top = byLabel[0];
  const agree =
    best.reading.field.type !== 'section' && top !== undefined && byForm.includes(best) && same(top, best);
  const differ =
    top !== undefined && byForm.includes(best) && !agree && top.confidence >= 0.9 && !same(top, best);
  const legible = best.confidence / best.reading.trust;
  const confidence = agree
    ? Math.max(best.confidence, 0.998 * legible)
    : differ
      ? Math.min(best.confidence, 0.85)
      : best.confidence;
  const conflicts = byForm.filter((read) => read !== best && read.state === 'filled' && !same(read, best));
  return {
    field: {
      ...base,
      value: best.value,
      raw: best.raw,
      state: best.state,
      confidence: round(confidence),
      where: placesOf(stream, best.reading),
      ...best.marks,
      ...(conflicts.length > 0
        ? {
            conflicts: conflicts.map((read) => ({
              value: read.value,
              where: placesOf(stream, read.reading),
            })),
          }
        : {}),
    },
    range: [best.reading.start, best.reading.end],
  };
}

const blankRead = { value: null, raw: '', state: 'blank', marks: {} } as const;

/** Whether all that stands there is the form's own: a hint that nobody wrote over. */
function isPrinted({ start, end }: Range, anchors: readonly Range[]): boolean {
  let at = start;
  for (const anchor of anchors) if (anchor.start <= at && anchor.end > at) at = anchor.end;
  return end > start && at >= end;
}

const same = (a: Read, b: Read) =>
  JSON.stringify(a.value) === JSON.stringify(b.value) ||
  a.raw.replace(/\s/gu, '') === b.raw.replace(/\s/gu, '');

function placesOf(stream: Stream, { start, end }: { start: number; end: number }) {
  const [from, to] = originalRange(stream, start, end);
  if (to > from) return stream.map.placesOf(from, to);
  const unit = stream.units.find(
    (candidate) => candidate.cell && candidate.start === start && candidate.end === end,
  );
  if (unit?.cell) return [unit.cell.cell.place];
  // Nothing is written there: the end of the label before it shows where it should be.
  const before = stream.map.text.slice(0, from).trimEnd().length;
  return before > 0 ? stream.map.placesOf(before - 1, before) : [];
}

function tickField(field: TickField, reading: TickReading | undefined, stream: Stream): Field {
  const base = { key: field.key, label: field.label };
  if (!reading) return { ...base, value: null, raw: '', state: 'absent', confidence: 0.9, where: [] };
  const [from, to] = originalRange(stream, reading.start, reading.end);
  const marked = reading.options.filter((option) => option.ticked !== undefined);
  const ticked = reading.options.filter((option) => option.ticked === true);
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
  const whole = marked.length === field.options.length && (field.type === 'ticks' || ticked.length <= 1);
  const trust = whole ? 0.995 : 0.6 + (0.3 * marked.length) / field.options.length;
  const value = field.options.filter((o) => ticked.some((t) => t.option === o.text)).map((o) => o.text);
  const state = value.length > 0 ? 'filled' : 'blank';
  return { ...base, value, raw, state, confidence: round(trust * legible), where };
}

function tableField(field: TableField, reading: TableReading | undefined, stream: Stream): Field {
  const base = { key: field.key, label: field.label };
  if (!reading) return { ...base, value: null, raw: '', state: 'absent', confidence: 0.9, where: [] };
  let legible = 1;
  const raws: string[] = [];
  const mended: Field['repaired'][] = [];
  const rows = reading.rows.map((row): TableRow => {
    const entries = field.columns.map((column) => {
      const unit = row.cells.get(column.key);
      const [from, to] = unit ? originalRange(stream, unit.start, unit.end) : [0, 0];
      if (to > from) legible = Math.min(legible, stream.map.confidenceOf(from, to));
      const written = stream.map.text.slice(from, to);
      raws.push(written.trim());
      const { value, repaired } = columnValue(column.type, written);
      mended.push(repaired);
      return [column.label, value] as const;
    });
    return Object.fromEntries(entries);
  });
  const units = reading.rows.flatMap((row) => [...row.cells.values()]);
  return {
    ...base,
    value: rows,
    raw: raws.join(' | '),
    state: rows.length > 0 ? 'filled' : 'blank',
    // On a scan a whole row may be missing without a trace.
    confidence: round((legible < 1 ? 0.89 : 0.97) * legible),
    where: mergePlaces((units.length > 0 ? units : reading.header).flatMap((unit) => placesOf(stream, unit))),
    ...allRepaired(mended),
  };
}

function yearsField(field: YearsField, readings: readonly Reading[], stream: Stream): Field {
  const base = { key: field.key, label: field.label, unit: field.unit };
  if (readings.length === 0)
    return { ...base, value: null, raw: '', state: 'absent', confidence: 0.9, where: [] };
  const reads = readings.map((reading) => valueAt(field, reading, stream));
  const value: Record<string, number | string | null> = {};
  for (const read of reads) {
    if (read.reading.year !== undefined) value[read.reading.year] = read.value as number | string | null;
  }
  const filled = reads.filter((read) => read.state === 'filled');
  return {
    ...base,
    value: filled.length > 0 ? value : null,
    raw: reads.map((read) => read.raw).join(' | '),
    state: filled.length > 0 ? 'filled' : 'blank',
    confidence: round(Math.min(...reads.map((read) => read.confidence))),
    where: mergePlaces(reads.flatMap((read) => placesOf(stream, read.reading))),
    ...allRepaired(filled.map((read) => read.marks.repaired)),
  };
}

/** The repairs in a field of several values, as one. */
function allRepaired(repairs: readonly Field['repaired'][]): Pick<Field, 'repaired'> {
  const from = repairs.flatMap((repaired) => repaired?.from ?? []);
  return from.length > 0 ? { repaired: { from: from.join('；') } } : {};
}

const round = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;
