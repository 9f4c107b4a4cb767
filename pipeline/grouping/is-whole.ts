import type { Pack } from '../../calls/schema/index.ts';
import { namedAfter } from '../../rules/operators/named-after.ts';
import type { JudgeContext } from '../../rules/scope.ts';
import type { Assembled } from './assemble.ts';

/**
 * Whether all files of a filing are certain to be here: the office says so of the batch, or the notice asks for
 * one package named after the applicant and this filing came in one. An archive is as the applicant packed it; a
 * folder may have been made to hold the form alone, so it must hold an annex too.
 */
export function isWhole(
  { draft, annexes, package: around }: Assembled,
  pack: Pack,
  context: JudgeContext,
  said: boolean,
): boolean {
  if (said) return true;
  const { filing } = draft;
  const asked = pack.call.package;
  if (!asked || !filing || !around?.unmixed) return false;
  if (!around.archive && annexes.length === 0) return false;
  return namedAfter(asked.namedAfter, { pack, filing, context }).verdict === 'pass';
}
