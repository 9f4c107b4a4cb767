import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountUnitNames, convert, isAmountUnit, type Quantity, ratioOf, sumOf } from './quantity.ts';

const place = (page: number) => ({ page, box: [0, 0, 9, 9] as const });
const known = (value: number, unit?: string): Quantity => ({
  known: true,
  value,
  evidence: [place(1)],
  ...(unit === undefined ? {} : { unit }),
});
const why = { zh: '未填写。', en: 'Blank.' };
const open = (atLeast?: number, unit?: string): Quantity => ({
  known: false,
  why,
  evidence: [place(2)],
  ...(atLeast === undefined ? {} : { atLeast }),
  ...(unit === undefined ? {} : { unit }),
});

describe('amounts in another unit', () => {
  it('are the same money', () => {
    expect(convert(1.5, '亿元', '万元')).toBe(15000);
    expect(convert(15000, '万元', '亿元')).toBe(1.5);
    expect(convert(1234.5, '万元', '元')).toBe(12345000);
  });

  it('come back as they were', () => {
    const unit = fc.constantFrom(...amountUnitNames);
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), unit, unit, (value, from, to) => {
        expect(convert(convert(value, from, to), to, from)).toBeCloseTo(value, 4);
      }),
    );
  });

  it('stay as they are where one of both is no money', () => {
    expect([convert(5, '台', '万元'), convert(5, '万元', '台'), convert(5, '台', '个')]).toEqual([5, 5, 5]);
    expect([convert(5, undefined, '元'), convert(5, '万元', undefined)]).toEqual([5, 5]);
    expect([
      isAmountUnit('万元'),
      isAmountUnit('台'),
      isAmountUnit('toString'),
      isAmountUnit(undefined),
    ]).toEqual([true, false, false, false]);
  });
});

describe('a sum', () => {
  it('is in the unit of the first part that has one', () => {
    expect(sumOf([known(1), known(2, '万元'), known(10000, '元')])).toMatchObject({ value: 4, unit: '万元' });
    expect(sumOf([known(1), known(2)])).toEqual({ known: true, value: 3, evidence: [place(1), place(1)] });
    expect(sumOf([known(-5, '万元'), known(2, '万元')])).toMatchObject({ value: -3 });
  });

  it('of which a part is not known is at least what the others and the least of that part come to', () => {
    expect(sumOf([known(3, '万元'), open(20000, '元')])).toMatchObject({
      known: false,
      atLeast: 5,
      unit: '万元',
      why,
      evidence: [place(1), place(2)],
    });
    expect(sumOf([open(0, '万元'), known(30000, '元')])).toMatchObject({ known: false, atLeast: 3 });
  });

  it('has no least once a part may be anything', () => {
    for (const parts of [
      [open(), known(3)],
      [known(3), open()],
      [open(2), open()],
      [open(), open(2)],
    ])
      expect(sumOf(parts)).not.toHaveProperty('atLeast');
  });
});

describe('a ratio', () => {
  it('is that of the same money, with the places of both', () => {
    expect(ratioOf(known(800, '万元'), known(16000000, '元'))).toEqual({
      known: true,
      value: 0.5,
      evidence: [place(1), place(1)],
    });
  });

  it('is not known where one of both is not, nor of nothing', () => {
    expect(ratioOf(open(5), known(2))).toEqual({ known: false, why, evidence: [place(2)] });
    expect(ratioOf(known(2), open(5))).toEqual({ known: false, why, evidence: [place(2)] });
    expect(ratioOf(known(2), known(0))).toMatchObject({ known: false, evidence: [place(1), place(1)] });
    expect(ratioOf(known(0), known(2))).toMatchObject({ known: true, value: 0 });
  });
});

/** About `value`: between `least` and `most`. */
const about = (value: number, least: number, most: number, unit?: string): Quantity => ({
  known: true,
  value,
  evidence: [place(1)],
  ...(unit === undefined ? {} : { unit }),
  range: { least, most },
  quotes: [`约${value}`],
});

describe('what makes the parts of a result unsure', () => {
  it('makes a sum lie between the sums of what they may be, in its unit', () => {
    expect(sumOf([known(3, '万元'), about(20000, 18000, 22000, '元')])).toMatchObject({
      value: 5,
      range: { least: 4.8, most: 5.2 },
      quotes: ['约20000'],
      unit: '万元',
    });
    expect(sumOf([known(3), known(4)])).not.toHaveProperty('range');
  });

  it('makes a sum that has a rival where a part has one', () => {
    const twice: Quantity = { known: true, value: 23, evidence: [], rival: { least: 0, most: 1 } };
    const sum = sumOf([twice, about(10, 8, 12)]);
    expect(sum).toMatchObject({ value: 33, range: { least: 31, most: 35 }, rival: { least: 8, most: 13 } });
    expect(sumOf([about(10, 8, 12)])).not.toHaveProperty('rival');
  });

  it('leaves a sum of which a part is not known at least what all are for certain', () => {
    expect(sumOf([open(0), about(10, 8, 12)])).toMatchObject({ atLeast: 8 });
    const twice: Quantity = { known: true, value: 23, evidence: [], rival: { least: 2, most: 3 } };
    expect(sumOf([open(0), twice])).toMatchObject({ atLeast: 2 });
    const unsound: Quantity = { known: true, value: 23, evidence: [], unsound: true };
    expect(sumOf([open(1), unsound])).toMatchObject({ atLeast: 1 });
  });

  it('makes a ratio lie between the least over the most and the most over the least', () => {
    expect(ratioOf(about(8, 6, 10), about(20, 10, 40))).toMatchObject({
      value: 0.4,
      range: { least: 0.15, most: 1 },
      quotes: ['约8', '约20'],
    });
    expect(ratioOf(about(-8, -10, -6), known(2))).toMatchObject({ range: { least: -5, most: -3 } });
    expect(ratioOf(known(8), known(2))).not.toHaveProperty('range');
    const twice: Quantity = { known: true, value: 4, evidence: [], rival: { least: 1, most: 2 } };
    expect(ratioOf(known(8), twice)).toMatchObject({ value: 2, rival: { least: 4, most: 8 } });
    expect(ratioOf(twice, about(8, 4, 8))).toMatchObject({ rival: { least: 0.125, most: 0.5 } });
  });

  it('leaves a ratio open where the divisor may be nothing', () => {
    expect(ratioOf(known(8), about(2, 0, 3)).known).toBe(false);
    expect(ratioOf(known(8), about(-2, -3, 0)).known).toBe(false);
    const twice: Quantity = { known: true, value: 23, evidence: [], rival: { least: 0, most: 0 } };
    expect(ratioOf(known(8), twice).known).toBe(false);
  });

  it('is carried on: what does not sound so makes nothing that does', () => {
    const unsound: Quantity = { known: true, value: 23, evidence: [], unsound: true };
    expect(sumOf([known(1), unsound])).toMatchObject({ unsound: true });
    expect(ratioOf(unsound, known(1))).toMatchObject({ unsound: true });
    expect(sumOf([known(1), known(2)])).not.toHaveProperty('unsound');
    expect(sumOf([known(1), known(2)])).not.toHaveProperty('quotes');
  });
});
