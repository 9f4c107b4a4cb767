import type { Text } from '../../../core/lang.ts';
import type { FileOutcome } from '../../../core/outcome.ts';
import { type Problem, problemMessage } from '../../../core/problem.ts';

/** A problem in both languages. */
export function problemText(problem: Problem): Text {
  return { zh: problemMessage(problem, 'zh'), en: problemMessage(problem, 'en') };
}

/** All that went wrong with a file, in one text. */
export function fileMessage({ problems }: Pick<FileOutcome, 'problems'>): Text {
  const texts = problems.map(problemText);
  return { zh: texts.map(({ zh }) => zh).join(''), en: texts.map(({ en }) => en).join(' ') };
}
