import { clean, countIn, described, labelKinds, number, runsOf } from './label-runs.ts';

/** A list of labels in running text: 围绕A、B、C等3个方向. */
export interface LabelList {
  /** What is listed: 方向, 领域, 类别. */
  readonly kind: string;
  readonly labels: readonly string[];
  /** The notice's own count beside the list, where it states one for these labels. */
  readonly count?: number;
}

/** Words for the parts of one thing rather than for labels, unless the notice counts them. */
const weakKinds = /^(?:环节|场景|任务|类|维度)$/u;
const measured = `${number}\\s*(?:个|大|类(?![型别])|项|种|方面)*\\s*(?:的)?`;
const tail = new RegExp(
  `^(?:等)?\\s*(?<counts>(?:${measured}\\s*)*)${described}(?<kind>${labelKinds})?`,
  'u',
);
const headed = new RegExp(
  `(${labelKinds})(?:[^，。；、：:]{0,10}?)(?:包括|包含|分为|为|是|有|如下|[:：])[^，。；、]{0,6}$`,
  'u',
);

/**
 * The lists of three labels or more in a sentence that are told to be 方向, 领域, 类别…, before the list or behind it.
 * Quotation marks, item numbers and the words that lead in or count are taken off.
 */
export function labelListsIn(said: string): LabelList[] {
  const lists: LabelList[] = [];
  const text = said.replace(oneOf, '等');
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
    const stated = countIn(counted, run.labels.length);
    // 甲、乙和丙三个方向
    const halves = (run.labels.at(-1) ?? '').split(/以及|和|与|及/u);
    if (
      (stated === run.labels.length + 1 ||
        (run.labels.at(-1) ?? '').includes('以及') ||
        (stated === undefined && sameEnding([...run.labels.slice(0, -1), ...halves]))) &&
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
    ...quotedTogether(text),
    ...pairs(text),
    ...countedOff(text),
    ...lettered(text),
    ...bracketed(text),
    ...itemized(text),
    ...numberedOff(text),
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

/** 甲、乙、丙中的一个方向: the number is what to choose. */
const oneOf = new RegExp(
  `(?<=[\\u4e00-\\u9fff])(?:之中|中)的?(?:任意|任选)?${number}[个项类](?=${labelKinds})`,
  'gu',
);

/** `“智改、数转、网联”三大方向`. */
function quotedTogether(text: string): LabelList[] {
  return [...text.matchAll(/[“"]([^”"、]{2,10}(?:、[^”"、]{2,10}){1,9})[”"]/gu)].flatMap((match) => {
    const ending = tail.exec(text.slice(match.index + match[0].length));
    const labels = (match[1] ?? '').split('、');
    const kind = ending?.groups?.kind;
    return kind !== undefined && countIn(ending?.groups?.counts ?? '', labels.length) === labels.length
      ? [{ kind, labels }]
      : [];
  });
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

/** `行业赋能类下设（1）智慧金融（2）智慧医疗；生活服务类下设（1）…`: each counting from 1 that a verb of dividing leads in. */
function numberedOff(text: string): LabelList[] {
  const lists: LabelList[] = [];
  for (const [, kind = '', items = ''] of text.matchAll(
    /([\u4e00-\u9fff“”]{2,12})(?:下设|分设|细?分为|包括|包含|涵盖|含)[:：]?(?=[（(]1[）)]|①)((?:(?:[（(]\d{1,2}[）)]|[①-⑳])[^。（()①-⑳]{2,30}){2,})/gu,
  )) {
    const labels = items
      .split(/[（(]\d{1,2}[）)]|[①-⑳]/u)
      .slice(1)
      .map((one) => clean(one.split(/[；;，,：:、]/u)[0] ?? ''));
    if (labels.every((one) => one.length >= 2 && one.length <= 24)) lists.push({ kind, labels });
  }
  return lists;
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
  if (run && (strong || run.led || run.labels.length >= 4)) return withoutBrackets(run.labels);
  const bare = text.replace(/^[^：:]{0,24}[：:]/u, '').replace(/。$/u, '');
  const items = bare.split(/[，；;]/u).map(clean);
  return items.length >= 3 && items.every((item) => item.length >= 2 && item.length <= 16) ? items : [];
}

/** 企业自建型（由企业投资）, each explained in brackets: these are no part of the names. */
function withoutBrackets(names: readonly string[]): string[] {
  const bracket = /[（(][^（）()]*[）)]$/u;
  return names.every((name) => bracket.test(name))
    ? names.map((name) => name.replace(bracket, ''))
    : [...names];
}
