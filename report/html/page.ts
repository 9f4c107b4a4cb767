import { filingStates } from '../../core/filing-state.ts';
import { fill, type Lang } from '../../core/lang.ts';
import type { FilingResult } from '../../core/results.ts';
import { inFull } from '../in-short.ts';
import { keyOf, type ReportContext } from '../report-context.ts';
import type { ResultsSource } from '../results-source.ts';
import { fieldText, showLabel, showPlaces } from '../show.ts';
import type { ResultsTail } from '../to-results.ts';
import type { Told } from '../told.ts';
import {
  caseWords,
  filingStateWords,
  sayChecklist,
  sayState,
  shownVerdict,
  statusWords,
  verdictWords,
  words,
} from '../words.ts';
import { filesTable } from './filing-page.ts';
import { html, Markup } from './markup.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** `report.html`, one self-contained file, in pieces: what stands above the list of filings. */
export function pageBefore({ head }: ResultsSource, told: Told, context: ReportContext): string {
  const { lang, pack } = context;
  return html`<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${pack.call.short[lang]} · ${{ zh: '初审结果', en: 'first review' }[lang]}</title><style>${new Markup(style)}</style></head>
<body>
<header><h1>${pack.call.title[lang]}</h1>
<p>${pack.call.issuer[lang]}${pack.call.number ? ` · ${pack.call.number}` : ''} · ${words.asOf[lang]} ${head.run.asOf} · chushen ${head.run.versions.chushen ?? ''}</p></header>
<main>
<div id="list">${tiles(told, context)}${listBefore(told, context)}`.html;
}

/** Between the list of filings and their pages, each of which is followed by nothing: what is of the batch as a whole. */
export function pageBetween({ tail }: ResultsSource, told: Told, context: ReportContext): string {
  return html`</tbody></table>${pager(told, context)}</div>
${casesCard(tail, told, context)}${batchCard(tail, context)}${unassignedCard(tail, context)}</div>
`.html;
}

/** Filings that the list shows at once. */
export const filingsOnPage = 500;

/** Turns the pages of a long list; the script takes it away where all that is found fits on one. */
function pager({ totals }: Told, { lang }: ReportContext): Markup {
  if (totals.filings <= filingsOnPage) return html``;
  const [before, next] = { zh: ['上一页', '下一页'], en: ['Previous', 'Next'] }[lang];
  return html`<nav id="pager" class="pager" data-size="${filingsOnPage}"><button type="button" data-step="-1">${before}</button><span id="page-of"></span><button type="button" data-step="1">${next}</button></nav>`;
}

/** Behind the pages. */
export const pageBehind = `
</main>
<script>${script}</script>
</body></html>
`;

function tiles({ totals }: Told, { lang }: ReportContext): Markup {
  return html`<div class="tiles">${filingStates.map(
    (state) =>
      html`<button class="tile ${state}" data-state="${state}"><b>${totals.states[state] ?? 0}</b><span>${filingStateWords[state][lang]}</span></button>`,
  )}</div>`;
}

function batchCard({ batch }: ResultsTail, { lang }: ReportContext): Markup {
  if (batch.findings.length === 0) return html``;
  return html`<div class="card"><h2>${words.batch[lang]}</h2><table><tbody>${batch.findings.map(
    (
      finding,
    ) => html`<tr><td class="nowrap"><span class="tag ${shownVerdict(finding)}">${verdictWords[shownVerdict(finding)][lang]}</span></td>
<td><b>${finding.title}</b><br>${finding.message}<div class="clause">${finding.clause.ref} ${finding.clause.text}</div>${
      finding.evidence.length > 0
        ? html`<div class="soft">${words.evidence[lang]}：${showPlaces(finding.evidence, lang)}</div>`
        : ''
    }</td></tr>`,
  )}</tbody></table></div>`;
}

function casesCard({ batch: { cases } }: ResultsTail, { rows }: Told, { lang }: ReportContext): Markup {
  if (cases.length === 0) return html``;
  const link = (id: string) => html`<a href="#f-${id}">${rows.get(id)?.title || id}</a> `;
  return html`<div class="card"><h2>${caseWords.title[lang]}</h2><table><tbody>${cases.map(
    ({ filings }, i) =>
      html`<tr><td class="nowrap">${fill(caseWords.case, { number: i + 1, count: filings.length })[lang]}</td><td>${filings.map(link)}</td></tr>`,
  )}</tbody></table></div>`;
}

function unassignedCard({ unassigned }: ResultsTail, context: ReportContext): Markup {
  if (unassigned.length === 0) return html``;
  return html`<div class="card"><h2>${words.unassigned[context.lang]}</h2>${filesTable(unassigned, context)}</div>`;
}

/** Enough to know why at a glance; the rest stands on the filing's page. */
function firstReasons(filing: FilingResult, lang: Lang): string[] {
  const most = 4;
  const lines = inFull(filing, lang);
  if (lines.length <= most) return lines;
  const rest = { zh: `…… 另有 ${lines.length - most} 处`, en: `… ${lines.length - most} more` };
  return [...lines.slice(0, most), rest[lang]];
}

/** One line of the list of filings. */
export function listRow(filing: FilingResult, anchor: string, { lang, pack }: ReportContext): Markup {
  const [title, applicant, recommender] = [
    keyOf(pack, 'title'),
    keyOf(pack, 'applicant'),
    keyOf(pack, 'recommending-unit'),
  ];
  const repeats = filing.matches.filter((match) => match.verdict !== 'info').length;
  const labels = filing.classification.map((c) => showLabel(c, lang)).filter((label) => label !== '');
  const name = fieldText(filing, title) || filing.file;
  return html`<tr data-state="${filing.state}" data-filing="${anchor}">
<td class="nowrap"><span class="tag ${filing.state}">${sayState(filing, lang)}</span><div class="soft">${sayChecklist(filing, lang)}</div></td>
<td><a href="#${anchor}">${name}</a><div class="soft">${fieldText(filing, applicant)} ${fieldText(filing, recommender)}</div></td>
<td>${firstReasons(filing, lang).map((line) => html`<div>${line}</div>`)}</td>
<td>${labels.join('、')}</td><td class="num">${repeats || ''}</td>
<td class="nowrap"><span class="tag ${filing.status}">${statusWords[filing.status][lang]}</span></td></tr>`;
}

/** The head of the list, whose rows are to follow. */
function listBefore({ totals }: Told, { lang }: ReportContext): Markup {
  return html`<div class="card"><h2>${words.filing[lang]} ${totals.filings}</h2>
<input id="search" class="search" placeholder="${{ zh: '按名称、单位、意见筛选', en: 'Filter by title, company, finding' }[lang]}">
<table class="list"><thead><tr><th>${words.judged[lang]}</th><th>${words.title[lang]}</th><th>${words.why[lang]}</th><th>${words.label[lang]}</th><th>${words.matches[lang]}</th><th>${words.status[lang]}</th></tr></thead>
<tbody>`;
}
