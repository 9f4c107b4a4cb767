import { createHash } from 'node:crypto';

/** One page of a document that came as pictures: `id` of its bytes, and its file name. */
export interface ListedPage {
  readonly id: string;
  readonly name: string;
}

const head = 'chushen.pages/1';

/**
 * The document's own bytes are the list of its pages: they are kept like any file's, and its id is their hash. `id` is
 * SHA-256, 16 hex digits.
 */
export function pageList(pages: readonly ListedPage[]): { readonly id: string; readonly bytes: Uint8Array } {
  const rows = pages.map(({ id, name }) => `${id} ${name.replaceAll(/[\r\n]/gu, ' ')}\n`);
  const bytes = new TextEncoder().encode(`${head}\n${rows.join('')}`);
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes };
}

/** The pages of such a list; `undefined` for any other bytes. */
export function parsePageList(bytes: Uint8Array): ListedPage[] | undefined {
  const [first, ...rows] = new TextDecoder().decode(bytes).split('\n');
  if (first !== head) return undefined;
  const pages = rows.flatMap((row) => {
    const [, id, name] = /^([0-9a-f]{16}) (.+)$/u.exec(row) ?? [];
    return id === undefined || name === undefined ? [] : { id, name };
  });
  return pages.length > 0 ? pages : undefined;
}
