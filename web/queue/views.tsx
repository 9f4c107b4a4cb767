import { type Queue, type View, view } from '../../workbench/api/queue.ts';
import { useLang } from '../app/lang.tsx';
import { hashOf } from '../app/router.ts';
import { queueWords as w } from '../words/queue.ts';
import { viewWords } from '../words/review.ts';

/** Views that are shown even where they are empty; the others only while something is in them or they are open. */
const always = new Set<View>(['all', 'todo', 'doubts', 'mend', 'repeats', 'mine', 'decided']);
/** In the order of the work. */
const order: readonly View[] = [
  'todo',
  'mine',
  'doubts',
  'mend',
  'repeats',
  'doubt',
  'second',
  'conflict',
  'check',
  'again',
  'unread',
  'decided',
  'passed',
  'returned',
  'rejected',
  'accepted',
  'all',
];

/** The saved views with how much is in each. */
export function Views({
  batch,
  now,
  counts,
}: {
  batch: string;
  now: View;
  counts: Queue['views'] | undefined;
}) {
  const { t } = useLang();
  return (
    <nav className="views" aria-label={t(w.views)}>
      {order
        .filter((one) => view.options.includes(one))
        .filter((one) => always.has(one) || one === now || (one !== 'accepted' && (counts?.[one] ?? 0) > 0))
        .map((one) => (
          <a
            key={one}
            className={`view-${one}`}
            href={hashOf(['batches', batch, 'queue'], one === 'all' ? {} : { view: one })}
            aria-current={one === now ? 'page' : undefined}
          >
            <span>{t(viewWords[one])}</span>
            <b>{counts?.[one] ?? ''}</b>
          </a>
        ))}
    </nav>
  );
}
