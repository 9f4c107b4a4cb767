import type { Classification } from '../../core/judgement.ts';

/**
 * Whether a second opinion is worth a question: the classifier abstained, or it found another label than the
 * applicant declared. A sure label that nobody contradicts is left alone.
 */
export function isDoubtful({ label, declared }: Classification): boolean {
  return label === null || (declared !== undefined && !declared.split('、').includes(label));
}
