import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareParties } from './compare.ts';
import { meetingKeys } from './meeting-keys.ts';
import type { Party } from './party.ts';

const part = fc.constantFrom(
  '华兴',
  '云帆',
  '云帆智能',
  '云帆智造',
  '荆州',
  '昆山',
  '江苏',
  '科技',
  '水泥',
  '（集团）',
  'A',
);
const company = fc
  .tuple(
    fc.array(part, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('有限公司', '股份有限公司', '有限公司杭州分公司', '厂', ''),
  )
  .map(([parts, form]) => parts.join('') + form);
const party: fc.Arbitrary<Party> = fc
  .record({
    company: fc.array(company, { minLength: 1, maxLength: 2 }).map((names) => names.join('、')),
    creditCode: fc.constantFrom(undefined, '9144030071526726XG', '91320594MA1MXXXX0A'),
  })
  .map(({ company, creditCode }) => ({ company, ...(creditCode === undefined ? {} : { creditCode }) }));

test('property: parties that are the same, or likely the same, meet under a key', () => {
  fc.assert(
    fc.property(party, party, (a, b) => {
      const { relation } = compareParties(a, b);
      if (relation !== 'same' && relation !== 'likely') return;
      const keys = new Set(meetingKeys(a));
      expect(meetingKeys(b).filter((key) => keys.has(key))).not.toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('of companies that have nothing in common none meet', () => {
  const keys = new Set(meetingKeys({ company: '苏州华兴科技有限公司' }));
  expect(meetingKeys({ company: '荆州云帆水泥有限公司' }).filter((key) => keys.has(key))).toEqual([]);
});
