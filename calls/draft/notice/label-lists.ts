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
const measured = `${number}\\s*(?:个|大|类(?![型别])|项|种|方面)*\\s*(?:的)?`;
const described = '(?:具体|重点|主要|应用|细分|特色|优先|申报|建设|征集|支持|试点|示范|技术|推荐|关键|典型)*';
const tail = new RegExp(
  `^(?:等)?\\s*(?<counts>(?:${measured}\\s*)*)${described}(?<kind>${labelKinds})?`,
  'u',
);
const lead =
  /(?:包含|包括|围绕|细?分为|分成|设置|设立|设有|共设|下设|(?<!建)设(?![备计施置立有想定])|涵盖|覆盖|涉及|面向|是指|聚焦于?|主要(?:有|为|是)|为|支持|按照?(?!需)|含(?!量)|明确的|规定的|列出的|下列|以下|重点(?:征集|支持|推荐|遴选)|征集|遴选|属于|^(?:重点|优先|择优|鼓励)*推荐|^分(?=[^布析类别为成散发配工设级区层行步批时段])|^(?:例如|比如|如(?=[^何下皋东意]))|[:：])/gu;
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
    const named = divided && (told === undefined || weakKinds.test(told)) ? '类别' : told;
    // 可从以下场景中选择：…: the list is one to choose from.
    const kind = named ?? (offered.test(before) ? '类别' : undefined);
    const counted = ending?.groups?.counts ?? '';
    if (kind === undefined && !counts(counted, run.labels, text.slice(run.end + (ending?.[0].length ?? 0))))
      continue;
    const said = countIn(counted, run.labels.length);
    // 甲、乙和丙三个方向
    const halves = (run.labels.at(-1) ?? '').split(/以及|和|与|及/u);
    if (
      (said === run.labels.length + 1 ||
        (run.labels.at(-1) ?? '').includes('以及') ||
        (said === undefined && sameEnding([...run.labels.slice(0, -1), ...halves]))) &&
      halves.length === 2 &&
      halves.every((half) => half.length >= 2)
    )
      run.labels.splice(-1, 1, ...halves);
    const count = countIn(counted, run.labels.length);
    const chosen = offered.test(before) || /(?:以下|下列)[^，。；]{0,4}$/u.test(before.replace(headed, ''));
    if (count !== run.labels.length && !chosen && (weakKinds.test(kind ?? '类') || !run.led)) continue;
    lists.push({ kind: kind ?? '类别', labels: run.labels, ...(count !== undefined && { count }) });
  }
  return [
    ...lists,
    ...quotedLists(text),
    ...pairs(text),
    ...countedOff(text),
    ...lettered(text),
    ...bracketed(text),
    ...itemized(text),
    ...alike(text),
  ];
}

/** 征集范围包括但不限于：, 可从以下场景中选择：: what follows is a list to choose from. */
const offered =
  /(?:征集|遴选|申报|支持|推荐|参评)[^，。；：]{0,12}(?:包括但不限于|如下)[:：]?\s*$|(?:以下|下列)[^，。；：]{0,12}[:：]\s*$/u;
/** What is counted in a notice and is no kind of filing. */
const otherCounts =
  /^(?:部门|单位|市|县|区|省|州|地|人|材料|文件|份|年|月|日|天|阶段|步骤|条件|要求|机构|公司|企业|城市|批|原则|程序|指标|证明|问题|关键|工作日|章|节|条|次|家|所|名)/u;

/** 绿色工厂、绿色园区、绿色供应链三类: the notice's own count of just these, in words that count kinds. */
function counts(counted: string, labels: readonly string[], after: string): boolean {
  if (!/(?:个|大|类|项|种)/u.test(counted) || otherCounts.test(after)) return false;
  const halves = (labels.at(-1) ?? '').split(/以及|和|与|及/u).length;
  const said = countIn(counted, labels.length);
  return said === labels.length || (halves === 2 && said === labels.length + 1);
}

/** 企业案例、园区案例和城市案例: what all end with says that the last two are two. */
function sameEnding(names: readonly string[]): boolean {
  const [first = ''] = names;
  const one = first.slice(-1);
  const two = first.slice(-2);
  return (
    names.length >= 3 &&
    (names.every((name) => name.length > 2 && name.endsWith(two)) ||
      (/[类型级奖组式]/u.test(one) && names.every((name) => name.length > 1 && name.endsWith(one))))
  );
}

