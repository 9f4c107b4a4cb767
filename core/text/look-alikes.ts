/** Cyrillic and Greek letters that are drawn like a Latin one. Source: Unicode `confusables.txt`, letters only. */
const from = 'АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳν';
const to = 'ABESIJKMHOPCTYXaesijopcyxhdqwABEZHIKMNOPTYXocjv';

const latin: ReadonlyMap<string, string> = new Map([...from].map((char, i) => [char, to[i] ?? char]));

/** A word that mixes Latin letters with letters that only look Latin (pure Russian or Greek is left alone). */
const suspect = new RegExp(`(?=[A-Za-z${from}]*[A-Za-z])(?=[A-Za-z${from}]*[${from}])[A-Za-z${from}]+`, 'gu');

/** Offset of each look-alike letter inside a Latin word, with the Latin letter it stands for. */
export function findLookAlikes(text: string): Map<number, string> {
  const found = new Map<number, string>();
  if (!/[Ͱ-ԯ]/u.test(text)) return found;
  for (const word of text.matchAll(suspect)) {
    for (let i = 0; i < word[0].length; i++) {
      const plain = latin.get(word[0][i] ?? '');
      if (plain) found.set(word.index + i, plain);
    }
  }
  return found;
}
