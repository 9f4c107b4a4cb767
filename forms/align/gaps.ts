import type { Reading } from '../reading.ts';
import type { Anchor } from './align.ts';
import { type Stream, unitAt } from './stream.ts';
import type { Slot, Template } from './template.ts';

/** What stands between two neighbouring anchors, with the form's items that belong there. */
interface Gap {
  /** Items `from` (included) to `to` (excluded). */
  readonly from: number;
  readonly to: number;
  /** Folded positions. */
  readonly start: number;
  readonly end: number;
  /** Units of the blank form and of the filing on both sides; -1 and length at the ends. */
  readonly blankUnits: readonly [number, number];
  readonly units: readonly [number, number];
}

/** Reads every slot that stands between anchors, boxes and repeating rows excepted. */
export function readGaps(template: Template, stream: Stream, anchors: readonly Anchor[]): Reading[] {
  const readings: Reading[] = [];
  for (const gap of gapsOf(template, stream, anchors)) {
    const slots: Slot[] = [];
    let wordsLost = false;
    for (let i = gap.from; i < gap.to; i++) {
      const item = template.items[i];
      if (item?.kind === 'slot') slots.push(item);
      else wordsLost = true;
    }
    const plain = slots.filter((slot) => slot.option === undefined && slot.column === undefined);
    const only = onlySlot(plain, slots, gap);
    if (only) {
      const between = wordsLost ? betweenSigns(template, gap, stream) : undefined;
      readings.push(readOnly(only, between ?? gap, stream, wordsLost && !between));
    } else {
      const bySigns = readBySigns(template, gap, stream);
      const apart = bySigns.length > 0 ? bySigns : readByUnits(plain, slots, gap, stream);
      readings.push(...(apart.length > 0 || wordsLost ? apart : readSignature(plain, slots, gap, stream)));
    }
  }
  return readings;
}

/** The one slot to be read, when no other one, nor an option's box in its own cell, can take part of the text. */
function onlySlot(plain: readonly Slot[], slots: readonly Slot[], gap: Gap): Slot | undefined {
  const [slot, second] = plain;
  if (!slot || second) return undefined;
  if (slots.length === 1) return slot;
  const alone = slots.every((other) => other === slot || other.unit !== slot.unit);
  return alone && gap.blankUnits.includes(slot.unit) ? slot : undefined;
}

/**
 * The gap without the signs that the form prints around its only slot, which are too short to be anchors
 * (`__个`); `undefined` when not all of them stand there.
 */
function betweenSigns(template: Template, gap: Gap, stream: Stream): Gap | undefined {
  let { start, end } = gap;
  let behind = false;
  const items = template.items.slice(gap.from, gap.to);
  const signsBehind = items.slice(items.findIndex((item) => item.kind === 'slot') + 1);
  for (const item of items) {
    if (item.kind === 'slot') behind = true;
    else if (!behind) {
      const at = stream.folded.indexOf(item.text, start);
      if (at < 0 || at + item.text.length > end) return undefined;
      start = at + item.text.length;
    }
  }
  for (const item of signsBehind.toReversed()) {
    if (item.kind === 'slot') return undefined;
    const at = stream.folded.lastIndexOf(item.text, end - item.text.length);
    if (at < start) return undefined;
    end = at;
  }
  return { ...gap, start, end };
}

function* gapsOf(template: Template, stream: Stream, anchors: readonly Anchor[]): Generator<Gap> {
  for (let i = 0; i <= anchors.length; i++) {
    const left = anchors[i - 1];
    const right = anchors[i];
    const from = left ? left.item + 1 : 0;
    const to = right ? right.item : template.items.length;
    if (from >= to) continue;
    const start = left ? left.end : 0;
    const end = right ? right.start : stream.folded.length;
    yield {
      from,
      to,
      start,
      end,
      blankUnits: [
        left ? template.items[left.item]!.unit : -1,
        right ? template.items[right.item]!.unit : template.units,
      ],
      units: [
        left ? unitAt(stream, Math.max(left.start, left.end - 1)) : -1,
        right ? unitAt(stream, right.start) : stream.units.length,
      ],
    };
  }
}

const spansUnits = (slot: Slot) => slot.field.type === 'section' || slot.field.type === 'long-text';

