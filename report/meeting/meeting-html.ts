import { fill, type Lang } from '../../core/lang.ts';
import { cutTo } from '../../core/text/width.ts';
import { html, Markup } from '../html/markup.ts';
import { firstOf, flowRows, longest, type Meeting, most, pending, meetingWords as words } from './meeting.ts';
import { opinionsText, quotaText } from './meeting-docx.ts';

const style = `
@page { size:A4; margin:14mm 18mm; }
* { box-sizing:border-box; }
body { margin:0 auto; max-width:186mm; padding:8mm; font:10pt/1.4 "FangSong","仿宋","STFangsong","Noto Serif CJK SC",serif; color:#111; background:#fff; }
h1 { font:600 16pt/1.3 "SimSun","Songti SC","Noto Serif CJK SC",serif; text-align:center; margin:0; }
h2 { font:600 12pt/1.3 "SimHei","Heiti SC","Noto Sans CJK SC",sans-serif; margin:3.2mm 0 1.2mm; }
.meta { text-align:center; color:#444; margin:1mm 0 2mm; }
table { border-collapse:collapse; width:100%; margin:0 0 1.2mm; }
th,td { border:0.6pt solid #333; padding:0.3mm 1.4mm; text-align:left; white-space:nowrap; line-height:1.35; }
th { font-weight:600; text-align:center; background:#f3f4f6; } td.n { text-align:center; font-variant-numeric:tabular-nums; }
.more { color:#555; font-size:9pt; margin:0; }
@media print { body { padding:0; max-width:none; } th { background:none; } }
`;

/** The same paper as a page of its own, for the screen and for the printer. */
export function meetingHtml(meeting: Meeting, lang: Lang): string {
  const say = (key: keyof typeof words) => words[key][lang];
  const more = (left: number) =>
    left === 0 ? '' : html`<p class="more">${fill(words.more, { count: left })[lang]}</p>`;
  const number = (n: number | string) => html`<td class="n">${n}</td>`;
  const flow = flowRows.map(
    (keys) =>
      html`<table><thead><tr>${keys.map((key) => html`<th>${say(key)}</th>`)}</tr></thead><tbody><tr>${keys.map((key) => number(meeting.flow[key]))}</tr></tbody></table>`,
  );
  const reasons = firstOf(meeting.reasons, most.reasons);
  const units = firstOf(meeting.units, most.units);
  const conflicts = firstOf(meeting.conflicts, most.conflicts);
  const heads = (keys: readonly (keyof typeof words)[]) =>
    html`<thead><tr>${keys.map((key) => html`<th>${say(key)}</th>`)}</tr></thead>`;
  return html`<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${meeting.call[lang]} ${say('title')}</title><style>${new Markup(style)}</style></head><body>
<h1>${meeting.call[lang]}</h1><h1>${say('title')}</h1>
<p class="meta">${meeting.batch}　${say('asOf')} ${meeting.asOf}　${say('made')} ${meeting.day}</p>
<h2>${say('flow')}</h2>${flow}
<h2>${say(meeting.reasonsOf === 'decisions' ? 'reasons' : 'findings')}</h2>
${
  reasons.shown.length === 0
    ? html`<p>${say('none')}</p>`
    : html`<table>${heads(['reason', 'count'])}<tbody>${reasons.shown.map(({ title, count }) => html`<tr><td>${cutTo(title[lang], longest.reason)}</td>${number(count)}</tr>`)}</tbody></table>`
}${more(reasons.left)}
<h2>${say('units')}</h2>
<table>${heads(['unit', 'received', 'passed', 'returned', 'rejected', 'pending', 'quota'])}<tbody>${units.shown.map(
    (row) =>
      html`<tr><td>${cutTo(row.unit || say('noUnit'), longest.unit)}</td>${[row.received, row.passed, row.returned, row.rejected, pending(row), quotaText(row, lang)].map(number)}</tr>`,
  )}</tbody></table>${more(units.left)}
<h2>${say('conflicts')}</h2>
${
  conflicts.shown.length === 0
    ? html`<p>${say('none')}</p>`
    : html`<table>${heads(['applicant', 'project', 'opinions'])}<tbody>${conflicts.shown.map(({ applicant, title, opinions }) => html`<tr><td>${cutTo(applicant, longest.applicant)}</td><td>${cutTo(title, longest.title)}</td><td>${cutTo(opinionsText(opinions, lang), longest.opinions)}</td></tr>`)}</tbody></table>`
}${more(conflicts.left)}
</body></html>
`.html;
}
