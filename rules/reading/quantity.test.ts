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
