import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Clause } from '../core/judgement.ts';
import type { Text } from '../core/lang.ts';
import type { PackMistake } from './mistake.ts';
import { PartReader } from './part-reader.ts';
import {
  type CrosswalkFile,
  crosswalkSchema,
  type LinkEnd,
  type OutsideScheme,
  type Relation,
} from './schema/crosswalk.ts';
import type { Pack } from './schema/index.ts';

/** One side of a link with the definition it cites. */
export interface CrosswalkEnd {
  readonly call: string;
  /** Absent where the side is a clause that no scheme names. */
  readonly scheme?: string;
  readonly label?: string;
  readonly item?: string;
  readonly definition: Clause;
  /** Words of the definition that carry the link. */
  readonly quote: string;
}

export interface CrosswalkLink {
  readonly from: CrosswalkEnd;
  readonly to: CrosswalkEnd;
  readonly relation: Relation;
  readonly note?: Text;
}

export interface Crosswalk {
  readonly links: readonly CrosswalkLink[];
  readonly without: CrosswalkFile['without'];
  readonly outside: readonly OutsideScheme[];
}

const file = 'crosswalk.yaml';

/** Reads `crosswalk.yaml` of every folder of packs that has one; a link with a mistake is left out and told. */
export async function loadCrosswalk(
  dirs: readonly string[],
  packs: ReadonlyMap<string, Pack>,
): Promise<{ crosswalk: Crosswalk; mistakes: PackMistake[] }> {
  const mistakes: PackMistake[] = [];
  const read: { dir: string; data: CrosswalkFile }[] = [];
  for (const dir of dirs.filter((one) => existsSync(join(one, file)))) {
    const reader = new PartReader(dir);
    const data = await reader.yaml(file, crosswalkSchema);
    mistakes.push(...reader.mistakes);
    if (data) read.push({ dir, data });
  }
  const outside = read.flatMap(({ data }) => data.outside);
  const links: CrosswalkLink[] = [];
  for (const { dir, data } of read) {
    const report = (path: string, said: { message: Text; mend: Text }) =>
      mistakes.push({ pack: basename(dir), file, path, ...said });
    data.links.forEach(({ from, to, relation, note }, i) => {
      const ends = (
        [
          ['from', from],
          ['to', to],
        ] as const
      ).map(([side, end]) => {
        const resolved = resolve(end, packs, outside);
        if ('message' in resolved) report(`links[${i}].${side}`, resolved);
        return 'message' in resolved ? undefined : resolved;
      });
      const [left, right] = ends;
      if (left && right) links.push({ from: left, to: right, relation, ...(note && { note }) });
    });
    data.without.forEach(({ from, to }, i) => {
      for (const [side, end] of [
        ['from', from],
        ['to', to],
      ] as const) {
        const labels = labelsOf(end.call, end.scheme, packs, outside);
        const label = 'label' in end ? end.label : undefined;
        if (!labels) report(`without[${i}].${side}`, lost('分类体系', 'scheme', end.scheme));
        else if (label !== undefined && !labels.some(({ name }) => name === label))
          report(`without[${i}].${side}`, lost('类别', 'label', label));
      }
    });
  }
  return { crosswalk: { links, without: read.flatMap(({ data }) => data.without), outside }, mistakes };
}

interface KnownLabel {
  readonly name: string;
  readonly clause: string;
  readonly items: readonly { readonly name: string; readonly clause: string }[];
}

function labelsOf(
  call: string,
  scheme: string,
  packs: ReadonlyMap<string, Pack>,
  outside: readonly OutsideScheme[],
): readonly KnownLabel[] | undefined {
  const earlier = outside.find((one) => one.call === call && one.scheme === scheme);
  if (earlier) return earlier.labels.map((label) => ({ ...label, items: [] }));
  return packs.get(call)?.schemes.find((one) => one.id === scheme)?.labels;
}

const lost = (zh: string, en: string, name: string) => ({
  message: { zh: `没有${zh}“${name}”。`, en: `There is no ${en} "${name}".` },
  mend: {
    zh: '请改为通知数据中已有的名称，或删除此条。',
    en: 'Use a name that the call has, or delete this entry.',
  },
});

/** The side with the clause it cites, or what is wrong with it. */
function resolve(
  end: LinkEnd,
  packs: ReadonlyMap<string, Pack>,
  outside: readonly OutsideScheme[],
): CrosswalkEnd | { message: Text; mend: Text } {
  const { call, scheme, label, item, quote } = end;
  let ref = end.clause;
  if (scheme !== undefined || label !== undefined) {
    const labels = labelsOf(call, scheme ?? '', packs, outside);
    if (!labels) return lost('分类体系', 'scheme', `${call} ${scheme ?? ''}`);
    const known = labels.find((one) => one.name === label);
    if (!known) return lost('类别', 'label', label ?? '');
    const part = item === undefined ? known : known.items.find((one) => one.name === item);
    if (!part) return lost('子项', 'item', item ?? '');
    ref ??= part.clause;
  }
  const text = clauseText(call, ref ?? '', packs, outside);
  if (text === undefined) return lost('条款', 'clause', `${call} ${ref ?? ''}`);
  if (!text.includes(quote)) {
    return {
      message: { zh: `条款“${ref}”中没有“${quote}”。`, en: `Clause "${ref}" does not say "${quote}".` },
      mend: { zh: '请照抄条款原文。', en: 'Copy the words of the clause.' },
    };
  }
  return {
    call,
    ...(scheme !== undefined && { scheme }),
    ...(label !== undefined && { label }),
    ...(item !== undefined && { item }),
    definition: { ref: ref ?? '', text },
    quote,
  };
}

function clauseText(
  call: string,
  ref: string,
  packs: ReadonlyMap<string, Pack>,
  outside: readonly OutsideScheme[],
): string | undefined {
  const pack = packs.get(call);
  if (pack) return pack.clauses.get(ref)?.text;
  return outside
    .filter((one) => one.call === call)
    .flatMap((one) => one.clauses)
    .find((clause) => clause.ref === ref)?.text;
}

export interface CounterpartQuery {
  readonly call: string;
  readonly scheme: string;
  readonly label: string;
}

export interface Counterpart {
  readonly relation: Relation;
  readonly end: CrosswalkEnd;
  /** The side that was asked for, with its own citation. */
  readonly here: CrosswalkEnd;
}

const turned: Record<Relation, Relation> = {
  same: 'same',
  narrower: 'broader',
  broader: 'narrower',
  related: 'related',
};

/** What a label answers to in other schemes, read in both directions; its sub-items' links are included. */
export function counterpartsOf(crosswalk: Crosswalk, of: CounterpartQuery): Counterpart[] {
  const is = (end: CrosswalkEnd) =>
    end.call === of.call && end.scheme === of.scheme && end.label === of.label;
  return crosswalk.links.flatMap(({ from, to, relation }): Counterpart[] => {
    if (is(from)) return [{ relation, end: to, here: from }];
    return is(to) ? [{ relation: turned[relation], end: from, here: to }] : [];
  });
}
