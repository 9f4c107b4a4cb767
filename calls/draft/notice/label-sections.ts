import { numberOf, type Piece } from '../pieces.ts';
import { enumeration, quotedNames } from './label-lists.ts';

/** The labels that a section of a notice lists below a heading that says what they are. */
export interface LabelSection {
  /** The heading's own word for them: 申报方向, 课题类型. */
  readonly title: string;
  readonly labels: readonly string[];
}

/** Words of a heading that stand for labels by themselves, and such that often hold running text instead. */
export const strongHeading =
  /(?:方向|领域|类别|类型|分类|赛道|专题|主题|组别|板块|大类|奖项|路线|行业|模式|任务|专项|榜单|选题|议题)(?:(?:[和及与][^，。；]{1,6})|[^，。；]{0,4}(?:条件|标准|要求|说明|设置|范围|内容))?$/u;
const weakHeading = /(?:范围|内容|对象|场景|重点|支持项目)$/u;
const longestName = 34;
/** Words of demands and of running text, that no label holds. */
const demand =
  /(?<![供响适对反效感])应(?![用急对变力])|须|不得|不予|不再|不少于|不低于|不超过|申报单位|申请人|具有独立|提供|符合|负责|要求|可申报|欢迎|联系|截止|满足|以上的|的企业$|以下|我[市省厅局部会校]/u;

/** Every section of the pieces with its list, in their order. */
export function labelSections(pieces: readonly Piece[]): LabelSection[] {
  const found: LabelSection[] = [];
  const heads = new Set(
    pieces.flatMap((piece) => {
      const item = piece.kind === 'para' ? itemOf(piece.text) : undefined;
      return item ? [nameOf(item.rest)] : [];
    }),
  );
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'para') continue;
    const heading = headingOf(piece.text);
    if (!heading) continue;
    const strong = strongHeading.test(heading.title);
    if (!strong && !weakHeading.test(heading.title)) continue;
    const body = bodyBelow(pieces.slice(i + 1), heading);
    const inline = heading.rest === '' ? [] : [heading.rest];
    const plain = labelsIn([...inline, ...body], strong);
    // What 对象 and 范围 list counts where the notice takes it up again, item by item.
    const tried = strong || plain.length > 0 ? [] : labelsIn([...inline, ...body], true);
    const labels = tried.filter((name) => heads.has(name)).length >= 2 ? tried : plain;
    const within = sublists(body);
    if (
      labels.length >=
      (strong || within.length > 0 || body.some((text) => itemOf(text)?.style === 'told') ? 2 : 3)
    ) {
      found.push({ title: heading.title, labels });
      found.push(...within, ...itemsBelow(body, heading.title), ...itemsOfEach(body));
    }
  }
  return found;
}

interface Heading {
  readonly title: string;
  /** Words of the section that stand in the heading's own line. */
  readonly rest: string;
  /** Depth of its number; a heading marked by a sign has that sign instead. */
  readonly depth?: number;
  readonly sign?: string;
}

/** `一、申报方向`, `【课题类型】`, `★ 诊断内容（任选一项）`, `一、征集范围：…`. */
function headingOf(text: string): Heading | undefined {
  const numbered = numberOf(text);
  const [, sign, signed] = /^([【★■●◆▶☆])\s*([^】]{2,30})】?$/u.exec(text) ?? [];
  const words = signed ?? numbered?.rest;
  if (words === undefined) return undefined;
  const [, head = '', rest = ''] = /^([^。：:；]{2,30})(?:[。：:]\s*(.*))?$/su.exec(words) ?? [];
  const title = head.replace(/[（(][^）)]*[）)]\s*$/u, '').trim();
  if (title === '' || title.includes('，')) return undefined;
  return {
    title,
    rest,
    ...(numbered && sign === undefined ? { depth: numbered.depth } : {}),
    ...(sign ? { sign } : {}),
  };
}

const keyAlone =
  /^(?:方向|领域|类别|类型|赛道|专题|主题|任务|选题|课题|场景|板块)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Z])$/u;

/** The paragraphs up to the next heading of the same rank. */
function bodyBelow(pieces: readonly Piece[], heading: Heading): string[] {
  const body: string[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'para') continue;
    if (heading.sign !== undefined && piece.text.startsWith(heading.sign)) break;
    const numbered = numberOf(piece.text);
    if (heading.depth !== undefined && numbered && numbered.depth <= heading.depth) break;
    if (/^附件?\s*[:：\d一二三]/u.test(piece.text)) break;
    // 方向一 on a line of its own is named by the next one.
    if (keyAlone.test(body.at(-1) ?? '') && !keyAlone.test(piece.text))
      body[body.length - 1] += `：${piece.text}`;
    else body.push(piece.text);
    if (body.length >= 80) break;
  }
  return body;
}

