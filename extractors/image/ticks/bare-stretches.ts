import type { Ink } from '../ink.ts';
import type { PixelRule } from '../layout/ink-runs.ts';

/** Share of a stretch between two crossing rules that must be drawn for it to be one side of a cell. */
const drawn = 0.8;
/** Inches: gaps up to this are breaks of a drawn line, not the space around a character. */
const smallGap = 0.03;

/**
 * Cuts rules where they are not drawn. A vertical rule that ends above a row and goes on below it is joined by
 * mistake when a character in the row has a stroke in the same place; the stretch between the two level rules is
 * then mostly bare, or has gaps at both ends. `crossing` are the rules of the other direction.
 */
export function cutBareStretches(
  ink: Ink,
  rules: readonly PixelRule[],
  crossing: readonly PixelRule[],
): PixelRule[] {
  return rules.flatMap((rule) => {
    const slack = ink.dpi * 0.03;
    const cuts = crossing
      .filter((other) => rule.at >= other.start - slack && rule.at <= other.end + slack)
      .map((other) => other.at)
      .filter((at) => at > rule.start + slack && at < rule.end - slack)
      .sort((a, b) => a - b);
    if (cuts.length < 2) return [rule];
    const ends = [rule.start, ...cuts, rule.end];
    const parts: PixelRule[] = [];
    let from = rule.start;
    // The first and last stretch may be broken at the table's edge: they end the rule, they do not part it.
    for (let i = 1; i + 2 < ends.length; i++) {
      const [a, b] = [ends[i]!, ends[i + 1]!];
      if (!isBare(ink, rule, a, b)) continue;
      parts.push({ ...rule, start: from, end: Math.round(a) });
      from = Math.round(b);
    }
    parts.push({ ...rule, start: from, end: rule.end });
    return parts.filter((part) => part.end - part.start > slack);
  });
}

function isBare(ink: Ink, rule: PixelRule, from: number, to: number): boolean {
  const along = rule.direction === 'horizontal';
  const limit = (along ? ink.height : ink.width) - 1;
  const reach = Math.ceil(rule.thickness / 2) + 1 + Math.round((rule.end - rule.start) * 0.002);
  const low = Math.max(0, Math.floor(rule.at) - reach);
  const high = Math.min(limit, Math.floor(rule.at) + reach);
  // What the crossing rules themselves draw does not count.
  const margin = Math.max(2, Math.round(ink.dpi * 0.012));
  const [start, end] = [Math.round(from) + margin, Math.round(to) - margin];
  if (end - start < margin * 2) return false;
  let inked = 0;
  let gap = 0;
  let widest = 0;
  for (let i = start; i < end; i++) {
    let here = false;
    for (let j = low; j <= high && !here; j++)
      here = ink.data[along ? j * ink.width + i : i * ink.width + j] === 1;
    gap = here ? 0 : gap + 1;
    widest = Math.max(widest, gap);
    if (here) inked++;
  }
  return inked < (end - start) * drawn && widest > smallGap * ink.dpi;
}
