import { expect, test } from 'vitest';
import { exampleScheme } from '../example.ts';
import { labelledSchema, textKey } from '../train/read-labelled.ts';
import { learnMeaning } from './meaning.ts';

/** Twelve texts of each label and of none; the classifier is undecided about the first two. */
const texts = [0, 1, 2].flatMap((answer) =>
  Array.from({ length: 12 }, (_, i) =>
    labelledSchema.parse({
      scheme: 'example',
      label: exampleScheme.labels[answer]?.name ?? null,
      kind: 'sentence',
      text: `${answer}-${i}`,
    }),
  ),
);
const judged = texts.map((text, i) => {
  const answer = Math.floor(i / 12);
  return { text: textKey(text), answer, shares: answer === 2 ? [0.1, 0.1, 0.8] : [0.45, 0.45, 0.1] };
});
/** An embedder that tells the labels apart. */
const knowing = async (asked: readonly string[]) =>
  asked.map((text) => [0, 1, 2].map((axis) => (text.startsWith(String(axis)) ? 5 : 1)));
/** One whose vectors say nothing. */
const blind = async (asked: readonly string[]) =>
  asked.map((text) => [1, (text.length * 7 + text.charCodeAt(2)) % 5]);

test('an embedder that tells the labels apart settles what the classifier could not', async () => {
  const meaning = await learnMeaning(exampleScheme, { judged }, texts, knowing);
  const [first = 0, second = 0] = meaning?.weigh([0.45, 0.45, 0.1], await knowing(['0-x'])) ?? [];
  expect(first).toBeGreaterThan(0.9);
  expect(second).toBeLessThan(0.1);
  expect(first).toBeGreaterThan(meaning?.threshold ?? 1);
});

test('one that knows no better changes next to nothing', async () => {
  const meaning = await learnMeaning(exampleScheme, { judged }, texts, blind);
  const [first = 0] = meaning?.weigh([0.45, 0.45, 0.1], await blind(['0-x'])) ?? [];
  expect(first).toBeGreaterThan(0.3);
  expect(first).toBeLessThan(0.6);
});

test('without the texts that the model was trained on nothing is learned', async () => {
  expect(await learnMeaning(exampleScheme, { judged }, texts.slice(0, 4), knowing)).toBeUndefined();
});
