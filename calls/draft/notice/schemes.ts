import type { Scheme } from '../../schema/index.ts';
import type { DraftClause } from '../clauses.ts';
import type { Part } from '../parts.ts';
import { numberOf, type Piece } from '../pieces.ts';
import { annexHeadings, introducedLists, namedHeadings, toldLists } from './label-groups.ts';
import { labelListsIn } from './label-lists.ts';
import { labelKinds } from './label-runs.ts';
import { labelSections, strongHeading } from './label-sections.ts';

interface Entry {
  readonly name: string;
  readonly parent: string;
  readonly ref: string;
}

export interface Schemes {
  readonly schemes: readonly Scheme[];
  /** Sentences that count or name 方向, 类别… whose list was not read, or not whole. */
  readonly open: readonly string[];
}

const kindWord = new RegExp(
  `(?:${labelKinds}|(?:榜单|需求|课题|项目|技术|产品)名称)(?:分类|设置|范围|内容|要求|说明|指南|及[^，。]{1,6})?$`,
  'u',
);
const aboutLabels = new RegExp(
  `(?:[3-9]|\\d\\d|[三四五六七八九十]{1,3})\\s*(?:个|大|类|项|种)+[^，。；]{0,6}(?:方向|模式|领域|行业|类别|类型|赛道|专题|组别|板块)|(?:申报|征集|推荐|支持|遴选|建设|参评)(?:${labelKinds})[^，。；]{0,4}(?:包括|分为|为|如下|[:：])|(?:重点|优先)支持[^，。；]*、[^，。；]*、`,
  'u',
);
const classified = /([\u4e00-\u9fff]{2,6})分类包括[:：]?([^。；）)]+)/gu;

/**
 * The label lists of a notice: the items of a section whose heading says what they are (征集方向), numbered neighbours
 * whose names end alike (…应用模式), each defined by its own clause; lists in a sentence; a column of a table.
 */
export function schemesOf(parts: readonly Part[], clauses: readonly DraftClause[], form: string): Schemes {
  const schemes: Scheme[] = [];
  const open: string[] = [];
  const refs = clauses.map((clause) => clause.ref);
  const add = (title: string, labels: readonly Entry[], parents: readonly string[] = []): boolean => {
    const once = labels.filter((label, i) => labels.findIndex((other) => other.name === label.name) === i);
    if (once.length < 2 || !refs.includes(once[0]?.ref ?? '')) return false;
    const held = schemes.some((scheme) =>
      once.every(({ name }) => scheme.labels.some((label) => bare(label.name) === bare(name))),
    );
    if (held) return true;
    schemes.push(schemeOf(`labels-${schemes.length + 1}`, title, once, parents));
    return true;
  };
  for (const part of parts) {
    if (part.kind === 'form' || part.kind === 'summary') continue;
    const listed = [
      ...labelSections(part.pieces),
      ...introducedLists(part.pieces),
      ...toldLists(part.pieces),
      ...(part.kind === 'annex'
        ? annexHeadings(part.pieces, part.title)
        : namedHeadings(part.pieces, part.title)),
    ];
    for (const { title, labels } of listed) add(title, named(labels, refOfPart(part, clauses), clauses));
    const entries = entriesOf(part, refs);
    const { suffix, alike } = alikeOf(entries);
    if (suffix !== '') {
      const parents = [...new Set(alike.map((entry) => entry.parent))].filter(Boolean);
      add(suffix, alike, parents.length > 1 ? parents : []);
    }
    for (const { title, names } of columnsOf(part.pieces)) {
      add(title, named(names, refOfPart(part, clauses), clauses));
    }
  }
  const sentences = [
    ...clauses.map(({ text, ref, part, headings }) => ({
      text,
      ref,
      headings,
      notice: part.kind !== 'form',
    })),
    {
      text: form,
      ref: clauses.findLast((clause) => clause.part.kind === 'form')?.ref ?? refs[0] ?? '',
      headings: [],
      notice: false,
    },
  ];
  for (const { text, ref, notice, headings } of sentences) {
    let read = false;
    for (const { kind, labels, count } of labelListsIn(text)) {
      if (!add(kind, named(labels, ref, clauses))) continue;
      read = count === undefined || count === labels.length;
    }
    for (const [, kind = '', list = ''] of text.matchAll(classified)) {
      const labels = named(list.split('、'), ref, clauses);
      if (labels.length >= 3) read = add(kind, labels) || read;
    }
    const held = schemes.some(({ labels }) => labels.some(({ name }) => text.includes(name)));
    const under = headings.at(-1) ?? '';
    if (notice && !read && (aboutLabels.test(text) || (!held && strongHeading.test(under)))) open.push(text);
  }
  return { schemes, open: [...new Set(open)] };
}

function refOfPart(part: Part, clauses: readonly DraftClause[]): string {
  return clauses.find((clause) => clause.part === part)?.ref ?? clauses[0]?.ref ?? '';
}

function schemeOf(id: string, title: string, labels: readonly Entry[], parents: readonly string[]): Scheme {
  return {
    id,
    title: { zh: title, en: title },
    parents: parents.map((name) => ({ name, en: name })),
    labels: labels.map(({ name, parent, ref }) => ({
      name,
      en: name,
      ...(parents.includes(parent) && { parent }),
      aliases: [],
      clause: ref,
      items: [],
      cues: { strong: [], weak: [], against: [] },
    })),
    from: [],
  };
}

