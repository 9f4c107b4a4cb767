import type { Lang, Text } from '../../core/lang.ts';
import { regions } from '../../core/normalise/regions.ts';
import { type Answer, type Cell, caption } from './answer.ts';
import { t } from './chart.ts';
import { tiles } from './tiles.ts';

/** What ECharts draws, as plain data without functions, so that it can be sent and written. */
export type ChartOption = Readonly<Record<string, unknown>>;

/** Fonts of the usual systems that have Chinese characters; the first that is there is taken. */
export const fontFamily =
  'Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, SimHei, WenQuanYi Zen Hei, sans-serif';

/** Lines and stacks beyond these are joined as one, so that a picture can be read; the table has all. */
const mostSeries = 12;

const words = {
  rest: t('其他', 'other'),
  first: t('首次', 'first'),
  again: t('再次', 'again'),
  passed: t('机审通过', 'passes'),
  mend: t('需补正', 'to be mended'),
  failed: t('不符合', 'fails'),
  open: t('待核', 'open'),
  unread: t('未读出', 'not read'),
} satisfies Record<string, Text>;

const says = (value: Cell, lang: Lang): string => {
  const text = value === null ? '' : String(value);
  return Object.hasOwn(words, text) ? words[text as keyof typeof words][lang] : text;
};

interface Point {
  readonly x: string;
  readonly series: string;
  readonly value: number;
}

/** The picture of an answer; `undefined` for a table. Colours tell series apart, with patterns for those who do not see them. */
export function optionOf(answer: Answer, lang: Lang): ChartOption | undefined {
  const { chart } = answer;
  const { draw } = chart;
  if (!draw) return undefined;
  const at = (name: string | undefined) => (name === undefined ? -1 : answer.columns.indexOf(name));
  const by = typeof draw.series === 'object' ? draw.series[lang] : draw.series;
  const points = answer.rows.flatMap((row): Point[] => {
    const value = row[at(draw.value)];
    // A count that is too small to be told has no bar: none is drawn as zero.
    if (typeof value !== 'number') return [];
    const series = by === undefined ? '' : says(row[at(by)] ?? null, lang);
    return [{ x: says(row[at(draw.x)] ?? null, lang), series, value }];
  });
  const named = chart.columns[draw.value]?.[lang] ?? draw.value;
  const base = {
    aria: { enabled: true, decal: { show: chart.kind === 'bar' && draw.series !== undefined } },
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily, fontSize: 12 },
    title: [
      { text: chart.title[lang], left: 12, top: 8, textStyle: { fontFamily, fontSize: 16 } },
      {
        text: caption(answer)[lang],
        left: 12,
        bottom: 6,
        textStyle: { fontFamily, fontSize: 11, fontWeight: 'normal', color: '#555555' },
      },
    ],
    tooltip: { trigger: 'item', renderMode: 'richText', confine: true },
  };
  if (chart.kind === 'map') return { ...base, ...tileMap(points, lang) };
  if (chart.kind === 'flow') return { ...base, ...sankey(points) };
  if (chart.kind === 'heat') return { ...base, ...heat(points) };
  return { ...base, ...axes(points, chart.kind === 'line' ? 'line' : 'bar', draw.flat === true, named) };
}

function axes(points: readonly Point[], type: 'line' | 'bar', flat: boolean, named: string): ChartOption {
  const xs = orderOf(points.map(({ x }) => x));
  const kept = leading(points);
  const sums = new Map<string, Map<string, number>>();
  for (const { x, series, value } of points) {
    const name = kept.has(series) ? series : '…';
    const own = sums.get(name) ?? new Map<string, number>();
    sums.set(name, own.set(x, (own.get(x) ?? 0) + value));
  }
  const category = {
    type: 'category',
    data: flat ? [...xs].reverse() : xs,
    axisLabel: { fontFamily, ...(flat ? { width: 320, overflow: 'truncate' } : { hideOverlap: true }) },
  };
  const count = { type: 'value', name: named, minInterval: 1, nameTextStyle: { fontFamily } };
  const order = flat ? [...xs].reverse() : xs;
  return {
    grid: {
      left: flat ? 340 : 64,
      right: 32,
      top: sums.size > 1 ? 72 + legendHeight([...sums.keys()]) : 72,
      bottom: 64,
    },
    ...(sums.size > 1
      ? { legend: { type: 'plain', top: 40, left: 12, right: 12, textStyle: { fontFamily } } }
      : {}),
    xAxis: flat ? count : category,
    yAxis: flat ? category : count,
    series: [...sums].map(([name, own]) => ({
      name: name === '' ? named : name,
      type,
      ...(type === 'bar' && sums.size > 1 ? { stack: 'all' } : {}),
      ...(type === 'line' ? { connectNulls: false } : {}),
      data: order.map((x) => own.get(x) ?? null),
    })),
  };
}

