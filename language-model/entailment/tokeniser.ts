import { Tokenizer } from '@huggingface/tokenizers';

/** Tokens of a claim and a passage, with the segment (0 claim, 1 passage) of each. */
export interface Encoded {
  readonly ids: readonly number[];
  readonly segments: readonly number[];
}

/** Longer passages are cut: so much was seen in training. */
const mostTokens = 224;

/** `[CLS] claim [SEP] passage [SEP]` by a WordPiece vocabulary, in its own JSON. Case and width do not count. */
export function openTokeniser(json: string): (claim: string, passage: string) => Encoded {
  const tokeniser = new Tokenizer(JSON.parse(json), {});
  const pieces = (text: string) =>
    text === ''
      ? []
      : tokeniser.encode(text.normalize('NFKC').toLowerCase(), { add_special_tokens: false }).ids;
  const [start, end] = ['[CLS]', '[SEP]'].map((token) => {
    const id = tokeniser.token_to_id(token);
    if (id === undefined) throw new Error(`the vocabulary has no ${token}`);
    return id;
  }) as [number, number];
  return (claim, passage) => {
    const asked = [start, ...pieces(claim), end];
    const told = [...pieces(passage).slice(0, mostTokens), end];
    return { ids: [...asked, ...told], segments: [...asked.map(() => 0), ...told.map(() => 1)] };
  };
}
