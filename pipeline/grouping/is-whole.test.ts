import { expect, test } from 'vitest';
import { bareContext, filingOf, packOf } from '../../rules/testing.ts';
import type { FilingPackage } from './assemble.ts';
import { isWhole } from './is-whole.ts';
import { cardOf } from './testing.ts';

const fields = [{ key: 'company', type: 'text', role: 'applicant' }];
const asking = packOf({ fields, call: { package: { namedAfter: 'company', clause: '一' } } });
const company = '江苏华兴智能科技有限公司';

const filing = filingOf({ fields: { company } });
const file = {
  read: { id: 'a', file: 'a.docx', problems: [], kept: false },
  card: cardOf({ file: 'a.docx' }),
};

function whole(
  around: Partial<FilingPackage> | undefined,
  annexes = 1,
  pack = asking,
  said = false,
): boolean {
  const own = around && { name: company, archive: true, unmixed: true, ...around };
  const assembled = {
    annexes: Array.from({ length: annexes }, () => ({ file, by: 'folder' as const })),
    ...(own ? { package: own } : {}),
  };
  return isWhole(assembled, filing, pack, { ...bareContext, ...(own ? { package: own } : {}) }, said);
}

test('a package named after the applicant is whole where the notice asks for one', () => {
  expect(whole({})).toBe(true);
  expect(whole({}, 0)).toBe(true);
  expect(whole({ archive: false })).toBe(true);
  expect(whole({ archive: false }, 0)).toBe(false);
  expect(whole({ name: '材料' })).toBe(false);
  expect(whole({ unmixed: false })).toBe(false);
  expect(whole(undefined)).toBe(false);
  expect(whole({}, 1, packOf({ fields }))).toBe(false);
});

test('the office may say so of any filing', () => {
  expect(whole(undefined, 0, packOf({ fields }), true)).toBe(true);
});
