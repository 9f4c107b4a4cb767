import type { Num, Point } from '../calls/schema/index.ts';
import type { Text } from '../core/lang.ts';
import { formatDate, formatNumber } from './format-value.ts';
import { both, listed } from './outcome.ts';
import { type Explainable, fieldName, join, quoted, t } from './say.ts';

/** A number expression in words. */
export function explainNum(num: Num, pack: Explainable): Text {
  if (typeof num === 'number') return both(formatNumber(num));
  if ('field' in num) {
    const year = num.year === undefined ? t('', '') : t(`${num.year}年`, ` of ${num.year}`);
    return join(quoted(fieldName(num.field, pack)), year);
  }
  if ('sum' in num) {
    const parts = num.sum.map((part) => explainNum(part, pack));
    return t(
      `${parts.map(({ zh }) => zh).join('＋')}之和`,
      `the sum of ${parts.map(({ en }) => en).join(' + ')}`,
    );
  }
  if ('ratio' in num) {
    const [above, below] = [explainNum(num.ratio[0], pack), explainNum(num.ratio[1], pack)];
    return t(`${above.zh}占${below.zh}的比例`, `${above.en} divided by ${below.en}`);
  }
  if ('ticks' in num) {
    const name = fieldName(num.ticks.field, pack);
    const within = num.ticks.group ? t(`中${num.ticks.group}`, ` (${num.ticks.group})`) : t('', '');
    return join(quoted(name), within, t('的勾选数', ' ticks'));
  }
  if ('rows' in num) return join(quoted(fieldName(num.rows, pack)), t('的行数', ' rows'));
  if ('words' in num) {
    const { of, as, tables, headings } = num.words;
    const which =
      of.length > 0 ? listed(of.map((key) => quoted(fieldName(key, pack)))) : t('全文', 'the whole text');
    const how = t(
      `（${countings[as].zh}，${tables ? '含' : '不含'}表格，${headings ? '含' : '不含'}标题）`,
      ` (${countings[as].en}, ${tables ? 'with' : 'without'} tables, ${headings ? 'with' : 'without'} headings)`,
    );
    return join(which, t('的字数', ' words'), how);
  }
  if ('stated' in num) {
    const cues = both(num.stated.near.join('/'));
    return join(t('文中写明的', 'the number stated for '), quoted(cues), t('数量', ''));
  }
  const rest: never = num;
  return rest;
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
  return join(quoted(fieldName(point.field, pack)), span ? edge : t('', ''));
}

const levels = {
  city: t('市级截止时间', 'the city deadline'),
  province: t('省级截止时间', 'the province deadline'),
  ministry: t('部级截止时间', 'the ministry deadline'),
  online: t('网上填报截止时间', 'the online deadline'),
} as const;

const countings = {
  word: t('按Word字数', "as Word's word count"),
  han: t('只计汉字', 'Chinese characters only'),
  characters: t('计字符', 'characters'),
} as const;
