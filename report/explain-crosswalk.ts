import { type Crosswalk, type CrosswalkEnd, counterpartsOf } from '../calls/crosswalk.ts';
import type { Pack } from '../calls/schema/index.ts';
import type { Lang, Text } from '../core/lang.ts';

const relations = {
  same: { zh: '等同', en: 'same as' },
  narrower: { zh: '属于', en: 'part of' },
  broader: { zh: '包含', en: 'contains' },
  related: { zh: '有交叉', en: 'overlaps' },
} as const satisfies Record<string, Text>;

/**
 * The crosswalk of some schemes as lines for a person: label by label what it answers to elsewhere, both
 * definitions cited. `scheme` is the id of a scheme or of a call; without it all are shown.
 */
export function explainCrosswalk(
  crosswalk: Crosswalk,
  packs: ReadonlyMap<string, Pack>,
  lang: Lang,
  scheme?: string,
): string[] {
  const lines: string[] = [];
  for (const one of schemesIn(crosswalk, packs)) {
    if (scheme !== undefined && one.scheme !== scheme && one.call !== scheme) continue;
    lines.push(`${one.title[lang]} (${one.call} · ${one.scheme})`);
    for (const label of one.labels) {
      lines.push(`  ${label}`);
      const found = counterpartsOf(crosswalk, { ...one, label });
      for (const { relation, end, here } of found) {
        lines.push(`    ${relations[relation][lang]} → ${nameOf(end)} (${end.call})`);
        lines.push(`      ${here.definition.ref}「${here.quote}」`);
        lines.push(`      ${end.definition.ref}「${end.quote}」`);
      }
      for (const { from, to, why } of crosswalk.without) {
        if (from.call !== one.call || from.scheme !== one.scheme || from.label !== label) continue;
        lines.push(`    ${{ zh: '无对应', en: 'none' }[lang]} → ${to.call} · ${to.scheme}: ${why[lang]}`);
      }
    }
  }
  return lines;
}

function schemesIn(crosswalk: Crosswalk, packs: ReadonlyMap<string, Pack>) {
  const ofPacks = [...packs.values()].flatMap((pack) =>
    pack.schemes.map((scheme) => ({
      call: pack.call.id,
      scheme: scheme.id,
      title: scheme.title,
      labels: scheme.labels.map((label) => label.name),
    })),
  );
  const ofOthers = crosswalk.outside.map(({ call, scheme, title, labels }) => ({
    call,
    scheme,
    title,
    labels: labels.map((label) => label.name),
  }));
  const linked = (call: string, scheme: string) =>
    crosswalk.links.some(({ from, to }) =>
      [from, to].some((end) => end.call === call && end.scheme === scheme),
    );
  return [...ofPacks, ...ofOthers].filter(({ call, scheme }) => linked(call, scheme));
}

function nameOf({ label, item, definition }: CrosswalkEnd): string {
  return [label ?? definition.ref, item].filter((part) => part !== undefined).join(' / ');
}
