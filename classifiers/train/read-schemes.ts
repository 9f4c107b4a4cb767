import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { clausesSchema } from '../../calls/schema/clauses.ts';
import { type Scheme, schemesSchema } from '../../calls/schema/schemes.ts';
import type { Clause } from '../../core/judgement.ts';

export interface KnownScheme {
  readonly scheme: Scheme;
  readonly clauses: ReadonlyMap<string, Clause>;
}

/** The schemes of all packs in a folder. Only what training needs is read: no form, no rules. */
export function readSchemes(packs: string): KnownScheme[] {
  return readdirSync(packs)
    .sort()
    .map((name) => join(packs, name))
    .filter((pack) => existsSync(join(pack, 'schemes.yaml')) && existsSync(join(pack, 'clauses.yaml')))
    .flatMap((pack) => {
      const read = (file: string): unknown => parse(readFileSync(join(pack, file), 'utf8'));
      const { clauses } = clausesSchema.parse(read('clauses.yaml'));
      const byRef = new Map(clauses.map((clause) => [clause.ref, clause]));
      return schemesSchema.parse(read('schemes.yaml')).schemes.map((scheme) => ({ scheme, clauses: byRef }));
    });
}
