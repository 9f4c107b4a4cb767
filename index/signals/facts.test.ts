import { expect, test } from 'vitest';
import { FactScale, factKeys, factsOf } from './facts.ts';

const facts = (text: string) => factKeys(factsOf(text));
const own = facts('年产轴承123456套，软件著作权2021SR1234567，平台名为BearingCloud-X');
const other = facts('软件著作权2021SR1234567，另有产线98765条');

test('facts in common count the less the more filings state them; two that share none share nothing', () => {
  const few = new FactScale();
  for (const one of [own, other]) few.add(one);
  const many = new FactScale();
  for (const one of [own, other, ...Array.from({ length: 40 }, () => facts('2021SR1234567'))]) many.add(one);
  expect(few.compare(own, own)).toBeGreaterThan(few.compare(own, other));
  expect(few.compare(own, other)).toBeGreaterThan(many.compare(own, other));
  expect(many.compare(own, other)).toBeGreaterThan(0);
  expect(few.compare(own, facts('铸造车间55555平方米'))).toBe(0);
  expect(few.compare(own, factKeys([]))).toBe(0);
});
