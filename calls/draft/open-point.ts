import type { Text } from '../../core/lang.ts';

/** Something the draft could not settle: a person decides it by the passage. */
export interface OpenPoint {
  readonly file: string;
  readonly what: Text;
  readonly passage?: string;
}
