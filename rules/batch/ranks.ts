import type { Text } from '../../core/lang.ts';
import { parseCount } from '../../core/normalise/number.ts';
import type { BatchFinding } from '../../core/outcome.ts';
import type { ListRow, OfficeList } from '../../lists/office/office-list.ts';
import { recommendingUnit } from '../reading/unit-key.ts';
import type { Say } from './list.ts';

/** The rank of a row as a whole number from 1; `undefined` when none can be read. */
export function rankOf({ rank }: ListRow): number | undefined {
  const value = rank === undefined ? undefined : parseCount(rank.replace(/^第|[名位号、.．]$/gu, ''));
  return value !== undefined && Number.isInteger(value) && value >= 1 ? value : undefined;
}

/** Within each recommending unit every row has a rank of its own, from 1 without a gap. */
export function judgeRanks(list: OfficeList, say: Say): BatchFinding[] {
  if (list.rows.length > 0 && list.rows.every((row) => row.rank === undefined)) {
    const message = {
      zh: '推荐汇总表没有推荐排序一栏，也没有按推荐单位各自编排的序号，不能确定推荐顺序，请人工核对。',
      en: "The summary sheet has no column of ranks and no numbers of each unit's own, so the order of priority is open; please check.",
    };
    return [say('unknown', message, [], [])];
  }
  const units = new Map<string, ListRow[]>();
  for (const row of list.rows) {
    const key = recommendingUnit(row.unit ?? '')?.key ?? row.place.file ?? '';
    units.set(key, [...(units.get(key) ?? []), row]);
  }
  return [...units.values()].flatMap((rows) =>
    judgeUnit(rows, units.size > 1 ? rows[0]?.unit : undefined, say),
  );
}

function judgeUnit(rows: readonly ListRow[], unit: string | undefined, say: Say): BatchFinding[] {
  const of = (list: readonly ListRow[]) => list.map((row) => row.number);
  const none = rows.filter((row) => rankOf(row) === undefined);
  const ranks = rows.flatMap((row) => rankOf(row) ?? []);
  const twice = rows.filter((row) => ranks.filter((rank) => rank === rankOf(row)).length > 1);
  const last = Math.min(Math.max(0, ...ranks), rows.length);
  const gaps = Array.from({ length: last }, (_, i) => i + 1).filter((rank) => !ranks.includes(rank));
  const beyond = rows.filter((row) => (rankOf(row) ?? 0) > rows.length);
  const said: Text[] = [];
  if (none.length > 0) {
    said.push({
      zh: `第${of(none).join('、')}行没有排序`,
      en: `rows ${of(none).join(', ')} have no rank`,
    });
  }
  if (twice.length > 0) {
    said.push({
      zh: `第${of(twice).join('、')}行排序重复`,
      en: `rows ${of(twice).join(', ')} share a rank`,
    });
  }
  if (none.length === 0 && (gaps.length > 0 || beyond.length > 0)) {
    said.push({
      zh: `排序不连续（共${rows.length}行，缺${gaps.join('、')}）`,
      en: `the ranks have gaps (${rows.length} rows, ${gaps.join(', ')} missing)`,
    });
  }
  if (said.length === 0) return [];
  const whose = unit === undefined ? { zh: '', en: '' } : { zh: `${unit}：`, en: `${unit}: ` };
  const message = {
    zh: `推荐汇总表的推荐顺序有误：${whose.zh}${said.map(({ zh }) => zh).join('，')}，请推荐单位更正。`,
    en: `The order of priority in the summary sheet is not right: ${whose.en}${said.map(({ en }) => en).join(', ')}.`,
  };
  const evidence = (none.length + twice.length > 0 ? [...new Set([...none, ...twice])] : beyond).map(
    (row) => row.place,
  );
  return [say('fail', message, [], evidence)];
}