/** All names stand in a printed picture, in as many lines as they take at 12 px a character. */
function legendHeight(names: readonly string[]): number {
  const width = names.reduce((sum, name) => sum + 45 + 12 * [...name].length, 0);
  return 24 * Math.ceil(width / 900);
}

/** The largest series; the others are drawn as one, `…`. */
function leading(points: readonly Point[]): ReadonlySet<string> {
  const sums = new Map<string, number>();
  for (const { series, value } of points) sums.set(series, (sums.get(series) ?? 0) + value);
  const ranked = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  return new Set(ranked.length <= mostSeries ? ranked : ranked.slice(0, mostSeries - 1));
}

/** Each once, numbers in their order, words as they come. */
function orderOf(values: readonly string[]): string[] {
  const once = [...new Set(values)];
  return once.every((value) => /^\d+$/u.test(value)) ? once.sort((a, b) => Number(a) - Number(b)) : once;
}

function heat(points: readonly Point[]): ChartOption {
  const xs = orderOf(points.map(({ x }) => x));
  const ys = [...new Set(points.map(({ series }) => series))].reverse();
  return {
    grid: { left: 150, right: 90, top: 48, bottom: 64 },
    xAxis: { type: 'category', data: xs },
    yAxis: { type: 'category', data: ys, axisLabel: { fontFamily, interval: 0, fontSize: 10 } },
    visualMap: { ...scale(points), right: 8, top: 'middle' },
    series: [{ type: 'heatmap', data: points.map(({ x, series, value }) => [x, series, value]) }],
  };
}

const scale = (points: readonly Point[]) => ({
  type: 'continuous',
  min: 0,
  max: points.reduce((most, { value }) => Math.max(most, value), 1),
  calculable: true,
  inRange: { color: ['#f2f5fa', '#b7cbe8', '#6c95cd', '#2f5f9f', '#16375f'] },
  textStyle: { fontFamily },
});

const shortNames = new Map(
  regions
    .filter(({ level }) => level === 'province')
    .flatMap(({ code, short }) => (code ? [[code.slice(0, 2), short] as const] : [])),
);

function tileMap(points: readonly Point[], lang: Lang): ChartOption {
  const values = new Map(points.map(({ x, value }) => [x, value]));
  const most = scale(points).max;
  const data = Object.entries(tiles).map(([code, [column, row]]) => {
    const value = values.get(code) ?? 0;
    return {
      name: `${shortNames.get(code) ?? code}\n${value.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en')}`,
      value: [column, row, value],
      label: { color: value > most * 0.55 ? '#ffffff' : '#1d1d1d' },
    };
  });
  const axis = { type: 'category', data: [0, 1, 2, 3, 4, 5, 6, 7].map(String), show: false };
  return {
    grid: { left: 40, right: 110, top: 48, bottom: 48 },
    xAxis: axis,
    yAxis: { ...axis, inverse: true },
    visualMap: { ...scale(points), dimension: 2, right: 8, top: 'middle' },
    series: [
      {
        type: 'heatmap',
        data,
        label: { show: true, formatter: '{b}', fontFamily, fontSize: 12 },
        itemStyle: { borderColor: '#ffffff', borderWidth: 3, borderRadius: 4 },
      },
    ],
  };
}

/** From left to right; one scheme stands on both sides under two names, since a flow may not turn back. */
function sankey(points: readonly Point[]): ChartOption {
  const left = (name: string) => `${name} `;
  const right = (name: string) => `→ ${name}`;
  const names = new Set(points.flatMap(({ x, series }) => [left(x), right(series)]));
  return {
    series: [
      {
        type: 'sankey',
        left: 24,
        right: 260,
        top: 56,
        bottom: 48,
        data: [...names].map((name) => ({ name })),
        links: points.map(({ x, series, value }) => ({ source: left(x), target: right(series), value })),
        lineStyle: { color: 'source', opacity: 0.35 },
        label: { fontFamily, fontSize: 12 },
        emphasis: { focus: 'adjacency' },
      },
    ],
  };
}
