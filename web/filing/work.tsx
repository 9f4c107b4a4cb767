import { App } from 'antd';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { decisionWords } from '../../report/words.ts';
import type { FilingDetail, Pages } from '../../workbench/api/filing.ts';
import { useLive } from '../api/live.ts';
import { asRefused } from '../api/refused.ts';
import { act, undoAct } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { go } from '../app/router.ts';
import { useMe } from '../app/session.tsx';
import { addressOf, type Filter } from '../queue/query.ts';
import { filingWords as w } from '../words/filing.ts';
import { Bar } from './bar.tsx';
import { litBy, type Places } from './boxes.ts';
import { type Desk, factsOf, opened, type Point } from './desk.ts';
import { Help } from './help.tsx';
import { isTyping, keyName } from './key-name.ts';
import { fieldAt, press, type Wish } from './keys.ts';
import { newestFirst } from './newest-first.ts';
import { PageView, type PageViewHandle } from './page-view.tsx';
import { Side } from './side.tsx';
import { useActs } from './use-acts.ts';
import { useDraft } from './use-draft.ts';
import { useLease } from './use-lease.ts';
import { useSeconds } from './use-seconds.ts';
import { back, leave } from './visited.ts';

interface Props {
  readonly batch: string;
  readonly filing: FilingDetail;
  readonly pages: Pages | undefined;
  readonly filter: Filter;
  readonly put: (filing: FilingDetail) => void;
  readonly reload: () => Promise<FilingDetail>;
  readonly next: () => Promise<string | undefined>;
}

