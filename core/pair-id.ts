/** Names a filing and what it was found like, for a reviewer's decision to be found again. */
export function pairId(filing: string, match: { kind: string; target: { id: string } }): string {
  return `${filing}:${match.kind}:${match.target.id}`;
}
