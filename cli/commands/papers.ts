import { mkdir } from 'node:fs/promises';
import { besideStore } from '../../pipeline/papers/beside.ts';
import { makePapers, type PaperOrder } from '../../pipeline/papers/make-papers.ts';
import type { MadePapers, SaidOf } from '../../pipeline/papers/paper.ts';
import type { Store } from '../../store/ports.ts';
import { openDesk, ownPerson, personBy } from '../open-desk.ts';
import { defaultStore, openStore } from '../settings.ts';
import type { Terminal } from '../terminal.ts';

export interface PaperFlags {
  readonly calls?: string;
  readonly store?: string;
  readonly out: string;
  readonly by?: string;
}

/** Makes papers of a batch and says which, which not and why, and what the clerk should look at. */
export async function papersOf(
  named: string,
  order: Omit<PaperOrder, 'lang'>,
  flags: PaperFlags,
  terminal: Terminal,
): Promise<void> {
  const store = await openStore(flags.store);
  try {
    const open = await openDesk(store, named, flags.calls, terminal);
    // Only what is sent is an act of somebody.
    const person = order.send ? await personBy(store, flags.by) : ownPerson;
    await mkdir(flags.out, { recursive: true });
    const beside = besideStore(flags.store ?? defaultStore());
    const made = await makePapers(store, open, person, { ...order, lang: terminal.lang }, flags.out, beside);
    await tell(made, store, open.run.id, terminal);
  } finally {
    await store.close();
  }
}

async function tell(made: MadePapers, store: Store, run: string, terminal: Terminal): Promise<void> {
  const rows = new Map((await store.outcomes.rows({ run })).map((row) => [row.filing, row]));
  const nameOf = ({ filing }: SaidOf) => {
    const row = rows.get(filing);
    return row ? row.title || row.file : filing;
  };
  for (const { path } of made.papers) terminal.print(path);
  for (const one of made.refused)
    terminal.say({
      zh: `未制作${nameOf(one) ? `（${nameOf(one)}）` : ''}：${one.why.zh}`,
      en: `Not made${nameOf(one) ? ` (${nameOf(one)})` : ''}: ${one.why.en}`,
    });
  for (const one of made.remarks)
    terminal.say({
      zh: `请注意${nameOf(one) ? `（${nameOf(one)}）` : ''}：${one.why.zh}`,
      en: `Please note${nameOf(one) ? ` (${nameOf(one)})` : ''}: ${one.why.en}`,
    });
  if (made.papers.length === 0 && made.refused.length === 0)
    terminal.say({
      zh: '没有已决定而未发文的申报书。',
      en: 'No filing is decided and waits for its letter.',
    });
  if (made.refused.length > 0) process.exitCode = 1;
}
