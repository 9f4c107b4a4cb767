import { type Chart, fewest, masked, t } from './chart.ts';
import { sameLabels } from './listings.ts';

const year = t('年份', 'Year');
const call = t('征集通知', 'Call');
const filings = t('申报数', 'Filings');
const few = t(`少于 ${fewest} 份`, `Fewer than ${fewest}`);
const share = t('占比（%）', 'Share (%)');
const masking = t(
  `不足 ${fewest} 份的格不显示数（few 为真，图表中写作“<${fewest}”）。`,
  `Cells of fewer than ${fewest} filings show no number (few is true, written “<${fewest}”).`,
);
const says = (zh: string, en: string) => t(zh + masking.zh, `${en} ${masking.en}`);

const modes: Chart = {
  id: 'modes',
  title: t('各年申报书的类别（模式、方向）', 'Labels of filings by year (mode, direction)'),
  definition: says(
    '正文足以确定的类别（labels.given），按审查基准日的年份和对应表合并后的类别计申报书；类别在对应表（crosswalk_labels）中互为 same 的合并，以排在最前的名称表示。正文不足以确定的不计。',
    'Labels that the text settles (labels.given), filings by the year of the day that counts; labels joined by “same” in crosswalk_labels are one, under the first of their names. Filings whose text does not settle it are left out.',
  ),
  kind: 'line',
  sql: `WITH RECURSIVE ${sameLabels}
, counted AS (
  SELECT f.year, coalesce(c.name, l.label) AS label, count(DISTINCT l.filing) AS n
  FROM labels l JOIN filings f USING (filing) LEFT JOIN common c ON c.label = l.label
  WHERE l.given
  GROUP BY 1, 2
)
SELECT year, label, ${masked('n', 'filings')}, n < ${fewest} AS few,
  CASE WHEN n >= ${fewest} THEN round(100.0 * n / (SELECT count(*) FROM filings f WHERE f.year = counted.year), 1) END AS share
FROM counted
ORDER BY year, label`,
  columns: { year, label: t('类别', 'Label'), filings, few, share },
  draw: { x: 'year', series: 'label', value: 'filings' },
};

const states = t(
  '机器的判断，不是决定：机审通过和通过有提示算通过',
  'What the machine says, no decision: passes and passes with remarks count as passed',
);

const rates: Chart = {
  id: 'pass-rates',
  title: t('各征集各年的机审状态', 'States by call and year'),
  definition: says(
    `各批次最近一次审查的申报书，按征集、年份和机审状态；占比为占该征集该年申报书的比例。${states.zh}。`,
    `Filings of the latest run of each batch by call, year and state; the share is of that call’s filings in that year. ${states.en}.`,
  ),
  kind: 'bar',
  sql: `WITH counted AS (
  SELECT call, year, CASE WHEN state IN ('passed', 'remarked') THEN 'passed' ELSE state END AS state, count(*) AS n
  FROM filings GROUP BY 1, 2, 3
)
SELECT call || ' ' || year AS call_year, call, year, state, ${masked('n', 'filings')}, n < ${fewest} AS few,
  CASE WHEN n >= ${fewest} THEN round(100.0 * n / sum(n) OVER (PARTITION BY call, year), 1) END AS share
FROM counted
ORDER BY call, year, state`,
  columns: {
    call_year: t('征集和年份', 'Call and year'),
    call,
    year,
    state: t('机审状态', 'State'),
    filings,
    few,
    share,
  },
  draw: { x: 'call_year', series: 'state', value: 'filings' },
};

const shortfalls: Chart = {
  id: 'shortfalls',
  title: t('最常见的不符合项', 'Most frequent shortfalls'),
  definition: says(
    '结论为“不符合”的申报书数，按征集和规则，居前 30；占比为占该征集有此规则结论（不含不适用）的申报书的比例。不能确定的不算不符合。',
    'Filings of which a rule says “not met”, by call and rule, the 30 most frequent; the share is of that call’s filings to which the rule applies. “Cannot tell” is not counted as not met.',
  ),
  kind: 'bar',
  sql: `WITH counted AS (
  SELECT f.call, d.rule, min(d.rule_title) AS rule_title, min(d.clause) AS clause,
    count(*) FILTER (WHERE d.verdict = 'fail') AS n, count(*) FILTER (WHERE d.verdict <> 'not-applicable') AS of_all
  FROM findings d JOIN filings f USING (filing)
  GROUP BY f.call, d.rule
)
SELECT rule_title || '（' || call || '）' AS shortfall, call, rule, clause, ${masked('n', 'filings')}, n < ${fewest} AS few,
  CASE WHEN n >= ${fewest} THEN round(100.0 * n / of_all, 1) END AS share
FROM counted
WHERE n > 0
ORDER BY n >= ${fewest} DESC, filings DESC, call, rule
LIMIT 30`,
  columns: {
    shortfall: t('不符合项', 'Shortfall'),
    call,
    rule: t('规则', 'Rule'),
    clause: t('条款', 'Clause'),
    filings,
    few,
    share,
  },
  draw: { x: 'shortfall', value: 'filings', flat: true },
};

