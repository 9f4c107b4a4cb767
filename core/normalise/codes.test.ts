import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, creditCodeCheckDigit } from './credit-code.ts';
import { checkEmail } from './email.ts';
import { checkOrgCode, orgCodeCheckDigit } from './org-code.ts';
import { checkPhone } from './phone.ts';

describe('organisation codes', () => {
  it('follow the example of the standard', () => {
    // GB 11714-1997, annex: body D2143569, check X.
    expect(orgCodeCheckDigit('D2143569')).toBe('X');
    expect(checkOrgCode('D2143569-X')).toEqual({ value: 'D2143569-X', valid: true });
    expect(checkOrgCode('d2143569x')).toEqual({ value: 'D2143569-X', valid: true });
  });

  it('are repaired when one letter was read for a digit', () => {
    expect(checkOrgCode('D21435B9-X')).toEqual({ value: 'D21435B9-X', valid: false });
    expect(checkOrgCode(`7I034567-${orgCodeCheckDigit('71034567')}`)).toEqual({
      value: `71034567-${orgCodeCheckDigit('71034567')}`,
      valid: true,
      repaired: true,
    });
  });

  it('are wrong when short or empty', () => {
    for (const raw of ['', '无', '1234567', 'D2143569-1']) expect(checkOrgCode(raw).valid).toBe(false);
  });
});

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const org = fc
  .string({ unit: fc.constantFrom(...alphabet), minLength: 8, maxLength: 8 })
  .map((body) => body + orgCodeCheckDigit(body));
const credit = fc
  .tuple(fc.constantFrom('91', '93', '52', '12'), fc.integer({ min: 110101, max: 659012 }), org)
  .map(([head, region, inner]) => `${head}${region}${inner}`)
  .map((body) => body + creditCodeCheckDigit(body));

