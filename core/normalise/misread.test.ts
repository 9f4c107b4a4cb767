import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountIn } from './amount.ts';
import { parseDate } from './date.ts';
import { mendDigits } from './misread.ts';
import { parsePercent } from './number.ts';

test.each([
  ['date', '2O22年5月', '2022年5月'],
  ['date', '2022年l2月3O日', '2022年12月30日'],
  ['date', '2O22.O5.2O', '2022.05.20'],
  ['percent', '4S.3％', '45.3%'],
  ['amount', '2,O00万元', '2,000万元'],
  ['amount', '约 12B0 万元', '约 1280 万元'],
] as const)('%s: %s', (as, raw, mended) => {
  expect(mendDigits(raw, as)).toBe(mended);
});

test.each([
  ['amount', '2000万元'],
  ['amount', 'B2B平台'],
  ['amount', '12B0'],
  ['amount', 'OOO万元'],
  ['amount', 'S7-1500投资200万元'],
  ['percent', '5S'],
  ['date', 'SOS年'],
] as const)('%s: %j is left alone', (as, raw) => {
  expect(mendDigits(raw, as)).toBeUndefined();
});

const confused = { '0': 'Oo', '1': 'Il|', '2': 'Z', '5': 'S', '8': 'B' } as const;
/** One digit of a text read as a letter. */
const misread = (text: string) =>
  fc
    .constantFrom(
      ...[...text].flatMap((char, i) =>
        [...(confused[char as keyof typeof confused] ?? '')].map(
          (other) => text.slice(0, i) + other + text.slice(i + 1),
        ),
      ),
      text,
    )
    .filter((other) => other !== text || !/[01258]/u.test(text));

test('property: one misread digit of a number comes back where the format proves it', () => {
  const number = fc.integer({ min: 10, max: 999999 }).map(String);
  fc.assert(
    fc.property(
      number.chain((n) => fc.tuple(fc.constant(n), misread(n))),
      ([n, read]) => {
        expect(amountIn(mendDigits(`${read}万元`, 'amount') ?? read, '万元')).toBe(Number(n));
        expect(parsePercent(mendDigits(`${read}%`, 'percent') ?? `${read}%`)).toBe(Number(n));
      },
    ),
  );
  const date = fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 10, max: 12 }));
  fc.assert(
    fc.property(
      date.chain(([y, m]) => fc.tuple(fc.constant(`${y}-${m}`), misread(`${y}年${m}月`))),
      ([iso, read]) => {
        expect(parseDate(mendDigits(read, 'date') ?? read)).toBe(iso);
      },
    ),
  );
});

test('property: only letters that look like digits change, each into one digit', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0158OolISBZ|.,年月%万元 AG-') }), (raw) => {
      const mended = mendDigits(raw, 'amount');
      if (mended === undefined) return;
      expect(mended).toHaveLength(raw.replace(/\s+/gu, ' ').trim().length);
    }),
  );
});
