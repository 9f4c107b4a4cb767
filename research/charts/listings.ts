import { type Chart, fewest, t } from './chart.ts';

/** One scheme by its id, or by its name where the id is not known; the name as the lists write it. */
const schemeOf = "coalesce(a.scheme, a.scheme_name, '?')";
const schemes = `schemes AS (
  SELECT ${schemeOf} AS scheme, coalesce(min(a.scheme_name), min(a.scheme), '?') AS scheme_name FROM awards a GROUP BY 1
)`;
const year = t('年份', 'Year');
const scheme = t('计划', 'Scheme');
const listed = t('入选数', 'Listed');
const share = t('占比（%）', 'Share (%)');
const firms = t('企业数', 'Firms');
/** Public lists are not masked, but what is too thin to read is marked. */
const few = t(`少于 ${fewest}`, `Fewer than ${fewest}`);

const listings: Chart = {
  id: 'listings',
  title: t('各年各计划入选数', 'Listings by year and scheme'),
  definition: t(
    '已导入名单的行数，按年份和计划；占比为占当年全部入选的比例。没有年份的行不计；计划不明记为“?”。没有导入的名单不在其中，少的一年可能只是没有导入。',
    'Rows of the imported lists by year and scheme; the share is of all listings of that year. Rows without a year are left out; an unknown scheme is “?”. Lists that were not imported are not in it: a low year may only mean that.',
  ),
  kind: 'bar',
  sql: `WITH ${schemes}
SELECT a.year, s.scheme_name AS scheme, count(*) AS listed, count(*) < ${fewest} AS few,
  round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY a.year), 1) AS share
FROM awards a JOIN schemes s ON s.scheme = ${schemeOf}
WHERE a.year IS NOT NULL
GROUP BY a.year, s.scheme, s.scheme_name
ORDER BY a.year, listed DESC, s.scheme`,
  columns: { year, scheme, listed, few, share },
  draw: { x: 'year', series: 'scheme', value: 'listed' },
};

/** Labels joined by `same` links of the crosswalk, each under the first of their names. */
export const sameLabels = `links AS (
  SELECT from_label AS one, to_label AS other FROM crosswalk_labels
  WHERE relation = 'same' AND from_label IS NOT NULL AND to_label IS NOT NULL
), both_ways AS (
  SELECT one, other FROM links UNION SELECT other, one FROM links
), reached(label, other) AS (
  SELECT one, one FROM both_ways
  UNION
  SELECT r.label, b.other FROM reached r JOIN both_ways b ON b.one = r.other
), common AS (
  SELECT label, min(other) AS name FROM reached GROUP BY label
)`;

const categories: Chart = {
  id: 'categories',
  title: t('各年各类别（模式、方向）入选数', 'Listings by year and category (mode, direction)'),
  definition: t(
    '名单上写明的类别、方向或模式，按年份计行数；与对应表（crosswalk_labels）中互为 same 的类别同名的，合并为一类，以其中排在最前的名称表示。“属于”“有交叉”的关系不合并。名单没有写类别的行不计；占比为占当年写明类别的行的比例。',
    'Class, direction or mode as the lists write it, rows by year; those that are named like labels joined by “same” in crosswalk_labels are one, under the first of their names. Narrower and overlapping ones are not joined. Rows without a category are left out; the share is of that year’s rows that have one.',
  ),
  kind: 'line',
  sql: `WITH RECURSIVE ${sameLabels}
SELECT a.year, coalesce(c.name, a.category) AS category, count(*) AS listed, count(*) < ${fewest} AS few,
  round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY a.year), 1) AS share
FROM awards a LEFT JOIN common c ON c.label = a.category
WHERE a.year IS NOT NULL AND a.category IS NOT NULL
GROUP BY 1, 2
ORDER BY 1, listed DESC, 2`,
  columns: { year, category: t('类别', 'Category'), listed, few, share },
  draw: { x: 'year', series: 'category', value: 'listed' },
};

const province = t('省级代码', 'Province code');
const name = t('省份', 'Province');

