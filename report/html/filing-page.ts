import type { Lang } from '../../core/lang.ts';
import type { BatchFileResult, FilingResult } from '../../core/results.ts';
import { isOnChecklist } from '../../review/state-of.ts';
import { inFull } from '../in-short.ts';
import { keyOf, type ReportContext } from '../report-context.ts';
import {
  type FieldResult,
  fieldNotes,
  fieldText,
  showCode,
  showLabel,
  showOpinion,
  showPlaces,
  showValue,
} from '../show.ts';
import {
  byWords,
  consequenceWords,
  matchKindWords,
  matchWords,
  roleWords,
  sayChecklist,
  sayState,
  shownVerdict,
  stateWords,
  statusWords,
  verdictWords,
  words,
} from '../words.ts';
import type { Anchors } from './anchor.ts';
import { html, type Markup } from './markup.ts';
import { waterfall } from './waterfall.ts';

const order = { fail: 0, unknown: 1, noted: 2, pass: 3, 'not-applicable': 4 } as const;
const consequenceOrder = { bars: 0, mend: 1, remark: 2, person: 3 } as const;

/** The page of one filing at its anchor: what is wrong first, then labels, repeats, and everything that was read. */
export function filingPage(
  filing: FilingResult,
  anchor: string,
  anchors: Anchors,
  context: ReportContext,
): Markup {
  const { lang, pack } = context;
  const title = fieldText(filing, keyOf(pack, 'title')) || filing.file;
  return html`<section class="filing" id="${anchor}" hidden>
<a class="back" href="#">← ${words.overview[lang]}</a>
<div class="card"><h2>${title} <span class="tag ${filing.state}">${sayState(filing, lang)}</span> <span class="soft">${sayChecklist(filing, lang)}</span></h2>
<div class="why">${inFull(filing, lang).map((line) => html`<div>${line}</div>`)}</div>
<dl class="facts"><dt>${words.applicant[lang]}</dt><dd>${fieldText(filing, keyOf(pack, 'applicant')) || '—'}</dd>
<dt>${words.recommender[lang]}</dt><dd>${fieldText(filing, keyOf(pack, 'recommending-unit')) || '—'}</dd>
<dt>${words.file[lang]}</dt><dd>${filing.file} <span class="soft">${sizeOf(filing, lang)}</span></dd></dl>
${problems(filing, lang)}${filing.files.length > 1 ? filesTable(filing.files, context) : ''}</div>
${findings(filing, lang)}${classification(filing, lang)}${matches(filing, anchors, lang)}${fields(filing, lang)}
</section>`;
}

function sizeOf(filing: FilingResult, lang: Lang): string {
  if (filing.pages === 0) return filing.format?.toUpperCase() ?? '';
  const ocr = { zh: `其中 ${filing.ocrPages} 页为扫描识别`, en: `${filing.ocrPages} of them by OCR` }[lang];
  const pages = { zh: `${filing.pages} 页`, en: `${filing.pages} pages` }[lang];
  return filing.ocrPages > 0 ? `${pages}, ${ocr}`.replace(', ', lang === 'zh' ? '，' : ', ') : pages;
}

/** The files of a filing, or those of nobody known. */
export function filesTable(files: readonly BatchFileResult[], { lang, pack }: ReportContext): Markup {
  const titleOf = (key: string) => pack.call.annexes.find((annex) => annex.key === key)?.title ?? key;
  return html`<h3>${words.files[lang]} ${files.length}</h3><table><tbody>${files.map(
    (file) => html`<tr><td class="nowrap"><span class="tag">${roleWords[file.role][lang]}</span></td>
<td>${file.file}<div class="soft">${file.annexes.map(titleOf).join('、')}${file.by ? ` ${words.by[lang]}：${byWords[file.by][lang]}` : ''}</div>${
      file.role === 'form' ? '' : file.problems.map((problem) => html`<div>• ${problem.message}</div>`)
    }</td>
<td class="nowrap"><span class="tag ${file.status}">${statusWords[file.status][lang]}</span></td></tr>`,
  )}</tbody></table>`;
}

