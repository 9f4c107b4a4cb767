import { useMemo } from 'react';
import { useLang } from '../app/lang.tsx';
import { hashOf } from '../app/router.ts';
import { addressOf, filterOf } from '../queue/query.ts';
import { RefusedBox } from '../shared/refused-box.tsx';
import { filingWords as w } from '../words/filing.ts';
import { useFiling, useNeighbours } from './use-filing.ts';
import { Work } from './work.tsx';
import './filing.css';

interface Props {
  readonly batch: string;
  readonly filing: string;
  readonly query: Readonly<Record<string, string>>;
}

/** One filing on one screen: its pages, what needs a person, the decision. */
export function FilingPage({ batch, filing, query }: Props) {
  const { t } = useLang();
  const asked = JSON.stringify(query);
  const filter = useMemo(() => filterOf(query), [asked]);
  const { known, put, reload } = useFiling(batch, filing);
  const next = useNeighbours(batch, filing, filter);
  const queue = hashOf(['batches', batch, 'queue'], addressOf(filter));
  if (known.filing)
    return (
      <Work
        key={`${batch} ${filing}`}
        batch={batch}
        filing={known.filing}
        pages={known.pages}
        filter={filter}
        put={put}
        reload={reload}
        next={next}
      />
    );
  return (
    <div className="pad">
      {known.refused ? (
        <>
          <RefusedBox refused={known.refused} onRetry={() => location.reload()} />
          <p>
            <a href={queue}>{t(w.back)}</a>
          </p>
        </>
      ) : (
        <p className="quiet">{t(w.loading)}</p>
      )}
    </div>
  );
}
