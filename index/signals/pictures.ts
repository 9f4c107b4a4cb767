import type { Document } from '../../core/document.ts';
import { isPagePlace } from '../../core/place.ts';

/** Bits of 64 by which two hashes of one picture may differ: other size, quality, a watermark. */
const tolerance = 5;
/** A picture that fills the page is a scan of it; what is smaller than a stamp is an ornament. */
const wholePage = 0.6;
const ornament = 40;
/** Filings that have a picture before it is common to all: a logo, a form's own drawing, a set diagram. */
const fewest = 4;
const shareOfAll = 0.01;

/** Hashes of the pictures of a document that can tell it from others, each once. */
export function picturesOf(document: Document): string[] {
  const areas = new Map(document.pages.map((page) => [page.number, page.width * page.height]));
  const telling = document.pictures.filter(({ place }) => {
    if (!isPagePlace(place)) return true;
    const [left, top, right, bottom] = place.box;
    const [width, height] = [right - left, bottom - top];
    const page = areas.get(place.page) ?? Number.POSITIVE_INFINITY;
    return Math.min(width, height) >= ornament && width * height < wholePage * page;
  });
  return [...new Set(telling.flatMap(({ hash }) => hash ?? []))].sort();
}

/** Whether two 64-bit hashes, as 16 hex digits, are of one picture. */
export function samePicture(a: string, b: string): boolean {
  let distance = 0;
  for (let i = 0; i < 16; i += 8) {
    let bits = Number.parseInt(a.slice(i, i + 8), 16) ^ Number.parseInt(b.slice(i, i + 8), 16);
    for (; bits !== 0; bits &= bits - 1) distance++;
  }
  return distance <= tolerance;
}

/** Which submissions have which pictures, and which of those are too common to tell anything. */
export class PictureIndex {
  /** By each pair of digits of the hash: five bits that differ leave three of the eight pairs as they are. */
  private readonly byPart = new Map<string, number[]>();
  /** Every picture, by its number: a list of pairs for each part would take ten times the room. */
  private readonly hashes: string[] = [];
  private readonly ownersOfEach: number[] = [];
  private readonly common = new Map<string, boolean>();
  private owners = 0;

  add(owner: number, hashes: readonly string[]): void {
    if (hashes.length > 0) this.owners++;
    for (const hash of hashes) {
      const picture = this.hashes.push(hash) - 1;
      this.ownersOfEach.push(owner);
      for (const part of partsOf(hash)) {
        const list = this.byPart.get(part);
        if (list) list.push(picture);
        else this.byPart.set(part, [picture]);
      }
    }
  }

  /** Submissions other than `owner` that have one of these pictures, common ones left out. */
  sharing(owner: number, hashes: readonly string[]): Set<number> {
    const found = new Set<number>();
    for (const hash of hashes) {
      if (this.isCommon(hash)) continue;
      for (const other of this.ownersOf(hash)) if (other !== owner) found.add(other);
    }
    return found;
  }

  /**
   * Share of the smaller side's telling pictures that both have, drawn towards 0 where there are few: one of
   * one is a half; 0..1. Absent where one side has none, which says nothing.
   */
  compare(a: readonly string[], b: readonly string[]): number | undefined {
    const [few, many] = [this.telling(a), this.telling(b)].sort((x, y) => x.length - y.length);
    if (!few || !many || few.length === 0) return undefined;
    const shared = few.filter((hash) => many.some((other) => samePicture(hash, other))).length;
    return shared / (few.length + 1);
  }

  private telling(hashes: readonly string[]): string[] {
    return hashes.filter((hash) => !this.isCommon(hash));
  }

  private isCommon(hash: string): boolean {
    let known = this.common.get(hash);
    if (known === undefined) {
      known = this.ownersOf(hash).size >= Math.max(fewest, shareOfAll * this.owners);
      this.common.set(hash, known);
    }
    return known;
  }

  private ownersOf(hash: string): Set<number> {
    const found = new Set<number>();
    for (const part of partsOf(hash)) {
      for (const picture of this.byPart.get(part) ?? []) {
        const owner = this.ownersOfEach[picture] ?? -1;
        if (!found.has(owner) && samePicture(hash, this.hashes[picture] ?? '')) found.add(owner);
      }
    }
    return found;
  }
}

/** The eight pairs of digits, each with where it stands. */
function partsOf(hash: string): string[] {
  return Array.from({ length: 8 }, (_, i) => `${i}${hash.slice(2 * i, 2 * i + 2)}`);
}
