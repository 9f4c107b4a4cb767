import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountIn, parseAmount } from './amount.ts';

describe('parseAmount', () => {
  it.each([
    ['2000', 2000, undefined],
    ['2,345.67', 2345.67, undefined],
    ['２，３４５．６７万元', 2345.67, '万元'],
    ['2 345 万元', 2345, '万元'],
    ['2, 345.6 万元', 2345.6, '万元'],
    ['2 0 0 0万元', 2000, '万元'],
    ['约2300万元', 2300, '万元'],
    ['人民币 1.5 亿元', 1.5, '亿元'],
    ['人民币：2000万', 2000, '万元'],
    ['￥5000元', 5000, '元'],
    ['3千元', 3, '千元'],
    ['12百万元', 12, '百万元'],
    ['3千万元', 3e7, '元'],
    ['2亿3千万元', 2.3e8, '元'],
    ['壹佰贰拾叁万元整', 1230000, '元'],
    ['人民币壹仟零伍元伍角叁分', 1005.53, '元'],
    ['两千三百万', 2.3e7, '元'],
    ['2000余万元', 2000, '万元'],
    ['2000万余元', 2000, '万元'],
    ['2000万元左右', 2000, '万元'],
    ['2000万元（其中自筹1200万元）', 2000, '万元'],
    ['-120.5', -120.5, undefined],
    ['－120万元', -120, '万元'],
    ['(120.5)', -120.5, undefined],
    ['（120）万元', -120, '万元'],
    ['负三百万元', -3e6, '元'],
    ['0', 0, undefined],
  ])('%s', (raw, value, unit) => {
    expect(parseAmount(raw)).toEqual({ value, unit });
  });

  it.each([
    '',
    '无',
    '见附件',
    '2000-3000万元',
    '2000万元至3000万元',
    '1000 2000万元',
    '12,34',
    '100万美元',
    '$500',
    '2020年投入2000万元',
  ])('gives nothing for %j', (raw) => {
    expect(parseAmount(raw)).toBeUndefined();
  });
});

describe('amountIn', () => {
  it.each([
    ['2000', '万元', 2000],
    ['2000万元', '元', 2e7],
    ['1.5亿元', '万元', 15000],
    ['20000000元', '万元', 2000],
    ['壹佰贰拾叁万元整', '万元', 123],
    ['两千三百万', '万元', 2300],
    ['350千元', '万元', 35],
    ['1.1亿', '元', 1.1e8],
  ])('%s in %s', (raw, unit, value) => {
    expect(amountIn(raw, unit)).toBe(value);
  });

  it('reads back any amount however its digits are grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom('', '万元', '亿元'), (value, unit) => {
        const grouped = `${value.toLocaleString('en-US')}${unit}`;
        const wide = grouped.replace(/[\d,]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        for (const raw of [`${value}${unit}`, grouped, wide, ` 约${grouped} `]) {
          expect(parseAmount(raw)).toEqual({ value, unit: unit === '' ? undefined : unit });
        }
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789,，.．-()（）元万亿千百十壹贰零余约 其中') }),
        (raw) => {
          const value = amountIn(raw, '万元');
          expect(value === undefined || Number.isFinite(value)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
