import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { signOut } from '../api/routes.ts';
import { BatchesPage } from '../batches/batches-page.tsx';
import { QueuePage } from '../queue/queue-page.tsx';
import { shell } from '../words/shell.ts';
import { Boundary } from './boundary.tsx';
import { useLang } from './lang.tsx';
import { hashOf, type Route, useRoute } from './router.ts';
import { useMe } from './session.tsx';

const BatchPage = lazy(() => import('../batches/batch-page.tsx').then((m) => ({ default: m.BatchPage })));
const FilingPage = lazy(() => import('../filing/filing-page.tsx').then((m) => ({ default: m.FilingPage })));
const CallsPage = lazy(() => import('../office/calls-page.tsx').then((m) => ({ default: m.CallsPage })));
const AwardsPage = lazy(() => import('../office/awards-page.tsx').then((m) => ({ default: m.AwardsPage })));
const ArchivePage = lazy(() =>
  import('../office/archive-page.tsx').then((m) => ({ default: m.ArchivePage })),
);
const AuditPage = lazy(() => import('../office/audit-page.tsx').then((m) => ({ default: m.AuditPage })));
const UsersPage = lazy(() => import('../office/users-page.tsx').then((m) => ({ default: m.UsersPage })));
const QualityPage = lazy(() =>
  import('../office/quality-page.tsx').then((m) => ({ default: m.QualityPage })),
);
const TrendsPage = lazy(() => import('../trends/trends-page.tsx').then((m) => ({ default: m.TrendsPage })));
const PapersPage = lazy(() => import('../office/papers-page.tsx').then((m) => ({ default: m.PapersPage })));

/** The frame of every page: where one can go, who one is, in which language. */
export function Shell() {
  const { t, lang, setLang } = useLang();
  const me = useMe();
  const route = useRoute();
  const [first = 'batches', batch] = route.path;
  const rooms = [
    ['batches', shell.batches],
    ['calls', shell.calls],
    ['awards', shell.awards],
    ['archive', shell.archive],
    ['trends', shell.trends],
    ['audit', shell.audit],
    ...(me.user.role === 'admin' ? ([['users', shell.users]] as const) : []),
  ] as const;
  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        {t(shell.skip)}
      </button>
      <header className="top">
        <span className="product">{t(shell.product)}</span>
        <nav aria-label={t(shell.main)}>
          {rooms.map(([room, word]) => (
            <a key={room} href={hashOf([room])} aria-current={first === room ? 'page' : undefined}>
              {t(word)}
            </a>
          ))}
        </nav>
        {first === 'batches' && batch ? <BatchNav route={route} batch={batch} /> : <span className="grow" />}
        <span className="who">
          {me.alone ? t(shell.alone) : `${me.user.name} · ${t(shell[me.user.role])}`}
        </span>
        {me.alone ? null : (
          <Button size="small" onClick={() => void signOut().finally(() => location.reload())}>
            {t(shell.signOut)}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
        >
          {t(shell.otherLang)}
        </Button>
      </header>
      <main id="content" tabIndex={0}>
        <Boundary key={route.path.slice(0, 3).join('/')}>
          <Suspense fallback={<p className="quiet pad">{t(shell.loading)}</p>}>
            <Room route={route} />
          </Suspense>
        </Boundary>
      </main>
    </>
  );
}

function BatchNav({ route, batch }: { route: Route; batch: string }) {
  const { t } = useLang();
  const room = route.path[2] ?? 'overview';
  return (
    <nav className="of-batch" aria-label={t(shell.ofBatch)}>
      {(['overview', 'queue', 'quality', 'papers'] as const).map((to) => (
        <a
          key={to}
          href={hashOf(to === 'overview' ? ['batches', batch] : ['batches', batch, to])}
          aria-current={to === room || (to === 'queue' && room === 'filings') ? 'page' : undefined}
        >
          {t(shell[to])}
        </a>
      ))}
    </nav>
  );
}

function Room({ route }: { route: Route }) {
  const { t } = useLang();
  const [first = 'batches', id, room, filing] = route.path;
  if (first === 'batches' && !id) return <BatchesPage />;
  if (first === 'batches' && id && !room) return <BatchPage id={id} />;
  if (first === 'batches' && id && room === 'queue') return <QueuePage batch={id} query={route.query} />;
  if (first === 'batches' && id && room === 'filings' && filing)
    return <FilingPage batch={id} filing={filing} query={route.query} />;
  if (first === 'batches' && id && room === 'quality') return <QualityPage batch={id} />;
  if (first === 'batches' && id && room === 'papers') return <PapersPage batch={id} />;
  if (first === 'calls') return <CallsPage {...(id ? { call: id } : {})} />;
  if (first === 'awards') return <AwardsPage />;
  if (first === 'archive') return <ArchivePage />;
  if (first === 'trends') return <TrendsPage {...(id ? { chart: id } : {})} />;
  if (first === 'audit') return <AuditPage query={route.query} />;
  if (first === 'users') return <UsersPage />;
  return (
    <p className="pad">
      {t(shell.nowhere)} <a href={hashOf(['batches'])}>{t(shell.toBatches)}</a>
    </p>
  );
}
