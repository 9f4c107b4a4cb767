import type { Lang } from '../../core/lang.ts';
import type { TextMap } from '../../core/text-map.ts';
import type { Comparison } from '../../index/signals/compare.ts';
import { html, Markup } from './markup.ts';
import { style } from './style.ts';

export interface ComparisonView {
  readonly a: string;
  readonly b: string;
  readonly textA: TextMap;
  readonly textB: TextMap;
  readonly comparison: Comparison;
  /** Share of each text that is the form's or the notice's words, 0..1. */
  readonly setAsideA: number;
  readonly setAsideB: number;
  readonly lang: Lang;
}

const hues = [46, 100, 190, 270, 330, 15, 150, 220];

/** Two texts side by side, each shared passage in the same colour on both sides. */
export function writeComparison(view: ComparisonView): string {
  const { a, b, textA, textB, comparison, setAsideA, setAsideB, lang } = view;
  const { passages, shareA, shareB } = comparison;
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  const side = (text: string, pick: 'here' | 'there') =>
    coloured(
      text,
      passages.map((passage) => passage[pick].text),
      pick,
    );
  const aside = { zh: '剔除表格与通知原文', en: 'form and notice set aside' }[lang];
  const head = { zh: '左右对照', en: 'Side by side' }[lang];
  return html`<!DOCTYPE html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${head}</title>
<style>${new Markup(style)} .pair > div { white-space:pre-wrap; max-height:82vh; overflow:auto; } mark { scroll-margin:30vh; cursor:pointer; }</style></head>
<body><header><h1>${head}</h1><p>${a} ${percent(shareA)} · ${b} ${percent(shareB)} · ${passages.length} · ${aside} ${percent(setAsideA)} / ${percent(setAsideB)}</p></header>
<main><div class="pair"><div>${side(textA.text, 'here')}</div><div>${side(textB.text, 'there')}</div></div></main>
<script>for (const m of document.querySelectorAll('mark')) m.onclick = () => document.getElementById((m.id[0] === 'h' ? 't' : 'h') + m.id.slice(1))?.scrollIntoView({ behavior: 'smooth' });</script>
</body></html>`.html;
}

function coloured(text: string, parts: readonly string[], side: 'here' | 'there'): Markup {
  const found = parts
    .map((part, i) => ({ start: text.indexOf(part), part, i }))
    .filter(({ start }) => start >= 0)
    .sort((x, y) => x.start - y.start);
  const pieces: Markup[] = [];
  let at = 0;
  for (const { start, part, i } of found) {
    if (start < at) continue;
    pieces.push(
      html`${text.slice(at, start)}<mark id="${side[0]}${i}" style="background:hsl(${hues[i % hues.length]} 85% 84%)">${part}</mark>`,
    );
    at = start + part.length;
  }
  return html`${pieces}${text.slice(at)}`;
}
