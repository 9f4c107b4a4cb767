import type { Pack } from '../../calls/schema/index.ts';
import type { Filing } from '../../core/filing.ts';
import { namedAfter } from '../../rules/operators/named-after.ts';
import type { JudgeContext } from '../../rules/scope.ts';
import type { Assembled } from './assemble.ts';

/**
 * Whether all files of a filing are certain to be here: the office says so of the batch, or the notice asks for
 * one package named after the applicant and this filing came in one. An archive is as the applicant packed it; a
 * folder may have been made to hold the form alone, so it must hold an annex too.
 */
export function isWhole(
  { annexes, package: around }: Pick<Assembled, 'annexes' | 'package'>,
  filing: Filing,
  pack: Pack,
  context: JudgeContext,
  said = false,
): boolean {
  if (said) return true;
  const asked = pack.call.package;
  if (!asked || !around?.unmixed) return false;
  if (!around.archive && annexes.length === 0) return false;
  return namedAfter(asked.namedAfter, { pack, filing, context }).verdict === 'pass';
}
