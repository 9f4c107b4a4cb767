/** Cyrillic and Greek letters that are drawn like a Latin one. Source: Unicode `confusables.txt`, letters only. */
const from = 'АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳν';
const to = 'ABESIJKMHOPCTYXaesijopcyxhdqwABEZHIKMNOPTYXocjv';

const latin: ReadonlyMap<string, string> = new Map([...from].map((char, i) => [char, to[i] ?? char]));

const word = new RegExp(`[A-Za-z0-9${from}]+`, 'gu');
const lookAlike = new RegExp(`[${from}]`, 'u');
/** So many digits make a word a code, such as that of an enterprise: its letters are Latin. */
const codeDigits = 8;

/** A word that has Latin letters too, or is a code (pure Russian or Greek is left alone). */
function isSuspect(text: string): boolean {
  if (!lookAlike.test(text)) return false;
  return /[A-Za-z]/u.test(text) || text.replace(/\D/gu, '').length >= codeDigits;
}

/** Offset of each look-alike letter inside a Latin word or a code, with the Latin letter it stands for. */
export function findLookAlikes(text: string): Map<number, string> {
  const found = new Map<number, string>();
  if (!/[Ͱ-ԯ]/u.test(text)) return found;
  for (const { 0: run, index } of text.matchAll(word)) {
    if (!isSuspect(run)) continue;
    for (let i = 0; i < run.length; i++) {
      const plain = latin.get(run[i] ?? '');
      if (plain) found.set(index + i, plain);
    }
  }
  return found;
}