/** A listed name is defined by the clause that it heads, where there is one. */
function named(list: readonly string[], ref: string, clauses: readonly DraftClause[]): Entry[] {
  const names = list.map((name) => name.replace(/等$/u, '').trim());
  return withoutShared(names, clauses)
    .filter((name) => name !== '')
    .map((name) => {
      const own = clauses.find(
        (clause) =>
          clause.headings.some((one) => bare(one) === bare(name)) ||
          bare(clause.text).startsWith(`${bare(name)}：`),
      );
      return { name, parent: '', ref: own?.ref ?? ref };
    });
}

/** 生产型示范基地, 经营型示范基地: what all share behind 型 or 级, or as 方向, is no part of the name. */
function withoutShared(names: readonly string[], clauses: readonly DraftClause[]): readonly string[] {
  const [first = ''] = names;
  if (names.length < 2) return names;
  let shared = '';
  for (let n = 1; n < first.length - 1; n++) {
    const end = first.slice(-n);
    if (!names.every((name) => name.endsWith(end) && name.length - n >= 2)) break;
    shared = end;
  }
  const [, tail = ''] =
    /^(?:.*[型级类式])?((?:方向|方面|赛道|专题|板块|大类|类别)|(?<=[型级类式]).{2,}|.{2,})$/u.exec(shared) ??
    [];
  const cut = names.map((name) => name.slice(0, name.length - tail.length));
  const told =
    /^(?:方向|方面|赛道|专题|板块|大类|类别)$/u.test(tail) ||
    cut.every((name) => /[型级类式]$/u.test(name) && standsAlone(name, tail, clauses));
  return tail !== '' && told && cut.every((name) => name.length >= 2) ? cut : names;
}

/** 生产型、经营型 stand in the notice without the ending as well. */
const standsAlone = (name: string, tail: string, clauses: readonly DraftClause[]) =>
  clauses.some(({ text, headings }) =>
    [text, ...headings].some((words) => words.replaceAll(name + tail, '').includes(name)),
  );

const bare = (text: string) => text.replace(/\s|（[^）]*）|\([^)]*\)|[“”"]/gu, '');

/** A column 方向, 类别… of a table with its own names in at least two rows. */
function columnsOf(pieces: readonly Piece[]): { title: string; names: readonly string[] }[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'table') return [];
    const [head, ...rows] = piece.rows;
    const cell = head?.find(({ paras }) => kindWord.test(paras.join('')) && paras.join('').length <= 10);
    if (!cell) return [];
    const names = rows.flatMap((row) => {
      const text = row.find(({ col }) => col === cell.col)?.paras.join('') ?? '';
      return text.length >= 2 && text.length <= 24 ? [text] : [];
    });
    return names.length >= 2 ? [{ title: cell.paras.join(''), names }] : [];
  });
}

/** Items one below the highest numbering: （一） below 一、, with the heading above and the clause that defines them. */
function entriesOf(part: Part, refs: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  let above = { number: '', title: '' };
  for (const piece of part.pieces) {
    const numbered = piece.kind === 'para' ? numberOf(piece.text) : undefined;
    if (!numbered) continue;
    if (numbered.depth === 0)
      above = { number: numbered.number, title: numbered.rest.split(/[。：:]/u)[0] ?? '' };
    if (numbered.depth !== 1) continue;
    const stem = `${part.name === '' ? '' : `${part.name} `}${above.number}（${numbered.number}）`;
    const ref = refs.find((one) => one === stem) ?? refs.find((one) => one.startsWith(stem));
    const name = (numbered.rest.split(/[。：:，]/u)[0] ?? '').replace(/\s+/gu, ' ').trim();
    if (ref !== undefined) entries.push({ name, parent: above.title.length <= 20 ? above.title : '', ref });
  }
  return entries;
}
/** The ending that most of the names share, and the names cut at it. */
function alikeOf(entries: readonly Entry[]): { suffix: string; alike: Entry[] } {
  const counts = new Map<string, number>();
  for (const { name } of entries) {
    const core = name.replace(/（[^）]*）$/u, '').replace(/\s/gu, '');
    for (let n = 2; n <= 6 && n < core.length; n++) {
      const end = core.slice(-n);
      counts.set(end, (counts.get(end) ?? 0) + 1);
    }
  }
  const [suffix = '', count = 0] =
    [...counts].sort(([a, m], [b, n]) => n * Math.sqrt(b.length) - m * Math.sqrt(a.length))[0] ?? [];
  if (count < 3) return { suffix: '', alike: [] };
  const alike = entries.flatMap((entry) => {
    const spaced = suffix.split('').join('\\s*').replace(/[+]/gu, '\\+');
    const match = new RegExp(`^.{1,40}?${spaced}(?:（[^）]{1,8}）)?(?=\\s|$)`, 'u').exec(entry.name);
    return match && match[0].length <= 45 ? [{ ...entry, name: match[0].replace(/\s/gu, '') }] : [];
  });
  return { suffix, alike };
}
