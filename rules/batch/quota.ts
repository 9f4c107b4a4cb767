import type { BatchRule, Pack, UnitKind } from '../../calls/schema/index.ts';
import type { Text } from '../../core/lang.ts';
import type { BatchFinding } from '../../core/outcome.ts';
import type { ListRow } from '../../lists/office/office-list.ts';
import { mustReapplyMatches } from '../reading/must-reapply-matches.ts';
import { type RecommendingUnit, recommendingUnit } from '../reading/unit-key.ts';
import { clauseOf } from '../verdict/clause-of.ts';
import type { BatchContext, BatchEntry } from './judge-batch.ts';
import { rankOf } from './ranks.ts';
import { callIt, sureValue } from './title-of.ts';
import { unitNames } from './unit-names.ts';

type QuotaRule = Extract<BatchRule, { kind: 'quota' }>;

interface Unit {
  readonly name: string;
  readonly kind: UnitKind;
  readonly entries: BatchEntry[];
}

/**
 * Filings per recommending unit against the quota of its kind. Winners that must apply again outside the quota
 * are not counted. Filings whose unit is not known are listed as unknown.
 */
export function judgeQuota(
  rule: QuotaRule,
  pack: Pack,
  entries: readonly BatchEntry[],
  context: BatchContext,
): BatchFinding[] {
  const units = new Map<string, Unit>();
  const unknown: BatchEntry[] = [];
  for (const entry of entries) {
    const unit = unitOf(entry, rule.unitField, context);
    if (!unit) {
      unknown.push(entry);
      continue;
    }
    const known = units.get(unit.key);
    if (known) known.entries.push(entry);
    else units.set(unit.key, { ...unit, entries: [entry] });
  }
  const findings = [...units.values()].map((unit) => judgeUnit(unit, rule, pack, context));
  return unknown.length === 0 ? findings : [...findings, unknownUnits(unknown, rule, pack)];
}

/** The recommending unit that the form names, else the one whose summary sheet lists the filing. */
export function unitOf(
  entry: BatchEntry,
  unitField: string,
  context: BatchContext,
): RecommendingUnit | undefined {
  const written = sureValue(entry, unitField);
  const named = typeof written === 'string' ? recommendingUnit(written) : undefined;
  return named ?? recommendingUnit(rowOf(entry, context)?.unit ?? '');
}

function rowOf(entry: BatchEntry, { lists }: BatchContext): ListRow | undefined {
  const found = lists?.summary?.match.listed.get(entry.id);
  return found?.state === 'row' ? found.row : undefined;
}

function judgeUnit(unit: Unit, rule: QuotaRule, pack: Pack, context: BatchContext): BatchFinding {
  const quota = quotaOf(unit, pack);
  const base = {
    rule: rule.id,
    title: rule.title,
    // What is only usual may be exceeded, whatever the rule says of firm numbers.
    consequence: quota?.usual ? ('remark' as const) : rule.consequence,
    clause: clauseOf(pack.clauses, quota?.clause ?? rule.clause),
    evidence: [],
  };
  const ids = unit.entries.map((entry) => entry.id);
  const kind = unitNames[unit.kind];
  if (!quota) {
    const message = {
      zh: `${unit.name}（${kind.zh}）推荐${ids.length}项；通知未规定此类推荐单位的名额，请人工核对。`,
      en: `${unit.name} (${kind.en}) recommends ${ids.length}; the notice sets no quota for this kind of unit. Please check.`,
    };
    return { ...base, verdict: 'unknown', message, filings: ids };
  }
  const outside = unit.entries.filter((entry) => isOutsideQuota(entry, pack));
  const counted = unit.entries.filter((entry) => !outside.includes(entry));
  const apart: Text =
    outside.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `（另有${outside.length}项为须重新申报的往年入选项目，不占名额）`,
          en: ` (${outside.length} more are earlier winners that must apply again, outside the quota)`,
        };
  const quotaName = quota.usual ? usualNumber : firmNumber;
  if (counted.length <= quota.max) {
    const message = {
      zh: `${unit.name}（${kind.zh}）推荐${counted.length}项，未超过${quotaName.zh}${quota.max}项${apart.zh}。`,
      en: `${unit.name} (${kind.en}) recommends ${counted.length}, within its ${quotaName.en} of ${quota.max}${apart.en}.`,
    };
    return { ...base, verdict: 'pass', message, filings: ids };
  }
  const over = beyond(counted, quota.max, pack, context);
  const names = (over ?? counted).map((entry) => `“${callIt(pack, entry)}”`);
  const listed: Text = over
    ? {
        zh: `按推荐顺序超出的是${names.join('、')}。`,
        en: `By its order of priority these are over: ${names.join(', ')}.`,
      }
    : {
        zh: `推荐顺序不明，${quota.usual ? '所推荐的是' : '请推荐单位确定取舍：'}${names.join('、')}。`,
        en: `The order of priority is not known; ${quota.usual ? 'it recommends' : 'the unit must choose among'} ${names.join(', ')}.`,
      };
  const usual: Text = quota.usual
    ? {
        zh: '通知写的是一般数额，并非不得超过，请推荐单位确认。',
        en: ' The notice states what is usual and sets no limit; the unit should confirm.',
      }
    : { zh: '', en: '' };
  const message = {
    zh: `${unit.name}（${kind.zh}）推荐${counted.length}项，超过${quotaName.zh}${quota.max}项，多${counted.length - quota.max}项${apart.zh}。${listed.zh}${usual.zh}`,
    en: `${unit.name} (${kind.en}) recommends ${counted.length}, ${counted.length - quota.max} over its ${quotaName.en} of ${quota.max}${apart.en}. ${listed.en}${usual.en}`,
  };
  const evidence = (over ?? []).flatMap((entry) => rowOf(entry, context)?.place ?? []);
  return {
    ...base,
    evidence,
    verdict: 'fail',
    message,
    filings: (over ?? counted).map((entry) => entry.id),
    ...(over ? {} : { choice: true }),
  };
}