/** `（一）典型案例：井工煤矿智能化，露天煤矿智能化。` and `节能技术（余热利用、窑炉节能）；…`: lists within a list. */
function sublists(body: readonly string[]): LabelSection[] {
  const found: LabelSection[] = [];
  for (const text of body) {
    const own = itemOf(text)?.rest ?? text;
    const [, title = '', rest = ''] = divided.exec(own) ?? [];
    const listed = title === '' ? [] : enumeration(`${title}：${rest}`, true);
    const pair = two.exec(rest)?.slice(1) ?? [];
    const inline = /^\d/u.test(text) ? [] : inlineItems(own);
    const labels = [listed, pair, inline].find((names) => names.length >= 2 && names.every(isName)) ?? [];
    if (labels.length >= (listed.length > 0 ? 3 : 2))
      found.push({ title: title || nameOf(own), labels: [...labels] });
    for (const [, name = '', inner = ''] of text.matchAll(innerList)) {
      const parts = inner.split('、').map((part) => part.trim());
      if (parts.length >= 2 && parts.every(isName)) found.push({ title: name, labels: parts });
    }
  }
  return found;
}

/** `智能化改造：…`, `城市管理方面，包括…`. */
const divided =
  /^([^。：:；，]{2,20}?)(?:方面)?(?:[：:]|[，,]?(?=(?:主要|重点)?(?:包括|分为|包含|涵盖)))(.*)$/su;
/** Two of a kind, told to be all there is. */
const two =
  /^(?:(?:主要|重点|具体)?(?:包括|分为|包含|涵盖))?([^，。；、]{2,16})[、和与]([^，。；、]{2,16}?)(?:等)?[。；]?$/u;

/** The items below items: 1. and 2. below （一）, going on below （二）, as one list. */
function itemsBelow(body: readonly string[], title: string): LabelSection[] {
  const items = body.map(itemOf);
  const [top] = items;
  const deeper = items.find((item) => item !== undefined && item.style !== top?.style)?.style;
  if (!top || !/^n[012]/u.test(top.style) || deeper === undefined) return [];
  const labels = items.flatMap((item) => (item?.style === deeper ? [nameOf(item.rest)] : []));
  const fit = labels.length >= 2 && labels.every((name) => isName(name) && name.length <= 20);
  return fit && new Set(labels).size === labels.length ? [{ title, labels }] : [];
}

/** The numbered items below each item: 1.、2. below （一）产品 are the kinds of 产品. */
function itemsOfEach(body: readonly string[]): LabelSection[] {
  const items = body.map(itemOf);
  const top = items.find((item) => item !== undefined)?.style;
  if (top === undefined || !/^n[01]$/u.test(top)) return [];
  const found: { title: string; labels: string[]; style?: string }[] = [];
  for (const item of items) {
    const last = found.at(-1);
    if (item?.style === top) found.push({ title: nameOf(item.rest), labels: [] });
    else if (item && last && (last.style ?? item.style) === item.style) {
      last.style = item.style;
      last.labels.push(nameOf(item.rest));
    }
  }
  return found.filter(
    ({ title, labels }) =>
      labels.length >= 2 && isName(title) && labels.every(isName) && new Set(labels).size === labels.length,
  );
}

/** `智慧港口 | 冷链物流 | 棉花加工`: names set apart by signs or spaces and nothing else. */
function setApart(text: string): string[] {
  const names = text.split(/\s*[|｜/／]\s*|\s+/u).filter(Boolean);
  return names.length >= 3 && names.every((name) => name.length <= 12 && isName(name)) ? names : [];
}

/** Short names line by line, their bullets lost. */
function shortLines(body: readonly string[]): string[] {
  return body.length >= 3 && body.every((line) => line.length <= 16 && isName(line) && !/[：:、]/u.test(line))
    ? [...body]
    : [];
}

/** The first way of listing that the paragraphs keep to. */
function labelsIn(body: readonly string[], strong: boolean): string[] {
  const items = body.map(itemOf);
  const first = items.find((item) => item !== undefined);
  const alike = first ? items.flatMap((item) => (item && item.style === first.style ? [item.rest] : [])) : [];
  const ways: string[][] = [
    alike.map(nameOf).filter(isName),
    ...body.map((text) => inlineItems(text)),
    ...body.map((text) => ticked(text)),
    headedLines(body),
    ...body.map((text) => counted(text)),
    ...body.map((text) => quoted(text)),
    ...body.map((text) => withInner(text)),
    ...body.map((text) => enumeration(text, strong)),
    ...(strong ? [...body.map(setApart), shortLines(body)] : []),
  ];
  const whole = ways.filter(
    (names) => names.length >= 2 && names.every(isName) && new Set(names).size === names.length,
  );
  return whole[0] ?? [];
}

/** What a section is divided into when it lists no labels: 场景范围, 数量. */
const partOfSection = /(?:范围|条件|数量|要求|时间|方式|材料|程序|说明|标准|依据|流程)$/u;

export const isName = (name: string) =>
  /[\u4e00-\u9fffA-Za-z].*[\u4e00-\u9fffA-Za-z]/u.test(name) &&
  !partOfSection.test(name) &&
  !/\d份|^围绕|^见/u.test(name) &&
  name.length >= 2 &&
  name.length <= longestName &&
  !demand.test(name) &&
  !/[，。；！？]/u.test(name);

