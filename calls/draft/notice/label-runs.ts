import { wholeOf } from './number-words.ts';

export const labelKinds =
  '方向|模式|领域|行业|类别|类型|维度|赛道|专题|专项|主题|场景|环节|组别|任务|板块|类';
export const number = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
export const described =
  '(?:具体|重点|主要|应用|细分|特色|优先|申报|建设|征集|支持|试点|示范|技术|推荐|关键|典型)*';
const lead =
  /(?:包含|包括|围绕|细?分为|分成|设置|设立|设有|共设|下设|(?<!建)设(?![备计施置立有想定])|涵盖|覆盖|涉及|面向|是指|聚焦于?|主要(?:有|为|是)|为|支持|按照?(?!需)|含(?!量)|明确的|规定的|列出的|下列|以下|重点(?:征集|支持|推荐|遴选)|征集|遴选|属于|选择|^(?:重点|优先|择优|鼓励)*推荐|^分(?=[^布析类别为成散发配工设级区层行步批时段])|^(?:例如|比如|如(?=[^何下皋东意]))|[:：])/gu;

interface Run {
  readonly labels: string[];
  /** Where the first label begins and the last one ends in the text. */
  readonly start: number;
  readonly end: number;
  /** Words lead in: 围绕, 分为, 包括. */
  readonly led: boolean;
}

/** Items between 、 (in brackets and quotes it belongs to the item). */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const { start, end } of stretches(text)) {
    const cuts = separatorsIn(text, start, end);
    if (cuts.length < 2) continue;
    const bounds = [start, ...cuts.map((cut) => cut + 1), end];
    const items = bounds
      .slice(0, -1)
      .map((from, i) => ({ from, to: (bounds[i + 1] ?? end) - (i < cuts.length ? 1 : 0) }));
    const first = items[0];
    const last = items.at(-1);
    if (!first || !last) continue;
    const begin = leadEnd(text, first.from, first.to);
    const led = begin > first.from || /(?:包括|包含|分为|如下|[:：])\s*$/u.test(text.slice(0, start));
    first.from = begin;
    last.to = lastEnd(text, last.from, last.to);
    const labels = unled(items.map(({ from, to }) => clean(text.slice(from, to))));
    if (labels.some((label) => label.length < 2 || label.length > 30)) continue;
    runs.push({ labels, start: first.from, end: last.to, led });
  }
  return runs;
}

/** 重点从汽车零部件、泵阀: what leads into the first item makes it longer than all others. */
function unled(labels: string[]): string[] {
  const [first = '', ...others] = labels;
  const longest = Math.max(...others.map((one) => one.length));
  const [, bare] =
    /^.*?(?:从|在|以|对|向|将|把)([^从在以对向将把]{2,})$/u.exec(first) ??
    // 新建或改造的公共建筑、居住建筑: what tells of all stands before the first.
    (others.some((one) => one.includes('的')) ? null : /^.{2,}的([^的]{2,})$/u.exec(first)) ??
    [];
  return bare !== undefined && first.length > longest && bare.length <= longest + 2
    ? [bare, ...others]
    : labels;
}

/** Stretches free of sentence marks. */
function stretches(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/[，。；;！？：:]|$/gu)) {
    found.push({ start, end: match.index });
    start = match.index + 1;
  }
  return found;
}

function separatorsIn(text: string, start: number, end: number): number[] {
  const cuts: number[] = [];
  let depth = 0;
  for (let i = start; i < end; i++) {
    const char = text[i] ?? '';
    if ('（(“「《'.includes(char)) depth++;
    else if ('）)”」》'.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === '、' && (depth === 0 || !closes(text, i, end))) cuts.push(i);
  }
  return cuts;
}

/** An unclosed bracket does not hide what follows. */
function closes(text: string, from: number, end: number): boolean {
  return /[）)”」》]/u.test(text.slice(from, end));
}

/** Behind the last word that leads in, which may also be part of a name that nothing leads in. */
function leadEnd(text: string, from: number, to: number): number {
  const words = text.slice(from, to);
  let at = 0;
  for (const match of words.matchAll(lead)) {
    const end = match.index + match[0].length;
    // 人工智能（含大模型）: what a bracket holds leads nothing in.
    if (words.length - end >= 2 && !/^[^（(]*[）)]/u.test(words.slice(end))) at = end;
  }
  return from + at;
}

/** The last item ends before 等 or its count: `园区集成创新4大类17个方向` → `园区集成创新`. */
function lastEnd(text: string, from: number, to: number): number {
  const words = text.slice(from, to);
  const quoted =
    /^\s*[“「][^”」]+[”」][\u4e00-\u9fff]{0,10}?(?=等|\d|[一二两三四五六七八九十]{1,2}[个大类项种]|$)/u.exec(
      words,
    );
  const cut = new RegExp(
    `(?:等|(?<=[\\u4e00-\\u9fff”）)A-Za-z])${number}\\s*(?:个|大|类|项|种|方面|${labelKinds}))`,
    'u',
  ).exec(words.slice(quoted?.[0].length ?? 0));
  if (cut) return from + (quoted?.[0].length ?? 0) + cut.index;
  const kind = new RegExp(`${described}(?:${labelKinds})$`, 'u').exec(words);
  return from + (kind && kind.index >= 2 && quoted ? kind.index : words.length);
}

export const clean = (text: string) =>
  text
    .trim()
    .replace(/^(?:以及|和|及|与)/u, '')
    .replace(/^[“「]([^”」]+)[”」]$/u, '$1')
    .replace(/^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])[）)、.．是]\s*/u, '')
    .replace(/^(?:方向|赛道|领域|专题|主题|类别|任务|场景)[一二三四五六七八九十\dA-Z]{1,2}\s*[:：]\s*/u, '')
    // 赛道A（工业软件）: the letter counts, the bracket names.
    .replace(
      /^(?:方向|赛道|领域|专题|主题|任务)[一二三四五六七八九十\dA-Z]{1,2}[（(]([^（）()]{2,24})[）)]$/u,
      '$1',
    )
    .replace(/(?<=[\u4e00-\u9fff])\d{1,3}[项名个家]$/u, '')
    // 已接入国家顶级节点的二级节点企业: what stands before 的 tells of it.
    .replace(/^.{8,}的(?=[^的]{2,16}$)/u, '')
    .trim();

export function countIn(counts: string, labels: number): number | undefined {
  const numbers = [...counts.matchAll(new RegExp(number, 'gu'))].map(([one]) => wholeOf(one));
  return numbers.find((one) => one === labels) ?? numbers[0];
}
