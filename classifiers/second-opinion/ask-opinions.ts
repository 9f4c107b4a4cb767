import type { Pack } from '../../calls/schema/index.ts';
import type { Scheme } from '../../calls/schema/schemes.ts';
import type { Classification, SecondOpinion } from '../../core/judgement.ts';
import type { Problem } from '../../core/problem.ts';
import type { Asker } from '../../language-model/asker.ts';
import { Tally } from '../../language-model/tally.ts';
import { definitionOf } from '../knowledge.ts';
import type { PlacedZone } from '../signals/evidence.ts';
import { type Heard, hear } from './accept.ts';
import { isDoubtful } from './doubtful.ts';
import { excerptOf } from './excerpt.ts';
import { opinionMessages } from './prompt.ts';

export interface Opinions {
  readonly classification: readonly Classification[];
  readonly problems: readonly Problem[];
}

/**
 * Asks a language model for a second opinion on every doubtful classification of one filing. What it says is
 * put beside the classification and nothing else changes: its hit rate was never measured on these texts, so it
 * moves no probability and turns no abstention into a label. Whatever goes wrong is a note.
 */
export async function askOpinions(
  pack: Pick<Pack, 'schemes' | 'clauses'>,
  classification: readonly Classification[],
  zonesOf: (scheme: Scheme) => readonly PlacedZone[],
  asker: Asker,
): Promise<Opinions> {
  const tally = new OpinionTally();
  const told: Classification[] = [];
  for (const one of classification) {
    const scheme = pack.schemes.find(({ id }) => id === one.scheme);
    const zones = scheme && isDoubtful(one) ? zonesOf(scheme) : [];
    if (!scheme || zones.length === 0) {
      told.push(one);
      continue;
    }
    tally.asked++;
    const reply = await asker.ask(await opinionMessages(scheme, pack.clauses, excerptOf(zones, one)));
    const heard = reply.ok ? hear(reply.text, scheme, zones) : undefined;
    if (!reply.ok) tally.unavailable = reply.why;
    else if (heard?.kind === 'malformed') tally.malformed++;
    else if (heard?.kind === 'dropped') tally.dropped.push(scheme.title.zh);
    const opinion = heard && opinionOf(heard, one, pack, asker.model);
    if (opinion) tally[opinion.stance]++;
    told.push(opinion ? { ...one, secondOpinion: opinion } : one);
  }
  return { classification: told, problems: tally.problems(asker) };
}

function opinionOf(
  heard: Heard,
  { candidates }: Classification,
  { clauses }: Pick<Pack, 'clauses'>,
  model: string,
): SecondOpinion | undefined {
  if (heard.kind === 'none') return { stance: 'none', model, label: null };
  if (heard.kind !== 'label') return undefined;
  const { label, quote } = heard;
  const stance = candidates[0]?.label === label.name ? 'agrees' : 'differs';
  return { stance, model, label: label.name, quote, definition: definitionOf(label, clauses) };
}

/** The opinions that came of the questions. */
class OpinionTally extends Tally {
  agrees = 0;
  differs = 0;
  none = 0;

  problems(asker: Asker): Problem[] {
    const { asked, agrees: agree, differs: differ, none } = this;
    const problems = this.troubles(asker, 'opinions-dropped');
    if (agree + differ + none > 0)
      problems.push({ code: 'opinions-asked', values: { asked, model: asker.model, agree, differ, none } });
    return problems;
  }
}
