import type { Finding } from '../../core/judgement.ts';
import type { Text } from '../../core/lang.ts';
import type { BatchFinding } from '../../core/outcome.ts';

/** A sentence on a batch may name hundreds of filings; on the filing itself its beginning says enough. */
const longest = 200;

/**
 * What the findings on a batch say against each filing that they name, by its id, as findings of the filing itself.
 * Where a filing has to go and which one is for somebody to choose, none fails for it: each is open.
 */
export function findingsOfFilings(
  findings: readonly BatchFinding[],
): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const { filings, choice, ...finding } of findings) {
    if (finding.verdict !== 'fail' && finding.verdict !== 'unknown') continue;
    const open = choice && finding.consequence !== 'remark';
    const own: Finding = {
      ...finding,
      ...(open ? { verdict: 'unknown' } : {}),
      message: shortened(finding.message),
    };
    for (const id of new Set(filings)) {
      const known = found.get(id);
      if (known) known.push(own);
      else found.set(id, [own]);
    }
  }
  return found;
}

function shortened({ zh, en }: Text): Text {
  const cut = (text: string, end: string) =>
    text.length <= longest ? text : `${Array.from(text).slice(0, longest).join('')}${end}`;
  return { zh: cut(zh, '……（全文见批次检查）'), en: cut(en, '… (in full among the batch checks)') };
}
