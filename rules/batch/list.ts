import { listNames, notGiven } from '../../calls/list-names.ts';
import type { BatchRule, Pack } from '../../calls/schema/index.ts';
import type { Verdict } from '../../core/judgement.ts';
import type { Text } from '../../core/lang.ts';
import type { BatchFinding } from '../../core/outcome.ts';
import type { Place } from '../../core/place.ts';
import type { ListRow } from '../../lists/office/office-list.ts';
import { clauseOf } from '../verdict/clause-of.ts';
import type { BatchContext, BatchEntry } from './judge-batch.ts';
import { judgeRanks } from './ranks.ts';
import { callIt, valueOfRole } from './title-of.ts';

export type ListRule = Extract<BatchRule, { kind: 'list' }>;

/** Says one thing about a list: verdict, sentence, filings it is about and rows that show it. */
export type Say = (
  verdict: Verdict,
  message: Text,
  entries: readonly BatchEntry[],
  evidence: readonly Place[],
) => BatchFinding;

/**
 * The batch against a list of the office: filings that do not stand in it, rows without a filing, filings whose
 * row cannot be told, and the order of a summary sheet. A filing or row is missing for certain only where
 * nothing unread could be it.
 */
export function judgeList(
  rule: ListRule,
  pack: Pack,
  entries: readonly BatchEntry[],
  context: BatchContext,
): BatchFinding[] {
  const say: Say = (verdict, message, about, evidence) => ({
    rule: rule.id,
    title: rule.title,
    consequence: rule.consequence,
    verdict,
    message,
    clause: clauseOf(pack.clauses, rule.clause),
    evidence,
    filings: about.map((entry) => entry.id),
  });
  const name = listNames[rule.list];
  const given = context.lists?.[rule.list];
  if (!given) return [{ ...say('unknown', notGiven(rule.list), [], []), manual: true }];
  const { list, match } = given;
  const state = (entry: BatchEntry) => match.listed.get(entry.id)?.state;
  const missing = entries.filter((entry) => entry.filing && state(entry) === 'none');
  const sure = missing.filter((entry) => isNamed(entry, pack));
  const unsure = entries.filter(
    (entry) => !entry.filing || (missing.includes(entry) && !sure.includes(entry)),
  );
  const open = entries.filter((entry) => state(entry) === 'open');
  const findings: BatchFinding[] = [];
  if (sure.length > 0) {
    const names = namesOf(sure, pack);
    const message = {
      zh: `${sure.length}份申报书未列入${name.zh}：${names.zh}。`,
      en: `${sure.length} filings are not in the ${name.en}: ${names.en}.`,
    };
    findings.push(say('fail', message, sure, []));
  }
  if (unsure.length > 0) {
    const names = namesOf(unsure, pack);
    const message = {
      zh: `${unsure.length}份文件未读出或申报单位、名称识别把握不足，不能确定是否列入${name.zh}，请人工核对：${names.zh}。`,
      en: `${unsure.length} files could not be read or are in doubt, so it is open whether they are in the ${name.en}: ${names.en}.`,
    };
    findings.push(say('unknown', message, unsure, []));
  }
  if (open.length > 0) {
    const names = namesOf(open, pack);
    const rows = open.flatMap((entry) => {
      const found = match.listed.get(entry.id);
      return found?.state === 'open' ? found.rows.map((row) => row.place) : [];
    });
    const message = {
      zh: `${open.length}份申报书与${name.zh}的多行名称相同或互相重复，不能确定对应关系，请人工核对：${names.zh}。`,
      en: `${open.length} filings fit several rows of the ${name.en}; please check which is which: ${names.en}.`,
    };
    findings.push(say('unknown', message, open, rows));
  }
  if (match.left.length > 0) findings.push(rowsLeft(match.left, rule, pack, unsure.length === 0, say));
  if (rule.list === 'summary') findings.push(...judgeRanks(list, say));
  if (findings.some(({ verdict }) => verdict !== 'pass')) return findings;
  const message = {
    zh: `${name.zh}共${list.rows.length}行，与${entries.length}份申报书一一对应。`,
    en: `The ${list.rows.length} rows of the ${name.en} and the ${entries.length} filings belong together one by one.`,
  };
  return [say('pass', message, entries, []), ...findings];
}

/** A row that no filing of the batch is of. The registry holds other units' filings too, so there it is open. */
function rowsLeft(
  rows: readonly ListRow[],
  { list }: ListRule,
  pack: Pack,
  allRead: boolean,
  say: Say,
): BatchFinding {
  const name = listNames[list];
  const shown = rows.map((row) => nameOfRow(row, pack));
  const certain = allRead && list === 'summary';
  const message = {
    zh: `${name.zh}中有${rows.length}行未见申报书${certain ? '' : '（或申报书未读出、不在本批）'}：${shown.map(({ zh }) => zh).join('、')}，请${certain ? '补报申报书或更正汇总表' : '核对'}。`,
    en: `${rows.length} rows of the ${name.en} have no filing${certain ? '' : ' here (or it could not be read)'}: ${shown.map(({ en }) => en).join(', ')}.`,
  };
  return say(
    certain ? 'fail' : 'unknown',
    message,
    [],
    rows.map((row) => row.place),
  );
}

function nameOfRow(row: ListRow, pack: Pack): Text {
  const said = (['applicant', 'title'] as const).flatMap((role) => {
    const key = pack.form.fields.find((field) => field.role === role)?.key;
    return (key === undefined ? '' : row.cells.get(key)?.raw) || [];
  });
  const name = said.join(' ');
  return { zh: `第${row.number}行“${name}”`, en: `row ${row.number} "${name}"` };
}

function isNamed(entry: BatchEntry, pack: Pack): boolean {
  return (['applicant', 'title'] as const).every(
    (role) =>
      !pack.form.fields.some((field) => field.role === role) || valueOfRole(pack, entry, role) !== undefined,
  );
}

function namesOf(entries: readonly BatchEntry[], pack: Pack): Text {
  const names = entries.map((entry) => `“${callIt(pack, entry)}”`);
  return { zh: names.join('、'), en: names.join(', ') };
}
