import type { Document } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';

/** What the screening process and its reader processes say to each other. */

export interface ReadRequest {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly settings: ReadSettings;
}

/** The part of the options that decides what a document reads as; it is part of the store's key. */
export interface ReadSettings {
  readonly ocr: 'auto' | 'paddle' | 'tesseract' | 'off';
  /** Models of PP-OCR other than the product's own; `version` is the hash of their bytes. */
  readonly ocrModels?: { readonly folder: string; readonly version: string };
  readonly maxPages: number;
  readonly soffice?: string;
}

export type ReadReply =
  /** The reader has the file: from here on a crash is the file's. */
  | { readonly id: number; readonly kind: 'taken' }
  | { readonly id: number; readonly kind: 'page'; readonly page: number; readonly pages: number }
  | {
      readonly id: number;
      readonly kind: 'done';
      readonly document?: Document;
      readonly problems: readonly Problem[];
    };
