import type { FilingDetail, Pages } from '../../workbench/api/filing.ts';
import type { Refused } from '../api/refused.ts';
import { asRefused } from '../api/refused.ts';
import { loadFiling, loadPages, pictureOf } from '../api/routes.ts';

/** A filing that is shown or comes next, as far as it is there. */
export interface Kept {
  filing?: FilingDetail;
  pages?: Pages;
  refused?: Refused;
  /** Held so that the browser keeps it decoded. */
  picture?: HTMLImageElement;
  /** Resolve, never reject, as the parts come in: the words may be there long before the pages are drawn. */
  readonly parts: readonly Promise<void>[];
}

/** So many are held: the one shown, the next, and those just left. */
const most = 4;
const kept = new Map<string, Kept>();
/** Pixels of the pictures shown last; the next filing's will be the same. */
let width = 1000;

const keyOf = (batch: string, filing: string) => `${batch}\n${filing}`;

export function showsPicturesOf(pixels: number): void {
  width = pixels;
}

/** The filing as it is known, asked for if it is not. */
export function take(batch: string, filing: string): Kept {
  const key = keyOf(batch, filing);
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const fresh: Kept = { parts: [] };
  const failed = (error: unknown) => {
    fresh.refused = asRefused(error);
    // What was refused is asked again the next time.
    if (kept.get(key) === fresh) kept.delete(key);
  };
  const words = loadFiling(batch, filing).then((answer) => {
    fresh.filing = answer;
  }, failed);
  const pictures = loadPages(batch, filing).then((answer) => {
    fresh.pages = answer;
    const first = answer.shown ? answer.pages[0] : undefined;
    if (!first) return;
    fresh.picture = new Image();
    fresh.picture.src = pictureOf(batch, filing, first.n, width);
    fresh.picture.decode().catch(() => undefined);
  }, failed);
  Object.assign(fresh, { parts: [words, pictures] });
  kept.set(key, fresh);
  for (const old of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(old);
  }
  return fresh;
}

/** Forgets what was changed elsewhere; without names, all of the batch. `but` is on the screen and stays. */
export function forget(batch: string, filings?: readonly string[], but?: string): void {
  for (const key of [...kept.keys()]) {
    const [ofBatch, filing = ''] = key.split('\n');
    if (ofBatch === batch && filing !== but && (filings?.includes(filing) ?? true)) kept.delete(key);
  }
}

/** What an act was answered with is what is known from then on. */
export function learn(batch: string, filing: FilingDetail): void {
  const known = kept.get(keyOf(batch, filing.filing));
  if (known) known.filing = filing;
}
