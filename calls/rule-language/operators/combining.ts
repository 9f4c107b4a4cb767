import { z } from 'zod';
import type { Text } from '../../../core/lang.ts';
import { t } from '../../../core/say.ts';
import type { Explainable } from '../explainable.ts';
import type { Operator } from '../operator.ts';
import type { Ref } from '../ref.ts';

/** What the operators that hold other checks need of the language that they are part of. */
interface Language<Check> {
  readonly check: z.ZodType<Check>;
  readonly refsOf: (check: Check, path: string) => Iterable<Ref>;
  readonly explain: (check: Check, pack: Explainable) => Text;
}

/** All, any and not: the operators that hold other checks. */
export function combining<Check extends object>(
  language: Language<Check>,
): {
  readonly all: Operator<Check[]>;
  readonly any: Operator<Check[]>;
  readonly not: Operator<Check>;
} {
  const { check, refsOf, explain } = language;
  const parts = (zh: string, en: string): Operator<Check[]> => ({
    schema: z.array(check).min(1),
    references: (checks, path) => checks.flatMap((part, i) => [...refsOf(part, `${path}[${i}]`)]),
    explain: (checks, pack) => {
      const said = checks.map((part) => {
        const inner = explain(part, pack);
        return 'all' in part || 'any' in part ? t(`（${inner.zh}）`, `(${inner.en})`) : inner;
      });
      return t(said.map((part) => part.zh).join(zh), said.map((part) => part.en).join(en));
    },
  });
  return {
    all: parts('，且', ' and '),
    any: parts('，或者', ' or '),
    not: {
      schema: check,
      references: refsOf,
      explain: (part, pack) => {
        const inner = explain(part, pack);
        return t(`不是（${inner.zh}）`, `not (${inner.en})`);
      },
    },
  };
}
