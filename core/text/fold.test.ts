import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from './fold.ts';
import { radicals } from './radicals.ts';

test('folds widths, radicals, look-alikes and what cannot be seen', () => {
  expect(foldText('ＡＢＣ１２３（％）：').text).toBe('ABC123(%):');
  expect(foldText('⼯业⻔⻚⻅').text).toBe('工业门页见');
  expect(foldText('工\u200b业\ufeff互\u00ad联\u202e网').text).toBe('工业互联网');
  expect(foldText('МЕS系统 РLC').text).toBe('MES系统 PLC');
  expect(foldText('Москва、Αθήνα、5μm').text).toBe('Москва、Αθήνα、5μm');
  expect(foldText('①㎡\u00a0').text).toBe('1m2 ');
});

test('offsets lead back to the original', () => {
  const original = '甲\u200bＡ㎡乙';
  const { text, offsets } = foldText(original);
  expect(text).toBe('甲Am2乙');
  expect([...offsets]).toEqual([0, 2, 3, 3, 4, 5]);
});

test('every radical of the table is one character and its own ideograph', () => {
  for (const [radical, ideograph] of radicals) {
    expect(radical).toMatch(/^[\u2e80-\u2ef3]$/u);
    expect(ideograph).toMatch(/^\p{Unified_Ideograph}$/u);
  }
});

test('property: offsets rise, stay inside, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (original) => {
      const { text, offsets } = foldText(original);
      expect(offsets.length).toBe(text.length + 1);
      expect(offsets.at(-1)).toBe(original.length);
      for (let i = 1; i < offsets.length; i++) expect(offsets[i]).toBeGreaterThanOrEqual(offsets[i - 1] ?? 0);
    }),
  );
  fc.assert(
    fc.property(
      fc.stringMatching(/^[\u4e00-\u4eff\u2f00-\u2fd5０-９Ａ-Ｚ（）А-Яa-z\u200b ]*$/u),
      (original) => {
        const once = foldText(original).text;
        expect(foldText(once).text).toBe(once);
      },
    ),
  );
});

test('a text folds as its characters do, each with its marks, wherever it is cut', () => {
  const clusters = fc.constantFrom(
    '张',
    '，',
    'Ａ',
    '～',
    '…',
    '⼀',
    'e\u0301',
    '“',
    '张\u3099',
    '㎡',
    '\u200b',
    '𠀀',
    'b1',
  );
  fc.assert(
    fc.property(fc.array(clusters, { maxLength: 20 }), (parts) => {
      const { text, offsets } = foldText(parts.join(''));
      let at = 0;
      const alone = parts.map((part) => {
        const one = foldText(part);
        const starts = Array.from(one.offsets.slice(0, -1), (offset) => offset + at);
        at += part.length;
        return { text: one.text, starts };
      });
      expect(text).toBe(alone.map((one) => one.text).join(''));
      expect([...offsets]).toEqual([...alone.flatMap(({ starts }) => starts), at]);
    }),
  );
});
