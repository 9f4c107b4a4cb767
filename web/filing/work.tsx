import { App } from 'antd';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FilingDetail, Pages } from '../../workbench/api/filing.ts';
import { act } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { useMe } from '../app/session.tsx';
import type { Filter } from '../queue/query.ts';
import { Bar } from './bar.tsx';
import { type Desk, factsOf, opened, type Point, unboxed } from './desk.ts';
import { Help } from './help.tsx';
import { fieldAt, press } from './keys.ts';
import { PageView, type PageViewHandle } from './page-view.tsx';
import { Side } from './side.tsx';
import { useActs } from './use-acts.ts';
import { useDraft } from './use-draft.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useLease } from './use-lease.ts';
import { useLit } from './use-lit.ts';
import { useNews, useOthers } from './use-news.ts';
import { useSeconds } from './use-seconds.ts';
import { useWishes } from './use-wishes.ts';

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
  const news = useNews();
  const viewer = useRef<PageViewHandle>(null);
  const seconds = useSeconds();

  const say = useCallback(
    (content: string, kind: 'info' | 'error' = 'info') =>
      void message[kind]({ content, key: 'filing', duration: 4 }),
    [message],
  );
  const acts = useActs({
    filing,
    put,
    reload,
    onStale: news.tell,
    onRefused: (refused) => say(t(refused.text), 'error'),
  });

  const facts = useMemo(() => factsOf(filing, acts.pending), [filing, acts.pending]);
  const [desk, setDesk] = useState<Desk>(() => opened(facts, filing.draft));
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

  // Another took it while a box was open, say.
  useLayoutEffect(() => setDesk((now) => unboxed(now, facts)), [facts]);

  const striking = useRef<(key: string) => void>(() => undefined);
  const grant = useWishes({
    ...{ batch, filing, filter, put, reload, next, acts, draft, seconds, say, state, viewer },
    setDesk,
    striking,
  });
  const { lit, show, clear } = useLit(desk, filing, pages);
  const strike = (key: string) => {
    const before = state.current;
    if (key === 'Enter' && news.unseen.current && before.desk.at.on === 'decision') {
      news.seen();
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
    if (after.at !== before.desk.at) clear();
    for (const wish of wishes) void grant(wish);
  };
  striking.current = strike;
  useKeyboard(state, striking);
  useOthers(batch, filing, state, reload, acts.isBusy, news);
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
          changed={news.changed}
          held={held}
          onChangedSeen={news.seen}
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
