import { describe, expect, it } from 'vitest';
import type { FormField } from '../../calls/schema/form.ts';
import { streamOf } from '../align/stream.ts';
import type { Reading } from '../reading.ts';
import { form } from '../testing.ts';
import { plainField, type Surroundings, valueAt } from './plain-field.ts';

/** Lines of a document, each with how well it was read. */
function streamWith(lines: readonly (string | readonly [text: string, confidence: number])[]) {
  return streamOf({
    body: lines.map((line, i) => {
      const [text, confidence] = typeof line === 'string' ? [line, 1] : line;
      const place = { page: 1, box: [0, i * 10, 100, i * 10 + 9] as const };
      return { kind: 'paragraph', lines: [{ text, place, readBy: 'ocr', confidence }] } as const;
    }),
  });
}

function fieldOf(key: string): FormField {
  const field = form.fields.find((one) => one.key === key);
  if (!field) throw new Error(key);
  return field;
}
const company = fieldOf('company');
const running = fieldOf('running');
const nothing: Surroundings = { anchors: [], claims: [], known: [] };

type Stream = ReturnType<typeof streamWith>;
const rangeOf = (stream: Stream, text: string) => {
  const start = stream.folded.indexOf(text);
  if (start < 0) throw new Error(`no ${text}`);
  return { start, end: start + text.length };
};
const at = (stream: Stream, text: string, trust: number, field = company): Reading => ({
  field,
  ...rangeOf(stream, text),
  trust,
});
/** The empty place behind these words. */
const behind = (stream: Stream, text: string, trust: number, field = company): Reading => {
  const { end } = rangeOf(stream, text);
  return { field, start: end, end, trust };
};

describe('what is written in a place', () => {
  it('is a value as sure as the place and the characters are', () => {
    const stream = streamWith([['企业名称：甲方有限公司', 0.9]]);
    const read = valueAt(company, at(stream, '甲方有限公司', 0.8), stream);
    expect(read).toMatchObject({ value: '甲方有限公司', raw: '甲方有限公司', state: 'filled' });
    expect(read.confidence).toBeCloseTo(0.72);
  });

  it('is blank where nothing stands', () => {
    const stream = streamWith(['企业名称：', '项目名称：']);
    expect(valueAt(company, behind(stream, '企业名称:', 0.98), stream)).toMatchObject({
      value: null,
      raw: '',
      state: 'blank',
      confidence: 0.98,
    });
  });

  it('is unreadable, and no value, below two fifths of legibility', () => {
    const read = (confidence: number) => {
      const stream = streamWith([['甲方有限公司', confidence]]);
      return valueAt(company, at(stream, '甲方有限公司', 1), stream);
    };
    expect(read(0.39)).toMatchObject({ state: 'unreadable', value: null });
    expect(read(0.4)).toMatchObject({ state: 'filled', value: '甲方有限公司' });
  });

  it('is as sure as its check character makes it', () => {
    const code = fieldOf('code');
    const read = (text: string) => {
      const stream = streamWith([[text, 0.8]]);
      return valueAt(code, at(stream, text.toLowerCase(), 1, code), stream).confidence;
    };
    expect(read('91340121398761204G')).toBeGreaterThan(0.98);
    expect(read('91340121398761204H')).toBeLessThan(0.6);
  });

  it('is in doubt where it does not fit the type', () => {
    const stream = streamWith(['运行设备约若干', '120']);
    expect(valueAt(running, at(stream, '若干', 1, running), stream).confidence).toBeCloseTo(0.7);
    expect(valueAt(running, at(stream, '120', 1, running), stream).confidence).toBe(1);
  });

  it('is in doubt where a scan may have read a comma as a point', () => {
    const read = (text: string, confidence: number) => {
      const stream = streamWith([[text, confidence]]);
      return valueAt(running, at(stream, text, 1, running), stream);
    };
    const doubtful = read('12.424', 0.9);
    expect(doubtful.confidence).toBeCloseTo(0.9 * 0.7);
    expect(read('12.424', 1).confidence).toBe(1);
    const words = streamWith([['12.424', 0.9]]);
    expect(valueAt(company, at(words, '12.424', 1), words).confidence).toBeCloseTo(0.9);
    expect(read('12,424', 0.9).confidence).toBeCloseTo(0.9);
    expect(read('124', 0.9).confidence).toBeCloseTo(0.9);
  });
});

