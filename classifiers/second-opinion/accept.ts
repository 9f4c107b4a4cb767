import { z } from 'zod';
import type { Label, Scheme } from '../../calls/schema/schemes.ts';
import type { Cue } from '../../core/judgement.ts';
import { jsonIn } from '../../language-model/json-in.ts';
import type { PlacedZone } from '../signals/evidence.ts';
import { foldForClassifying } from '../signals/fold.ts';

const replySchema = z.object({ label: z.string().max(200).nullish(), quote: z.string().max(500).nullish() });

/** Words shorter than this stand in any text and prove nothing. */
const shortestQuote = 4;

/** What a reply comes to. `malformed`: not the JSON asked for. `dropped`: its label or its quote does not count. */
export type Heard =
  | { readonly kind: 'label'; readonly label: Label; readonly quote: Cue }
  | { readonly kind: 'none' | 'malformed' | 'dropped' };

/**
 * Takes a model's reply apart. The label must be one of the scheme, and the quote must stand in the text word
 * for word, width, case and white space aside, outside what the filing says it is not (不涉及…). The words and
 * their place are the document's own.
 */
export function hear(reply: string, scheme: Scheme, zones: readonly PlacedZone[]): Heard {
  const parsed = replySchema.safeParse(jsonIn(reply));
  if (!parsed.success || parsed.data.label === undefined) return { kind: 'malformed' };
  const { label: named, quote } = parsed.data;
  if (named === null) return { kind: 'none' };
  const label = labelCalled(scheme, named);
  const cue = locate(quote ?? '', zones);
  return label && cue ? { kind: 'label', label, quote: cue } : { kind: 'dropped' };
}

function labelCalled(scheme: Scheme, name: string): Label | undefined {
  const folded = foldForClassifying(name);
  return scheme.labels.find((label) =>
    [label.name, ...label.aliases].some((own) => foldForClassifying(own) === folded),
  );
}

function locate(quote: string, zones: readonly PlacedZone[]): Cue | undefined {
  const folded = foldForClassifying(quote);
  if (folded.length < shortestQuote) return undefined;
  for (const zone of zones) {
    // `text` is the folded text with blanks for what the filing takes back.
    const at = zone.text.indexOf(folded);
    const from = at < 0 ? undefined : zone.folded.from[at];
    const to = at < 0 ? undefined : zone.folded.to[at + folded.length - 1];
    if (from !== undefined && to !== undefined)
      return { text: zone.original.slice(from, to), where: zone.placesOf(from, to) };
  }
  return undefined;
}
