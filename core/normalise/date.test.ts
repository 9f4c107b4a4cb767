import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addYears,
  earliestDay,
  edgeOf,
  isAfter,
  isBefore,
  isPartialDate,
  latestDay,
  parseDate,
  parseSpan,
} from './date.ts';

describe('parseDate', () => {
  it.each([
    ['2022年5月', '2022-05'],
    ['2022 年 5 月 20 日', '2022-05-20'],
    ['2022.05.20', '2022-05-20'],
    ['2022．5．20', '2022-05-20'],
    ['2022/5/20', '2022-05-20'],
    ['2022-05', '2022-05'],
    ['2022.5', '2022-05'],
    ['二〇二二年五月', '2022-05'],
    ['二○二二年十二月三十一日', '2022-12-31'],
    ['二O二二年五月', '2022-05'],
    ['二零二二年十月', '2022-10'],
    ['22年5月', '2022-05'],
    ['98年', '1998'],
    ['20220520', '2022-05-20'],
    ['202205', '2022-05'],
    ['2022', '2022'],
    ['2022年度', '2022'],
    ['申报日期：2022年5月20日（盖章）', '2022-05-20'],
    ['2022年5月底', '2022-05'],
    ['2020年2月29日', '2020-02-29'],
    ['贰零贰壹年零伍月叁拾壹日', '2021-05-31'],
    ['2021年元月', '2021-01'],
    ['二〇二一年', '2021'],
    ['二〇二一年十一月廿三日', '2021-11-23'],
  ])('%s', (raw, date) => {
    expect(parseDate(raw)).toBe(date);
  });

  it.each([
    '',
    '5月20日',
    'XX年XX月',
    '2022年13月',
    '2021年2月29日',
    '2022年2月30日',
    '2020年3月—2021年12月',
    '20221320',
    '12345',
    '至今',
  ])('gives nothing for %j', (raw) => {
    expect(parseDate(raw)).toBeUndefined();
  });

  it('reads any day in any writing', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = iso.split('-');
        const writings = [
          iso,
          `${y}年${Number(m)}月${Number(d)}日`,
          `${y}.${m}.${d}`,
          `${y}/${Number(m)}/${Number(d)}`,
          y + m + d,
        ];
        for (const raw of writings) expect(parseDate(raw)).toBe(iso);
      }),
    );
  });
});

describe('parseSpan', () => {
  it.each([
    ['2020年3月—2021年12月', '2020-03/2021-12'],
    ['2020年03月-- 2021年12月', '2020-03/2021-12'],
    ['2020年3月至2021年12月', '2020-03/2021-12'],
    ['自2020年3月1日起至2021年12月31日止', '2020-03-01/2021-12-31'],
    ['2020.03-2021.12', '2020-03/2021-12'],
    ['2020/3~2021/12', '2020-03/2021-12'],
    ['2020-03-2021-12', '2020-03/2021-12'],
    ['2020-2022', '2020/2022'],
    ['2020年-2022年', '2020/2022'],
    ['202003-202112', '2020-03/2021-12'],
    ['2020年3月至今', '2020-03/..'],
    ['2020.03—至今', '2020-03/..'],
    ['2020年3月到现在', '2020-03/..'],
    ['自2020年3月以来', '2020-03/..'],
    ['2020.3起', '2020-03/..'],
    ['2020年', undefined],
    ['2020年3月-', undefined],
    ['二〇二〇年三月至二〇二一年六月', '2020-03/2021-06'],
    ['2020年至2021年6月', '2020/2021-06'],
    ['2020年3月起，至今', '2020-03/..'],
    ['2021年3月-12月', '2021-03/2021-12'],
    ['2021年3-12月', '2021-03/2021-12'],
    ['2021.3-12', '2021-03/2021-12'],
    ['2021年5月1日-31日', '2021-05-01/2021-05-31'],
    ['2021年5月1日至6月30日', '2021-05-01/2021-06-30'],
    ['2022年1月-2021年3月', '2022-01/2021-03'],
  ])('%s', (raw, span) => {
    expect(parseSpan(raw)).toBe(span);
  });

  it.each(['', '2022年5月', '一期2020年3月，二期2021年12月', 'XX年XX月-- XX年XX月', '2020.3-2021.3-2022.3'])(
    'gives nothing for %j',
    (raw) => {
      expect(parseSpan(raw)).toBeUndefined();
    },
  );
});

describe('spans', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const spelled = (y: number) => [...String(y)].map((d) => '〇一二三四五六七八九'.charAt(Number(d))).join('');
  const months = fc.tuple(fc.integer({ min: 1990, max: 2039 }), fc.integer({ min: 1, max: 12 }));
  it('read any two months in any writing and with any joint', () => {
    const joints = fc.constantFrom('-', '—', '——', '～', '~', '至', '到', ' - ');
    fc.assert(
      fc.property(months, months, joints, ([y, m], [z, n], joint) => {
        const span = `${y}-${two(m)}/${z}-${two(n)}`;
        expect(parseSpan(`${y}年${m}月${joint}${z}年${n}月`)).toBe(span);
        expect(parseSpan(`${y}.${m}${joint}${z}.${n}`)).toBe(span);
        expect(parseSpan(`${spelled(y)}年${m}月${joint}${spelled(z)}年${n}月`)).toBe(span);
        expect(parseSpan(`${y}年${m}月${joint}今`)).toBe(
          /[至到—～~-]/u.test(joint) ? `${y}-${two(m)}/..` : undefined,
        );
        expect(parseDate(`${y}年${m}月${joint}${z}年${n}月`)).toBeUndefined();
      }),
    );
  });
});

describe('partial dates', () => {
  it('have a first and a last day', () => {
    expect([earliestDay('2022'), latestDay('2022')]).toEqual(['2022-01-01', '2022-12-31']);
    expect([earliestDay('2020-02'), latestDay('2020-02')]).toEqual(['2020-02-01', '2020-02-29']);
    expect(latestDay('2022-03-15T17:00')).toBe('2022-03-15');
  });

  it('compare with three values', () => {
    expect(isBefore('2022-04', '2022-05-20')).toBe(true);
    expect(isBefore('2022-05', '2022-05-20')).toBeUndefined();
    expect(isBefore('2022-05-20', '2022-05-20')).toBe(false);
    expect(isBefore('2022-06', '2022-05-20')).toBe(false);
    expect(isAfter('2022-06', '2022-05')).toBe(true);
    expect(isBefore('2022', '2022')).toBeUndefined();
  });

  it('move by years and show their edges', () => {
    expect(addYears('2020-02-29', -1)).toBe('2019-02-28');
    expect(addYears('2022-05', 2)).toBe('2024-05');
    expect([edgeOf('2020-03/2021-12', 'end'), edgeOf('2020-03/..', 'end'), edgeOf('2020', 'start')]).toEqual([
      '2021-12',
      undefined,
      '2020',
    ]);
    expect(isPartialDate('2020-03')).toBe(true);
    expect(isPartialDate('2020年')).toBe(false);
  });

  it('never say both before and after', () => {
    const partial = fc
      .tuple(
        fc.integer({ min: 1990, max: 2030 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .chain(([y, m, d]) => {
        const two = (n: number) => String(n).padStart(2, '0');
        return fc.constantFrom(`${y}`, `${y}-${two(m)}`, `${y}-${two(m)}-${two(d)}`);
      });
    fc.assert(
      fc.property(partial, partial, (a, b) => {
        expect(isBefore(a, b) === true && isAfter(a, b) === true).toBe(false);
        if (isBefore(a, b) === true) expect(isBefore(b, a)).toBe(false);
      }),
    );
  });
});
