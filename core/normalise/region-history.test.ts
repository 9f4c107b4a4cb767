import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  basis,
  codeInYear,
  formerPlace,
  onBasis,
  placeIn,
  placeName,
  regionChanges,
} from './region-history.ts';

describe('one basis', () => {
  test.each([
    ['a county that became a district', '370181', 2010, '370114'],
    ['one that became a city', '371626', 2015, '371681'],
    ['one that went to another city', '512081', 2012, '510185'],
    ['a prefecture that became a city, twice', '532700', 2001, '530800'],
    ['a code that did not change', '320583', 2008, '320583'],
    ['a code of the basis', '370114', 2024, '370114'],
  ])('%s', (_, code, year, expected) => expect(onBasis(code, year)).toBe(expected));

  test('no code that there never was', () => expect(onBasis('999999', 2010)).toBeUndefined());

  test('the code of the year leads back to the same place', () => {
    expect(codeInYear('370114', 2010)).toBe('370181');
    expect(codeInYear('370114', 2017)).toBe('370114');
    expect(codeInYear('510185', 2012)).toBe('512081');
    expect(codeInYear('440310', 2010)).toBe('440300');
    fc.assert(
      fc.property(fc.constantFrom(...basis.keys()), fc.integer({ min: 2000, max: 2024 }), (code, year) => {
        const then = codeInYear(code, year);
        const back = onBasis(then, year + 1) ?? '';
        // Where several places were merged the city stands for them.
        expect(back === code || code.startsWith(back.replace(/(?:00)+$/u, ''))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('every place that there was is somewhere on the basis', () => {
    const lost = regionChanges.filter(
      ({ year, from }) => from && onBasis(from.code, year, from.name) === undefined,
    );
    expect(lost).toEqual([]);
  });
});

describe('a name of former years', () => {
  test.each([
    ['章丘市××机床有限公司', '370114'],
    ['章丘机床有限公司', '370114'],
    ['山东省济南市章丘市明水街道', '370114'],
    ['湖北省襄樊市', '420600'],
    ['四川省资阳市简阳市', '510185'],
    ['苏州市吴中区', '320506'],
    ['金華電子有限公司', '330700'],
    ['370181', '370114'],
    ['江苏省苏州市昆山市', '320583'],
  ])('%s', (text, code) => expect(placeIn(text, 2010)).toBe(code));

  test.each(['新安县机械厂', '某某科技有限公司', '中国机械集团'])('%s names no former place', (text) =>
    expect(formerPlace(text)).toBeUndefined(),
  );

  test('places have names', () => {
    expect(placeName('370114')).toBe('山东省济南市章丘区');
    expect(placeName('370181')).toBe('章丘市');
  });
});
