import type { Pack } from '../calls/schema/index.ts';
import type { Asker } from '../extractors/form/ask/asker.ts';
import type { ModelServer } from '../extractors/form/ask/model-server.ts';
import { type Draft, stageFailed } from './draft.ts';

/** LangChain is loaded only where a model is asked. */
export async function openModel(server: ModelServer): Promise<Asker> {
  return (await import('../extractors/form/ask/open-asker.ts')).openAsker(server);
}

/** A draft with what the model found for its unfilled fields; whatever goes wrong is one of its problems. */
export async function askModel(draft: Draft, pack: Pack, asker: Asker): Promise<Draft> {
  const { filing, problems } = draft;
  if (!filing) return draft;
  try {
    const { askFields } = await import('../extractors/form/ask/ask-fields.ts');
    const asked = await askFields(pack.form, filing, asker);
    problems.push(...asked.problems);
    return { ...draft, filing: { ...filing, fields: asked.fields } };
  } catch (error) {
    problems.push(stageFailed('model', error));
    return draft;
  }
}
