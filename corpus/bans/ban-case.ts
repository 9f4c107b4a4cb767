import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import type { Pack } from '../../calls/schema/index.ts';
import type { Match } from '../../core/judgement.ts';
import { archiveOf } from '../../index/archive.ts';
import type { IndexedFiling } from '../../index/indexed-filing.ts';
import { createRepeatFinder } from '../../index/match.ts';
import { awardIssuerOf } from '../../index/policy/award-issuer.ts';
import { factsOf } from '../../index/signals/facts.ts';
import { type AffiliateRow, Affiliates } from '../../lists/affiliates.ts';
import { readAwardBytes } from '../../lists/awards/read-awards.ts';
import { issuerSaid } from '../../lists/awards/taken-for.ts';

/**
 * Filings against one award list, with the verdict that follows from the notice's own words, written down before the
 * program was asked. Where the notice leaves room, the verdict is `review`. All names are invented.
 */
export interface BanCase {
  readonly name: string;
  readonly call: string;
  /** The clause the verdict rests on, and how it follows. */
  readonly clause: string;
  /** `free`: shown as information at most. */
  readonly expected: 'barred' | 'review' | 'free';
  readonly list: AwardListText;
  readonly filing: { readonly company: string; readonly title: string; readonly text?: string };
  readonly asOf?: string;
  /** The reading that the office chose. */
  readonly reading?: string;
  readonly affiliates?: readonly AffiliateRow[];
}

/** An award list as an office has it: what its file is called, its title, and the one row that matters. */
export interface AwardListText {
  readonly file?: string;
  /** `--issuer` at import. */
  readonly said?: string;
  readonly title?: string;
  /** Header and cell of each column. */
  readonly row: Readonly<Record<string, string>>;
  /** More rows, by the same columns. */
  readonly others?: readonly Readonly<Record<string, string>>[];
}

export type Verdict = BanCase['expected'];

const { packs } = await loadPacks([builtInPacksDir()]);

export function packNamed(call: string): Pack {
  const pack = packs.get(call);
  if (!pack) throw new Error(`there is no pack ${call}`);
  return pack;
}

/** Reads the list, compares the filing with it, and tells what came of the award. */
export async function outcomeOf(
  one: BanCase,
): Promise<{ readonly verdict: Verdict; readonly match?: Match }> {
  const pack = packNamed(one.call);
  const programmes = [...packs.values()].map(({ call }) => ({
    ...call.programme,
    issuer: awardIssuerOf(call),
  }));
  const issuer = one.list.said === undefined ? undefined : issuerSaid(one.list.said);
  const bytes = new TextEncoder().encode(csvOf(one.list));
  const { awards } = await readAwardBytes(one.list.file ?? '名单.csv', bytes, {
    programmes,
    ...(issuer ? { issuer } : {}),
  });
  const finder = createRepeatFinder({
    pack,
    asOf: one.asOf ?? pack.call.deadlines.at(-1)?.at.slice(0, 10) ?? '',
    awards,
    archive: archiveOf([]),
    ...(one.reading ? { reading: one.reading } : {}),
    ...(one.affiliates ? { affiliates: new Affiliates(one.affiliates) } : {}),
  });
  const found = await finder.find([filingOf(one)]);
  const match = found.get('filing')?.find(({ target }) => target.id === awards[0]?.id);
  if (!match) return { verdict: 'free' };
  return { verdict: match.verdict === 'info' ? 'free' : match.verdict, match };
}

function csvOf({ title, row, others = [] }: AwardListText): string {
  const columns = Object.keys(row);
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [columns, ...[row, ...others].map((one) => columns.map((column) => one[column] ?? ''))];
  return [...(title ? [[title]] : []), ...lines].map((cells) => cells.map(cell).join(',')).join('\n');
}

function filingOf({ call, filing: { company, title, text = '' } }: BanCase): IndexedFiling {
  const lines = [{ start: 0, length: text.length, where: [{ part: 'word/document.xml', path: 'p[1]' }] }];
  return {
    id: 'filing',
    file: 'filing.docx',
    call,
    company,
    title,
    narrative: { text, lines },
    excluded: [],
    facts: factsOf(text),
  };
}
