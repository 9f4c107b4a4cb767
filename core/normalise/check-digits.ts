/** Characters that OCR takes for one another. */
const confused: Record<string, string> = {
  O: '0',
  D: '0',
  Q: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
  G: '6',
  '0': 'D',
  '1': 'L',
  '2': 'Z',
  '5': 'S',
  '8': 'B',
  '6': 'G',
};

export interface CheckedCode {
  readonly value: string;
  readonly valid: boolean;
  /** Set when one confused character was put right, which the check digit proves. */
  readonly repaired?: true;
}

/** Checks a code; where it fails, tries every single confusion and takes the repair only when it is the only one. */
export function checkOrRepair(code: string, valid: (code: string) => boolean): CheckedCode {
  if (valid(code)) return { value: code, valid: true };
  const repairs = new Set<string>();
  [...code].forEach((char, i) => {
    const other = confused[char];
    if (other === undefined) return;
    const repaired = code.slice(0, i) + other + code.slice(i + 1);
    if (valid(repaired)) repairs.add(repaired);
  });
  const [only] = repairs;
  return repairs.size === 1 && only !== undefined
    ? { value: only, valid: true, repaired: true }
    : { value: code, valid: false };
}
