import type { Scheme } from '../calls/schema/schemes.ts';
import type { Candidate, Classification, Clause } from '../core/judgement.ts';
import type { Place } from '../core/place.ts';
import type { TextMap } from '../core/text-map.ts';
import { probabilities } from './choice.ts';
import { evidenceOf, type PlacedZone, type Word } from './evidence.ts';
import { featuresOf, type Knowledge } from './features.ts';
import { definitionBags, definitionOf, knowledgeOf } from './knowledge.ts';
import { loadCommonModel, loadModel } from './model.ts';
import { type Zone, zoneOf } from './zone.ts';

export interface ClassifierOptions {
  /** Overrides the probability below which no label is given. */
  readonly threshold?: number;
  /** `none`: definitions and cues only, even where a trained model is there. */
  readonly model?: 'trained' | 'none';
  /** Candidates to return; 5 unless told. */
  readonly candidates?: number;
}

export interface Classifier {
  readonly scheme: Scheme;
  readonly trained: boolean;
  /** Probability below which the label is null. */
  readonly threshold: number;
  /** `title` is the filing's name where it is known; its evidence has `titleWhere` for a place. */
  classify(
    text: TextMap,
    options?: { readonly title?: string; readonly titleWhere?: readonly Place[]; readonly declared?: string },
  ): Classification;
  /** The same for a text prepared once for several schemes. */
  classifyZones(zones: readonly PlacedZone[], declared?: string): Classification;
}

/**
 * A classifier for one scheme. It works from the labels' definitions and cues alone; a model trained for this
 * scheme and these labels (`classifiers/models`) is used where there is one.
 */
export function createClassifier(
  scheme: Scheme,
  clauses: ReadonlyMap<string, Clause>,
  options: ClassifierOptions = {},
): Classifier {
  const model = options.model === 'none' ? undefined : loadModel(scheme);
  const { weights, temperature, threshold: usual } = model ?? loadCommonModel();
  const threshold = options.threshold ?? usual;
  const knowledge = knowledgeOf(scheme, definitionBags(scheme, clauses), model);

  const classifyZones = (zones: readonly PlacedZone[], declared?: string): Classification => {
    const shares = probabilities(featuresOf(knowledge, zones), weights, temperature);
    const ranked = scheme.labels
      .map((label, l) => ({ label, l, score: shares[l] ?? 0 }))
      .sort((a, b) => b.score - a.score || a.l - b.l);
    const candidates = ranked.slice(0, options.candidates ?? 5).map(({ label, l, score }): Candidate => {
      const cues = knowledge.profiles[l]?.cues;
      return {
        label: label.name,
        score,
        evidence: cues ? evidenceOf(zones, cues, (zone) => wordsFor(knowledge, l, zone)) : [],
        definition: definitionOf(label, clauses),
      };
    });
    const best = candidates[0];
    const label = best && best.score >= threshold && best.evidence.length > 0 ? best.label : null;
    return { scheme: scheme.id, label, ...(declared !== undefined && { declared }), candidates };
  };

  return {
    scheme,
    trained: model !== undefined,
    threshold,
    classifyZones,
    classify(text, { title, titleWhere, declared } = {}) {
      const zones: PlacedZone[] = [];
      if (title?.trim()) zones.push({ ...zoneOf('title', title), placesOf: () => titleWhere ?? [] });
      if (text.text.trim()) {
        zones.push({ ...zoneOf('body', text.text), placesOf: (start, end) => text.placesOf(start, end) });
      }
      return classifyZones(zones, declared);
    },
  };
}

/** Words of a zone that speak for a label: by the trained model where there is one, else by the definition. */
function wordsFor({ profiles, bayes }: Knowledge, label: number, zone: Zone): Word[] {
  const words: Word[] = [];
  for (const term of zone.bag.keys()) {
    if (term.startsWith('#')) continue;
    const learned = bayes?.get(term)?.[label] ?? 0;
    const defined = profiles[label]?.definition.weights.get(term) ?? 0;
    const weight = (Math.max(0, learned) + defined) * Math.min(4, term.length);
    if (weight > 0) words.push({ text: term, weight });
  }
  return words.sort((a, b) => b.weight - a.weight).slice(0, 5);
}
