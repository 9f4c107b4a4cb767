import type { Form } from '../../calls/schema/form.ts';
import type { Field } from '../../core/filing.ts';
import type { Problem } from '../../core/problem.ts';
import type { Asker } from '../../language-model/asker.ts';
import { Tally } from '../../language-model/tally.ts';
import type { FormReading } from '../read-form.ts';
import { acceptAnswer, type Shown } from './accept.ts';
import { readAnswers } from './answers.ts';
import { foldForQuotes } from './locate.ts';
import { likelyPieces, piecesOf } from './pieces.ts';
import { askingMessages } from './prompt.ts';
import { openQuestions, type Question } from './question.ts';

/** Fields of one request: few, so that a small model keeps them apart; neighbours share their passages. */
const groupSize = 6;
/** Characters of the filing in one request: about 3000 tokens with the rest, what small servers take. */
const excerptLength = 2400;

export interface Asked {
  readonly fields: ReadonlyMap<string, Field>;
  readonly problems: readonly Problem[];
}

/**
 * Asks a language model for the fields of a filing that nothing else could fill. It is shown the passages
 * that may hold them and can only point to words there: what it points to is read as any field is read, marked
 * as its doing and never sure. Whatever goes wrong is a note; the fields then stay as they were.
 */
export async function askFields(form: Form, reading: FormReading, asker: Asker): Promise<Asked> {
  const questions = openQuestions(form, reading.fields);
  const text = foldForQuotes(reading.text);
  const pieces = piecesOf(reading.text.text);
  const fields = new Map(reading.fields);
  const tally = new FieldTally();
  for (let i = 0; i < questions.length; i += groupSize) {
    const group = questions.slice(i, i + groupSize);
    const shown = likelyPieces(
      reading.text.text,
      pieces,
      group.map(({ field }) => field),
      excerptLength,
    );
    if (shown.length === 0) continue;
    tally.asked += group.length;
    const excerpts = excerptsOf(reading.text.text, shown);
    const reply = await asker.ask(await askingMessages(group, excerpts));
    if (!reply.ok) {
      tally.unavailable = reply.why;
      continue;
    }
    const answered = takeAnswers(group, reply.text, {
      text,
      pieces: shown,
      formRanges: reading.formRanges,
    });
    if (!answered) tally.malformed++;
    else {
      for (const field of answered.read) fields.set(field.key, field);
      tally.read.push(...answered.read.map((field) => field.label));
      tally.dropped.push(...answered.dropped);
    }
  }
  return { fields, problems: tally.problems(asker) };
}

function takeAnswers(
  group: readonly Question[],
  reply: string,
  shown: Shown,
): { read: Field[]; dropped: string[] } | undefined {
  const answers = readAnswers(reply, group.length);
  if (!answers) return undefined;
  const read: Field[] = [];
  const dropped: string[] = [];
  for (const answer of answers) {
    const question = group[answer.question];
    if (!question) continue;
    const field = acceptAnswer(question, answer, shown);
    if (field && field !== question.before) read.push(field);
    else if (!field) dropped.push(question.field.label);
  }
  return { read, dropped };
}

/** Pieces that follow one another are one excerpt: a sentence may go over their border. */
function excerptsOf(text: string, shown: readonly { start: number; end: number }[]): string[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of shown) {
    const last = ranges.at(-1);
    if (last?.end === start) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges.map(({ start, end }) => text.slice(start, end));
}

/** The fields that came of the questions. */
class FieldTally extends Tally {
  readonly read: string[] = [];

  problems(asker: Asker): Problem[] {
    const { asked, read } = this;
    const problems = this.troubles(asker, 'model-answers-dropped');
    if (read.length > 0)
      problems.push({
        code: 'model-asked',
        values: { asked, model: asker.model, read: read.length, labels: read.join('、') },
      });
    return problems;
  }
}
