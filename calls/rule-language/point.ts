import { z } from 'zod';
import { formatDate } from '../../core/format-value.ts';
import type { Text } from '../../core/lang.ts';
import { join, t } from '../../core/say.ts';
import { date, key } from '../schema/common.ts';
import { type Explainable, quotedField } from './explainable.ts';
import { dates, type Ref, refOfField } from './ref.ts';

/** Date expressions of the rule language. */
export const point = z.union([
  /** The start or end of a date or span field. */
  z.strictObject({ field: key, edge: z.enum(['start', 'end']).default('end') }),
  z.strictObject({ date }),
  z.strictObject({ deadline: z.enum(['city', 'province', 'ministry', 'online']) }),
  z.strictObject({ asOf: z.literal(true) }),
]);
export type Point = z.infer<typeof point>;

export function refsOfPoint(point: Point, path: string): Ref[] {
  if ('field' in point) return [refOfField(`${path}.field`, point.field, dates)];
  if ('deadline' in point) return [{ kind: 'deadline', path: `${path}.deadline`, level: point.deadline }];
  return [];
}

/** A date expression in words. */
export function explainPoint(point: Point, pack: Explainable): Text {
  if ('date' in point) return formatDate(point.date);
  if ('asOf' in point) return t('审查日期', 'the day of the review');
  if ('deadline' in point) {
    const at = pack.call.deadlines.find(({ level }) => level === point.deadline)?.at;
    const name = levels[point.deadline];
    if (at === undefined) return name;
    const day = formatDate(at);
    return t(`${name.zh}（${day.zh}）`, `${name.en} (${day.en})`);
  }
  const span = pack.form.fields.find(({ key }) => key === point.field)?.type === 'span';
  const edge = point.edge === 'start' ? t('的开始时间', ', start') : t('的结束时间', ', end');
  return join(quotedField(point.field, pack), span ? edge : t('', ''));
}

const levels = {
  city: t('市级截止时间', 'the city deadline'),
  province: t('省级截止时间', 'the province deadline'),
  ministry: t('部级截止时间', 'the ministry deadline'),
  online: t('网上填报截止时间', 'the online deadline'),
} as const;
