import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountIn, parseAmount } from './amount.ts';

const numerals = '零壹贰叁肆伍陆柒捌玖';

/** The prescribed writing of an amount in 分 (支付结算办法, 正确填写票据和结算凭证的基本规定). */
function chequeOf(cents: number): string {
  const yuan = Math.floor(cents / 100);
  const [tenth, cent] = [Math.floor(cents / 10) % 10, cents % 10];
  const small = `${tenth > 0 ? `${numerals[tenth]}角` : ''}${cent > 0 ? `${tenth === 0 && yuan > 0 ? '零' : ''}${numerals[cent]}分` : ''}`;
  return `${yuan > 0 ? `${wholeOf(yuan)}元` : ''}${small}${cent > 0 ? '' : '整'}`;
}

function wholeOf(yuan: number): string {
  const units = ['', '拾', '佰', '仟', '万', '拾', '佰', '仟', '亿'];
  return [...String(yuan)]
    .map((digit, i, all) => {
      const place = all.length - 1 - i;
      const unit = place === 4 ? '' : (units[place] ?? '');
      const myriad =
        place === 4 &&
        Number(
          all
            .slice(0, i + 1)
            .join('')
            .slice(-4),
        ) > 0
          ? '万'
          : '';
      return (digit === '0' ? '零' : `${numerals[Number(digit)]}${unit}`) + myriad;
    })
    .join('')
    .replace(/零+万/u, '万零')
    .replace(/零+/gu, '零')
    .replace(/零$/u, '');
}

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
    ['人民币伍角整', 0.5, '元'],
    ['叁分', 0.03, '元'],
    ['伍拾元零叁分', 50.03, '元'],
    ['壹拾贰元正', 12, '元'],
    ['拾万元整', 100000, '元'],
    ['弍佰萬圓整', 2e6, '元'],
    ['人民币（大写）：贰佰万元整', 2e6, '元'],
    ['2,000,000.00元（大写：贰佰万元整）', 2e6, '元'],
    ['人民币贰佰万元整（￥2,000,000.00）', 2e6, '元'],
    ['大写：贰佰万元整 小写：200万元', 2e6, '元'],
    ['￥5000', 5000, undefined],
    ['伍佰万圆整（500万元）', 5e6, '元'],
    ['500万元（人民币伍佰万圆整）', 500, '万元'],
    ['200W', 200, '万元'],
    ['200 w元', 200, '万元'],
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
    '壹佰贰佰元整',
    '贰叁佰元',
    '两三百万元',
    '壹仟伍元整',
    '伍元叁拾分',
    '2,000,000元（大写：贰拾万元整）',
    '500万元（伍拾万圆整）',
    '2OO',
    '人民币贰佰万元整（￥200,000.00）',
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

  it('reads back any 大写金额, alone and beside its digits, and refuses a pair that differs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_99 }), (cents) => {
        const value = cents / 100;
        const written = chequeOf(cents);
        expect(parseAmount(written)).toEqual({ value, unit: '元' });
        expect(parseAmount(`人民币（大写）${written}`)).toEqual({ value, unit: '元' });
        expect(parseAmount(`${value}元（大写：${written}）`)).toEqual({ value, unit: '元' });
        expect(parseAmount(`${value + 1}元（大写：${written}）`)).toBeUndefined();
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
