/** What a check of a code, phone or address gives. */
export interface Checked {
  /** In its canonical writing; as written (half width, no spaces) when it is not valid. */
  readonly value: string;
  readonly valid: boolean;
  /** Set when the value is right only after one certain repair of a misread character. */
  readonly repaired?: true;
}

/** Letters and digits that OCR takes for each other, as an upper case letter to its digit. */
export const digitOf: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
};

/** All ways to replace exactly one character of `code` by one of its look-alikes. */
export function* oneChange(code: string, alikes: Readonly<Record<string, string>>): Generator<string> {
  for (let i = 0; i < code.length; i++) {
    for (const other of alikes[code.charAt(i)] ?? '') {
      yield code.slice(0, i) + other + code.slice(i + 1);
    }
  }
}

/** The only one of `candidates` that is right, or `undefined` when none or several are. */
export function onlyOne(candidates: Iterable<string>, right: (code: string) => boolean): string | undefined {
  const found = [...new Set(candidates)].filter(right);
  return found.length === 1 ? found[0] : undefined;
}
