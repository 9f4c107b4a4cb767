import type { Lang, Text } from '../../core/lang.ts';
import type { FilingResult } from '../../core/results.ts';
import { html, type Markup } from './markup.ts';

type MatchResult = FilingResult['matches'][number];

const names: Readonly<Record<string, Text>> = {
  who: { zh: '申报单位', en: 'applicant' },
  title: { zh: '名称', en: 'title' },
  text: { zh: '原文相同', en: 'same words' },
  retold: { zh: '句子改写', en: 'sentences told again' },
  topical: { zh: '共用术语', en: 'rare terms in common' },
  meaning: { zh: '语义相近', en: 'meaning' },
  facts: { zh: '数据与名称', en: 'facts and figures' },
  pictures: { zh: '图片', en: 'pictures' },
};
const startName: Text = { zh: '起点', en: 'start' };
const endName: Text = { zh: '合计', en: 'sum' };

/** Probabilities outside of these would need bars without end. */
const surest = 0.9995;

/**
 * How the probability of a match came about: from the start, which holds for any two submissions, each signal
 * moves the log-odds left (another solution) or right (the same); the last bar is their sum.
 */
export function waterfall({ signals, score }: MatchResult, lang: Lang): Markup | '' {
  if (signals.length === 0) return '';
  const sum = logOdds(Math.min(surest, Math.max(1 - surest, score)));
  const moved = signals.reduce((all, { weight }) => all + weight, 0);
  // A score rounded to 1 does not tell the start any more; the signals still tell where it went.
  const start = Math.abs(score - 0.5) < surest - 0.5 ? sum - moved : undefined;
  const steps = [
    ...(start === undefined ? [] : [{ name: startName[lang], value: '', weight: start }]),
    ...signals.map(({ name, value, weight }) => ({
      name: names[name]?.[lang] ?? name,
      value: value.toFixed(2),
      weight,
    })),
  ];
  let at = 0;
  const bars = steps.map((step) => {
    const from = at;
    at += step.weight;
    return { ...step, from, to: at };
  });
  const ends = [0, ...bars.map(({ to }) => to)];
  const low = Math.min(...ends);
  const width = Math.max(...ends) - low || 1;
  const place = (value: number) => (100 * (value - low)) / width;
  const row = (name: string, value: string, from: number, to: number, said: string) => {
    const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))];
    const side = to < from ? 'less' : 'more';
    return html`<tr><td>${name}</td><td class="num">${value}</td><td class="fall"><i class="${side}" style="left:${left.toFixed(1)}%;width:${Math.max(0.5, right - left).toFixed(1)}%"></i></td><td class="num">${said}</td></tr>`;
  };
  const signed = (weight: number) => `${weight >= 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`;
  return html`<table class="waterfall"><tbody>${bars.map((bar) => row(bar.name, bar.value, bar.from, bar.to, signed(bar.weight)))}
${row(endName[lang], '', 0, at, `${(score * 100).toFixed(0)}%`)}</tbody></table>`;
}

const logOdds = (probability: number) => Math.log(probability / (1 - probability));
