import type { Consequence } from './filing-state.ts';
import type { Text } from './lang.ts';
import type { Place } from './place.ts';

/** A numbered clause of a notice, quoted so that a verdict can be justified to an applicant. */
export interface Clause {
  readonly ref: string;
  readonly text: string;
}

/** `unknown` is an honest answer; "not checked" is never shown as passed. */
export type Verdict = 'pass' | 'fail' | 'unknown' | 'not-applicable';

/** The verdict on one condition 初审意见. */
export interface Finding {
  readonly rule: string;
  readonly title: Text;
  /** What it means for the filing where it fails. */
  readonly consequence: Consequence;
  readonly verdict: Verdict;
  /** Set where no document can show it: a person checks, and the filing is not held up for it. */
  readonly manual?: true;
  /** A sentence a clerk can send to the applicant. */
  readonly message: Text;
  readonly clause: Clause;
  readonly evidence: readonly Place[];
}

/** A phrase of the filing that speaks for a label. */
export interface Cue {
  readonly text: string;
  readonly where: readonly Place[];
}

export interface Candidate {
  readonly label: string;
  /** The class above the label, where the scheme has two levels. */
  readonly parent?: string;
  /** The label's sub-item that the text answers to most clearly, where the notice lists some. */
  readonly item?: { readonly name: string; readonly definition: Clause };
  /** Calibrated probability. */
  readonly score: number;
  readonly evidence: readonly Cue[];
  /** The notice's definition of the label. */
  readonly definition: Clause;
}

export interface Classification {
  readonly scheme: string;
  /** `null`: the text does not settle it. */
  readonly label: string | null;
  /** The class, which may be settled where the label in it is not; absent where the scheme has one level. */
  readonly parent?: { readonly name: string | null; readonly score: number };
  /**
   * The other label of a text that tells of two, with its share of what speaks for the two, 0..1; where `label`
   * is given. Their scores are the shares: together they say how sure it is.
   */
  readonly second?: { readonly label: string; readonly share: number };
  /** The model that spoke: whose it is and a hash of it; `none` for definitions and cues alone. */
  readonly model?: string;
  /** What the applicant ticked or wrote. */
  readonly declared?: string;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** What a language model said, where one was asked; it changes neither label nor probabilities. */
  readonly secondOpinion?: SecondOpinion;
}

/**
 * What a language model said of a doubtful classification.
 *
 * `agrees`: it names the first candidate, so that an abstention becomes a proposal to confirm. `differs`: it
 * names another label of the scheme. `none`: by it no label fits.
 */
export interface SecondOpinion {
  readonly stance: 'agrees' | 'differs' | 'none';
  /** The model that spoke. */
  readonly model: string;
  /** `null`: no label of the scheme. */
  readonly label: string | null;
  /** The words of the filing that it points to; absent where it names no label. */
  readonly quote?: Cue;
  /** The notice's definition of the label it names. */
  readonly definition?: Clause;
}

export interface Passage {
  readonly here: { readonly text: string; readonly where: readonly Place[] };
  readonly there: { readonly text: string; readonly where: readonly Place[] };
}

/** A rare word or term that both texts use, whatever sentences it stands in. */
export interface SharedTerm {
  readonly term: string;
  readonly here: readonly Place[];
  readonly there: readonly Place[];
}

/** `barred`: same and inside the policy; `review`: a person must look; `info`: no consequence. */
export type MatchVerdict = 'barred' | 'review' | 'info';

export interface MatchTarget {
  readonly type: 'award' | 'filing' | 'archive';
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly year?: number;
  /** Programme id of an award whose list is one of a pack's programmes. */
  readonly programme?: string;
  readonly file?: string;
}

/** One signal behind a match: how alike (0..1) and how much it moved the score (log-odds). */
export interface Signal {
  readonly name: 'who' | 'title' | 'text' | 'retold' | 'topical' | 'meaning' | 'facts' | 'pictures';
  readonly value: number;
  readonly weight: number;
}

/** What a filing repeats from an award, an archived filing or another filing of the batch. */
export interface Match {
  readonly kind: 'award' | 'archive' | 'batch';
  readonly target: MatchTarget;
  /** Probability that both are the same solution. */
  readonly score: number;
  readonly verdict: MatchVerdict;
  readonly reasons: readonly Text[];
  readonly signals: readonly Signal[];
  readonly passages: readonly Passage[];
  /** Most telling first; absent where none was sought. */
  readonly terms?: readonly SharedTerm[];
  /** Share of the filing's text that was subtracted first (form, notice, shared boilerplate), 0..1. */
  readonly excludedShare: number;
}
