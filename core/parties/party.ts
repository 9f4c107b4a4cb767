/** How a company is bound to another: `former` is the same legal person under an earlier name. */
export interface Affiliation {
  readonly name: string;
  readonly former: boolean;
}

/** An applicant as a filing or a list names it. */
export interface Party {
  /** As written; may name several (a consortium). */
  readonly company: string;
  readonly creditCode?: string;
  /** What the office's own list says of it. */
  readonly affiliations?: readonly Affiliation[];
}

/** Several names in one cell (a consortium): each of them. */
export function partiesIn(cell: string): string[] {
  return cell
    .split(/[、；;\n/|]|(?<=公司|研究院|研究所|大学|集团|厂)[，,\s]+/u)
    .map((name) => name.trim())
    .filter((name) => name.length > 1);
}
