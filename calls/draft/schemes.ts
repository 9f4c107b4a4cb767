import type { Scheme } from '../schema/index.ts';
import type { DraftClause } from './clauses.ts';
import type { Part } from './parts.ts';
import { numberOf } from './pieces.ts';

interface Entry {
  readonly name: string;
  readonly parent: string;
  readonly ref: string;
}

const item = '[^、，。；：:“”（）()]{2,16}(?:（[^）]*）)?';
const listed = new RegExp(
  `(?:包含|包括|围绕|分为|设置|涵盖|是指|聚焦)((?:${item}、){2,}${item}?(?:（[^）]*）)?)(?:等)?\\s*(\\d+|[二三四五六七八九十]+)\\s*(?:大|个|类)*(?:重点|应用)*(方向|模式|领域|行业|类别|类型|维度)`,
  'gu',
);
const classified = /([\u4e00-\u9fff]{2,6})分类包括[:：]?([^。；）)]+)/gu;

/**
 * The label lists of a notice: numbered neighbours whose names end alike (…应用模式, …试点示范), each defined by
 * its own clause, and lists in a sentence (包含A、B、C等六个方向).
 */
export function schemesOf(parts: readonly Part[], clauses: readonly DraftClause[], form: string): Scheme[] {
  const schemes: Scheme[] = [];
  const refs = clauses.map((clause) => clause.ref);
  const names = new Set<string>();
  const add = (title: string, labels: readonly Entry[], parents: readonly string[] = []) => {
    const once = labels.filter((label, i) => labels.findIndex((other) => other.name === label.name) === i);
    const signature = once.map((label) => label.name).join();
    if (once.length < 2 || names.has(signature)) return;
    names.add(signature);
    schemes.push({
      id: `labels-${schemes.length + 1}`,
      title: { zh: title, en: title },
      parents: parents.map((name) => ({ name, en: name })),
      labels: once.map(({ name, parent, ref }) => ({
        name,
        en: name,
        ...(parents.includes(parent) && { parent }),
        aliases: [],
        clause: ref,
        items: [],
        cues: { strong: [], weak: [], against: [] },
      })),
      from: [],
    });
  };

  for (const part of parts) {
    if (part.kind === 'form' || part.kind === 'summary') continue;
    const entries = entriesOf(part, refs);
    const { suffix, alike } = alikeOf(entries);
    if (suffix === '') continue;
    const parents = [...new Set(alike.map((entry) => entry.parent))].filter(Boolean);
    add(suffix, alike, parents.length > 1 ? parents : []);
  }
  const sentences = [
    ...clauses.map(({ text, ref }) => ({ text, ref })),
    { text: form, ref: clauses.findLast((clause) => clause.part.kind === 'form')?.ref ?? refs[0] ?? '' },
  ];
  for (const { text, ref } of sentences) {
    for (const [, list = '', , kind = ''] of text.matchAll(listed)) add(kind, named(list, ref, clauses));
    for (const [, kind = '', list = ''] of text.matchAll(classified)) {
      const labels = named(list, ref, clauses);
      if (labels.length >= 3) add(kind, labels);
    }
  }
  return schemes;
}

/** A listed name is defined by the clause that it heads, where there is one. */
function named(list: string, ref: string, clauses: readonly DraftClause[]): Entry[] {
  return list
    .split('、')
    .map((name) => name.replace(/等$/u, '').trim())
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

const bare = (text: string) => text.replace(/\s|（[^）]*）|\([^)]*\)/gu, '');

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