/** A numbered paragraph with the kind of its number. */
export function itemOf(text: string): { style: string; rest: string } | undefined {
  const numbered = numberOf(text);
  if (numbered) return { style: `n${numbered.depth}`, rest: numbered.rest };
  const [, circled] = /^[①-⑳]\s*(.+)$/su.exec(text) ?? [];
  if (circled !== undefined) return { style: 'circled', rest: circled };
  const [, told] =
    /^(?:方向|领域|类别|类型|赛道|专题|主题|任务|选题|榜单|课题|场景|模块|板块|需求|题目|Track|Topic|Group)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Z])\s*[:：、.．—\s-]*(\S.*)$/su.exec(
      text,
    ) ?? [];
  if (told !== undefined) return { style: 'told', rest: told };
  const [, lettered] = /^[（(]?[a-zA-Z][）).、．]\s*(\S.*)$/su.exec(text) ?? [];
  if (lettered !== undefined) return { style: 'lettered', rest: lettered };
  const [, dotted] = /^[•·●▪◆■–—-]\s*(.+)$/su.exec(text) ?? [];
  return dotted === undefined ? undefined : { style: 'dotted', rest: dotted };
}

/** What an item names: its words up to the first mark. */
export function nameOf(rest: string): string {
  const bold = /^[“"]([^”"]{2,24})[”"]/u.exec(rest)?.[1];
  const words = bold ?? rest.split(/[。：:；;，,！]|——|\s/u)[0] ?? '';
  return words
    .replace(/^[（(]?[a-zA-Z\d]{1,2}[）)]\s*/u, '')
    .replace(/[（(][^）)]{0,40}[）)]?$/u, '')
    .replace(/^[“"]|[”"]$/gu, '')
    .trim();
}

/** `1．研发设计协同；2．智能生产；3．…` in one paragraph; what counts on in order needs no mark before it. */
function inlineItems(text: string): string[] {
  const marks = [
    ...text.matchAll(
      /(?<=^|[；;。：:，\s])(?:(?:方向|赛道|领域|专题|主题|类别|任务|场景)[一二三四五六七八九十\dA-Z]{1,2}\s*[:：]|\d{1,2}[.．、](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]|[①-⑳])\s*/gu,
    ),
  ];
  const counted = [/[（(](\d{1,2})[）)]\s*/gu, /(?<![A-Za-z\d])([A-H])(?:[.．、]|类[:：])\s*/gu].map((mark) =>
    inOrder([...text.matchAll(mark)]),
  );
  const best = [marks, ...counted].sort((a, b) => b.length - a.length)[0] ?? [];
  if (best.length < 2) return [];
  return best.map((mark, i) => nameOf(text.slice(mark.index + mark[0].length, best[i + 1]?.index)));
}

/** Marks that count on from 1 or A; none where they do not. */
function inOrder(marks: readonly RegExpExecArray[]): RegExpExecArray[] {
  const nth = (one = '') => (/\d/u.test(one) ? Number(one) : one.charCodeAt(0) - 64);
  return marks.every((mark, i) => nth(mark[1]) === i + 1) ? [...marks] : [];
}

/** `□危化品全程管控　□仪器共享与预约`. */
function ticked(text: string): string[] {
  const parts = text.split(/[□☐■○]/u).slice(1);
  return parts.length < 2 ? [] : parts.map((part) => nameOf(part.trim()));
}

/** `重点课题：…` and `“采”——…`, line after line. */
function headedLines(body: readonly string[]): string[] {
  const names = body.map((text) => {
    // “存”——数据存储与归档: a key of one character names what follows it.
    const [, keyed] =
      /^[“"]?(?:[^“”"]|[甲乙丙丁戊A-H][类组])[”"]?\s*(?:[:：]|——)\s*([^。；：:，]{2,24})(?:$|(?<=类)，)/u.exec(
        text,
      ) ?? [];
    return keyed ?? /^([^。；：:，]{2,20})(?:[:：]|——|，)/u.exec(text)?.[1]?.trim();
  });
  const kept = names.flatMap((name) => (name === undefined ? [] : [nameOf(name)]));
  const fit = kept.filter(isName);
  return fit.length >= 2 && fit.length >= body.length - 1 ? fit : [];
}

/** `一类是可信数据空间，二类是数场`. */
function counted(text: string): string[] {
  return [...text.matchAll(/[一二三四五六七八九十]{1,2}(?:类)?是\s*([^，。；]{2,24})/gu)].map(
    ([, name = '']) => nameOf(name),
  );
}

/** `“最佳要素汇聚奖”“最佳能力开放奖”`, with or without marks between. */
function quoted(text: string): string[] {
  return quotedNames(/(?:[“"][^”"]{2,24}[”"][、，和及与]?){2,}/u.exec(text)?.[0] ?? '');
}

/** `节能技术（余热利用、…）；节水技术（…）；…`. */
const innerList =
  /(?<=^|[；;：:\s])([^，。；：:（）()\s]{2,20})[（(]([^（）()]{4,120})[）)](?=[；;。，]|$)/gu;

function withInner(text: string): string[] {
  const names = [...text.matchAll(innerList)];
  return names.length < 2 ? [] : names.map(([, name = '']) => name);
}
