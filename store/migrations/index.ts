import { desks } from './desks.ts';
import { firmRulings } from './firm-rulings.ts';
import { repositories } from './repositories.ts';
import type { Step } from './step.ts';
import { adoptVersion3, version1, version2, version3 } from './version-0-1.ts';

/** A step by the version it leads to; a store is brought up to date when it is opened. */
export type Steps = readonly (readonly [version: number, step: Step])[];

/** What version 0.1 shipped comes first: a store it made is brought up like any other. */
export const sqliteSteps: Steps = [
  [1, version1],
  [2, version2],
  [3, version3],
  [
    4,
    async (db, types) => {
      await adoptVersion3.before(db, types);
      await repositories(db, types);
      await adoptVersion3.after(db, types);
    },
  ],
  [5, desks],
  [6, firmRulings],
];

/** PostgreSQL came with version 4. */
export const postgresSteps: Steps = [
  [4, repositories],
  [5, desks],
  [6, firmRulings],
];

export function latest(steps: Steps): number {
  return steps.at(-1)?.[0] ?? 0;
}
