import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCount, parsePercent } from './number.ts';
import { readNumeral } from './numeral.ts';

describe('readNumeral', () => {
  it.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零五', 105],
    ['一千二', 1200],
    ['一千零二', 1002],
    ['一千零二十', 1020],
    ['两万三', 23000],
    ['三万五千', 35000],
    ['一亿二千万', 1.2e8],
    ['一百二十万三千', 1203000],
    ['二〇二二', 2022],
    ['1.2万', 12000],
    ['2万亿', 2e12],
    ['壹佰贰拾叁', 123],
    ['两千三百万', 2.3e7],
    ['1,234.5', 1234.5],
    ['1 234', 1234],
  ])('%s', (text, value) => {
    expect(readNumeral(text)).toEqual({ value, length: text.length });
  });

  it('reads what it is built from', () => {
    const digits = '零一二三四五六七八九';
    const below = (n: number): string => {
      const units = ['', '十', '百', '千'];
      return [...String(n)]
        .map((d, i, all) => (d === '0' ? '零' : `${digits[Number(d)]}${units[all.length - 1 - i]}`))
        .join('')
        .replace(/零+/gu, '零')
        .replace(/零$/u, '');
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (high, low) => {
        const tail = low === 0 ? '' : `${low < 1000 ? '零' : ''}${below(low)}`;
        expect(readNumeral(`${below(high)}万${tail}`)?.value).toBe(high * 10000 + low);
      }),
    );
  });
});

describe('parseCount', () => {
  it.each([
    ['1,234', 1234],
    ['１２３４', 1234],
    ['1.2万', 12000],
    ['1.2万台', 12000],
    ['三十', 30],
    ['30余家', 30],
    ['约 36 人', 36],
    ['36人（其中高级职称8人）', 36],
    ['36人，其中高级职称8人', 36],
    ['共计12项', 12],
    ['0', 0],
    ['-3', -3],
  ])('%s', (raw, value) => {
    expect(parseCount(raw)).toBe(value);
  });

  it.each(['', '无', '若干', '30-50人', '30人至50人', '2021年30人', '三至五人', '45%', '1/3', '12O', '3l台'])(
    'gives nothing for %j',
    (raw) => {
      expect(parseCount(raw)).toBeUndefined();
    },
  );
});

describe('parsePercent', () => {
  it.each([
    ['45.3%', 45.3],
    ['45.3％', 45.3],
    ['４５．３ ％', 45.3],
    ['45.3', 45.3],
    ['0.453%', 0.453],
    ['约45%左右', 45],
    ['-3.2%', -3.2],
    ['百分之四十五', 45],
    ['百分之四十五点三', 45.3],
    ['百分之百', 100],
    ['0', 0],
    ['45.3‰', 4.53],
    ['５‰', 0.5],
    ['千分之三', 0.3],
    ['千分之三点五', 0.35],
    ['万分之五', 0.05],
    ['负百分之三', -3],
    ['百分之负三', -3],
    ['﹪', undefined],
    ['45.3﹪', 45.3],
    ['百分之45.3', 45.3],
    ['达到98.5%以上', 98.5],
  ])('%s', (raw, value) => {
    expect(parsePercent(raw)).toBe(value);
  });

  it.each(['0.453', '1', '', '无', '40%-50%', '3‰-5‰', '百分之三到百分之五', '45人'])(
    'gives nothing for %j',
    (raw) => {
      expect(parsePercent(raw)).toBeUndefined();
    },
  );

  it('reads back any share in any writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99999, max: 99999 }), (n) => {
        const value = n / 100;
        const wide = `${value}`.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
        for (const raw of [`${value}%`, `${wide}％`, `${wide} ﹪`, `约${value}%左右`]) {
          expect(parsePercent(raw)).toBe(value);
        }
        expect(parsePercent(`${n / 10}‰`)).toBeCloseTo(value, 10);
      }),
    );
  });
});