describe('one field by the form and by its labels', () => {
  const stream = streamWith(['企业名称：甲方有限公司', '申报单位：乙方有限公司', '单位：甲方 有限公司']);
  const read = (aligned: readonly Reading[], labelled: readonly Reading[], around = nothing) =>
    plainField(company, aligned, labelled, around, stream).field;

  it('is absent without a place', () => {
    expect(plainField(company, [], [], nothing, stream)).toEqual({
      field: expect.objectContaining({ key: 'company', state: 'absent', value: null }),
    });
  });

  it('is nearly certain where both ways say the same, at one place or in other marks', () => {
    const place = at(stream, '甲方有限公司', 0.9);
    expect(read([place], [place])).toMatchObject({ value: '甲方有限公司', confidence: 0.998 });
    expect(read([at(stream, '甲方有限公司', 0.999)], [place]).confidence).toBe(0.999);
  });

  it('is no surer than its characters where both ways agree', () => {
    const faint = streamWith([['企业名称：甲方有限公司', 0.9]]);
    const place = at(faint, '甲方有限公司', 0.9);
    expect(plainField(company, [place], [place], nothing, faint).field.confidence).toBe(0.898);
  });

  it('agrees by its value where the writing differs', () => {
    const counted = streamWith(['运行设备1,200', '设备1200']);
    const [form, label] = [at(counted, '1,200', 0.9, running), at(counted, '1200', 0.9, running)];
    expect(plainField(running, [form], [label], nothing, counted).field.confidence).toBe(0.998);
  });

  it('an empty place beside a written one is no conflict', () => {
    const found = read([at(stream, '甲方有限公司', 0.98), behind(stream, '申报单位:', 0.98)], []);
    expect(found.conflicts).toBeUndefined();
  });

  it('loses its certainty where the label gives something else with certainty', () => {
    const ours = at(stream, '甲方有限公司', 0.98);
    const found = read([ours], [at(stream, '乙方有限公司', 0.95)]);
    expect(found).toMatchObject({ value: '甲方有限公司', confidence: 0.85 });
    expect(read([ours], [at(stream, '乙方有限公司', 0.9)]).confidence).toBe(0.85);
    expect(read([ours], [at(stream, '乙方有限公司', 0.899)]).confidence).toBe(0.98);
    expect(read([ours], []).confidence).toBe(0.98);
  });

  it('is not made surer by a disagreement', () => {
    // A sure label beats a place of the form that is in doubt; the label alone keeps its own certainty.
    const found = read([at(stream, '甲方有限公司', 0.7)], [at(stream, '乙方有限公司', 0.95)]);
    expect(found).toMatchObject({ value: '乙方有限公司', confidence: 0.95 });
    expect(found.conflicts).toMatchObject([{ value: '甲方有限公司' }]);
    expect(read([at(stream, '甲方有限公司', 0.8)], [at(stream, '乙方有限公司', 0.75)])).toMatchObject({
      value: '甲方有限公司',
      confidence: 0.8,
    });
  });

  it('the form goes before its labels from nine tenths on', () => {
    const label = at(stream, '乙方有限公司', 0.99);
    expect(read([at(stream, '甲方有限公司', 0.9)], [label]).value).toBe('甲方有限公司');
    expect(read([at(stream, '甲方有限公司', 0.899)], [label]).value).toBe('乙方有限公司');
  });

  it('two places of the form that differ are a conflict, two that agree are not', () => {
    const ours = at(stream, '甲方有限公司', 0.98);
    const found = read([ours, at(stream, '乙方有限公司', 0.97)], []);
    expect(found.value).toBe('甲方有限公司');
    expect(found.conflicts).toMatchObject([{ value: '乙方有限公司' }]);
    const again = { ...rangeOf(stream, '单位:甲方有限公司'), field: company, trust: 0.97 };
    expect(read([ours, { ...again, start: again.start + 3 }], []).conflicts).toBeUndefined();
  });

  it('a written place goes before an empty one, however sure that is', () => {
    const empty = behind(stream, '企业名称:', 0.99);
    expect(read([empty, at(stream, '乙方有限公司', 0.6)], [])).toMatchObject({
      state: 'filled',
      value: '乙方有限公司',
      confidence: 0.6,
    });
  });

  it('a chapter is not confirmed by its own heading', () => {
    const chapter = fieldOf('overview');
    const place = at(stream, '甲方有限公司', 0.9, chapter);
    expect(plainField(chapter, [place], [place], nothing, stream).field.confidence).toBe(0.9);
  });
});

