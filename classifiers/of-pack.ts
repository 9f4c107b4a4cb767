import type { Pack } from '../calls/schema/index.ts';
import { type Classifier, createClassifier } from './classify.ts';

type Classifiable = Pick<Pack, 'schemes' | 'clauses'>;

const made = new WeakMap<Classifiable, Map<string, readonly Classifier[]>>();

/** The classifiers of a pack's schemes, made once; `models` is the folder of the office's own models. */
export function classifiersOf(pack: Classifiable, models?: string): readonly Classifier[] {
  const ofPack = made.get(pack) ?? new Map<string, readonly Classifier[]>();
  made.set(pack, ofPack);
  const known = ofPack.get(models ?? '');
  if (known) return known;
  const options = models === undefined ? {} : { models };
  const own = pack.schemes.map((scheme) => createClassifier(scheme, pack.clauses, options));
  ofPack.set(models ?? '', own);
  return own;
}
