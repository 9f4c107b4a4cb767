import type { Pack } from '../calls/schema/index.ts';
import type { Document } from '../core/document.ts';
import { mergeRanges, type Range } from '../core/text/ranges.ts';
import { TextMap } from '../core/text-map.ts';
import { readForm } from '../forms/read-form.ts';
import { type Comparison, compareTexts } from '../index/signals/compare.ts';
import { excludedShareOf, formAndNoticeRanges } from '../index/text/subtract.ts';

export interface DocumentsCompared {
  readonly comparison: Comparison;
  readonly textA: TextMap;
  readonly textB: TextMap;
  /** Share of each text that is the form's or the notice's words and was set aside, 0..1. */
  readonly setAsideA: number;
  readonly setAsideB: number;
}

/** Two documents side by side: of filings, what their form and notice say themselves is set aside first. */
export function compareDocuments(a: Document, b: Document, packs: readonly Pack[]): DocumentsCompared {
  const [sideA, sideB] = [sideOf(a, packs), sideOf(b, packs)];
  return {
    comparison: compareTexts(sideA.text, sideB.text, sideA.excluded, sideB.excluded),
    textA: sideA.text,
    textB: sideB.text,
    setAsideA: excludedShareOf(sideA.text.text, sideA.excluded),
    setAsideB: excludedShareOf(sideB.text.text, sideB.excluded),
  };
}

/** By the form most of whose fields it fills; a document that is no form keeps all its text. */
function sideOf(document: Document, packs: readonly Pack[]): { text: TextMap; excluded: readonly Range[] } {
  const readings = packs.map((pack) => {
    const reading = readForm(document, pack.form, pack.blank);
    const count = (is: (state: string) => boolean) =>
      [...reading.fields.values()].filter(({ state }) => is(state)).length;
    const filled = count((state) => state === 'filled');
    const found = count((state) => state !== 'absent') / Math.max(1, pack.form.fields.length);
    return { pack, reading, filled, found };
  });
  const best = readings.sort((x, y) => y.filled - x.filled)[0];
  if (!best || best.found < leastForm) return { text: TextMap.of(document.body), excluded: [] };
  const { pack, reading } = best;
  const filing = { id: '', file: '', document, ...reading, problems: [] };
  const quoted = formAndNoticeRanges(pack, filing, reading.text.text);
  return { text: reading.text, excluded: mergeRanges([...reading.formRanges, ...quoted]) };
}

const leastForm = 0.3;
