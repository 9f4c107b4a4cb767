import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { check } from '../../../calls/rule-language/operators.ts';

const condition = z.strictObject({
  call: z.string(),
  rule: z.string().optional(),
  check: check.optional(),
  in: z.string(),
  why: z.string().optional(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])).default({}),
});
export type Condition = z.infer<typeof condition>;

const statement = z.object({
  id: z.string(),
  condition: z.string(),
  /** What the condition asks to be so. */
  asks: z.string().optional(),
  text: z.string(),
  truth: z.enum(['met', 'not-met', 'planned', 'partly', 'contradictory']),
  part: z.enum(['fit', 'aside']).default('fit'),
});
export type StatementLine = z.infer<typeof statement>;

/** The condition of statements that are of no rule's; they only teach. */
export const ofNoRule = '通用';

/** The rule or check of each condition, by the condition's name. */
export function readConditions(): Map<string, Condition> {
  const file = join(import.meta.dirname, 'conditions.yaml');
  const { conditions } = z
    .strictObject({ conditions: z.record(z.string(), condition) })
    .parse(parse(readFileSync(file, 'utf8')));
  return new Map(Object.entries(conditions));
}

export function readStatements(file: string): StatementLine[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => statement.parse(JSON.parse(line)));
}
