/** How sure a relation is, 0..1. The score cards of the index were fitted on these values. */
export const relationValue = {
  /** One credit code, one registered name, or a former name of the office's list. */
  proven: 1,
  /** One core, legal form and place, written in another order or with 市, 责任 or brackets. */
  rewritten: 0.98,
  /** One core where nothing speaks against it: a side leaves place or legal form out. */
  sameCore: 0.9,
  /** One name under two credit codes, or a trade word in one place: 武汉钢铁. */
  sameButForCode: 0.85,
  /** One wrong character far from the brand; or a head that may be a place or a brand, where the places fit. */
  slip: 0.8,
  /** A branch and its company, or two branches of one. */
  branch: 0.8,
  /** The office's list says so. */
  listedAffiliate: 0.75,
  /** One core in two places, or one core that begins the other. */
  sameBrand: 0.6,
  /** A short or common brand in common. */
  weakBrand: 0.5,
  /** The first characters in common, no more. */
  sharedBeginning: 0.45,
} as const;

/** From here on two names are taken for one party: a branch is, an affiliate of the office's list is not. */
export const sameParty = 0.8;
/** From here on a ban on the applicant is put before a person: it may be the same party or its brand. */
export const maybeSameParty = 0.6;
