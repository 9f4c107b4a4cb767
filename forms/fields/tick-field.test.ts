import { describe, expect, it, test } from 'vitest';
import type { TickField } from '../../calls/schema/form.ts';
import { streamOf } from '../align/stream.ts';
import { form } from '../testing.ts';
import type { TickReading } from './read-ticks.ts';
import { tickField } from './tick-field.ts';

const [kind, safety] = ['kind', 'safety'].map((key) => {
  const field = form.fields.find((one): one is TickField => one.key === key && 'options' in one);
  if (!field) throw new Error(key);
  return field;
}) as [TickField, TickField];

type Mark = readonly [option: string, ticked?: boolean];
/** A line that shows these options, read so surely, as the field it gives. */
function fieldOf(
  field: TickField,
  marks: readonly Mark[],
  confidence = 1,
  by: TickReading['by'] = 'aligned',
) {
  const lines = marks.map(([option], i) => ({
    text: `  ${option} `,
    place: { page: i + 1, box: [0, 0, 9, 9] as const },
    readBy: 'ocr' as const,
    confidence,
  }));
  const stream = streamOf({
    body: [{ kind: 'paragraph', lines: [...lines, { ...lines[0]!, text: '后文' }] }],
  });
  let at = 0;
  const options = marks.map(([option, ticked]) => {
    const start = stream.folded.indexOf(option, at);
    at = start + option.length;
    return { option, start, end: at, ...(ticked === undefined ? {} : { ticked }) };
  });
  return tickField(field, { field, options, start: 0, end: at, by }, stream);
}
const pages = ({ where }: ReturnType<typeof fieldOf>) =>
  where.map((place) => ('page' in place ? place.page : 0));
const [a, b, c] = ['防火墙', '工控防火墙', '入侵检测'] as const;

describe('boxes that all have their marks', () => {
  it('give what is ticked in the order of the form, with the places of the ticks', () => {
    const found = fieldOf(safety, [
      [c, true],
      [b, false],
      [a, true],
    ]);
    expect(found).toMatchObject({ value: [a, c], state: 'filled', confidence: 0.995 });
    expect(pages(found)).toEqual([1, 3]);
    expect(found.raw).toBe(`${c} \n  ${b} \n  ${a}`);
  });

  it('of which none is ticked are blank, at the places of all', () => {
    const found = fieldOf(safety, [
      [a, false],
      [b, false],
      [c, false],
    ]);
    expect(found).toMatchObject({ value: [], state: 'blank', confidence: 0.995 });
    expect(pages(found)).toEqual([1, 2, 3]);
  });

  it('are less sure where a choice of one has two ticks', () => {
    expect(
      fieldOf(kind, [
        ['离散行业', true],
        ['流程行业', false],
      ]).confidence,
    ).toBe(0.995);
    expect(
      fieldOf(kind, [
        ['离散行业', true],
        ['流程行业', true],
      ]).confidence,
    ).toBe(0.85);
  });

  it('are as sure as they were legible', () => {
    expect(
      fieldOf(
        safety,
        [
          [a, true],
          [b, false],
          [c, false],
        ],
        0.8,
      ).confidence,
    ).toBe(0.796);
  });
});

test('boxes that are all seen are as sure as their marks, whatever the letters beside them', () => {
  const text = '☑离散行业 ☐流程行业';
  const certainty = [...text].map((char) => (char === '程' ? 0.6 : char === '☐' ? 0.97 : 0.99));
  const place = { page: 1, box: [0, 0, 99, 9] as const };
  const line = { text, place, readBy: 'ocr' as const, confidence: 0.9, certainty };
  const stream = streamOf({ body: [{ kind: 'paragraph', lines: [line] }] });
  const options: TickReading['options'] = [
    { option: '离散行业', start: 1, end: 5, ticked: true, mark: [0, 1] },
    { option: '流程行业', start: 6, end: 10, ticked: false, mark: [5, 6] },
  ];
  const read = (some: TickReading['options']) =>
    tickField(kind, { field: kind, options: some, start: 0, end: 10, by: 'aligned' }, stream).confidence;
  expect(read(options)).toBe(0.965);
  const [first, { mark: _, ...second }] = options as [(typeof options)[0], (typeof options)[0]];
  expect(read([first, second])).toBe(0.597);
});

test('marks of some boxes only are the less sure the fewer they are', () => {
  expect(fieldOf(safety, [[a, true], [b], [c]]).confidence).toBe(0.7);
  expect(fieldOf(safety, [[a, true], [b, false], [c]]).confidence).toBe(0.8);
  expect(
    fieldOf(safety, [
      [a, true],
      [b, false],
    ]).confidence,
  ).toBe(0.8);
});

describe('options without any mark', () => {
  it('are the choice where the others were deleted from their place', () => {
    const found = fieldOf(safety, [[a], [c]], 0.9);
    expect(found).toMatchObject({ value: [a, c], state: 'filled', confidence: 0.63 });
    expect(pages(found)).toEqual([1, 2]);
  });

  it('cannot be read where all stand there, or were found anywhere else', () => {
    const unreadable = { value: null, state: 'unreadable', confidence: 0.3 };
    expect(fieldOf(safety, [[a], [b], [c]])).toMatchObject(unreadable);
    expect(fieldOf(safety, [[a], [c]], 1, 'searched')).toMatchObject(unreadable);
  });
});

describe('a scan on which no tick is seen', () => {
  const unreadable = { value: null, state: 'unreadable', confidence: 0.36 };

  it('proves no blank', () => {
    expect(
      fieldOf(
        safety,
        [
          [a, false],
          [b, false],
          [c, false],
        ],
        0.9,
      ),
    ).toMatchObject(unreadable);
    expect(
      fieldOf(
        kind,
        [
          ['离散行业', false],
          ['流程行业', false],
        ],
        0.9,
      ),
    ).toMatchObject(unreadable);
  });

  it('of a choice leaves the one box that was not seen, for a person to look at', () => {
    const found = fieldOf(kind, [['离散行业', false], ['流程行业']], 0.9);
    expect(found).toMatchObject({ value: ['流程行业'], state: 'filled', confidence: 0.495 });
    expect(pages(found)).toEqual([2]);
  });

  it('leaves nothing where several may be ticked, several were not seen, or an option is missing', () => {
    expect(fieldOf(safety, [[a, false], [b, false], [c]], 0.9)).toMatchObject(unreadable);
    const three = { ...kind, options: safety.options } as TickField;
    expect(fieldOf(three, [[a, false], [b], [c]], 0.9)).toMatchObject(unreadable);
    expect(fieldOf(three, [[a, false], [b]], 0.9)).toMatchObject(unreadable);
    expect(fieldOf(three, [[a, false], [b, false], [c]], 0.9)).toMatchObject({ value: [c] });
  });
});

it('boxes that were not found are absent', () => {
  const stream = streamOf({ body: [] });
  expect(tickField(safety, undefined, stream)).toEqual({
    key: 'safety',
    label: '安全技术',
    value: null,
    raw: '',
    state: 'absent',
    confidence: 0.9,
    where: [],
  });
});
