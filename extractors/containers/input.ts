import type { Problem } from '../../core/problem.ts';

export type Loading = { readonly bytes: Uint8Array } | { readonly problem: Problem };

/** A file to read, or one that is there and cannot be read, with the reason. */
export type Input =
  | {
      /** Path as given; inside an archive `archive.zip!/folder/file.docx`. */
      readonly file: string;
      /** The last name of the path. */
      readonly name: string;
      /** Reads the bytes; may be called once or not at all. Never throws. */
      readonly load: () => Promise<Loading>;
    }
  | { readonly file: string; readonly problem: Problem };

/** Left by editors and file managers; nobody submits them. */
export function isLitter(path: string): boolean {
  const names = path.split('/');
  const name = names.at(-1) ?? '';
  return (
    /^(~\$.*|\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|\.~lock\..*)$/i.test(name) || names.includes('__MACOSX')
  );
}

/** Order for people: numbers by value, whatever the language of the machine. */
const collator = new Intl.Collator('en', { numeric: true });

export function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
