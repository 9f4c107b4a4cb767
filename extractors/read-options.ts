import type { OcrEngine } from './ocr/engines/engine.ts';

/** What a caller may decide about reading; the extractors hold no state of their own. */
export interface ReadOptions {
  /**
   * Called on the first page that needs OCR; the same engine is given each time. Absent, or giving
   * `undefined` where no engine works here: scans are reported as `ocr-unavailable`.
   */
  readonly ocr?: () => Promise<OcrEngine | undefined>;
  readonly maxPages: number;
  /** Command of LibreOffice for DOC and WPS; absent: running text only, with a problem that says so. */
  readonly soffice?: string;
  /** Called after each page or part, for progress bars. */
  readonly onPage?: (page: number, pages: number) => void;
}

export const defaultReadOptions: ReadOptions = { maxPages: 1000 };