const provinces: Chart = {
  id: 'provinces',
  title: t('各省份入选数', 'Listings by province'),
  definition: t(
    '全部年份入选数，按企业所在省级地区（名单的地区或推荐单位，其次企业名称）；企业数为各年入选企业不重复计。不能确定省份或没有年份的行不计，其数目为入选总数减去本表合计。图为方格示意图，34 格各表示一个省级地区，不表示边界、面积或邻接；布局为本项目自绘，与本项目同一许可（Apache-2.0）。',
    'Listings of all years by the firm’s province (region or recommending unit of the list, else the firm’s name); firms are counted once. Rows without a province or year are left out. The map is a diagram of 34 equal tiles: it shows no borders, areas or neighbours. The layout is this project’s own, under its licence (Apache-2.0).',
  ),
  kind: 'map',
  sql: `SELECT p.province, p.province_name, sum(p.listed) AS listed, sum(p.listed) < ${fewest} AS few,
  round(100.0 * sum(p.listed) / nullif(sum(sum(p.listed)) OVER (), 0), 1) AS share,
  coalesce(max(c.firms), 0) AS firms
FROM panel_region_year p LEFT JOIN (
  SELECT province, count(DISTINCT firm) AS firms FROM awards WHERE year IS NOT NULL GROUP BY province
) c ON c.province = p.province
GROUP BY p.province, p.province_name
ORDER BY p.province`,
  columns: { province, province_name: name, listed, few, share, firms },
  draw: { x: 'province', value: 'listed' },
};

const provinceYears: Chart = {
  id: 'provinces-years',
  title: t('各省份各年入选数', 'Listings by province and year'),
  definition: t(
    'panel_region_year 的入选数：34 个省级地区和每一年各一格，没有入选为 0；占比为占当年可确定省份的入选的比例。',
    'Listings of panel_region_year: one cell for each of 34 provinces and each year, 0 where there are none; the share is of that year’s listings whose province is known.',
  ),
  kind: 'heat',
  sql: `SELECT year, province, province_name, listed, listed < ${fewest} AS few,
  round(100.0 * listed / nullif(sum(listed) OVER (PARTITION BY year), 0), 1) AS share, firms_listed AS firms
FROM panel_region_year
ORDER BY year, province`,
  columns: { year, province, province_name: name, listed, few, share, firms },
  draw: { x: 'year', series: 'province_name', value: 'listed' },
};

const newcomers: Chart = {
  id: 'newcomers',
  title: t('首次入选与再次入选的企业', 'Firms listed for the first time and again'),
  definition: t(
    '当年入选的企业（不重复计），分为当年首次入选和此前已入选过；“此前”只指已导入的名单，因此最早几年几乎都是首次。',
    'Firms listed in a year, each once: for the first time, or listed before. “Before” knows only the imported lists, so nearly all are new in the first years.',
  ),
  kind: 'bar',
  sql: `SELECT year, CASE WHEN first_listed = year THEN 'first' ELSE 'again' END AS kind, count(*) AS firms, count(*) < ${fewest} AS few,
  round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY year), 1) AS share
FROM panel_firm_year
WHERE listed > 0
GROUP BY 1, 2
ORDER BY 1, 2 DESC`,
  columns: { year, kind: t('首次或再次', 'First or again'), firms, few, share },
  draw: { x: 'year', series: 'kind', value: 'firms' },
};

const repeats: Chart = {
  id: 'repeat-winners',
  title: t('企业入选次数的分布', 'How often firms were listed'),
  definition: t(
    '入选过的企业按入选次数（times_listed，名单行数）分组；合并后的企业计一家，可能同一但未合并的（firm_links 中 ambiguous）各计一家，因此重复入选可能偏少。',
    'Firms that were ever listed by times_listed (rows of lists); merged firms are one, those that may be the same but were not merged (ambiguous in firm_links) are several, so repeats may be too few.',
  ),
  kind: 'bar',
  sql: `SELECT times_listed, count(*) AS firms, count(*) < ${fewest} AS few, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS share
FROM firms
WHERE merged_into IS NULL AND times_listed > 0
GROUP BY times_listed
ORDER BY times_listed`,
  columns: { times_listed: t('入选次数', 'Times listed'), firms, few, share },
  draw: { x: 'times_listed', value: 'firms' },
};

const top: Chart = {
  id: 'top-firms',
  title: t('入选次数最多的企业', 'Firms listed most often'),
  definition: t(
    '入选次数居前 50 的企业，次数相同按编号排列；只列入选两次以上的。名称为最近一次出现的写法。',
    'The 50 firms listed most often, at least twice; equals by id. The name is the one it was last seen under.',
  ),
  kind: 'table',
  sql: `WITH most AS MATERIALIZED (
  SELECT * FROM firms WHERE merged_into IS NULL AND times_listed >= 2
  ORDER BY times_listed DESC, firm LIMIT 50
)
SELECT f.name, f.firm, f.province, f.times_listed, f.first_year, f.last_year,
  count(DISTINCT ${schemeOf}) AS schemes
FROM most f JOIN awards a ON a.firm = f.firm
GROUP BY f.name, f.firm, f.province, f.times_listed, f.first_year, f.last_year
ORDER BY f.times_listed DESC, f.firm`,
  columns: {
    name: t('企业', 'Name'),
    firm: t('企业编号', 'Firm'),
    province,
    times_listed: t('入选次数', 'Times listed'),
    first_year: t('首次出现年份', 'First seen'),
    last_year: t('最近出现年份', 'Last seen'),
    schemes: t('计划数', 'Schemes'),
  },
};