const industries: Chart = {
  id: 'industries',
  title: t('申报单位的行业（GB/T 4754-2017）', 'Industries of applicants (GB/T 4754-2017)'),
  definition: says(
    '申报书所填行业归入 GB/T 4754-2017 的门类或大类（filings.industry，依据见 industry_by），按申报书计，居前 40；只写到门类的按门类计。未填、未读出、没有归入和没有这一栏的征集不计，其数见 filings.industry_missing。占比为占有行业的申报书的比例。',
    'What filings say of their industry as a section or division of GB/T 4754-2017 (filings.industry, told by industry_by), filings, the 40 most frequent; what tells a section only is counted there. Those that are blank, not read, not understood or not asked are left out (filings.industry_missing). The share is of filings that have one.',
  ),
  kind: 'bar',
  sql: `WITH counted AS (
  SELECT industry, count(*) AS n FROM filings WHERE industry IS NOT NULL GROUP BY 1
), names AS (
  SELECT code_2017 AS industry, min(name_2017) AS name FROM crosswalk_industries GROUP BY 1
)
SELECT c.industry || coalesce(' ' || n.name, '') AS industry_name, c.industry, ${masked('c.n', 'filings')}, c.n < ${fewest} AS few,
  CASE WHEN c.n >= ${fewest} THEN round(100.0 * c.n / sum(c.n) OVER (), 1) END AS share
FROM counted c LEFT JOIN names n USING (industry)
ORDER BY c.n >= ${fewest} DESC, filings DESC, c.industry
LIMIT 40`,
  columns: {
    industry_name: t('行业', 'Industry'),
    industry: t('代码', 'Code'),
    filings,
    few,
    share,
  },
  draw: { x: 'industry_name', value: 'filings', flat: true },
};

const classes = `CASE WHEN number < 500 THEN '1: <500' WHEN number < 1000 THEN '2: 500–999'
    WHEN number < 5000 THEN '3: 1000–4999' WHEN number < 10000 THEN '4: 5000–9999' ELSE '5: ≥10000' END`;

const investment: Chart = {
  id: 'investment',
  title: t('投资规模（万元）', 'Size of investment (万元)'),
  definition: says(
    '指标 investment（项目或平台投资，万元）按级距和征集计申报书；没有读出数的不计。',
    'The indicator investment (project or platform, in 万元 = 10,000 CNY) in classes by call, filings; those without a number are left out.',
  ),
  kind: 'bar',
  sql: `WITH counted AS (
  SELECT ${classes} AS size, f.call, count(*) AS n
  FROM fields d JOIN filings f USING (filing)
  WHERE d.indicator = 'investment' AND d.number IS NOT NULL
  GROUP BY 1, 2
)
SELECT size, call, ${masked('n', 'filings')}, n < ${fewest} AS few,
  CASE WHEN n >= ${fewest} THEN round(100.0 * n / sum(n) OVER (PARTITION BY call), 1) END AS share
FROM counted
ORDER BY size, call`,
  columns: { size: t('投资（万元）', 'Investment (万元)'), call, filings, few, share },
  draw: { x: 'size', series: 'call', value: 'filings' },
};

const employees: Chart = {
  id: 'employees',
  title: t('申报单位的规模（从业人数）', 'Size of applicants (employees)'),
  definition: says(
    '指标 employees（从业人数）按《统计上大中小微型企业划分办法（2017）》工业的人数界限（20、300、1000人）分组，只看人数，因此不是企业划型；没有读出数的不计。',
    'The indicator employees in classes by the limits for industry of the statistical classes of 2017 (20, 300, 1000), by heads only and so not the official class; filings without a number are left out.',
  ),
  kind: 'bar',
  sql: `WITH counted AS (
  SELECT CASE WHEN d.number < 20 THEN '1: <20' WHEN d.number < 300 THEN '2: 20–299'
    WHEN d.number < 1000 THEN '3: 300–999' ELSE '4: ≥1000' END AS size, f.call, count(*) AS n
  FROM fields d JOIN filings f USING (filing)
  WHERE d.indicator = 'employees' AND d.number IS NOT NULL
  GROUP BY 1, 2
)
SELECT size, call, ${masked('n', 'filings')}, n < ${fewest} AS few,
  CASE WHEN n >= ${fewest} THEN round(100.0 * n / sum(n) OVER (PARTITION BY call), 1) END AS share
FROM counted
ORDER BY size, call`,
  columns: { size: t('从业人数', 'Employees'), call, filings, few, share },
  draw: { x: 'size', series: 'call', value: 'filings' },
};

