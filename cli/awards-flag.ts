import type { Pack } from '../calls/schema/index.ts';
import { problemMessage } from '../core/problem.ts';
import type { Award } from '../lists/awards/award.ts';
import { unknownIssuer } from '../lists/awards/issuer.ts';
import { withRevocations } from '../lists/awards/revoked.ts';
import { type AwardList, readAwardList, storedAwards } from '../pipeline/award-lists.ts';
import type { Awards } from '../store/ports.ts';
import { type Terminal, UsageError } from './terminal.ts';

/**
 * The awards to screen against: the lists named on the command line and those imported before.
 * `undefined` when there is neither: then no condition on awards can be settled.
 */
export async function openAwards(
  files: readonly string[],
  packs: () => Promise<readonly Pack[]>,
  kept: Awards,
  terminal: Terminal,
): Promise<readonly Award[] | undefined> {
  const known = new Map((await storedAwards(kept)).map((award) => [award.id, award]));
  for (const file of files) {
    const list = await readAwardList(file, await packs());
    failOnProblem(list, terminal);
    for (const award of list.awards) known.set(award.id, award);
    const [unread, open] = [
      list.rowsUnread.length,
      list.awards.filter(({ issuer = unknownIssuer }) => issuer.kind === 'unknown').length,
    ];
    terminal.say({
      zh: `名单“${file}”：${list.awards.length} 条${unread > 0 ? `，${unread} 行未读` : ''}${open > 0 ? `，${open} 条公布单位不明（至多列为待核；可用 awards import --issuer 注明）` : ''}。`,
      en: `List "${file}": ${list.awards.length} awards${unread > 0 ? `, ${unread} rows not read` : ''}${open > 0 ? `, ${open} of an unknown issuer (never barring; say whose with awards import --issuer)` : ''}.`,
    });
  }
  return files.length === 0 && known.size === 0 ? undefined : withRevocations([...known.values()]);
}

/** A list that cannot be read is wrong use: screening without it would pass what it bars. */
export function failOnProblem(list: AwardList, { lang }: Terminal): void {
  const reason = list.problems.map((problem) => problemMessage(problem, lang)).join(' ');
  if (list.awards.length > 0) return;
  const why = reason || list.rowsUnread[0]?.why[lang] || '';
  throw new UsageError({
    zh: `名单“${list.file}”没有读出任何一条：${why} 名单应为 XLSX、XLS、CSV、JSON、DOCX、PDF 或 HTML，表头含项目名称和单位名称。`,
    en: `Nothing was read from the list "${list.file}": ${why} A list is XLSX, XLS, CSV, JSON, DOCX, PDF or HTML with a header that names title and company.`,
  });
}
