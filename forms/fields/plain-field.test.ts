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

describe('what is written beside the label', () => {
  const read = (text: string, field: FormField = company) => {
    const stream = streamWith([text]);
    const reading = { field, start: 0, end: stream.folded.length, trust: 1 };
    return valueAt(field, reading, stream).raw;
  };

  it('is the value without the label, or another of its names, in the place', () => {
    expect(read('申报单位：甲方有限公司')).toBe('甲方有限公司');
    expect(read('企 业 名 称（盖章）：甲方有限公司')).toBe('甲方有限公司');
    expect(read(' 企业名称 : 甲方有限公司')).toBe('甲方有限公司');
  });

  it('keeps a label that nothing parts from the words, or that stands within them', () => {
    expect(read('企业名称甲方有限公司')).toBe('企业名称甲方有限公司');
    expect(read('原企业名称：甲方有限公司')).toBe('原企业名称：甲方有限公司');
    expect(read('项目名称：甲方')).toBe('项目名称：甲方');
  });

  it('a chapter is as it was written', () => {
    expect(read('企业概况：甲方成立于2001年。', fieldOf('overview'))).toBe('企业概况：甲方成立于2001年。');
    const long = { ...company, type: 'long-text' } as FormField;
    expect(read('企业名称：甲方有限公司', long)).toBe('企业名称：甲方有限公司');
  });

  it('a label with signs of patterns is a label', () => {
    expect(read('产值+税（万元）：12', { ...company, label: '产值+税' } as FormField)).toBe('12');
  });
});

describe('money in the unit of the label', () => {
  const money = (field: Partial<FormField> & { type: string }) =>
    ({ ...company, key: 'sum', label: '总投资', aliases: [], ...field }) as FormField;
  const read = (text: string, field: FormField, confidence = 1) => {
    const stream = streamWith([[text, confidence]]);
    const end = stream.folded.length;
    const start = stream.folded.indexOf(':') + 1;
    return valueAt(field, { field, start, end, trust: 1 }, stream);
  };
  const amount = money({ type: 'amount', unit: '万元' } as never);

  it('is converted to that of the form, says so and is never sure', () => {
    const found = read('总投资（亿元）：2', amount);
    expect(found).toMatchObject({ value: 20_000, raw: '2', marks: { statedUnit: '亿元' } });
    expect(found.confidence).toBeCloseTo(0.89);
    expect(read('总投资（万元）：2', amount)).toMatchObject({ value: 2, marks: {}, confidence: 1 });
    expect(read('总投资：2亿元', amount)).toMatchObject({ value: 20_000, marks: {}, confidence: 1 });
  });

  it('is 万元 where the form names none, and that of the form where it does', () => {
    expect(read('总投资（亿元）：2', money({ type: 'amount' })).value).toBe(20_000);
    expect(read('总投资（亿元）：2', money({ type: 'amount', unit: '元' } as never)).value).toBe(200_000_000);
    const years = money({ type: 'years', of: 'amount', years: [2020] } as never);
    expect(read('总投资（亿元）：2', years).value).toBe(20_000);
    expect(read('总投资（亿元）：2', { ...years, unit: '元' } as FormField).value).toBe(200_000_000);
  });

  it('is no matter of counts, shares and texts', () => {
    for (const other of [
      money({ type: 'count' }),
      money({ type: 'years', of: 'percent', years: [2020] } as never),
    ])
      expect(read('总投资（亿元）：2', other)).toMatchObject({ value: 2, marks: {}, confidence: 1 });
    expect(read('总投资（亿元）：二', money({ type: 'text' }))).toMatchObject({ value: '二', marks: {} });
  });

  it('in another currency is kept as written, for a person', () => {
    expect(read('总投资（万美元）：2', amount).confidence).toBeCloseTo(0.5);
    expect(read('总投资（万美元）：2', money({ type: 'count' })).confidence).toBe(1);
    expect(read('总投资（万美元）：', amount)).toMatchObject({ state: 'blank', confidence: 1 });
  });

  it('that no number was read of is neither converted nor sure', () => {
    expect(read('总投资（亿元）：若干', amount)).toMatchObject({ value: '若干', marks: {} });
    expect(read('总投资（亿元）：若干', amount).confidence).toBeCloseTo(0.7);
  });

  it('that is illegible says nothing of a unit or a repair', () => {
    expect(read('总投资（亿元）：2', amount, 0.3)).toMatchObject({
      state: 'unreadable',
      value: null,
      marks: {},
    });
  });
});

it('a code whose check character is right is as sure as chance leaves it', () => {
  const code = fieldOf('code');
  const stream = streamWith([['91340121398761204G', 0.5]]);
  const { confidence } = valueAt(code, { field: code, start: 0, end: 18, trust: 1 }, stream);
  expect(confidence).toBeCloseTo(1 - 0.5 / (1 + 0.5 * 30));
});

describe('print around an answer', () => {
  const text = '（请如实填写）甲方有限公司年月日填表说明企业基本情况';
  const stream = streamWith([text]);
  const anchor = (words: string, errors = 0) => ({ ...rangeOf(stream, words), item: 0, errors });
  const raw = (from: string, to: string, anchors: readonly ReturnType<typeof anchor>[], field = company) => {
    const reading = {
      field,
      start: rangeOf(stream, from).start,
      end: rangeOf(stream, to).end,
      trust: 0.9,
    };
    return plainField(field, [], [reading], { ...nothing, anchors }, stream).field.raw;
  };
  const [hint, date, note] = ['(请如实填写)', '年月日', '填表说明企业基本情况'];

  it('hints in brackets and date words are taken off at both ends', () => {
    const anchors = [anchor(hint), anchor(date)];
    expect(raw(hint, '有限公司', anchors)).toBe('甲方有限公司');
    expect(raw('甲方', date, anchors)).toBe('甲方有限公司');
    expect(raw(hint, date, anchors)).toBe('甲方有限公司');
  });

  it('long phrases of the form too, short ones may be the applicant’s', () => {
    expect(raw('甲方', note, [anchor(date), anchor(note)])).toBe('甲方有限公司');
    expect(raw('甲方', '有限公司', [anchor('甲方')])).toBe('甲方有限公司');
    expect(raw('甲方', '有限公司', [anchor('有限公司')])).toBe('甲方有限公司');
  });

  it('what was read with many errors is no print', () => {
    expect(raw('甲方', note, [anchor(date), anchor(note, 1)])).toBe('甲方有限公司');
    expect(raw('甲方', note, [anchor(date), anchor(note, 2)])).toBe(`甲方有限公司${date}${note}`);
  });

  it('what stands in the middle, and all that there is, stays', () => {
    expect(raw(hint, note, [anchor(date)])).toContain('年月日');
    expect(raw(hint, hint, [anchor(hint)])).toBe('');
  });
});

it('two writings of one answer are one though their values differ by spaces only', () => {
  const stream = streamWith(['乙方 有限公司', '乙方有限公司']);
  const section = fieldOf('overview');
  const [first, second] = stream.units.map(({ start, end }) => ({ field: section, start, end, trust: 0.98 }));
  const found = plainField(section, [first!, second!], [], nothing, stream).field;
  expect(found.conflicts).toBeUndefined();
});

it('what is printed somewhere before a place does not make it blank', () => {
  const stream = streamWith(['填表说明', '甲方有限公司']);
  const anchors = [{ ...rangeOf(stream, '填表说明'), item: 0, errors: 0 }];
  const found = plainField(company, [], [at(stream, '甲方有限公司', 0.95)], { ...nothing, anchors }, stream);
  expect(found.field).toMatchObject({ state: 'filled', value: '甲方有限公司' });
});