const ages: Chart = {
  id: 'ages-sizes',
  title: t('申报单位的年龄和规模', 'Age and size of applicants'),
  definition: says(
    '年龄为申报年份减成立年份（指标 founded），规模为从业人数（指标 employees）按 20、300、1000 人分组；按申报书计，两项都有的才计。占比为占这些申报书的比例。',
    'Age is the year of the filing less the year founded (indicator founded), size the employees (indicator employees) in classes by 20, 300, 1000; filings that have both. The share is of these filings.',
  ),
  kind: 'heat',
  sql: `WITH born AS (
  SELECT filing, try_cast(left(value, 4) AS INTEGER) AS founded FROM fields
  WHERE indicator = 'founded' AND value IS NOT NULL
), known AS (
  SELECT f.filing, f.year - b.founded AS age, e.number AS employees
  FROM filings f JOIN born b USING (filing)
    JOIN fields e ON e.filing = f.filing AND e.indicator = 'employees' AND e.number IS NOT NULL
  WHERE f.year >= b.founded
), counted AS (
  SELECT CASE WHEN age < 5 THEN '1: <5' WHEN age < 10 THEN '2: 5–9' WHEN age < 20 THEN '3: 10–19' ELSE '4: ≥20' END AS age,
    CASE WHEN employees < 20 THEN '1: <20' WHEN employees < 300 THEN '2: 20–299'
      WHEN employees < 1000 THEN '3: 300–999' ELSE '4: ≥1000' END AS size, count(*) AS n
  FROM known GROUP BY 1, 2
)
SELECT age, size, ${masked('n', 'filings')}, n < ${fewest} AS few,
  CASE WHEN n >= ${fewest} THEN round(100.0 * n / sum(n) OVER (), 1) END AS share
FROM counted
ORDER BY age, size`,
  columns: {
    age: t('年龄（年）', 'Age (years)'),
    size: t('从业人数', 'Employees'),
    filings,
    few,
    share,
  },
  draw: { x: 'age', series: 'size', value: 'filings' },
};

const technologies: Chart = {
  id: 'technologies-filed',
  title: t('申报书提到的技术', 'Technologies named in filings'),
  definition: says(
    '名称或正文提到某项技术（terms）的申报书，按年份计；提到不等于采用，否定和计划也计。占比为占当年申报书的比例，因此各项之和可超过 100%。',
    'Filings whose title or text names a technology (terms), by year; naming is not having: what is denied or planned counts too. The share is of the filings of that year, so they may add up to more than 100%.',
  ),
  kind: 'line',
  sql: `WITH counted AS (
  SELECT year, term, min(term_zh) AS term_zh, min(term_en) AS term_en, count(DISTINCT source) AS n
  FROM terms WHERE kind = 'filing' GROUP BY 1, 2
)
SELECT c.year, c.term_zh, c.term_en, ${masked('c.n', 'filings')}, c.n < ${fewest} AS few,
  CASE WHEN c.n >= ${fewest} THEN round(100.0 * c.n / (SELECT count(*) FROM filings f WHERE f.year = c.year), 1) END AS share
FROM counted c
ORDER BY c.year, c.n >= ${fewest} DESC, filings DESC, c.term`,
  columns: {
    year,
    term_zh: t('技术', 'Technology (Chinese)'),
    term_en: t('英文名', 'Technology'),
    filings,
    few,
    share,
  },
  draw: { x: 'year', series: t('term_zh', 'term_en'), value: 'filings' },
};

const figures: Chart = {
  id: 'indicators',
  title: t('各指标的填写情况与中位数', 'Indicators: how many have them, and medians'),
  definition: says(
    '每个跨征集指标，按征集和数据年份：有值的申报书数，四分位数和中位数（单位见 unit）；另列未填、未读出等和该征集未询问的数。',
    'Each indicator across calls, by call and year of the figure: filings with a value, quartiles and median (in unit); beside them those blank, not read, and not asked.',
  ),
  kind: 'table',
  sql: `WITH counted AS (
  SELECT d.indicator, f.call, d.figure_year, max(d.unit) AS unit, count(d.number) + count(d.value) AS n,
    count(*) FILTER (WHERE d.missing IS NOT NULL AND d.missing <> 'not-asked') AS gone,
    count(*) FILTER (WHERE d.missing = 'not-asked') AS unasked,
    quantile_cont(d.number, [0.25, 0.5, 0.75]) AS q
  FROM fields d JOIN filings f USING (filing)
  WHERE d.indicator IS NOT NULL
  GROUP BY 1, 2, 3
)
SELECT indicator, call, figure_year, unit, ${masked('n', 'filings')}, n > 0 AND n < ${fewest} AS few,
  CASE WHEN n >= ${fewest} THEN round(q[1], 2) END AS lower_quartile,
  CASE WHEN n >= ${fewest} THEN round(q[2], 2) END AS median,
  CASE WHEN n >= ${fewest} THEN round(q[3], 2) END AS upper_quartile,
  ${masked('gone', 'missing')}, ${masked('unasked', 'not_asked')}
FROM counted
ORDER BY indicator, call, figure_year`,
  columns: {
    indicator: t('指标', 'Indicator'),
    call,
    figure_year: t('数据年份', 'Year of the figure'),
    unit: t('单位', 'Unit'),
    filings,
    few,
    lower_quartile: t('下四分位数', 'Lower quartile'),
    median: t('中位数', 'Median'),
    upper_quartile: t('上四分位数', 'Upper quartile'),
    missing: t('缺失', 'Missing'),
    not_asked: t('未询问', 'Not asked'),
  },
};

export const filingCharts: readonly Chart[] = [
  modes,
  rates,
  shortfalls,
  industries,
  investment,
  employees,
  ages,
  technologies,
  figures,
];