/** `“大数据+能源”“大数据+文旅”两个方向`. */
function quotedLists(text: string): LabelList[] {
  return [...text.matchAll(/(?:[“"][^”"]{2,24}[”"](?:[、和及与]|以及)?){2,}/gu)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length);
    const told = tail.exec(after)?.groups?.kind;
    // 启动“数字工厂”“数字化车间”认定申报
    const asked =
      /^(?:的)?(?:认定|申报|评选|征集|遴选|推荐)/u.test(after) || offering.test(text.slice(0, match.index));
    const labels = quotedNames(match[0]);
    const ending = tail.exec(after);
    const all = counts(ending?.groups?.counts ?? '', labels, after.slice(ending?.[0].length));
    const kind = told ?? (asked || all ? '类别' : undefined);
    return kind === undefined || (told === undefined && labels.length < 2) ? [] : [{ kind, labels }];
  });
}

/** The names in quotation marks of a text, in its order. */
export function quotedNames(text: string): string[] {
  return [...text.matchAll(/[“"]([^”"]{2,24})[”"]/gu)].map(([, name = '']) => name);
}

const pairLead = '(?:设有?|设立|设置|分设?为?|包括|按照?|聚焦|围绕|征集|遴选|评选|[:：])';
const pairName = '[“"]?([\\u4e00-\\u9fffA-Za-z0-9+]{2,12}?)[”"]?';
const pairCounted = new RegExp(
  `${pairLead}${pairName}(?:和|与|、|及)${pairName}(?:这)?(?:两|2|二)\\s*(?:个|大|类|种)+(?:${labelKinds}|层级|等级|组)?`,
  'gu',
);
/** 分为一般项目和重点项目: the same ending says that they are two of a kind. */
const pairAlike =
  /(?:分为|分设|设立|设置|设有|下设|(?:方向|内容|类别|类型|赛道|对象|主题)(?:为|包括|是))([\u4e00-\u9fff]{1,8}(组|类|型|级|奖|赛道|项目|课题|专题|案例|场景|产品|企业|工厂))(?:和|与|、|及)((?:(?![和与及])[\u4e00-\u9fff]){1,8}\2)(?![\u4e00-\u9fff、])/gu;

/** `分为企业案例、园区案例和城市案例`. */
const threeAlike =
  /(?:分为|分设|设立|设置|设有|下设|包括)([\u4e00-\u9fff]{1,8}?([\u4e00-\u9fff]{1,2}))、([\u4e00-\u9fff]{1,8}\2)[和与及]([\u4e00-\u9fff]{1,8}\2)(?![\u4e00-\u9fff、])/gu;

/** `设智能产品和支撑环境两类方向`. */
function pairs(text: string): LabelList[] {
  const counted = [...text.matchAll(pairCounted)].map(([, one = '', other = '']) => [one, other]);
  const alikes = [...text.matchAll(pairAlike)].map(([, one = '', , other = '']) => [one, other]);
  const threes = [...text.matchAll(threeAlike)].map(([, one = '', , two = '', three = '']) => [
    one,
    two,
    three,
  ]);
  return [...threes, ...counted, ...alikes].map((labels) => ({
    kind: '类别',
    labels,
    count: labels.length,
  }));
}

/** `A类为未来工厂案例，B类为指标数据`: by their names where these are short, else by their letters. */
function lettered(text: string): LabelList[] {
  const found = [...text.matchAll(/(?<![A-Za-z])([A-Z])类(?:为|是|指|[:：（(])\s*([^，。；（()）]{2,30})/gu)];
  const letters = new Set(found.map(([, letter]) => letter));
  if (letters.size < 2 || letters.size !== found.length) return [];
  const names = found.map(([, , name = '']) => clean(name));
  const short = names.every((name) => name.length <= 12 && !name.includes('的'));
  return [{ kind: '类别', labels: short ? names : found.map(([, letter]) => `${letter}类`) }];
}

/** `重点领域（新材料、生物医药、新能源）`. */
function bracketed(text: string): LabelList[] {
  const found = text.matchAll(
    new RegExp(`(${labelKinds})[（(](?:包括|含|即|指)?[:：]?([^（）()。；]{6,160}?)(?:等)?[）)]`, 'gu'),
  );
  return [...found].flatMap(([, kind = '', inner = '']) => {
    const labels = inner.split('、').map(clean);
    if (weakKinds.test(kind) || labels.length < 3) return [];
    return labels.every((one) => one.length >= 2 && one.length <= 16 && !/[，：:]/u.test(one))
      ? [{ kind, labels }]
      : [];
  });
}

const marks =
  /(?:[①-⑳]|(?<=[；;。：:，\s]|^)(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是))\s*/gu;

/** `申报方向包括：（1）…；（2）…` and `方向如下：一是…；二是…`. */
function itemized(text: string): LabelList[] {
  const found = [...text.matchAll(marks)];
  const [first] = found;
  const tailed = new RegExp(`等${described}(${labelKinds})`, 'u').exec(
    text.slice(found.at(-1)?.index ?? text.length),
  )?.[1];
  const kind = first && (tailed ?? headed.exec(text.slice(0, first.index))?.[1]);
  if (!first || kind === undefined || found.length < 2 || (tailed === undefined && weakKinds.test(kind)))
    return [];
  const labels = found.map((mark, i) =>
    clean(
      (
        text.slice(mark.index + mark[0].length, found[i + 1]?.index).split(/[。；;：:，,]|——/u)[0] ?? ''
      ).replace(/[（(][^）)]*[）)]$/u, ''),
    ),
  );
  return labels.every((one) => one.length >= 2 && one.length <= 24) ? [{ kind, labels }] : [];
}

/** Words that introduce what may be filed, and no other list. */
const offering = /(?:征集|遴选|评选|支持|申报|分为|分设?|设立|设置|设有?|按照?|是指|[:：])\s*$/u;
/** What lists of papers and of bodies end with. */
const otherEndings =
  /(?:[\d一二三四五六七八九十][份项个名]|元|单位|部门|企业|机构|材料|证明|报告|情况|文件|复印件|能力|水平|管理|服务|系统|人员|以上|责任|要求|原则|信息|数据|技术|制度)$/u;

/** `产线级、车间级、工厂级5G全连接工厂`: what ends alike is of a kind; the last item goes on behind the common ending. */
function alike(text: string): LabelList[] {
  return runsOf(text).flatMap(({ labels, start }) => {
    if (labels.length < 3 || !offering.test(text.slice(0, start))) return [];
    const known = labels.slice(0, -1);
    const [first = ''] = known;
    let ending = '';
    for (let n = 1; n <= 4 && n < first.length; n++) {
      const end = first.slice(-n);
      if (known.every((one) => one.endsWith(end) && one.length > n)) ending = end;
    }
    const last = labels.at(-1) ?? '';
    const at = ending === '' ? -1 : last.indexOf(ending, 1);
    if (at < 0 || otherEndings.test(ending)) return [];
    const halves = last.split(/[和与及]/u);
    if (
      ending !== '' &&
      halves.length === 2 &&
      halves.every((one) => one.endsWith(ending) && one.length > ending.length)
    )
      return [{ kind: '类型', labels: [...known, ...halves] }];
    const whole = at + ending.length === last.length;
    const marked = /^[型级类式组奖]$/u.test(ending);
    // 数字化、网络化、智能化 alone; not 数字化、网络化、智能化转型.
    if (!marked && ending.length < 2 && !(ending === '化' && whole)) return [];
    return [{ kind: '类型', labels: [...known, last.slice(0, at + ending.length)] }];
  });
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
  const [, bare] = /^.*?(?:从|在|以|对|向|将|把)([^从在以对向将把]{2,})$/u.exec(first) ?? [];
  return bare !== undefined && first.length > longest ? [bare, ...others] : labels;
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

const clean = (text: string) =>
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

function countIn(counts: string, labels: number): number | undefined {
  const numbers = [...counts.matchAll(new RegExp(number, 'gu'))].map(([one]) => wholeOf(one));
  return numbers.find((one) => one === labels) ?? numbers[0];
}
