import type { CompanyName } from '../../core/parties/company-name.ts';

type LinkStage = 'person' | 'credit-code' | 'name' | 'former' | 'region-form-core' | 'contact';

export interface FirmLink {
  readonly firm: string;
  readonly other: string;
  readonly kind: 'same' | 'renamed' | 'branch' | 'affiliated' | 'ambiguous' | 'apart';
  readonly stage: LinkStage;
  readonly score: number;
  readonly evidence: string;
}

/** One writing of a name, with or without a code: what is merged. Its id is made of it and never given to another. */
export interface Node {
  readonly id: string;
  readonly name: CompanyName;
  readonly written: string;
  readonly code?: string;
  readonly regions: Set<string>;
  readonly contacts: Set<string>;
  first: number;
}

/** Two namings by their ids. */
export type FirmPair = readonly [string, string];

/** Nodes that were merged; the firm's id is that of the one that was seen first. */
export class FirmGroups {
  private readonly links: FirmLink[] = [];
  private readonly merging = new Set<FirmLink>();
  private readonly noted = new Set<string>();
  private readonly nodes: ReadonlyMap<string, Node>;
  private readonly parent = new Map<string, string>();
  private readonly codes = new Map<string, ReadonlySet<string>>();
  private readonly members = new Map<string, readonly string[]>();
  private readonly apart = new Map<string, Set<string>>();

  constructor(nodes: ReadonlyMap<string, Node>, apart: readonly FirmPair[]) {
    this.nodes = nodes;
    for (const [a, b] of apart) {
      this.apart.set(a, (this.apart.get(a) ?? new Set()).add(b));
      this.apart.set(b, (this.apart.get(b) ?? new Set()).add(a));
    }
    for (const { id, code } of nodes.values()) if (code) this.codes.set(id, new Set([code]));
  }

  root(id: string): string {
    let at = id;
    for (let up = this.parent.get(at); up !== undefined; up = this.parent.get(at)) at = up;
    return at;
  }

  /** Valid codes of all that was merged; more than one only by a person's word. */
  codesOf(id: string): ReadonlySet<string> {
    return this.codes.get(this.root(id)) ?? new Set();
  }

  /** Merges unless two codes or a person speak against it; `certain`: codes do not count. */
  merge(a: string, b: string, link: Omit<FirmLink, 'firm' | 'other' | 'evidence'>, certain = false): boolean {
    const [one, other] = [this.root(a), this.root(b)];
    if (one === other) return true;
    const [codesA, codesB] = [this.codesOf(one), this.codesOf(other)];
    const common = codesA.size === 0 || codesB.size === 0 || [...codesA].some((code) => codesB.has(code));
    if (!common && !certain) return false;
    if (this.areApart(one, other)) {
      this.note(a, b, { ...link, kind: 'apart', stage: 'person' });
      return false;
    }
    const [kept, gone] = this.isBefore(one, other) ? [one, other] : [other, one];
    this.parent.set(gone, kept);
    if (codesA.size + codesB.size > 0) this.codes.set(kept, new Set([...codesA, ...codesB]));
    this.members.set(kept, [...this.membersOf(kept), ...this.membersOf(gone)]);
    const merging = { firm: kept, other: gone, ...link, evidence: this.evidence(a, b) };
    this.links.push(merging);
    this.merging.add(merging);
    return true;
  }

  private membersOf(root: string): readonly string[] {
    return this.members.get(root) ?? [root];
  }

  /** A person keeps some naming of the one from some naming of the other. */
  private areApart(one: string, other: string): boolean {
    if (this.apart.size === 0) return false;
    return this.membersOf(one).some((id) =>
      [...(this.apart.get(id) ?? [])].some((far) => this.nodes.has(far) && this.root(far) === other),
    );
  }

  /** Tells of two that were not merged. */
  note(a: string, b: string, link: Omit<FirmLink, 'firm' | 'other' | 'evidence'>): void {
    const [one = '', other = ''] = [this.root(a), this.root(b)].sort();
    if (one === other) return;
    const key = `${one} ${other} ${link.kind}`;
    if (this.noted.has(key)) return;
    this.noted.add(key);
    this.links.push({ firm: one, other, ...link, evidence: this.evidence(a, b) });
  }

  /** All links; those that merged nothing between the firms as they are at the end, each once. */
  told(): FirmLink[] {
    const once = new Map<string, FirmLink>();
    for (const link of this.links) {
      if (this.merging.has(link)) {
        once.set(`${link.firm} ${link.other}`, link);
        continue;
      }
      const [firm = '', other = ''] = [this.root(link.firm), this.root(link.other)].sort();
      const key = `${firm} ${other} ${link.kind}`;
      // What a person has said of two is no longer open.
      if (link.kind === 'ambiguous' && this.areApart(firm, other)) continue;
      if (firm !== other && !((once.get(key)?.score ?? -1) >= link.score))
        once.set(key, { ...link, firm, other });
    }
    return [...once.values()];
  }

  private isBefore(a: string, b: string): boolean {
    const [one, other] = [this.nodes.get(a), this.nodes.get(b)];
    const [first, second] = [one?.first ?? 0, other?.first ?? 0];
    return first === second ? a < b : first < second;
  }

  private evidence(a: string, b: string): string {
    return [a, b].map((id) => this.nodes.get(id)?.written ?? id).join(' ／ ');
  }
}
