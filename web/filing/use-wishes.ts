import { type RefObject, useCallback, useRef } from 'react';
import { decisionWords } from '../../report/words.ts';
import type { FilingDetail } from '../../workbench/api/filing.ts';
import { asRefused } from '../api/refused.ts';
import { act, undoAct } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { go } from '../app/router.ts';
import { useMe } from '../app/session.tsx';
import { addressOf, type Filter } from '../queue/query.ts';
import { filingWords as w } from '../words/filing.ts';
import type { Desk, Facts } from './desk.ts';
import type { Wish } from './keys.ts';
import { newestFirst } from './newest-first.ts';
import type { PageViewHandle } from './page-view.tsx';
import type { useActs } from './use-acts.ts';
import type { useDraft } from './use-draft.ts';
import { back, leave } from './visited.ts';

interface Granting {
  readonly batch: string;
  readonly filing: FilingDetail;
  readonly filter: Filter;
  readonly put: (filing: FilingDetail) => void;
  readonly reload: () => Promise<FilingDetail>;
  readonly next: () => Promise<string | undefined>;
  readonly acts: ReturnType<typeof useActs>;
  readonly draft: ReturnType<typeof useDraft>;
  readonly seconds: () => number;
  readonly say: (content: string, kind?: 'info' | 'error') => void;
  /** As the last key left it. */
  readonly state: RefObject<{ readonly desk: Desk; readonly facts: Facts; readonly filing: FilingDetail }>;
  readonly viewer: RefObject<PageViewHandle | null>;
  readonly setDesk: (change: (now: Desk) => Desk) => void;
  /** Presses a key for the person. */
  readonly striking: RefObject<(key: string) => void>;
}

/** Grants what a key wishes beyond the desk itself: sends acts, turns pages, goes on to another filing. */
export function useWishes({
  batch,
  filing,
  filter,
  put,
  reload,
  next,
  acts,
  draft,
  seconds,
  say,
  state,
  viewer,
  setDesk,
  striking,
}: Granting): (wish: Wish) => Promise<void> {
  const { t } = useLang();
  const me = useMe();
  const address = addressOf(filter);
  const open = useCallback(
    (id: string) => go(['batches', batch, 'filings', id], address),
    [batch, JSON.stringify(address)],
  );
  const toQueue = () => go(['batches', batch, 'queue'], address);
  const onward = async (upcoming = next(), from = location.hash) => {
    const id = (await upcoming) ?? (await next());
    leave(filing.filing);
    // Who has gone elsewhere meanwhile stays there.
    if (location.hash !== from) return;
    if (id) open(id);
    else {
      say(t(w.last));
      toQueue();
    }
  };
  /** Ends the filing by an act and goes on to the one that came next before: what is decided is in no list of the undecided. */
  const end = async (
    subject: string,
    work: (latest: FilingDetail) => Promise<FilingDetail>,
    what: string,
  ) => {
    if (ending.current) return;
    ending.current = true;
    draft.end();
    const from = location.hash;
    const upcoming = next();
    await upcoming;
    const done = await acts.run([subject], work);
    ending.current = false;
    if (!done) {
      draft.again();
      return;
    }
    say(t(w.decidedNote, { applicant: filing.applicant || filing.file, decision: what }));
    await onward(upcoming, from);
  };
  const ending = useRef(false);

  const grant = async (wish: Wish): Promise<void> => {
    const id = filing.filing;
    switch (wish.do) {
      case 'rule': {
        await acts.run(
          wish.rulings.map(({ subject }) => subject),
          ({ revision }) => act.rule(batch, id, { revision, rulings: wish.rulings, seconds: seconds() }),
        );
        return;
      }
      case 'correct': {
        const { field, value } = wish;
        const done = await acts.run([`field:${field}`], ({ revision }) =>
          act.correct(batch, id, { revision, field, value, why: '', seconds: seconds() }),
        );
        // What was not taken is still there to be sent again.
        if (!done) setDesk((now) => ({ ...now, values: { ...now.values, [field]: value } }));
        return;
      }
      case 'decide': {
        const { kind, reasons, note } = wish;
        await end(
          'decision',
          ({ revision, version }) =>
            act.decide(batch, id, { revision, version, kind, reasons, note, seconds: seconds() }),
          t(decisionWords[kind]),
        );
        return;
      }
      case 'check': {
        const { agree, note } = wish;
        await end(
          'check',
          ({ revision }) => act.check(batch, id, { revision, agree, note }),
          t(agree ? w.agree : w['give-back']),
        );
        return;
      }
      case 'move': {
        if (wish.by > 0) {
          await onward();
          return;
        }
        const before = back();
        if (before) open(before);
        else say(t(w.first));
        return;
      }
      case 'undo': {
        const last = newestFirst(state.current.filing.history).find(
          ({ by, kind }) => by === me.user.id && kind !== 'undo',
        );
        if (!last) {
          say(t(w.nothingToUndo));
          return;
        }
        try {
          await undoAct(last.id);
          put(await reload());
          say(t(w.undone));
        } catch (error) {
          say(t(asRefused(error).text), 'error');
        }
        return;
      }
      case 'await': {
        if (!(await acts.settled())) return;
        // The answer is drawn first, so that what is decided is what is seen.
        for (let frames = 0; frames < 60 && !state.current.facts.settled; frames++)
          await new Promise((drawn) => requestAnimationFrame(drawn));
        const { desk: stands, facts: known } = state.current;
        const waits = stands.at.on === 'decision' && stands.mode === 'look' && stands.choice === undefined;
        if (!waits || !known.settled) return;
        if (known.suggested === wish.suggested) striking.current('Enter');
        else say(t(w.otherNow, { decision: t(decisionWords[known.suggested]) }));
        return;
      }
      case 'page':
        viewer.current?.turn(wish.by);
        return;
      case 'zoom':
        viewer.current?.zoom(wish.by);
        return;
      case 'leave':
        toQueue();
        return;
      case 'say':
        say(
          t(
            {
              reason: w.sayReason,
              note: w.sayNote,
              'not-yours': w['sayNot-yours'],
              'no-other': w['sayNo-other'],
            }[wish.what],
          ),
        );
    }
  };
  return grant;
}
