import { z } from 'zod';
import { jsonIn } from '../../language-model/json-in.ts';

/** What the model says to one question: the words it read the value from. */
export interface Answer {
  /** Position of the question, 0 for the first. */
  readonly question: number;
  readonly quote: string;
  /** Words around the quote that tell which of several equal quotes is meant. */
  readonly passage?: string;
}

const words = z.string().max(500);
const answerSchema = z.object({
  id: z.coerce.number().int().min(1),
  quote: words.nullish(),
  passage: words.nullish().catch(undefined),
});
const replySchema = z.union([
  z.object({ answers: z.array(z.unknown()) }).transform(({ answers }) => answers),
  z.array(z.unknown()),
]);

/**
 * The answers in a model's reply to `questions` questions, one for each at most; what it could not find is
 * left out. `undefined` when the reply is not the JSON it was asked for. Models that think aloud or wrap JSON
 * in a code block are understood.
 */
export function readAnswers(reply: string, questions: number): Answer[] | undefined {
  const parsed = replySchema.safeParse(jsonIn(reply));
  if (!parsed.success) return undefined;
  const answers = new Map<number, Answer>();
  for (const item of parsed.data) {
    const { success, data } = answerSchema.safeParse(item);
    if (!success || data.id > questions || !data.quote?.trim() || answers.has(data.id)) continue;
    const passage = data.passage?.trim() ? { passage: data.passage } : {};
    answers.set(data.id, { question: data.id - 1, quote: data.quote, ...passage });
  }
  return [...answers.values()];
}
