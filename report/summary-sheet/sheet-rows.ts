import type { Pack, SummaryFrom, SummarySheet } from '../../calls/schema/index.ts';
import type { Ruling } from '../../core/desk.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import { recommendingUnit } from '../../rules/reading/unit-key.ts';
import { showValue } from '../show.ts';
import { fieldResult } from '../to-results.ts';

/** A filing that is recommended, with what people said of it. */
export interface Recommended {
  readonly outcome: FilingOutcome;
  readonly rulings: ReadonlyMap<string, Ruling>;
}

/** The sheet of one recommending unit, as cells in the sheet's columns. */
export interface UnitSheet {
  /** As the filings name it; empty where they do not. */
  readonly unit: string;
  readonly head: readonly { readonly label: string; readonly text: string }[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Columns whose cell is empty although something should stand there, by filing. */
  readonly empty: readonly { readonly filing: string; readonly label: string }[];
}

/** Filings in their order as the sheets of their recommending units, in the order in which the units first come. */
export function unitSheets(
  filings: readonly Recommended[],
  summary: SummarySheet,
  pack: Pick<Pack, 'form'>,
): UnitSheet[] {
  const units = new Map<string, { readonly name: string; readonly filings: Recommended[] }>();
  for (const filing of filings) {
    const name = String(cellOf({ role: 'recommending-unit' }, filing, 0, pack));
    const key = recommendingUnit(name)?.key ?? name;
    const known = units.get(key);
    if (known) known.filings.push(filing);
    else units.set(key, { name, filings: [filing] });
  }
  return [...units.values()].map(({ name, filings: of }) => sheetOf(name, of, summary, pack));
}

function sheetOf(
  unit: string,
  filings: readonly Recommended[],
  { head, columns }: SummarySheet,
  pack: Pick<Pack, 'form'>,
): UnitSheet {
  const [first] = filings;
  const rows = filings.map((filing, i) => columns.map(({ from }) => cellOf(from, filing, i + 1, pack)));
  return {
    unit,
    head: head.map(({ label, from }) => ({
      label,
      text: first ? String(cellOf(from, first, 1, pack)) : '',
    })),
    rows,
    empty: rows.flatMap((row, r) =>
      columns.flatMap(({ label, from }, c) =>
        row[c] === '' && !('blank' in from) && !('constant' in from)
          ? [{ filing: filings[r]?.outcome.filing ?? '', label }]
          : [],
      ),
    ),
  };
}

function cellOf(
  from: SummaryFrom,
  { outcome, rulings }: Recommended,
  rank: number,
  { form }: Pick<Pack, 'form'>,
): string | number {
  if ('rank' in from) return rank;
  if ('blank' in from) return '';
  if ('constant' in from) return from.constant;
  if ('label' in from) return labelOf(from.label, outcome, rulings);
  const keys =
    'field' in from
      ? [from.field]
      : form.fields.filter(({ role }) => role === from.role).map(({ key }) => key);
  for (const key of keys) {
    const field = outcome.fields.find((one) => one.key === key);
    if (field?.state !== 'filled') continue;
    if (typeof field.value === 'number') return field.value;
    return showValue(fieldResult(field).value).replace(/\s+/gu, ' ').trim();
  }
  return '';
}

function labelOf(
  scheme: string,
  { classification }: FilingOutcome,
  rulings: ReadonlyMap<string, Ruling>,
): string {
  const found = classification.find((one) => one.scheme === scheme);
  return rulings.get(`label:${scheme}`)?.value ?? found?.declared ?? found?.label ?? '';
}