/** What a person has on the desk while a filing is open: the keys act on it, the server hears of it. */
export function Work({ batch, filing, pages, filter, put, reload, next }: Props) {
  const { t } = useLang();
  const me = useMe();
  const { message } = App.useApp();
  const [changed, setChanged] = useState('');
  /** Another's act came in under the hands of who works here: the ENTER on its way was meant for what stood before. */
  const unseen = useRef(false);
  const viewer = useRef<PageViewHandle>(null);
  const seconds = useSeconds();

  const say = useCallback(
    (content: string, kind: 'info' | 'error' = 'info') =>
      void message[kind]({ content, key: 'filing', duration: 4 }),
    [message],
  );
  const newSince = useCallback(
    (before: FilingDetail, after: FilingDetail) => {
      const old = new Set(before.history.map(({ id }) => id));
      const acts = after.history.filter(({ id }) => !old.has(id));
      const what = acts.map(({ byName, text }) => t(w.changedBy, { name: byName, what: t(text) }));
      return what.join('；') || t(w.somebody);
    },
    [t],
  );
  const acts = useActs({
    filing,
    put,
    reload,
    onStale: (before, after) => setChanged(newSince(before, after)),
    onRefused: (refused) => say(t(refused.text), 'error'),
  });

  const facts = useMemo(() => factsOf(filing, acts.pending), [filing, acts.pending]);
  const [desk, setDesk] = useState<Desk>(() => opened(facts, filing.draft));
  const [evidence, setEvidence] = useState<{ readonly where: Places; readonly subject?: string }>();
  const draft = useDraft(batch, filing.filing, desk);
  const held = filing.lease && filing.lease.by !== me.user.id ? filing.lease : undefined;
  useLease(batch, filing.filing, filing.may.includes('decide') && !held);

  // Nobody tells when a hold ends.
  const isHeld = held !== undefined;
  useEffect(() => {
    if (!isHeld) return;
    const timer = setInterval(() => void reload().catch(() => undefined), 10_000);
    return () => clearInterval(timer);
  }, [isHeld, reload]);

  // Keys come faster than the page is drawn: each finds what the one before left.
  const state = useRef({ desk, facts, filing });
  useLayoutEffect(() => {
    state.current = { desk, facts, filing };
  });

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
  const seenChange = () => {
    unseen.current = false;
    setChanged('');
  };
  const strike = (key: string) => {
    const before = state.current;
    if (key === 'Enter' && unseen.current && before.desk.at.on === 'decision') {
      seenChange();
      return;
    }
    const { desk: after, wishes } = press(before.desk, before.facts, key);
    const answered = wishes.flatMap((wish) =>
      wish.do === 'rule'
        ? wish.rulings.map(({ subject }) => subject)
        : wish.do === 'correct'
          ? [`field:${wish.field}`]
          : [],
    );
    const shut = (point: Point) => (answered.includes(point.subject) ? { ...point, open: false } : point);
    state.current = {
      ...before,
      desk: after,
      facts: {
        ...before.facts,
        points: before.facts.points.map(shut),
        settled: before.facts.settled && answered.length === 0,
      },
    };
    // A box has the focus, or has it no longer, before the next key comes.
    if (after.mode === before.desk.mode) setDesk(after);
    else flushSync(() => setDesk(after));
    if (after.at !== before.desk.at) setEvidence(undefined);
    for (const wish of wishes) void grant(wish);
  };
  const striking = useRef(strike);
  striking.current = strike;
  // Before the filing is painted: a key pressed at its first sight is not lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { mode } = state.current.desk;
      const key = keyName(event);
      if (key === undefined || (mode === 'reopen' && key === 'Enter')) return;
      if (state.current.desk.help) {
        if (key === '?') striking.current(key);
        return;
      }
      if (document.querySelector('.ant-modal-wrap, .ant-select-dropdown:not(.ant-select-dropdown-hidden)'))
        return;
      if (isTyping(event.target)) {
        if (mode === 'look' || (key !== 'Enter' && key !== 'Escape') || event.shiftKey) return;
      } else if (mode !== 'look' && key !== 'Enter' && key !== 'Escape') return;
      else if (
        (key === 'Enter' || key === ' ') &&
        event.target instanceof HTMLElement &&
        event.target.closest('button, a, [role="tab"]')
      )
        return;
      event.preventDefault();
      striking.current(key);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(batch, ({ kind, filings }) => {
    if (kind === 'progress' || !(filings?.includes(filing.filing) ?? true)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (acts.isBusy()) return;
      const before = state.current.filing;
      reload().then(
        (after) => {
          const mine = newestFirst(after.history)[0]?.by === me.user.id;
          if (after.revision <= before.revision || mine) return;
          setChanged(newSince(before, after));
          unseen.current = true;
        },
        () => undefined,
      );
    }, 300);
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const subject =
    desk.pane === 'fields' && desk.field
      ? `field:${desk.field}`
      : desk.at.on === 'point'
        ? desk.at.subject
        : undefined;
  const where = useMemo(() => {
    if (evidence) return evidence.where;
    if (subject?.startsWith('field:') && desk.pane === 'fields')
      return filing.fields.find(({ key }) => `field:${key}` === subject)?.where ?? [];
    return [...filing.doubts, ...filing.checklist].find((doubt) => doubt.subject === subject)?.evidence ?? [];
  }, [evidence, subject, desk.pane, filing]);
  const lit = useMemo(
    () => (pages ? litBy(where, evidence ? evidence.subject : subject, filing.file, pages) : []),
    [pages, where, evidence, subject, filing.file],
  );
  const show = useCallback(
    (places: Places, of?: string) => setEvidence({ where: places, ...(of ? { subject: of } : {}) }),
    [],
  );

  return (
    <div className="filing" data-filing={filing.filing}>
      <div className="filing-top">
        <PageView ref={viewer} batch={batch} filing={filing} pages={pages} lit={lit} />
        <Side
          batch={batch}
          filing={filing}
          facts={facts}
          desk={desk}
          field={fieldAt(desk, facts)}
          keeping={draft.keeping}
          changed={changed}
          held={held}
          onChangedSeen={seenChange}
          onDesk={(part) => setDesk((now) => ({ ...now, ...part }))}
          onStrike={strike}
          onShow={show}
          onPut={put}
          onReopen={async (why) => {
            await acts.run(['reopen'], ({ revision }) => act.reopen(batch, filing.filing, { revision, why }));
            setDesk((now) => ({ ...now, mode: 'look', at: { on: 'start' } }));
          }}
        />
      </div>
      <Bar desk={desk} facts={facts} role={me.alone ? 'clerk' : me.user.role} onStrike={strike} />
      {desk.help ? <Help onClose={() => strike('?')} /> : null}
    </div>
  );
}