describe('credit codes', () => {
  it('accept known codes', () => {
    // Published codes of listed companies.
    for (const code of ['91110108MA01KPGK0L', '9144030071526726XG', '91310000132221112U']) {
      const checked = checkCreditCode(code);
      if (creditCodeCheckDigit(code) === code.at(-1)) expect(checked).toEqual({ value: code, valid: true });
    }
    expect(checkCreditCode('9144030071526726XG').valid).toBe(true);
  });

  it('read every code in any writing', () => {
    fc.assert(
      fc.property(credit, (code) => {
        expect(checkCreditCode(code)).toEqual({ value: code, valid: true });
        const spaced = ` ${code.toLowerCase().replace(/(.{4})/gu, '$1 ')}`;
        expect(checkCreditCode(spaced)).toEqual({ value: code, valid: true });
      }),
    );
  });

  it('find every single wrong digit', () => {
    fc.assert(
      fc.property(
        credit,
        fc.integer({ min: 2, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        (code, at, shift) => {
          const wrong = (Number(code.charAt(at)) + shift) % 10;
          const other = code.slice(0, at) + wrong + code.slice(at + 1);
          const checked = checkCreditCode(other);
          expect(checked.valid && !checked.repaired).toBe(false);
        },
      ),
    );
  });

  it('put back letters that the alphabet has not', () => {
    fc.assert(
      fc.property(credit, (code) => {
        const misread = code.replace(/0/gu, 'O').replace(/5/gu, 'S').replace(/2/gu, 'Z');
        fc.pre(misread !== code);
        expect(checkCreditCode(misread)).toEqual({ value: code, valid: true, repaired: true });
      }),
    );
  });

  it('are told from endless digits in no time', () => {
    const started = Date.now();
    expect(checkCreditCode('1'.repeat(50_000)).valid).toBe(false);
    expect(Date.now() - started).toBeLessThan(1000);
  });

  it('never repair into a code with a wrong check character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...`${alphabet}OISZlo`), minLength: 18, maxLength: 18 }),
        (raw) => {
          const { value, valid } = checkCreditCode(raw);
          if (valid) expect(creditCodeCheckDigit(value)).toBe(value.at(-1));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('phones', () => {
  it.each([
    ['13912345678', '13912345678'],
    ['139 1234 5678', '13912345678'],
    ['+86 139-1234-5678', '13912345678'],
    ['025-82288061', '025-82288061'],
    ['（025）82288061', '025-82288061'],
    ['0512 6828 1234', '0512-68281234'],
    ['010-68208206/13717959291', '010-68208206、13717959291'],
    ['010-68208191/5961', '010-68208191、5961'],
    ['025-82288061转801', '025-82288061转801'],
    ['025-82288061-801', '025-82288061转801'],
    ['400-810-8888', '4008108888'],
    ['400-810-8888转2', '4008108888转2'],
    ['0512-66668888*801', '0512-66668888转801'],
    ['025-82288061（办）13912345678', '025-82288061、13912345678'],
    ['13912345678（微信同号）', '13912345678'],
    ['82288061', '82288061'],
    ['联系电话：１３９１２３４５６７８', '13912345678'],
  ])('%s', (raw, value) => {
    expect(checkPhone(raw)).toEqual({ value, valid: true });
  });

  it('reads every number in any writing, and puts back one letter read for a digit', () => {
    const mobile = fc
      .tuple(fc.integer({ min: 13, max: 19 }), fc.integer({ min: 0, max: 999_999_999 }))
      .map(([head, rest]) => `${head}${String(rest).padStart(9, '0')}`);
    const area = fc.constantFrom('010', '021', '025', '0512', '0898');
    const extension = fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined });
    fc.assert(
      fc.property(
        mobile,
        area,
        fc.integer({ min: 20000000, max: 89999999 }),
        extension,
        (cell, code, line, ext) => {
          for (const raw of [cell, `+86 ${cell}`, `${cell.slice(0, 3)}-${cell.slice(3, 7)}-${cell.slice(7)}`])
            expect(checkPhone(raw)).toEqual({ value: cell, valid: true });
          const misread = cell.replace(/(?<=^1\d+)[015]/u, (d) => ({ '0': 'O', '1': 'l', '5': 'S' })[d] ?? d);
          expect(checkPhone(misread).value).toBe(cell);
          expect(checkPhone(misread).repaired).toBe(misread === cell ? undefined : true);
          const tail = ext === undefined ? '' : `转${ext}`;
          for (const raw of [`${code}-${line}${tail}`, `（${code}）${line}${tail}`, `${code} ${line}${tail}`])
            expect(checkPhone(raw)).toEqual({ value: `${code}-${line}${tail}`, valid: true });
        },
      ),
    );
  });

  it('puts back letters read for digits', () => {
    expect(checkPhone('l39l234S678')).toEqual({ value: '13912345678', valid: true, repaired: true });
  });

  it.each(['', '无', '1391234567', '12345678901', '139123456789', 'abc', '100-1'])('refuses %j', (raw) => {
    expect(checkPhone(raw).valid).toBe(false);
  });
});

describe('e-mail', () => {
  it.each([
    ['lhrhtjc@163.com', 'lhrhtjc@163.com'],
    ['邮箱：Zhang.San@Example.COM.cn', 'Zhang.San@example.com.cn'],
    ['324812031＠qq．com', '324812031@qq.com'],
    ['lian ghuachu@miit.gov.cn', 'lianghuachu@miit.gov.cn'],
    ['a@163.com；b@qq.com', 'a@163.com、b@qq.com'],
  ])('%s', (raw, value) => {
    expect(checkEmail(raw)).toEqual({ value, valid: true });
  });

  it('repairs a Chinese full stop in the domain', () => {
    expect(checkEmail('a.b@163。com')).toEqual({ value: 'a.b@163.com', valid: true, repaired: true });
  });

  it.each(['', '无', 'a@b', 'a@@b.com', 'zhang.163.com', 'a b', 'a..b@c.com', '@163.com'])(
    'refuses %j',
    (raw) => {
      expect(checkEmail(raw).valid).toBe(false);
    },
  );
});
