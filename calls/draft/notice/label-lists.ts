import { wholeOf } from './number-words.ts';

/** A list of labels in running text: 围绕A、B、C等3个方向. */
export interface LabelList {
  /** What is listed: 方向, 领域, 类别. */
  readonly kind: string;
  readonly labels: readonly string[];
  /** The notice's own count beside the list, where it states one for these labels. */
  readonly count?: number;
}

export const labelKinds =
  '方向|模式|领域|行业|类别|类型|维度|赛道|专题|专项|主题|场景|环节|组别|任务|板块|类';
/** Words for the parts of one thing rather than for labels, unless the notice counts them. */
const weakKinds = /^(?:环节|场景|任务|类|维度)$/u;
const number = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const measured = `${number}\\s*(?:个|大|类|项|种|方面)*\\s*(?:的)?`;
const described = '(?:具体|重点|主要|应用|细分|特色|优先|申报|建设|征集|支持|试点|示范|技术|推荐|关键|典型)*';
const tail = new RegExp(
  `^(?:等)?\\s*(?<counts>(?:${measured}\\s*)*)${described}(?<kind>${labelKinds})?`,
  'u',
);
const lead =
  /(?:包含|包括|围绕|细?分为|分成|设置|设立|设有|共设|下设|涵盖|覆盖|涉及|面向|是指|聚焦于?|主要(?:有|为|是)|为|支持|按照?(?!需)|含(?!量)|明确的|规定的|列出的|下列|以下|重点(?:征集|支持|推荐|遴选)|征集|遴选|[:：])/gu;
const headed = new RegExp(
  `(${labelKinds})(?:[^，。；、：:]{0,10}?)(?:包括|包含|分为|为|是|有|如下|[:：])[^，。；、]{0,6}$`,
  'u',
);

/**
 * The lists of three labels or more in a sentence that are told to be 方向, 领域, 类别…, before the list or behind it.
 * Quotation marks, item numbers and the words that lead in or count are taken off.
 */
export function labelListsIn(text: string): LabelList[] {
  const lists: LabelList[] = [];
  for (const run of runsOf(text)) {
    const before = text.slice(0, run.start);
    const ending = tail.exec(text.slice(run.end));
    const told = ending?.groups?.kind ?? headed.exec(before)?.[1];
    // 分为A、B、C says by itself that these are kinds.
    const divided = /细?分为[^，。；]{0,4}$/u.test(before);
    const kind = divided && (told === undefined || weakKinds.test(told)) ? '类别' : told;
    if (kind === undefined) continue;
    const count = countIn(ending?.groups?.counts ?? '', run.labels.length);
    if (count !== run.labels.length && (weakKinds.test(kind) || !run.led)) continue;
    lists.push({ kind, labels: run.labels, ...(count !== undefined && { count }) });
  }
  return [...lists, ...quotedLists(text), ...pairs(text), ...countedOff(text)];
}

/** `“大数据+能源”“大数据+文旅”两个方向`. */
function quotedLists(text: string): LabelList[] {
  return [...text.matchAll(/(?:[“"][^”"]{2,24}[”"](?:[、和及与]|以及)?){2,}/gu)].flatMap((match) => {
    const kind = tail.exec(text.slice(match.index + match[0].length))?.groups?.kind;
    if (kind === undefined) return [];
    return [{ kind, labels: quotedNames(match[0]) }];
  });
}

/** The names in quotation marks of a text, in its order. */
export function quotedNames(text: string): string[] {
  return [...text.matchAll(/[“"]([^”"]{2,24})[”"]/gu)].map(([, name = '']) => name);
}

/** `设智能产品和支撑环境两类方向`. */
function pairs(text: string): LabelList[] {
  const found = new RegExp(
    `(?:设|分为|包括|按|聚焦|围绕)([\\u4e00-\\u9fff]{2,10})(?:和|与|、)([\\u4e00-\\u9fff]{2,10})(?:这)?(?:两|2|二)(?:个|大|类|种)+(?:${labelKinds})?`,
    'gu',
  );
  return [...text.matchAll(found)].map(([, one = '', other = '']) => ({
    kind: '类别',
    labels: [one, other],
    count: 2,
  }));
}

/** `一类是可信数据空间，二类是数场，三类是数联网`. */
function countedOff(text: string): LabelList[] {
  const labels = [...text.matchAll(/[一二三四五六七八九十]{1,2}类(?:是|为)\s*([^，。；]{2,20})/gu)].map(
    ([, name = '']) => name,
  );
  return labels.length >= 2 ? [{ kind: '类别', labels }] : [];
}

/**
 * The list of a sentence whose heading has said what it lists: separated by 、, or by ， or ； where the whole sentence is
 * nothing else. `strong`: the heading stands for labels by itself, so that two are enough.
 */
export function enumeration(text: string, strong: boolean): string[] {
  const runs = runsOf(text).filter((run) => run.labels.length >= 3);
  const [run] = runs;
  if (run && (strong || run.led || run.labels.length >= 4)) return run.labels;
  const bare = text.replace(/^[^：:]{0,24}[：:]/u, '').replace(/。$/u, '');
  const items = bare.split(/[，；;]/u).map(clean);
  return items.length >= 3 && items.every((item) => item.length >= 2 && item.length <= 16) ? items : [];
}

interface Run {
  readonly labels: string[];
  /** Where the first label begins and the last one ends in the text. */
  readonly start: number;
  readonly end: number;
  /** Words lead in: 围绕, 分为, 包括. */
  readonly led: boolean;
}

/** Items between 、 (in brackets and quotes it belongs to the item). */
function runsOf(text: string): Run[] {
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
    const labels = items.map(({ from, to }) => clean(text.slice(from, to)));
    if (labels.some((label) => label.length < 2 || label.length > 30)) continue;
    runs.push({ labels, start: first.from, end: last.to, led });
  }
  return runs;
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
    if (words.length - end >= 2) at = end;
  }
  return from + at;
}

/** The last item ends before 等 or its count: `园区集成创新4大类17个方向` → `园区集成创新`. */
function lastEnd(text: string, from: number, to: number): number {
  const words = text.slice(from, to);
  const quoted = /^\s*[“「][^”」]+[”」][\u4e00-\u9fff]{0,10}?(?=等|\d|$)/u.exec(words);
  const cut = new RegExp(
    `(?:等|(?<=[\\u4e00-\\u9fff”）)A-Za-z])${number}\\s*(?:个|大|类|项|种|方面|${labelKinds}))`,
    'u',
  ).exec(words.slice(quoted?.[0].length ?? 0));
  if (cut) return from + (quoted?.[0].length ?? 0) + cut.index;
  const kind = new RegExp(`${described}(?:${labelKinds})$`, 'u').exec(words);
  return from + (kind && kind.index >= 2 && quoted ? kind.index : words.length);
}

const clean = (text: string) =>
  text
    .trim()
    .replace(/^(?:以及|和|及|与)/u, '')
    .replace(/^[“「]([^”」]+)[”」]$/u, '$1')
    .replace(/^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])[）)、.．是]\s*/u, '')
    // 已接入国家顶级节点的二级节点企业: what stands before 的 tells of it.
    .replace(/^.{8,}的(?=[^的]{2,16}$)/u, '')
    .trim();

function countIn(counts: string, labels: number): number | undefined {
  const numbers = [...counts.matchAll(new RegExp(number, 'gu'))].map(([one]) => wholeOf(one));
  return numbers.find((one) => one === labels) ?? numbers[0];
}
