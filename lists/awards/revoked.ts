import { groupBy } from '../../core/group-by.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import type { Award } from './award.ts';

const revocation =
  /撤销|取消[^,，。;；]{0,14}(?:资格|称号|认定|荣誉|入选)|移出[^,，。;；]{0,14}名单|摘牌|(?:复核|复评|动态评估)[^,，。;；]{0,6}(?:不合格|未通过|不通过)/u;

/** Whether words of a list's title, or a cell of a row, say that a title is taken back. */
export function tellsRevocation(words: string): boolean {
  return revocation.test(words);
}

/**
 * Awards with those marked whose title a later row takes back: of the same company, and of the same project where both
 * name one. A row that takes back an award which is there is no award of its own and is left out.
 */
export function withRevocations(awards: readonly Award[]): Award[] {
  const revoking = awards.filter(({ revoked }) => revoked?.by === 'list');
  if (revoking.length === 0) return [...awards];
  const byCompany = groupBy(
    awards.filter(({ company, revoked }) => revoked?.by !== 'list' && foldLetters(company) !== ''),
    ({ company }) => foldLetters(company),
  );
  const taken = new Map<string, NonNullable<Award['revoked']>>();
  const settled = new Set<string>();
  for (const row of revoking) {
    const found = (byCompany.get(foldLetters(row.company)) ?? []).filter((award) => takesBack(row, award));
    for (const { id } of found) if (row.revoked) taken.set(id, row.revoked);
    if (found.length > 0) settled.add(row.id);
  }
  return awards
    .filter(({ id }) => !settled.has(id))
    .map((award) => {
      const revoked = taken.get(award.id);
      return revoked ? { ...award, revoked } : award;
    });
}

function takesBack(row: Award, award: Award): boolean {
  if (row.programme && award.programme && row.programme !== award.programme) return false;
  if (row.title !== '' && award.title !== '') return foldLetters(row.title) === foldLetters(award.title);
  // Without a project only the programme tells which of a company's awards is meant.
  return row.programme !== undefined && row.programme === award.programme;
}
