import type { Pack } from '../calls/schema/index.ts';
import type { Scheme } from '../calls/schema/schemes.ts';
import { zonesOfFiling } from '../classifiers/of-filing.ts';
import type { Asker } from '../language-model/asker.ts';
import type { ModelServer } from '../language-model/model-server.ts';
import { type Draft, stageFailed } from './draft.ts';

/** LangChain is loaded only where a model is asked. */
export async function openModel(server: ModelServer): Promise<Asker> {
  return (await import('../language-model/open-asker.ts')).openAsker(server);
}

/** A draft with what the model found for its unfilled fields; whatever goes wrong is one of its problems. */
export async function askModel(draft: Draft, pack: Pack, asker: Asker): Promise<Draft> {
  const { filing, problems } = draft;
  if (!filing) return draft;
  try {
    const { askFields } = await import('../forms/ask/ask-fields.ts');
    const asked = await askFields(pack.form, filing, asker);
    problems.push(...asked.problems);
    return { ...draft, filing: { ...filing, fields: asked.fields } };
  } catch (error) {
    problems.push(stageFailed('model', error));
    return draft;
  }
}

/** A classified draft with the model's second opinion where the classifier was in doubt. */
export async function askSecondOpinions(draft: Draft, pack: Pack, asker: Asker): Promise<Draft> {
  const { filing, classification, problems } = draft;
  if (!filing) return draft;
  try {
    const { askOpinions } = await import('../classifiers/second-opinion/ask-opinions.ts');
    const zonesOf = (scheme: Scheme) => zonesOfFiling(pack, filing, scheme.from);
    const told = await askOpinions(pack, classification, zonesOf, asker);
    // The questions for fields may have said already that the server is gone.
    const known = new Set(problems.map(({ code }) => code));
    problems.push(...told.problems.filter(({ code }) => code !== 'model-unavailable' || !known.has(code)));
    return { ...draft, classification: told.classification };
  } catch (error) {
    problems.push(stageFailed('model', error));
    return draft;
  }
}
