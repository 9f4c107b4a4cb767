import { numberOf, type Piece } from '../pieces.ts';
import { isName, itemOf, type LabelSection, nameOf } from './label-sections.ts';

/** What a paragraph that introduces a list must speak of. */
const introducing =
  /(?:方向|领域|类别|类型|分类|赛道|专题|主题|组别|板块|大类|奖项|行业|模式|场景|对象|任务|内容|范围)[^，。；：:]{0,8}(?:如下|以下|包括|分为|为|有)?\s*[:：]$|(?:分为|分设|设有?|包括|以下|下列|如下)[^，。；：:]{0,14}(?:类|种|项|个|方面|方向|领域|组|奖)[^，。；：:]{0,6}[:：]$/u;
/** What lists no labels though it is listed. */
const noLabels =
  /(?:申报|报送|证明|佐证|提交|所需|支撑)材料|材料清单|条件|要求|流程|程序|步骤|资料|附件|事项|时间|安排|原则|证明|情形|责任|联系|承诺|方式$/u;

/** `申报方向包括以下四类：` and the items below it. */
export function introducedLists(pieces: readonly Piece[]): LabelSection[] {
  const found: LabelSection[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'para') continue;
    const words = piece.text.split(/[。；]/u).at(-1) ?? '';
    if (!introducing.test(words) || noLabels.test(words)) continue;
    const names: string[] = [];
    let style: string | undefined;
    for (const next of pieces.slice(i + 1)) {
      if (next.kind !== 'para') break;
      const item = itemOf(next.text);
      if (item && (style === undefined || item.style === style)) {
        style = item.style;
        names.push(nameOf(item.rest));
      } else if (item || style === undefined) break;
    }
    if (names.length >= 2 && names.every(isName)) found.push({ title: titleIn(words), labels: names });
  }
  return found;
}

const titleIn = (words: string) =>
  /[\u4e00-\u9fff]{0,4}(?:方向|领域|类别|类型|分类|赛道|专题|主题|组别|板块|大类|奖项|行业|模式|场景|对象|任务|内容|范围)/u.exec(
    words,
  )?.[0] ?? '类别';

/** Numbered neighbours by the heading that they stand under: each with its name. */
function siblings(pieces: readonly Piece[]): string[][] {
  const groups: string[][] = [];
  const open: { depth: number; names: string[] }[] = [];
  for (const piece of pieces) {
    const numbered = piece.kind === 'para' ? numberOf(piece.text) : undefined;
    if (!numbered) continue;
    while ((open.at(-1)?.depth ?? Number.NEGATIVE_INFINITY) > numbered.depth) open.pop();
    let level = open.at(-1);
    if (level?.depth !== numbered.depth) {
      level = { depth: numbered.depth, names: [] };
      open.push(level);
      groups.push(level.names);
    }
    level.names.push(nameOf(numbered.rest));
  }
  return groups;
}

/**
 * Headings of which the title or the first paragraph speaks: `“协同场景”与“专家智库”的函` above 一、协同场景 and
 * 二、专家智库.
 */
export function namedHeadings(pieces: readonly Piece[], title: string): LabelSection[] {
  const first = pieces.findIndex((piece) => piece.kind === 'para' && numberOf(piece.text) !== undefined);
  const intro = pieces
    .slice(0, Math.max(0, first))
    .flatMap((piece) => (piece.kind === 'para' ? [piece.text] : []))
    .join('\n');
  const said = `${title}\n${intro}`;
  return siblings(pieces).flatMap((names) => {
    const told = names.filter(
      (name) => isName(name) && name.length <= 14 && !noLabels.test(name) && said.includes(name),
    );
    return new Set(told).size >= 2 ? [{ title: '征集内容', labels: [...new Set(told)] }] : [];
  });
}

const ofLabels = /方向|指南|目录|榜单|领域|任务|清单|指引|范围|分类|赛道|选题/u;

/** The headings of an annex that is a list of directions, and what each of them is divided into. */
export function annexHeadings(pieces: readonly Piece[], title: string): LabelSection[] {
  if (!ofLabels.test(title) || /材料|证明|要求|填[报写]/u.test(title)) return [];
  return siblings(pieces).flatMap((names) => {
    const fit = names.filter((name) => isName(name) && !noLabels.test(name));
    return names.length >= 3 && fit.length === names.length && new Set(names).size === names.length
      ? [{ title: title.slice(-20), labels: names }]
      : [];
  });
}

const toldLine =
  /^(专题|方向|赛道|领域|类别|主题|任务|选题|榜单|课题|场景|模块|板块)\s*([一二三四五六七八九十]{1,3}|\d{1,3}|[A-Z])\s*[:：、.．\s—-]+(\S.*)$/su;

/** `专题一：…` and below it `方向1：…`: lines that say themselves what they are, all of a kind and those below each. */
export function toldLists(pieces: readonly Piece[]): LabelSection[] {
  const lines = pieces.flatMap((piece) => {
    const [, key = '', , rest = ''] = (piece.kind === 'para' && toldLine.exec(piece.text)) || [];
    return key === '' ? [] : [{ key, name: nameOf(rest) }];
  });
  const keys = [...new Set(lines.map(({ key }) => key))];
  const [top] = keys;
  const below: { title: string; labels: string[] }[] = [];
  for (const { key, name } of keys.length === 2 ? lines : []) {
    if (key === top) below.push({ title: name, labels: [] });
    else below.at(-1)?.labels.push(name);
  }
  const all = keys.map((key) => ({
    title: key,
    labels: lines.flatMap((line) => (line.key === key ? [line.name] : [])),
  }));
  return [...all, ...below].filter(
    ({ labels }) => labels.length >= 2 && labels.every(isName) && new Set(labels).size === labels.length,
  );
}
