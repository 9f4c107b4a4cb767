import { refsOfCheck } from '../../calls/rule-language/operators.ts';
import type { Pack, Rule } from '../../calls/schema/index.ts';
import type { Field } from '../../core/filing.ts';
import type { FileOutcome, FilingOutcome } from '../../core/outcome.ts';
import type { Problem } from '../../core/problem.ts';
import type { Run } from '../../core/records.ts';
import { correctedFields, type PeopleSaid } from '../../review/desk/corrected.ts';
import { stateOf } from '../../review/state-of.ts';
import { looksBeyond } from '../../rules/operators/reach.ts';
import type { Companion, JudgeContext } from '../../rules/scope.ts';
import type { Store } from '../../store/ports.ts';
import { judgeWeighed } from '../stages/entailed.ts';
import { loadFiling } from '../stages/extract.ts';
import { Outputs } from '../stages/outputs.ts';
import type { ReadFile } from '../stages/read.ts';

/**
 * A filing's outcome after a person put a field right or confirmed it: every condition that looks at the field is judged
 * anew by the documents in the store, all others stand. `undefined` where its document is no longer kept, so that only
 * the next run can judge it.
 *
 * Conditions on what other files hold (annexes, lists, other filings of the batch) are judged by what they said before:
 * a run judges them again.
 */
export async function rejudge(
  outcome: FilingOutcome,
  said: PeopleSaid,
  keys: readonly string[],
  { store, pack, run }: { readonly store: Store; readonly pack: Pack; readonly run: Run },
): Promise<FilingOutcome | undefined> {
  const outputs = new Outputs(store.stages);
  const form = outcome.files.find(({ role }) => role === 'form');
  const read = form && { ...readOf(form), file: outcome.file };
  const plain = read && (await loadFiling(read, pack, outputs));
  if (!plain) return undefined;
  const machine = new Map(plain.fields);
  for (const field of outcome.fields) if (field.readBy === 'model') machine.set(field.key, field);
  const fields = correctedFields(machine, outcome.version, said);
  const context: JudgeContext = {
    asOf: run.settings.asOf,
    classifications: outcome.classification,
    matches: outcome.matches.filter(({ kind }) => kind === 'award'),
    awardsChecked: 'awards' in run.settings.lists,
    companions: await companionsOf(outcome, pack, outputs),
  };
  const anew = pack.rules.filter((rule) => looksAt(rule, keys) && !looksElsewhere(rule));
  const problems: Problem[] = [];
  const { judgesOf } = await import('../../rules/evaluate.ts');
  const judges = judgesOf({ ...pack, rules: anew }, { ...plain, fields }, context);
  const judged = await judgeWeighed(read.key ?? read.id, outputs, problems, judges);
  const byRule = new Map(judged.map((finding) => [finding.rule, finding]));
  const findings = outcome.findings.map((finding) => byRule.get(finding.rule) ?? finding);
  const { status, matches } = outcome;
  const all = [...outcome.problems, ...problems];
  return {
    ...outcome,
    fields: outcome.fields.map(({ key }) => fields.get(key)).filter((field): field is Field => !!field),
    findings,
    problems: all,
    judged: stateOf({ status, findings, matches, problems: all }),
  };
}

function looksAt({ check, when }: Rule, keys: readonly string[]): boolean {
  const refs = [...refsOfCheck(check, 'check'), ...(when ? refsOfCheck(when, 'when') : [])];
  return refs.some((ref) => 'key' in ref && ref.kind !== 'annex' && keys.includes(ref.key));
}

const looksElsewhere = ({ check, when }: Rule) =>
  looksBeyond(check) || (when !== undefined && looksBeyond(when));

const readOf = ({ id, file, document }: FileOutcome): ReadFile => ({
  id,
  file,
  ...(document === undefined ? {} : { key: document }),
  problems: [],
  kept: true,
});

async function companionsOf({ files }: FilingOutcome, pack: Pack, outputs: Outputs): Promise<Companion[]> {
  const companions: Companion[] = [];
  for (const file of files.filter(({ role }) => role === 'annex')) {
    const filing = await loadFiling(readOf(file), pack, outputs);
    const scanned = filing?.document.pages.some(({ readBy }) => readBy === 'ocr') ?? false;
    companions.push({ file: file.file, ...(filing ? { text: filing.text, scanned } : {}) });
  }
  return companions;
}
