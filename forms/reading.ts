import type { FormField } from '../calls/schema/form.ts';

/** One answer for one place of the form, before it is turned into a value. Ranges are folded positions. */
export interface Reading {
  readonly field: FormField;
  readonly year?: number;
  readonly start: number;
  readonly end: number;
  /** How sure the method is that this is the place, 0..1; the characters' own confidence comes later. */
  readonly trust: number;
}

/** Found beyond doubt, whatever may stand there. */
export const isSure = ({ trust }: Reading) => trust >= 0.9;
