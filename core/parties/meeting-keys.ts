import { parseCompany } from './company-name.ts';
import { normalCode } from './compare.ts';
import { type Party, partiesIn } from './party.ts';

/** Characters that two cores begin with alike where one is the other but for a slip of the pen (`compare.ts`). */
const beginning = 4;

/**
 * Keys under which parties meet: two that are the same or likely the same by code or name have one in common, so that
 * of thousands only those that share a key need be compared. What an office lists as affiliated is not among them.
 */
export function meetingKeys({ company, creditCode }: Party): string[] {
  const code = normalCode(creditCode);
  const names = partiesIn(company).map(parseCompany);
  const keys = names.flatMap(({ full, readings }) => [
    `full ${full}`,
    ...readings.map(({ core }) => `core ${core}`),
    `begins ${readings[0].core.slice(0, beginning)}`,
  ]);
  return [...new Set([...(code ? [`code ${code}`] : []), ...keys])];
}
