import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Lang, Text } from '../../core/lang.ts';
import { type Answer, caption, csvOfAnswer, shown } from './answer.ts';
import { t } from './chart.ts';
import { optionOf } from './option.ts';

const words = {
  heading: t('历年趋势', 'Trends over the years'),
  version: t('数据版本', 'Data version'),
  definition: t('定义', 'Definition'),
  table: t('数表', 'Table'),
  rows: t('只显示前 200 行，全部见 CSV。', 'The first 200 rows are shown; the CSV has all.'),
  none: t('没有可计的数据。', 'There is nothing to count.'),
  few: t(
    '* 不足 5 的数，太少，只宜参考；<5 表示不足 5 份，不显示。',
    '* fewer than 5, too thin to read much from; <5: fewer than five, not told.',
  ),
  save: t('下载', 'Download'),
} satisfies Record<string, Text>;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** Text inside a `<script>`: nothing in it can close the element. */
const inScript = (code: string) => code.replace(/<(?=\/script|!--)/giu, '\\u003c');

/** One HTML file with all charts, their definitions, questions and tables: opens from a disk, without a network. */
export async function trendsPage(answers: readonly Answer[], lang: Lang): Promise<string> {
  const library = await readFile(
    createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js'),
    'utf8',
  );
  const data = answers.map((one) => ({
    id: one.chart.id,
    option: one.rows.length > 0 ? (optionOf(one, lang) ?? null) : null,
    csv: csvOfAnswer(one),
  }));
  const [first] = answers;
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.heading[lang]}</title>
<style>${style}</style>
</head>
<body>
<h1>${words.heading[lang]}</h1>
<p>${words.version[lang]} <code>${first?.data ?? ''}</code></p>
<nav><ol>${answers.map(({ chart }) => `<li><a href="#${chart.id}">${escaped(chart.title[lang])}</a></li>`).join('')}</ol></nav>
${answers.map((one) => section(one, lang)).join('\n')}
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${inScript(library)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function section(answer: Answer, lang: Lang): string {
  const { chart, columns, rows } = answer;
  const head = columns.map((name) => `<th scope="col">${escaped(chart.columns[name]?.[lang] ?? name)}</th>`);
  const body = rows
    .slice(0, 200)
    .map((row) => `<tr>${row.map((_, i) => `<td>${escaped(shown(columns, row, i))}</td>`).join('')}</tr>`);
  const file = (kind: string) =>
    `<button type="button" data-save="${kind}">${words.save[lang]} ${kind.toUpperCase()}</button>`;
  const drawn = chart.draw !== undefined && rows.length > 0;
  return `<section id="${chart.id}" aria-labelledby="${chart.id}-title">
<h2 id="${chart.id}-title">${escaped(chart.title[lang])}</h2>
${drawn ? '<div class="chart" role="img"></div>' : ''}
${rows.length === 0 ? `<p>${words.none[lang]}</p>` : ''}
<p class="caption">${escaped(caption(answer)[lang])}</p>
<p>${file('csv')}${drawn ? file('svg') + file('png') : ''}</p>
<details><summary>${words.definition[lang]}</summary><p>${escaped(chart.definition[lang])}</p></details>
<details><summary>SQL</summary><pre>${escaped(chart.sql)}</pre></details>
<details${drawn ? '' : ' open'}><summary>${words.table[lang]}</summary>
<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>
${columns.includes('few') ? `<p>${escaped(words.few[lang])}</p>` : ''}
${rows.length > 200 ? `<p>${words.rows[lang]}</p>` : ''}</details>
</section>`;
}

const style = `body{font:16px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1d1d1d}
section{border-top:1px solid #ccc;margin-top:2rem}
.chart{height:40rem}
.caption{color:#555;font-size:.85rem}
button{margin-right:.5rem;font:inherit}
pre{white-space:pre-wrap;background:#f5f5f5;padding:.5rem}
details{overflow-x:auto}
table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.1rem .5rem;text-align:left;font-variant-numeric:tabular-nums}`;

const script = `
for (const { id, option, csv } of JSON.parse(document.getElementById('data').textContent)) {
  const section = document.getElementById(id);
  const place = section.querySelector('.chart');
  const chart = place && option ? echarts.init(place, null, { renderer: 'svg' }) : null;
  if (chart) {
    chart.setOption(option);
    addEventListener('resize', () => chart.resize());
  }
  const save = (name, href) => Object.assign(document.createElement('a'), { download: name, href }).click();
  const of = {
    csv: () => save(id + '.csv', 'data:text/csv;charset=utf-8,' + encodeURIComponent(csv)),
    svg: () => save(id + '.svg', chart.getDataURL({ type: 'svg' })),
    png: () => {
      const box = document.createElement('div');
      const drawn = echarts.init(box, null, { renderer: 'canvas', width: place.clientWidth, height: place.clientHeight });
      drawn.setOption(option);
      save(id + '.png', drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' }));
      drawn.dispose();
    },
  };
  for (const button of section.querySelectorAll('[data-save]')) button.onclick = of[button.dataset.save];
}
`;
