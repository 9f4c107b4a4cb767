import { t } from '../../../core/say.ts';
import { text } from '../../schema/common.ts';
import { noReferences, operator } from '../operator.ts';

/** No document can show it: always unknown, with what a person must check. */
export const person = operator({
  schema: text,
  references: noReferences,
  explain: ({ zh, en }) =>
    t(`由人工核对（${zh.replace(/。$/u, '')}）`, `a person checks (${en.replace(/\.$/u, '')})`),
});
