import type { Case } from './plagdet.ts';
import type { Told } from './rewrite.ts';

/** Passages that the generator made: each sentence told again, joined to the next where both go on. */
export function truthOf(pair: number, here: string, there: string, told: readonly Told[]): Case[] {
  const cases: { here: [number, number]; there: [number, number] }[] = [];
  let from = 0;
  for (const { text, of } of told) {
    const at = here.indexOf(text, from);
    if (at < 0 || text === '') continue;
    from = at + text.length;
    const source = of === undefined ? -1 : there.indexOf(of);
    if (of === undefined || source < 0) continue;
    const last = cases.at(-1);
    if (last && at - last.here[1] <= 1 && source >= last.there[1] && source - last.there[1] <= 1) {
      last.here[1] = at + text.length;
      last.there[1] = source + of.length;
    } else cases.push({ here: [at, at + text.length], there: [source, source + of.length] });
  }
  return cases.map((one) => ({ pair, ...one }));
}

/** Where the passages of a match stand. Texts of passages are long enough to stand in a text once. */
export function detectedIn(
  pair: number,
  here: string,
  there: string,
  passages: readonly {
    readonly here: { readonly text: string };
    readonly there: { readonly text: string };
  }[],
): Case[] {
  return passages.flatMap((passage) => {
    const [a, b] = [here.indexOf(passage.here.text), there.indexOf(passage.there.text)];
    if (a < 0 || b < 0) return [];
    return [
      { pair, here: [a, a + passage.here.text.length], there: [b, b + passage.there.text.length] } as const,
    ];
  });
}
