import type { Problem } from '../../../core/problem.ts';
import type { FoundPiece, Reading } from './reading.ts';

const maxPlaces = 20;

/** What the reading of a package found that a person should know. */
export function problemsOf(all: Reading, whole: boolean): Problem[] {
  const problems: Problem[] = [];
  if (!whole) problems.push({ code: 'file-repaired' });
  if (all.hidden.some(({ text }) => text.trim() !== ''))
    problems.push({ code: 'hidden-text', ...summary(all.hidden, 20) });
  if (all.struck.length > 0) problems.push({ code: 'struck-text', ...summary(all.struck, 20) });
  if (all.drawnMarks.length > 0) {
    const { places } = summary(all.drawnMarks, 0);
    const sample = all.drawnMarks[0]?.text.slice(0, 40) ?? '';
    problems.push({ code: 'drawn-marks', values: { count: all.drawnMarks.length, sample }, places });
  }
  if (all.inserted + all.deleted > 0) {
    problems.push({ code: 'tracked-changes', values: { inserted: all.inserted, deleted: all.deleted } });
  }
  return problems;
}

function summary(pieces: readonly FoundPiece[], length: number) {
  const text = [...pieces.map((piece) => piece.text).join('')];
  const places = new Map(pieces.map(({ place }) => [`${place.part}#${place.path}`, place]));
  const values = { count: text.length, sample: text.slice(0, length).join('') };
  return { values, places: [...places.values()].slice(0, maxPlaces) };
}