function problems(filing: FilingResult, lang: Lang): Markup | '' {
  if (filing.problems.length === 0) return '';
  return html`<h3>${words.problems[lang]}</h3>${filing.problems.map((problem) => html`<div>• ${problem.message}</div>`)}`;
}

function findings(filing: FilingResult, lang: Lang): Markup | '' {
  if (filing.findings.length === 0) return '';
  const sorted = [...filing.findings].sort(
    (a, b) =>
      order[shownVerdict(a)] - order[shownVerdict(b)] ||
      consequenceOrder[a.consequence] - consequenceOrder[b.consequence],
  );
  const open = sorted.filter(
    (finding) => (finding.verdict === 'fail' || finding.verdict === 'unknown') && !isOnChecklist(finding),
  );
  const checklist = sorted.filter(isOnChecklist);
  const settled = sorted.filter((finding) => !open.includes(finding) && !checklist.includes(finding));
  const rows = (list: readonly FilingResult['findings'][number][]) =>
    html`<table><tbody>${list.map(
      (
        finding,
      ) => html`<tr><td class="nowrap"><span class="tag ${shownVerdict(finding)}">${verdictWords[shownVerdict(finding)][lang]}</span></td>
<td><b>${finding.title}</b> <span class="soft">${consequenceWords[finding.consequence][lang]}</span><br>${finding.message}
<div class="clause">${finding.clause.ref} ${finding.clause.text}</div>${finding.evidence.length > 0 ? html`<div class="soft">${words.evidence[lang]}：${showPlaces(finding.evidence, lang)}</div>` : ''}</td></tr>`,
    )}</tbody></table>`;
  return html`<div class="card"><h2>${words.findings[lang]}</h2>
${open.length > 0 ? rows(open) : html`<p class="soft">${{ zh: '没有不符合或无法判定的条件。', en: 'No condition fails or is open.' }[lang]}</p>`}
${checklist.length > 0 ? html`<details><summary>${sayChecklist(filing, lang)}</summary>${rows(checklist)}</details>` : ''}
${settled.length > 0 ? html`<details><summary>${verdictWords.pass[lang]} / ${verdictWords['not-applicable'][lang]} ${settled.length}</summary>${rows(settled)}</details>` : ''}</div>`;
}

function classification(filing: FilingResult, lang: Lang): Markup | '' {
  if (filing.classification.length === 0) return '';
  const cards = filing.classification.map((item) => {
    const shown = item.label === null ? [] : item.second ? [item.label, item.second.label] : [item.label];
    const declared = item.declared?.split('、') ?? [];
    const against = shown.length > 0 && declared.length > 0 && !shown.some((name) => declared.includes(name));
    return html`<h3>${showLabel(item, lang) || html`${item.parent?.name ? `${item.parent.name} · ` : ''}${{ zh: '无法归类', en: 'no label' }[lang]}`}
${item.second ? html` <span class="soft">${words.ofTwo[lang]}</span>` : ''}${item.declared ? html` <span class="soft">${words.declared[lang]}：${item.declared}</span>` : ''}
${against ? html` <span class="tag open">${{ zh: '正文与申报类别不一致', en: 'the text speaks for another label' }[lang]}</span>` : ''}</h3>
<table><tbody>${item.candidates.slice(0, 3).map(
      (
        candidate,
      ) => html`<tr><td class="nowrap">${candidate.label}${candidate.item ? html`<br/><span class="soft">${candidate.item.name}</span>` : ''}</td><td class="nowrap"><span class="bar" style="width:${Math.round(candidate.score * 120)}px"></span>${(candidate.score * 100).toFixed(0)}%</td>
<td>${candidate.evidence.map((cue) => html`<mark>${cue.text}</mark> <span class="soft">${showPlaces(cue.where, lang)}</span> `)}</td></tr>`,
    )}</tbody></table>
${item.candidates.slice(0, item.second ? 2 : 1).map(({ definition }) => html`<div class="clause">${definition.ref} ${definition.text}</div>`)}${secondOpinion(item, lang)}`;
  });
  return html`<div class="card"><h2>${words.classification[lang]}</h2>${cards}</div>`;
}