function readOnly(slot: Slot, gap: Gap, stream: Stream, wordsLost: boolean): Reading {
  const [blankLeft, blankRight] = gap.blankUnits;
  const [left, right] = gap.units;
  const reading = (start: number, end: number, trust: number): Reading => ({
    field: slot.field,
    ...(slot.year === undefined ? {} : { year: slot.year }),
    start: Math.max(gap.start, start),
    end: Math.max(Math.max(gap.start, start), Math.min(gap.end, end)),
    trust: wordsLost ? trust * 0.9 : trust,
  });
  if (spansUnits(slot)) return reading(gap.start, gap.end, 0.98);
  const unitEnd = stream.units[left]?.end ?? gap.end;
  const unitStart = stream.units[right]?.start ?? gap.start;
  const together = left === right;
  if (slot.unit === blankLeft && slot.unit === blankRight) {
    return together ? reading(gap.start, gap.end, 0.995) : reading(gap.start, gap.end, 0.8);
  }
  if (slot.unit === blankLeft) {
    const answer = reading(gap.start, unitEnd, 0.99);
    // A value that fell to the next line of the same cover, not to another cell.
    if (answer.end > answer.start || right - left < 2) return answer;
    return reading(gap.start, gap.end, 0.85);
  }
  if (slot.unit === blankRight) return reading(unitStart, gap.end, 0.99);
  const own = left + (slot.unit - blankLeft);
  if (right - left === blankRight - blankLeft) {
    const unit = stream.units[own];
    if (unit) return reading(unit.start, unit.end, 0.995);
  }
  if (right - left === 2) {
    const unit = stream.units[left + 1];
    if (unit) return reading(unit.start, unit.end, 0.99);
  }
  const filled = stream.units.filter(({ start, end }) => Math.max(start, gap.start) < Math.min(end, gap.end));
  if (filled.length === 0) return reading(gap.start, gap.start, 0.95);
  if (filled.length === 1) return reading(filled[0]!.start, filled[0]!.end, 0.96);
  const cells = filled.filter((unit) => unit.cell);
  if (cells.length > 0) return reading(cells[0]!.start, cells[0]!.end, 0.6);
  return reading(gap.start, gap.end, 0.8);
}

/**
 * Several slots in one line with only a sign or a short word between them (投入：__、__万元): the signs, found
 * one after the other, divide the line. Nothing is read when one of them is missing.
 */
function readBySigns(template: Template, gap: Gap, stream: Stream): Reading[] {
  if (gap.blankUnits[0] !== gap.blankUnits[1] || gap.units[0] !== gap.units[1]) return [];
  const readings: Reading[] = [];
  let open: Slot | undefined;
  let start = gap.start;
  for (let i = gap.from; i <= gap.to; i++) {
    const item = i < gap.to ? template.items[i] : undefined;
    if (item?.kind === 'slot') {
      if (open || item.option !== undefined || item.column !== undefined) return [];
      open = item;
      continue;
    }
    const end = item ? stream.folded.indexOf(item.text, start) : gap.end;
    if (end < 0 || end > gap.end) return [];
    if (open)
      readings.push({
        field: open.field,
        ...(open.year === undefined ? {} : { year: open.year }),
        start,
        end,
        trust: 0.97,
      });
    open = undefined;
    start = item ? end + item.text.length : end;
  }
  return readings;
}

/** A whole date as it may end a line, or the words for one that nobody gave. */
const dateAtEnd =
  /(?:(?:20\d\d|[二〇零○一三四五六七八九]{4}|[x×]*)年[\d一二三四五六七八九十x×]{0,3}月[\d一二三四五六七八九十x×]{0,3}日?|(?<!\d)20\d\d([-./])\d{1,2}\1\d{1,2})$/u;

/** A place to sign with one for the date below it in the same cell: the date words tell them apart. */
function readSignature(plain: readonly Slot[], slots: readonly Slot[], gap: Gap, stream: Stream): Reading[] {
  const [name, date] = plain;
  if (!name || date?.field.type !== 'date' || slots.length !== 2 || name.unit !== date.unit) return [];
  if (name.field.type === 'date' || gap.blankUnits[0] !== name.unit) return [];
  const end = Math.min(stream.units[gap.units[0]]?.end ?? gap.end, gap.end);
  const written = dateAtEnd.exec(stream.folded.slice(gap.start, end));
  if (!written) return [];
  const at = gap.start + written.index;
  return [
    { field: name.field, start: gap.start, end: at, trust: 0.95 },
    { field: date.field, start: at, end, trust: 0.95 },
  ];
}

/** Several slots with no words of the form between them: the cells tell them apart, empty ones included. */
function readByUnits(plain: readonly Slot[], slots: readonly Slot[], gap: Gap, stream: Stream): Reading[] {
  const [blankLeft, blankRight] = gap.blankUnits;
  const [left, right] = gap.units;
  if (right - left !== blankRight - blankLeft) return [];
  const readings: Reading[] = [];
  for (const slot of plain) {
    if (slots.some((other) => other !== slot && other.unit === slot.unit)) continue;
    const unit = stream.units[left + (slot.unit - blankLeft)];
    if (!unit) continue;
    const start = Math.max(unit.start, gap.start);
    const year = slot.year === undefined ? {} : { year: slot.year };
    readings.push({
      field: slot.field,
      ...year,
      start,
      end: Math.max(start, Math.min(unit.end, gap.end)),
      trust: 0.98,
    });
  }
  return readings;
}