describe("the form's own words are no value", () => {
  const stream = streamWith(['企业名称：', '统一社会信用代码', '乙方有限公司', '项目名称']);
  const printed = [rangeOf(stream, '统一社会'), rangeOf(stream, '信用代码')];
  const anchors = printed.map((range, item) => ({ ...range, item, errors: 0 }));
  const around = { anchors, claims: [], known: printed };
  const read = (
    aligned: readonly Reading[],
    labelled: readonly Reading[],
    surroundings: Surroundings = around,
  ) => plainField(company, aligned, labelled, surroundings, stream).field;

  it('the label that follows an empty place is not taken for its answer', () => {
    const found = read([behind(stream, '企业名称:', 0.98)], [at(stream, '统一社会信用代码', 0.95)]);
    expect(found).toMatchObject({ state: 'blank', value: null, raw: '' });
  });

  it('a place that holds nothing but printed words is blank, even without a place of the form', () => {
    expect(read([], [at(stream, '统一社会信用代码', 0.95)])).toMatchObject({ state: 'blank', value: null });
    expect(read([], [at(stream, '统一社会信用代码乙方', 0.95)])).toMatchObject({ state: 'filled' });
    const gap = anchors.slice(1);
    expect(read([], [at(stream, '统一社会信用代码', 0.95)], { ...around, anchors: gap }).state).toBe(
      'filled',
    );
  });

  it('an empty place of the form is filled by its label only with what is of no other field', () => {
    const empty = behind(stream, '企业名称:', 0.98);
    const label = at(stream, '乙方有限公司', 0.95);
    expect(read([empty], [label])).toMatchObject({ state: 'filled', value: '乙方有限公司' });
    const others = { ...label, field: fieldOf('title') };
    expect(read([empty], [label], { ...around, claims: [others] }).state).toBe('blank');
    expect(read([empty], [label], { ...around, claims: [label] }).state).toBe('filled');
    const elsewhere = { ...others, ...rangeOf(stream, '项目名称') };
    expect(read([empty], [label], { ...around, claims: [elsewhere] }).state).toBe('filled');
  });

  it('a doubtful empty place gives way to what is claimed elsewhere', () => {
    const label = at(stream, '乙方有限公司', 0.95);
    const claims = [{ ...label, field: fieldOf('title') }];
    const doubtful = behind(stream, '企业名称:', 0.89);
    expect(read([doubtful], [label], { ...around, claims }).state).toBe('filled');
    const sure = behind(stream, '企业名称:', 0.9);
    expect(read([sure], [label], { ...around, claims }).state).toBe('blank');
    expect(read([sure, doubtful], [label], { ...around, claims }).state).toBe('filled');
  });

  it('what begins in the empty place itself does not fill it, what begins before it does', () => {
    const empty = behind(stream, '企业名称:', 0.98);
    const onward = { ...empty, end: rangeOf(stream, '乙方有限公司').end };
    expect(read([empty], [onward]).state).toBe('blank');
    const label = at(stream, '乙方有限公司', 0.95);
    const later = behind(stream, '项目名称', 0.98);
    expect(read([later], [label]).state).toBe('filled');
    expect(read([later, empty], [onward]).state).toBe('blank');
  });

  it('printed words with the place of another field between them do not fill an empty place', () => {
    const empty = behind(stream, '企业名称:', 0.98);
    const mixed = at(stream, '信用代码乙方有限公司', 0.95);
    const known = [...printed, rangeOf(stream, '乙方有限公司')];
    expect(read([empty], [mixed], { ...around, known }).state).toBe('blank');
    expect(read([empty], [mixed]).state).toBe('filled');
    expect(read([empty], [at(stream, '乙方有限公司', 0.95)], { ...around, known }).state).toBe('filled');
  });
});

describe('what a label leads to besides the value', () => {
  const stream = streamWith(['企业名称：甲方有限公司', '项目名称 某项目', '申报单位 乙方有限公司']);
  const own = at(stream, '甲方有限公司', 0.99);
  const read = (labelled: readonly Reading[], known: Surroundings['known']) =>
    plainField(company, [own], labelled, { anchors: [], claims: [], known }, stream).field;
  const more = at(stream, '甲方有限公司项目名称某项目', 0.95);
  const printed = rangeOf(stream, '项目名称');

  it("is no other reading where it is the form's words and other fields' values", () => {
    expect(read([more], [own, printed, rangeOf(stream, '某项目')]).confidence).toBe(0.99);
    expect(read([more], [own, printed]).confidence).toBe(0.85);
    expect(read([more], []).confidence).toBe(0.85);
  });

  it('is of another place where all of it is of other fields', () => {
    const elsewhere = at(stream, '乙方有限公司', 0.95);
    expect(read([elsewhere], [own]).confidence).toBe(0.85);
    expect(read([elsewhere], [own, rangeOf(stream, '乙方有限公司')]).confidence).toBe(0.99);
    expect(read([elsewhere, own], [own, rangeOf(stream, '乙方有限公司')]).confidence).toBe(0.998);
  });
});
