import type { Pack } from '../../calls/schema/index.ts';
import type { Field, Filing } from '../../core/filing.ts';
import type { Classification } from '../../core/judgement.ts';
import type { Problem } from '../../core/problem.ts';
import type { IndexedFiling } from '../../index/indexed-filing.ts';
import type { Assembled } from '../grouping/assemble.ts';
import { attempt, loadFiling } from './extract.ts';
import type { Help } from './help.ts';
import { keyOf, packKey } from './key.ts';
import type { Outputs } from './outputs.ts';
import type { ReadFile } from './read.ts';

/** What the stages on one filing made; large things stay in the store under their keys. */
export interface Prepared {
  readonly assembled: Assembled;
  /** Its short fields, those a language model pointed to among them. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Labels without their evidence. */
  readonly labels: readonly Classification[];
  readonly classifyKey?: string;
  readonly indexKey?: string;
}

/** Output of the stage `classify`: labels with their evidence, and fields that a language model pointed to. */
export interface Classified {
  readonly classification: readonly Classification[];
  /** Absent where no model was asked. */
  readonly asked?: readonly Field[];
  readonly problems: readonly Problem[];
}

/** Classifies and indexes one filing, each kept by what it was made from; the document is loaded only when needed. */
export async function prepare(
  assembled: Assembled,
  pack: Pack,
  outputs: Outputs,
  help: Help,
): Promise<Prepared> {
  const { read, card } = assembled.form;
  const nothing = { assembled, fields: new Map(card.fields.map((field) => [field.key, field])), labels: [] };
  if (read.key === undefined || card.format === undefined) return nothing;
  let loaded: Promise<Filing | undefined> | undefined;
  const filing = () => {
    loaded ??= loadFiling(read, pack, outputs);
    return loaded;
  };
  const classifyKey = outputs.keyFor('classify', classifyInputs(read, pack, help));
  const classified =
    (await outputs.get<Classified>('classify', classifyKey)) ??
    (await classify(classifyKey, filing, pack, outputs, help));
  const indexKey = await indexed(read, pack, 'batch', outputs, filing);
  return {
    assembled,
    fields: new Map([...card.fields, ...(classified.asked ?? [])].map((field) => [field.key, field])),
    labels: classified.classification.map((one) => ({ ...one, candidates: [] })),
    classifyKey,
    ...(indexKey === undefined ? {} : { indexKey }),
  };
}

function classifyInputs(read: ReadFile, pack: Pack, help: Help): unknown[] {
  return [read.key, packKey(pack, 'form'), packKey(pack, 'labels'), help.key];
}

async function classify(
  key: string,
  load: () => Promise<Filing | undefined>,
  pack: Pack,
  outputs: Outputs,
  help: Help,
): Promise<Classified> {
  const filing = await load();
  if (!filing) return { classification: [], problems: [] };
  const { classifyFiling } = await import('../../classifiers/of-filing.ts');
  const problems: Problem[] = [];
  const asked = await help.askFields(filing, pack, problems);
  const whole = asked ? { ...filing, fields: asked } : filing;
  const plain = attempt([], 'classification', problems, () => classifyFiling(pack, whole, help.models));
  const classification = await help.weigh(plain, whole, pack, problems);
  const value: Classified = {
    classification,
    ...(asked
      ? { asked: [...asked.values()].filter((field) => filing.fields.get(field.key) !== field) }
      : {}),
    problems,
  };
  // A server that was away may be back in the next run.
  if (problems.length === 0) await outputs.put('classify', key, value);
  else outputs.hold('classify', key, value);
  return value;
}

/** Key of the indexed filing, which is made where it is not kept; `undefined` where it cannot be made. */
export async function indexed(
  read: ReadFile,
  pack: Pack,
  from: 'batch' | 'archive',
  outputs: Outputs,
  load: () => Promise<Filing | undefined>,
): Promise<string | undefined> {
  const key = outputs.keyFor('index', [read.key, packKey(pack, 'form'), keyOf([...pack.clauses]), from]);
  if (await outputs.has('index', [key])) return key;
  const filing = await load();
  if (!filing) return undefined;
  const { indexFiling, isCut } = await import('../../index/indexed-filing.ts');
  const made = attempt(undefined, 'index', [], () => indexFiling(pack, filing, from));
  if (!made) return undefined;
  if (isCut(made)) await outputs.put('index', cutKey(key), true);
  await outputs.put('index', key, made);
  return key;
}

const cutKey = (key: string) => `${key} cut`;

/** Whether only the beginning of a filing is compared, since its text is longer than any filing's. */
export async function isPartlyCompared(key: string | undefined, outputs: Outputs): Promise<boolean> {
  return key !== undefined && (await outputs.has('index', [cutKey(key)]));
}

/** The indexed filing under a key, under the path by which it is known now. */
export async function loadIndexed(
  key: string,
  { id, file }: Pick<ReadFile, 'id' | 'file'>,
  outputs: Outputs,
): Promise<IndexedFiling | undefined> {
  const kept = await outputs.get<IndexedFiling>('index', key);
  return kept && { ...kept, id, file };
}