const firmNumber: Text = { zh: '名额', en: 'quota' };
/** 一般不超过, 原则上不超过. */
const usualNumber: Text = { zh: '一般数额', en: 'usual number' };

/** The quota that names the unit's sort (学院, 园区) goes before the one of its kind. */
export function quotaOf(
  unit: Pick<Unit, 'name' | 'kind'>,
  { call }: Pick<Pack, 'call'>,
): Pack['call']['quotas'][number] | undefined {
  return (
    call.quotas.find(({ named }) => named !== undefined && unit.name.includes(named)) ??
    call.quotas.find((one) => one.named === undefined && one.unit === unit.kind)
  );
}

/**
 * Filings behind the last place of the quota, where every one has a rank of its own: by the form where it asks
 * for one, else by the summary sheet.
 */
function beyond(
  entries: readonly BatchEntry[],
  max: number,
  pack: Pack,
  context: BatchContext,
): BatchEntry[] | undefined {
  const field = pack.form.fields.find(({ label }) =>
    /推荐(?:排序|顺序|序号|次序|排名)|优先(?:顺序|级)|^排序$/u.test(label),
  );
  const ranked = entries.map((entry) => {
    const row = rowOf(entry, context);
    const value = field ? sureValue(entry, field.key) : row && rankOf(row);
    return { entry, rank: typeof value === 'number' ? value : Number(value ?? Number.NaN) };
  });
  const ranks = new Set(ranked.map(({ rank }) => rank));
  if (ranks.size < entries.length || [...ranks].some((rank) => !Number.isInteger(rank) || rank < 1))
    return undefined;
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(max)
    .map(({ entry }) => entry);
}

/** An earlier winner of a year that must apply again, outside the quota. */
function isOutsideQuota(entry: BatchEntry, pack: Pack): boolean {
  const again = pack.call.resubmission.mustReapply.filter(({ usesQuota }) => !usesQuota);
  return mustReapplyMatches(entry.matches, again).length > 0;
}

function unknownUnits(entries: readonly BatchEntry[], rule: QuotaRule, pack: Pack): BatchFinding {
  const names = entries.map((entry) => `“${callIt(pack, entry)}”`);
  return {
    rule: rule.id,
    title: rule.title,
    consequence: rule.consequence,
    verdict: 'unknown',
    clause: clauseOf(pack.clauses, rule.clause),
    evidence: [],
    filings: entries.map((entry) => entry.id),
    message: {
      zh: `以下${entries.length}项的推荐单位未填写或无法识别，未计入任何单位的名额，请人工核对：${names.join('、')}。`,
      en: `The recommending unit of these ${entries.length} is missing or unreadable, so they count to no quota; please check: ${names.join(', ')}.`,
    },
  };
}
