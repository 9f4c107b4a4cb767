import type { FormField } from '../../calls/schema/form.ts';
import type { Field } from '../../core/filing.ts';
import { foldString, type Stream, type Unit } from '../align/stream.ts';
import { labelsOf, plainLabel } from '../lookup/label-index.ts';
import { placesOf, round } from './field-parts.ts';

/** Labels of fewer characters (姓名, 职务) stand in every form and in running text. */
const tellingLabel = 4;
/** Below `sureEnough`: no check counts on it. */
const doubtful = 0.5;
/** As sure as that something stands in a place that could not be read. */
const unread = 0.3;
/** Share of a table's column labels that tell its heading, however its cells are merged. */
const headShare = 0.5;
/** What may stand before a label that opens a line: numbers, 其中, a mark, a bracket. */
const opening = /^(?:其中|[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．]|[□☐☑☒■√✓○●(（*]|[:：、,，])*/u;

/**
 * A field that was found nowhere is surely absent only where its label is nowhere either. Where a line or a cell
 * begins with the label, or a row holds the columns of its table, something stands there that was not understood;
 * where running text names it, it may. `fields` as read, `form` the call's.
 */
export function doubtAbsent(
  fields: ReadonlyMap<string, Field>,
  form: readonly FormField[],
  stream: Stream,
): Map<string, Field> {
  const result = new Map(fields);
  for (const field of form) {
    const found = fields.get(field.key);
    if (found?.state !== 'absent') continue;
    const place = headOf(field, stream);
    if (place) {
      const state = { state: 'unreadable', confidence: unread, where: placesOf(stream, place) } as const;
      result.set(field.key, { ...found, ...state });
    } else if (namedIn(field, stream))
      result.set(field.key, { ...found, confidence: round(Math.min(found.confidence, doubtful)) });
  }
  return result;
}

function headOf(field: FormField, stream: Stream): Unit | undefined {
  const labels = tellingLabelsOf(field);
  return stream.units.find((unit) => begins(unit, labels, stream)) ?? headRow(field, stream);
}

function begins(unit: Unit, labels: readonly string[], stream: Stream): boolean {
  if (labels.length === 0 || unit.end === unit.start) return false;
  const text = stream.folded.slice(unit.start, unit.end);
  const words = text.replace(opening, '');
  return labels.some((label) => {
    const at = [words, plainLabel(text)].find((one) => one.startsWith(label));
    // A sentence may begin with the words of a label too: what follows tells a label.
    return at !== undefined && /^$|^[:(（]/u.test(at.slice(label.length));
  });
}

/** A cell of the row in which most of a table's columns are named, several of them in one cell too. */
function headRow(field: FormField, stream: Stream): Unit | undefined {
  if (field.type !== 'table') return undefined;
  const columns = field.columns.map(labelsOf);
  const rows = new Map<unknown, Map<number, Unit[]>>();
  for (const unit of stream.units) {
    if (!unit.cell) continue;
    const byRow = rows.get(unit.cell.table) ?? new Map<number, Unit[]>();
    rows.set(
      unit.cell.table,
      byRow.set(unit.cell.cell.row, [...(byRow.get(unit.cell.cell.row) ?? []), unit]),
    );
  }
  for (const units of [...rows.values()].flatMap((byRow) => [...byRow.values()])) {
    const texts = units.map((unit) => stream.folded.slice(unit.start, unit.end));
    const named = columns.filter((labels) =>
      labels.some((label) => texts.some((text) => text.includes(label))),
    );
    const own =
      field.under.length === 0 || field.under.some((label) => stream.folded.includes(foldString(label)));
    if (own && named.length >= Math.max(2, Math.ceil(columns.length * headShare))) return units[0];
  }
  return undefined;
}

function namedIn(field: FormField, stream: Stream): boolean {
  return tellingLabelsOf(field).some((label) => stream.folded.includes(label));
}

/** The field's labels, without the 其中 that a form prints before a part of a whole. */
const tellingLabelsOf = (field: FormField) =>
  labelsOf(field)
    .flatMap((label) => [label, label.replace(/^其中/u, '')])
    .filter((label) => label.length >= tellingLabel);
