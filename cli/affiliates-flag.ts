import { problemMessage } from '../core/problem.ts';
import { Affiliates, readAffiliates } from '../lists/affiliates.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** The office's lists of affiliates; one of which nothing was read is wrong use. Undefined: none was named. */
export async function openAffiliates(
  files: readonly string[],
  terminal: Terminal,
): Promise<Affiliates | undefined> {
  if (files.length === 0) return undefined;
  const rows = [];
  for (const file of files) {
    const list = await readAffiliates(file);
    if (list.rows.length === 0) {
      const reason = list.problems.map((problem) => problemMessage(problem, terminal.lang)).join(' ');
      throw new UsageError({
        zh: `关联企业名单“${file}”没有读出任何一条：${reason} 应为 CSV、XLSX 等表格，表头含“企业名称”“关联企业”“关系”。`,
        en: `Nothing was read from the list of affiliates "${file}": ${reason} It is a table (CSV, XLSX …) with the headers company, affiliate, kind.`,
      });
    }
    rows.push(...list.rows);
    const left = list.unread.length;
    terminal.say({
      zh: `关联企业名单“${file}”：${list.rows.length} 条${left > 0 ? `，${left} 行未读` : ''}。`,
      en: `List of affiliates "${file}": ${list.rows.length} rows${left > 0 ? `, ${left} not read` : ''}.`,
    });
  }
  return new Affiliates(rows);
}
