import type { FormField, Pack } from '../calls/schema/index.ts';
import type { Filing } from '../core/filing.ts';
import type { Classification, Match } from '../core/judgement.ts';
import type { Text } from '../core/lang.ts';
import type { TextMap } from '../core/text-map.ts';
import type { Listed } from '../index/listed/match-list.ts';
import type { ListKind } from '../lists/office/office-list.ts';
import type { Entailment } from './reading/entailment.ts';

/** A file that came with a form. */
export interface Companion {
  readonly file: string;
  /** What it says, where it could be read. */
  readonly text?: TextMap;
  /** It was read from pictures, so that single characters may be wrong. */
  readonly scanned?: boolean;
}

/** What judging needs beside the filing itself. */
export interface JudgeContext {
  /** `YYYY-MM-DD`: the day whose facts count. */
  readonly asOf: string;
  readonly classifications: readonly Classification[];
  readonly matches: readonly Match[];
  /** Whether a list of earlier awards was given; without one nothing can be said of awards. */
  readonly awardsChecked: boolean;
  /** The other files that came with this filing. */
  readonly companions: readonly Companion[];
  /** What the office's lists hold of this filing, for the lists that were given. */
  readonly lists?: Readonly<Partial<Record<ListKind, Listed>>>;
  /** Name of the folder or archive that holds this filing only. */
  readonly package?: { readonly name: string; readonly archive: boolean };
  /** How surely passages bear out claims; without it grammar and sound alone tell. */
  readonly entails?: Entailment;
  /** Set when it is certain that all files of the filing are there; only then can a missing annex fail. */
  readonly companionsComplete?: boolean;
}

/** A filing with all that its checks may look at. */
export interface Scope {
  readonly pack: Pick<Pack, 'call' | 'form' | 'clauses' | 'schemes' | 'rules'>;
  readonly filing: Filing;
  readonly context: JudgeContext;
}

export function formFieldOf(scope: Scope, key: string): FormField | undefined {
  return scope.pack.form.fields.find((field) => field.key === key);
}

/** The name of a field for a person. */
export function nameOf(scope: Scope, key: string): Text {
  const field = formFieldOf(scope, key);
  const label = field?.label ?? scope.filing.fields.get(key)?.label ?? key;
  return { zh: label, en: field?.en ?? label };
}
