import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack, Scheme } from '../../calls/schema/index.ts';
import type { Field, Filing } from '../../core/filing.ts';
import type { Classification } from '../../core/judgement.ts';
import type { Problem } from '../../core/problem.ts';
import type { VectorMemory } from '../../core/vector-memory.ts';
import type { EmbeddingServer } from '../../index/search/embed/embedding-server.ts';
import type { ModelServer } from '../../language-model/model-server.ts';
import { stageFailed } from './extract.ts';
import { keyOf } from './key.ts';

/** What an office may add to the reading of a filing: models of its own, and servers in its own network. */
export interface HelpOptions {
  /** Folder of the office's own models. */
  readonly models?: string;
  /** A language model for fields that nothing else could fill and doubtful classifications; without it no text leaves this machine. */
  readonly modelServer?: ModelServer;
  /**
   * Compares meanings where repeats are looked for, and has a say in the classification, weighed by how well it knows
   * the labelled texts. Absent: the embedder that needs nothing.
   */
  readonly embeddingServer?: EmbeddingServer;
}

export interface Help {
  /** Hash of models and servers: outputs made with others are not used. */
  readonly key: string;
  readonly models?: string;
  /** Name of the language model, where there is one. */
  readonly model?: string;
  /** All fields with those a model pointed to; `undefined` where none was asked. */
  askFields(filing: Filing, pack: Pack, problems: Problem[]): Promise<ReadonlyMap<string, Field> | undefined>;
  /** The classification with the say of embedder and language model. */
  weigh(
    classification: readonly Classification[],
    filing: Filing,
    pack: Pack,
    problems: Problem[],
  ): Promise<readonly Classification[]>;
}

/** LangChain is loaded only where a server is named. */
export async function openHelp(options: HelpOptions, pack: Pack, memory?: VectorMemory): Promise<Help> {
  const { models, modelServer, embeddingServer } = options;
  const asker = modelServer && (await import('../../language-model/open-asker.ts')).openAsker(modelServer);
  const weighing =
    embeddingServer &&
    (await (await import('../weigh-meaning.ts')).openWeighing(pack, embeddingServer, { models, memory }));
  return {
    key: keyOf(models === undefined ? '' : folderKey(models), modelServer ?? '', embeddingServer ?? ''),
    ...(models === undefined ? {} : { models }),
    ...(asker ? { model: asker.model } : {}),
    async askFields(filing, one, problems) {
      if (!asker) return undefined;
      try {
        const { askFields } = await import('../../forms/ask/ask-fields.ts');
        const asked = await askFields(one.form, filing, asker);
        problems.push(...asked.problems);
        return asked.fields;
      } catch (error) {
        problems.push(stageFailed('model', error));
        return undefined;
      }
    },
    async weigh(classification, filing, one, problems) {
      let told = classification;
      if (weighing && embeddingServer) {
        const { weighMeaning } = await import('../weigh-meaning.ts');
        const weighed = await weighMeaning(told, filing, one, weighing, embeddingServer);
        told = weighed.classification;
        problems.push(...weighed.problems);
      }
      if (!asker) return told;
      try {
        const { zonesOfFiling } = await import('../../classifiers/of-filing.ts');
        const { askOpinions } = await import('../../classifiers/second-opinion/ask-opinions.ts');
        const zonesOf = (scheme: Scheme) => zonesOfFiling(one, filing, scheme.from);
        const heard = await askOpinions(one, told, zonesOf, asker);
        // The questions for fields may have said already that the server is gone.
        const known = new Set(problems.map(({ code }) => code));
        problems.push(
          ...heard.problems.filter(({ code }) => code !== 'model-unavailable' || !known.has(code)),
        );
        return heard.classification;
      } catch (error) {
        problems.push(stageFailed('model', error));
        return told;
      }
    },
  };
}

/** Names and contents of the files in a folder; the same for one that is empty and one that is not there. */
export function folderKey(folder: string): string {
  const hash = createHash('sha256');
  try {
    for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  } catch {
    return '';
  }
  return hash.digest('hex');
}
