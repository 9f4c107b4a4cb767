import type { Scheme } from '../calls/schema/schemes.ts';
import type { Candidate, Classification, Clause } from '../core/judgement.ts';
import type { Place } from '../core/place.ts';
import type { TextMap } from '../core/text-map.ts';
import type { Meaning } from './embedding/meaning.ts';
import type { Vector } from './embedding/nearness.ts';
import { itemFinder } from './items.ts';
import { definitionBags, definitionOf, knowledgeOf } from './knowledge.ts';
import { loadCommonModel, loadModel } from './model.ts';
import { read, say, sharesOf, stands } from './reading.ts';
import { wordsFor } from './signals/deciding.ts';
import { evidenceOf, type PlacedZone } from './signals/evidence.ts';
import { zoneOf } from './signals/zone.ts';
import { likelyTwo, secondOf, shared } from './two.ts';

export interface ClassifierOptions {
  /** Overrides the probability below which no label is given. */
  readonly threshold?: number;
  /** `none`: definitions and cues only, even where a trained model is there. */
  readonly model?: 'trained' | 'none';
  /** Folder of the office's own models, which come before the package's. */
  readonly models?: string;
  /** What the office's embedder adds, where it has one. */
  readonly meaning?: Meaning;
  /** Candidates to return; 5 unless told. */
  readonly candidates?: number;
}

export interface Classifier {
  readonly scheme: Scheme;
  readonly trained: boolean;
  /** Whose model speaks and a hash of it: `package 1f2e…`, `office 9c0a…`, or `none`. */
  readonly version: string;
  /** Probability below which the label is null. */
  readonly threshold: number;
  /** `title` is the filing's name where it is known; its evidence has `titleWhere` for a place. */
  classify(
    text: TextMap,
    options?: { readonly title?: string; readonly titleWhere?: readonly Place[]; readonly declared?: string },
  ): Classification;
  /** The same for a text prepared once for several schemes. */
  classifyZones(
    zones: readonly PlacedZone[],
    declared?: string,
    /** The text's parts by the office's embedder; without them its meaning is not weighed. */
    vectors?: readonly Vector[],
  ): Classification;
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
  const found = options.model === 'none' ? undefined : loadModel(scheme, options.models);
  const model = found?.model;
  const common = loadCommonModel();
  const { weights, threshold: usual, ...tempering } = model ?? common;
  const { meaning } = options;
  const threshold = options.threshold ?? meaning?.threshold ?? usual;
  const knowledge = knowledgeOf(scheme, definitionBags(scheme, clauses), model);
  const itemOf = itemFinder(scheme, clauses);
  const version = `${found?.version ?? 'none'}${meaning ? ' + embeddings' : ''}`;

  const classifyZones: Classifier['classifyZones'] = (zones, declared, vectors) => {
    const reading = read(knowledge, zones);
    const said = say(reading, weights);
    const own = sharesOf(said, tempering);
    const weighed = meaning && vectors ? meaning.weigh(own, vectors) : own;
    const two = secondOf(said, weighed, common.two);
    const shares = shared(weighed, two);
    const ranked = scheme.labels
      .map((label, l) => ({ label, l, score: shares[l] ?? 0 }))
      .sort((a, b) => b.score - a.score || a.l - b.l);
    const candidates = ranked.slice(0, options.candidates ?? 5).map(({ label, l, score }): Candidate => {
      const item = itemOf(l, zones);
      return {
        label: label.name,
        ...(label.parent !== undefined && { parent: label.parent }),
        ...(item && { item }),
        score,
        evidence: evidenceOf(
          zones,
          (zone) => reading.hitsIn(zone, l),
          (zone) => wordsFor(knowledge, l, zone),
        ),
        definition: definitionOf(label, clauses),
      };
    });
    const [best, next] = candidates;
    const pair = [scheme.labels[two.first]?.name, scheme.labels[two.second]?.name];
    const isPair = best && next && pair.includes(best.label) && pair.includes(next.label);
    const beside = two.both >= likelyTwo && isPair && next.evidence.length > 0 ? next : undefined;
    // A text of two labels is settled where the two together are: which of them comes first is no doubt.
    const sure = (best?.score ?? 0) + (beside?.score ?? 0);
    const carried = stands(said, beside ? [two.first, two.second] : [ranked[0]?.l ?? 0]);
    const label = best && carried && sure >= threshold && best.evidence.length > 0 ? best.label : null;
    const parent = classOf(scheme, shares, threshold, best);
    return {
      scheme: scheme.id,
      label,
      ...(parent && { parent }),
      ...(label !== null && beside && { second: { label: beside.label, share: beside.score / sure } }),
      model: version,
      ...(declared !== undefined && { declared }),
      candidates,
    };
  };

  return {
    scheme,
    version,
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

/**
 * The class of a two-level scheme whose labels are likeliest together. It is held to the threshold of the
 * labels, so it is settled wherever the label is, and often where two labels of one class are close.
 */
function classOf(
  scheme: Scheme,
  shares: readonly number[],
  threshold: number,
  best: Candidate | undefined,
): Classification['parent'] {
  if (scheme.parents.length === 0) return undefined;
  const summed = scheme.parents.map(({ name }) => ({
    name,
    score: scheme.labels.reduce((sum, label, l) => sum + (label.parent === name ? (shares[l] ?? 0) : 0), 0),
  }));
  const top = summed.reduce((a, b) => (b.score > a.score ? b : a));
  const settled = top.score >= threshold && (best?.evidence.length ?? 0) > 0;
  return { name: settled ? top.name : null, score: top.score };
}