const flows: Chart = {
  id: 'flows',
  title: t('企业从首次入选的计划到以后的计划', 'From a firm’s first scheme to later ones'),
  definition: t(
    '左为企业首次入选（最早年份）的计划，右为同一企业以后年份首次入选的其他计划；数为企业数。同年入选几个计划的企业在左侧各计一次；以后没有入选其他计划的企业计入“—”。没有年份的行不计。先后不表示因果。',
    'Left the scheme in which a firm was listed first (its earliest year), right other schemes in which the same firm was listed first in a later year; firms are counted. A firm that began in several schemes in one year counts in each; one that was listed in no other scheme later goes to “—”. Rows without a year are left out. Order in time is no cause.',
  ),
  kind: 'flow',
  sql: `WITH ${schemes}, firsts AS MATERIALIZED (
  SELECT a.firm, ${schemeOf} AS scheme, min(a.year) AS year
  FROM awards a
  WHERE a.year IS NOT NULL AND a.firm IS NOT NULL
  GROUP BY 1, 2
), starts AS (
  SELECT firm, min(year) AS year FROM firsts GROUP BY firm
), begun AS MATERIALIZED (
  SELECT f.firm, f.scheme, f.year FROM firsts f JOIN starts s ON s.firm = f.firm AND s.year = f.year
), sizes AS (
  SELECT scheme, count(*) AS firms FROM begun GROUP BY scheme
), moves AS (
  SELECT b.scheme AS earlier, l.scheme AS later, count(*) AS firms
  FROM begun b LEFT JOIN firsts l ON l.firm = b.firm AND l.year > b.year AND l.scheme <> b.scheme
  GROUP BY 1, 2
)
SELECT e.scheme_name AS earlier, coalesce(l.scheme_name, '—') AS later, m.firms, m.firms < ${fewest} AS few,
  round(100.0 * m.firms / z.firms, 1) AS share
FROM moves m JOIN schemes e ON e.scheme = m.earlier LEFT JOIN schemes l ON l.scheme = m.later
  JOIN sizes z ON z.scheme = m.earlier
ORDER BY earlier, firms DESC, later`,
  columns: {
    earlier: t('首次入选的计划', 'First scheme'),
    later: t('以后的计划', 'Later scheme'),
    firms,
    few,
    share: t('占首次入选该计划的企业（%）', 'Share of firms that began there (%)'),
  },
  draw: { x: 'earlier', series: 'later', value: 'firms' },
};

const technologies: Chart = {
  id: 'technologies',
  title: t('历年入选项目提到的技术', 'Technologies named by listed projects'),
  definition: t(
    '名称或名单上的简介提到某项技术的入选行，按年份计（terms，词典见 dictionary）；占比为占当年全部入选行的比例，一行可提到几项，因此各项之和可超过 100%。提到不等于采用。没有年份的行不计。',
    'Listings whose title or description names a technology, by year (terms; the dictionary’s version stands there); the share is of all listings of that year, and one may name several, so shares may add up to more than 100%. Naming is not having. Rows without a year are left out.',
  ),
  kind: 'line',
  sql: `WITH counted AS (
  SELECT year, term, min(term_zh) AS term_zh, min(term_en) AS term_en, count(DISTINCT source) AS listed
  FROM terms WHERE kind = 'award' AND year IS NOT NULL GROUP BY 1, 2
), of_all AS (
  SELECT year, count(*) AS n FROM awards GROUP BY 1
)
SELECT c.year, c.term_zh, c.term_en, c.listed, c.listed < ${fewest} AS few, round(100.0 * c.listed / o.n, 1) AS share
FROM counted c JOIN of_all o USING (year)
ORDER BY c.year, c.listed DESC, c.term`,
  columns: {
    year,
    term_zh: t('技术', 'Technology (Chinese)'),
    term_en: t('英文名', 'Technology'),
    listed,
    few,
    share,
  },
  draw: { x: 'year', series: t('term_zh', 'term_en'), value: 'listed' },
};

export const listingCharts: readonly Chart[] = [
  listings,
  categories,
  technologies,
  provinces,
  provinceYears,
  newcomers,
  repeats,
  top,
  flows,
];
