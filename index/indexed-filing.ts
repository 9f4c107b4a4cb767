import type { Pack } from '../calls/schema/index.ts';
import type { Field, Filing } from '../core/filing.ts';
import { limits } from '../core/limits.ts';
import { mergeRanges, type Range } from '../core/text/ranges.ts';
import type { TextMap } from '../core/text-map.ts';
import { factsOf } from './signals/facts.ts';
import { picturesOf } from './signals/pictures.ts';
import { beginningOf, joinPlaced, type PlacedText, placedLine, placedTextOf } from './text/placed-text.ts';
import { formAndFieldRanges, formAndNoticeRanges } from './text/subtract.ts';

/** A filing without its text: what a match and the policy say of it. */
export interface FilingCard {
  readonly id: string;
  readonly file: string;
  /** Call id. */
  readonly call: string;
  readonly company: string;
  readonly creditCode?: string;
  readonly title: string;
  readonly year?: number;
  /** The unit that recommends it. */
  readonly recommender?: string;
  /** The office handed it in as one of an earlier year; of which call it was is then not known. */
  readonly earlier?: true;
}

/** What a filing says, read only where it is held against another. */
export interface Narrative {
  /** The applicant's own chapters, one after another. */
  readonly narrative: PlacedText;
  /** Ranges of the narrative that are the form's or the notice's words. */
  readonly excluded: readonly Range[];
}

/** What repeats are found by, of one filing. Plain data: the store keeps it as JSON. */
export interface IndexedFiling extends FilingCard, Narrative {
  /** Numbers, product names and patents that the narrative states. */
  readonly facts: readonly string[];
  /** Perceptual hashes of its pictures. */
  readonly pictures?: readonly string[];
}

/** Narratives shorter than this may not have been found by their headings: the whole text is taken instead. */
const shortNarrative = 200;

/**
 * Pure. A filing whose title or applicant could not be read has an empty string there; one without a date has the
 * year of the call, unless it came from an archive.
 */
export function indexFiling(pack: Pack, filing: Filing, from: 'batch' | 'archive' = 'batch'): IndexedFiling {
  const creditCode = byRole(pack, filing, 'credit-code');
  const company = byRole(pack, filing, 'applicant');
  const recommender = byRole(pack, filing, 'recommending-unit');
  const year = Number(
    /^\d{4}/.exec(byRole(pack, filing, 'filing-date'))?.[0] ??
      (from === 'batch' ? pack.call.year : Number.NaN),
  );
  const chapters = narrativeOf(pack, filing);
  const letters = chapters.text.replace(/\s/g, '').length;
  const isWhole =
    letters < shortNarrative && filing.text.text.length > 3 * letters && !chaptersFound(pack, filing);
  const narrative = beginningOf(isWhole ? placedTextOf(filing.text) : chapters, limits.compared);
  const excluded = mergeRanges([
    ...formAndNoticeRanges(pack, filing, narrative.text),
    ...(isWhole ? formAndFieldRanges(filing) : []),
  ]).filter(([start]) => start < narrative.text.length);
  return {
    id: filing.id,
    file: filing.file,
    call: pack.call.id,
    company,
    ...(creditCode ? { creditCode } : {}),
    title: byRole(pack, filing, 'title'),
    ...(recommender ? { recommender } : {}),
    ...(Number.isInteger(year) ? { year } : {}),
    narrative,
    excluded,
    facts: factsOf(without(narrative.text, excluded)),
    pictures: picturesOf(filing.document),
  };
}

/** Whether repeats are sought in its beginning only. */
export function isCut({ narrative }: IndexedFiling): boolean {
  return narrative.text.length >= limits.compared;
}

function byRole(pack: Pack, filing: Filing, role: string): string {
  const asked = pack.form.fields.filter((field) => field.role === role);
  for (const { key } of asked) {
    const field = filing.fields.get(key);
    if (field?.state !== 'filled') continue;
    const value = typeof field.value === 'string' ? field.value : field.raw;
    if (value.trim()) return value.replace(/\s+/g, ' ').trim();
  }
  return '';
}

/** Most chapters' places were found, with nothing written there or with something: then what is short is short. */
function chaptersFound(pack: Pack, filing: Filing): boolean {
  const states = pack.form.fields
    .filter(isNarrative)
    .map(({ key }) => (filing.sections.has(key) ? 'filled' : (filing.fields.get(key)?.state ?? 'absent')));
  return states.filter((state) => state !== 'absent').length > states.length / 2;
}

const isNarrative = ({ type, role }: Pack['form']['fields'][number]) =>
  type === 'section' || type === 'long-text' || role === 'summary';

function narrativeOf(pack: Pack, filing: Filing): PlacedText {
  const texts: PlacedText[] = [];
  for (const asked of pack.form.fields) {
    if (!isNarrative(asked)) continue;
    const section = filing.sections.get(asked.key);
    const field = filing.fields.get(asked.key);
    if (section?.text.text.trim()) texts.push(placedTextOf(section.text));
    else if (field?.state === 'filled' && field.raw.trim()) texts.push(placedField(field, filing.text));
  }
  return joinPlaced(texts);
}

/** Lines of one field that are looked for in the whole text. */
const mostSought = 400;

/** A field's text, each of its lines at its own place where the whole text has that line once. */
function placedField(field: Field, whole: TextMap): PlacedText {
  let start = 0;
  const lines = field.raw.split('\n').map((text, i) => {
    const at = text.length >= 6 && i < mostSought ? whole.text.indexOf(text) : -1;
    const once = at >= 0 && whole.text.indexOf(text, at + 1) < 0;
    const line = once
      ? placedLine(whole, at, start, text.length)
      : { start, length: text.length, where: field.where };
    start += text.length + 1;
    return line;
  });
  return { text: field.raw, lines };
}

function without(text: string, ranges: readonly Range[]): string {
  let kept = '';
  let at = 0;
  for (const [start, end] of ranges) {
    kept += `${text.slice(at, start)}\n`;
    at = end;
  }
  return kept + text.slice(at);
}
