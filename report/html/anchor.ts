import type { FormOf } from '../results-source.ts';

/** Where filings stand on the page. The same file handed in twice has one id, but two pages. */
export class Anchors {
  private readonly pages = new Map<string, { readonly file: string; readonly anchor: string }[]>();
  private readonly told = new Map<string, number>();

  constructor(forms: readonly FormOf[]) {
    for (const { id, file } of forms) {
      const pages = this.pages.get(id) ?? [];
      pages.push({ file, anchor: anchorOf(id, pages.length) });
      this.pages.set(id, pages);
    }
  }

  /** Of the next filing in order. */
  next(id: string): string {
    const time = this.told.get(id) ?? 0;
    this.told.set(id, time + 1);
    return anchorOf(id, time);
  }

  /** Of the filing that a match names, under this file where it was handed in several times; none beyond the batch. */
  to(id: string, file: string | undefined): string | undefined {
    const pages = this.pages.get(id);
    return (pages?.find((page) => page.file === file) ?? pages?.[0])?.anchor;
  }
}

const anchorOf = (id: string, time: number) => (time === 0 ? `f-${id}` : `f-${id}-${time + 1}`);