function secondOpinion({ secondOpinion }: FilingResult['classification'][number], lang: Lang): Markup | '' {
  if (!secondOpinion) return '';
  const { quote, definition } = secondOpinion;
  return html`<p><span class="tag open">${words.secondOpinion[lang]}</span> ${showOpinion(secondOpinion, lang)}
${quote ? html`<br><mark>${quote.text}</mark> <span class="soft">${showPlaces(quote.where, lang)}</span>` : ''}</p>
${definition && secondOpinion.stance === 'differs' ? html`<div class="clause">${definition.ref} ${definition.text}</div>` : ''}`;
}

function matches(filing: FilingResult, anchors: Anchors, lang: Lang): Markup | '' {
  if (filing.matches.length === 0) return '';
  const cards = filing.matches.map((match) => {
    const { id, file } = match.target;
    const page = match.kind === 'batch' ? anchors.to(id, file) : undefined;
    const target = html`${match.target.title}（${match.target.company}${match.target.year ? `，${match.target.year}` : ''}）`;
    return html`<h3><span class="tag ${match.verdict}">${matchWords[match.verdict][lang]}</span> ${matchKindWords[match.kind][lang]}：
${page ? html`<a href="#${page}">${target}</a>` : target} <span class="soft">${words.similarity[lang]} ${(match.score * 100).toFixed(0)}%</span></h3>
${match.reasons.map((reason) => html`<div>• ${reason}</div>`)}
${waterfall(match, lang)}<div class="soft">${words.excluded[lang]} ${(match.excludedShare * 100).toFixed(0)}%</div>
${match.passages
  .slice(0, 12)
  .map(
    ({ here, there }) =>
      html`<div class="pair"><div><mark>${here.text}</mark><div class="soft">${showPlaces(here.where, lang)}</div></div><div><mark>${there.text}</mark><div class="soft">${showPlaces(there.where, lang)}</div></div></div>`,
  )}
${sharedTerms(match, lang)}`;
  });
  return html`<div class="card"><h2>${words.matches[lang]}</h2>${cards}</div>`;
}

/** The rare terms that both use, each with where it stands on both sides. */
function sharedTerms({ terms = [] }: FilingResult['matches'][number], lang: Lang): Markup | '' {
  if (terms.length === 0) return '';
  return html`<details><summary class="soft">${words.sharedTerms[lang]}：${terms.map(({ term }) => term).join('、')}</summary>
<table><tbody>${terms.map(
    ({ term, here, there }) =>
      html`<tr><td><mark>${term}</mark></td><td class="soft">${showPlaces(here, lang)}</td><td class="soft">${showPlaces(there, lang)}</td></tr>`,
  )}</tbody></table></details>`;
}

function fields(filing: FilingResult, lang: Lang): Markup | '' {
  const list = Object.values(filing.fields);
  if (list.length === 0) return '';
  return html`<div class="card"><h2>${words.fields[lang]}</h2><table><thead><tr><th>${words.field[lang]}</th><th>${words.value[lang]}</th><th>${words.state[lang]}</th><th>${words.confidence[lang]}</th><th>${words.place[lang]}</th></tr></thead>
<tbody>${list.map(
    (
      field,
    ) => html`<tr><td>${field.label}</td><td>${value(field, lang)}</td><td class="nowrap"><span class="tag ${field.state}">${stateWords[field.state][lang]}</span></td>
<td class="num">${(field.confidence * 100).toFixed(0)}%</td><td class="soft">${showPlaces(field.where, lang)}</td></tr>`,
  )}</tbody></table></div>`;
}

function value(field: FieldResult, lang: Lang): Markup {
  const text = showValue(field.value);
  const unit = typeof field.value === 'number' && field.unit ? ` ${field.unit}` : '';
  const notes = fieldNotes(field, lang).map((note) => html`<div class="note">${note}</div>`);
  const code = field.code ? html` <span class="soft">${showCode(field)}</span>` : '';
  if (text.length <= 160) return html`${text}${unit}${code}${notes}`;
  return html`<details><summary>${text.slice(0, 120)}…</summary>${text}</details>${notes}`;
}
