import type { Pack } from '../calls/schema/index.ts';
import type { Filing } from '../core/filing.ts';
import type { Classification } from '../core/judgement.ts';
import type { Place } from '../core/place.ts';
import { declaredLabel } from './declared.ts';
import { classifiersOf } from './of-pack.ts';
import type { PlacedZone } from './signals/evidence.ts';
import { foldForClassifying } from './signals/fold.ts';
import { zoneOf } from './signals/zone.ts';

/** What classifying needs of a pack. */
export type Classifiable = Pick<Pack, 'schemes' | 'clauses' | 'form'>;

/** One stretch of narrative and where it stands. */
interface Passage {
  readonly text: string;
  placesOf(start: number, end: number): readonly Place[];
}

/** Form words shorter than this are too common in free text to be taken out of it. */
const shortestFormWords = 8;

/**
 * Classifies a filing by every scheme of its pack, in the pack's order. The title counts most; the body is
 * the fields and sections that the scheme names, or else the summary, all long texts and narrative sections.
 * The blank form's own words are not counted as the applicant's. `models` is the folder of the office's models.
 */
export function classifyFiling(pack: Classifiable, filing: Filing, models?: string): Classification[] {
  const zonesOf = new Map<string, readonly PlacedZone[]>();
  return classifiersOf(pack, models).map((classifier) => {
    const { scheme } = classifier;
    const key = scheme.from.join(' ');
    const zones = zonesOf.get(key) ?? zonesOfFiling(pack, filing, scheme.from);
    zonesOf.set(key, zones);
    return classifier.classifyZones(zones, declaredLabel(scheme, pack.form, filing.fields));
  });
}

/** The title and the text that a scheme classifies, `from` being the scheme's fields; empty means all. */
export function zonesOfFiling(pack: Classifiable, filing: Filing, from: readonly string[]): PlacedZone[] {
  const zones: PlacedZone[] = [];
  const asked = pack.form.fields.filter((field) => from.length === 0 || from.includes(field.key));
  const title = asked.find((field) => 'role' in field && field.role === 'title');
  const titlePassage = title && passageOf(filing, title.key);
  if (titlePassage) zones.push({ ...zoneOf('title', titlePassage.text), placesOf: titlePassage.placesOf });

  const bodyKeys = asked
    .filter((field) => field !== title)
    .filter((field) => from.length > 0 || isNarrative(field.type) || field.role === 'summary')
    .map((field) => field.key);
  const passages = bodyKeys.map((key) => passageOf(filing, key)).filter((passage) => passage !== undefined);
  const body = joined(passages, formWordsOf(filing));
  if (body.text.trim()) zones.push({ ...zoneOf('body', body.text), placesOf: body.placesOf });
  return zones;
}

const isNarrative = (type: string) => type === 'section' || type === 'long-text';

function passageOf(filing: Filing, key: string): Passage | undefined {
  const section = filing.sections.get(key);
  if (section?.text.text.trim()) {
    return { text: section.text.text, placesOf: (start, end) => section.text.placesOf(start, end) };
  }
  const field = filing.fields.get(key);
  if (field?.state !== 'filled' || !field.raw.trim()) return undefined;
  return { text: field.raw, placesOf: () => field.where };
}

/** The lines of the blank form that are long enough to be told from the applicant's own words. */
function formWordsOf(filing: Filing): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [start, end] of filing.formRanges) {
    for (const line of filing.text.text.slice(start, end).split('\n')) {
      const folded = foldForClassifying(line);
      if (folded.length >= shortestFormWords) words.add(folded);
    }
  }
  return words;
}

/** Passages one after another, apart by a full stop on a line of its own; form lines blanked with spaces. */
function joined(passages: readonly Passage[], formWords: ReadonlySet<string>): Passage {
  const between = '\n。\n';
  const starts: number[] = [];
  let text = '';
  for (const passage of passages) {
    if (text !== '') text += between;
    starts.push(text.length);
    text += passage.text
      .split('\n')
      .map((line) => (formWords.has(foldForClassifying(line)) ? ' '.repeat(line.length) : line))
      .join('\n');
  }
  const placesOf = (start: number, end: number): readonly Place[] =>
    passages.flatMap((passage, i) => {
      const first = starts[i] ?? 0;
      const last = first + passage.text.length;
      if (end <= first || start >= last) return [];
      return passage.placesOf(Math.max(start, first) - first, Math.min(end, last) - first);
    });
  return { text, placesOf };
}
