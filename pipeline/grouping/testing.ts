import type { FileCard } from '../stages/extract.ts';

/** A card for tests: of a file that was read and is a form, unless told otherwise. */
export function cardOf(card: Partial<FileCard> & { readonly file: string }): FileCard {
  return {
    kind: 'form',
    names: [],
    text: '',
    found: 1,
    fields: [],
    annexes: [],
    format: 'docx',
    pages: 1,
    ocrPages: 0,
    problems: [],
    ...card,
  };
}
