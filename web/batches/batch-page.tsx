import { App, Button } from 'antd';
import { verdictWords } from '../../report/words.ts';
import type { BatchDetail } from '../../workbench/api/batches.ts';
import { useLive } from '../api/live.ts';
import { asRefused } from '../api/refused.ts';
import { cancelBatch, loadBatch, runBatch } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { hashOf } from '../app/router.ts';
import { ClauseText } from '../shared/clause-text.tsx';
import { RefusedBox } from '../shared/refused-box.tsx';
import { batches as w } from '../words/batches.ts';
import { shell } from '../words/shell.ts';
import { AddFiles } from './add-files.tsx';
import { FlowStrip } from './flow-strip.tsx';
import { PolicyForm } from './policy-form.tsx';
import { ProgressLine } from './progress-line.tsx';

export function BatchPage({ id }: { id: string }) {
  const { t } = useLang();
  const { data, refused, reload, put } = useLoad(`batch ${id}`, () => loadBatch(id));
  useLive(id, reload);
  if (!data)
    return (
      <div className="sheet">
        {refused ? (
          <RefusedBox refused={refused} onRetry={reload} />
        ) : (
          <p className="quiet">{t(shell.loading)}</p>
        )}
      </div>
    );
  return (
    <div className="sheet">
      <Head batch={data} onChanged={reload} />
      <FlowStrip batch={id} flow={data.flow} />
      <div className="columns">
        <section aria-labelledby="add">
          <h2 id="add">{t(w.add)}</h2>
          {data.outside ? <p className="quiet">{t(w.outside)}</p> : <AddFiles batch={id} onAdded={reload} />}
        </section>
        <section aria-labelledby="policy">
          <h2 id="policy">{t(w.policy)}</h2>
          <PolicyForm
            key={id}
            batch={id}
            policy={data.policy}
            revision={data.revision}
            onSaved={put}
            onStale={reload}
          />
        </section>
      </div>
      <Findings batch={data} />
      <Former batch={data} />
      {data.unassigned.length > 0 ? (
        <section aria-labelledby="unassigned">
          <h2 id="unassigned">{t(w.unassigned)}</h2>
          <ul className="lines">
            {data.unassigned.map(({ file, message }) => (
              <li key={file}>
                <b>{file}</b> {t(message)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Head({ batch, onChanged }: { batch: BatchDetail; onChanged: () => void }) {
  const { t } = useLang();
  const { message } = App.useApp();
  const running = batch.progress?.state === 'running';
  const word = batch.progress ? (batch.progress.state === 'done' ? w.again : w.resume) : w.run;
  const act = (work: Promise<unknown>) =>
    work.then(onChanged, (error: unknown) => void message.error(t(asRefused(error).text)));
  return (
    <>
      <div className="head">
        <h1>{batch.name}</h1>
        <span className="row">
          {batch.outside && !running ? null : running ? (
            <Button onClick={() => void act(cancelBatch(batch.id))}>{t(w.stop)}</Button>
          ) : (
            <Button onClick={() => void act(runBatch(batch.id))}>{t(word)}</Button>
          )}
          <Button type="primary" href={hashOf(['batches', batch.id, 'queue'], { view: 'todo' })}>
            {t(w.toQueue)}
          </Button>
        </span>
      </div>
      <dl className="facts">
        <dt>{t(w.call)}</dt>
        <dd>
          <a href={hashOf(['calls', batch.call.id])}>{t(batch.call.title)}</a>
        </dd>
        <dt>{t(w.asOf)}</dt>
        <dd>{batch.asOf}</dd>
        {batch.reading ? (
          <>
            <dt>{t(w.reading)}</dt>
            <dd>{batch.reading}</dd>
          </>
        ) : null}
        <dt>{t(w.filings)}</dt>
        <dd>
          {batch.filings}
          {batch.outside ? '' : ` · ${t(w.files, { count: batch.files })}`}
        </dd>
        {Object.entries(batch.lists)
          .filter(([, names]) => names.length > 0)
          .map(([kind, names]) => (
            <ListFact key={kind} kind={kind} names={names} />
          ))}
        <dt>{t(w.progress)}</dt>
        <dd>
          <ProgressLine progress={batch.progress} />
        </dd>
      </dl>
    </>
  );
}

function ListFact({ kind, names }: { kind: string; names: readonly string[] }) {
  const { t } = useLang();
  const word = { awards: w.awards, summary: w.summary, registry: w.registry, affiliates: w.affiliates }[kind];
  return (
    <>
      <dt>{word ? t(word) : kind}</dt>
      <dd>{names.join('、')}</dd>
    </>
  );
}

/** What came and counts no more, with the filing that stands for it. */
function Former({ batch }: { batch: BatchDetail }) {
  const { t } = useLang();
  return (
    <section aria-labelledby="former">
      <h2 id="former">
        {t(w.former)} {batch.former.length > 0 ? batch.former.length : ''}
      </h2>
      {batch.former.length === 0 ? <p className="quiet">{t(w.noFormer)}</p> : null}
      <ul className="lines">
        {batch.former.map(({ filing, version, file, applicant, title }) => (
          <li key={`${filing} ${version}`}>
            <a href={hashOf(['batches', batch.id, 'filings', filing])}>{applicant || title || filing}</a>{' '}
            <span className="quiet">{file}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Findings({ batch }: { batch: BatchDetail }) {
  const { t } = useLang();
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{t(w.findings)}</h2>
      {batch.findings.length === 0 ? <p className="quiet">{t(w.noFindings)}</p> : null}
      {batch.findings.map(({ rule, title, verdict, message, clause, filings }) => (
        <div key={rule} className="finding">
          <p>
            <span className={`verdict ${verdict}`}>{t(verdictWords[verdict])}</span> <b>{t(title)}</b>{' '}
            {filings.length > 0 ? (
              <a href={hashOf(['batches', batch.id, 'queue'], { rule })}>
                {filings.length} {t(w.filings)}
              </a>
            ) : null}
          </p>
          <p>{t(message)}</p>
          <ClauseText clause={clause} />
        </div>
      ))}
    </section>
  );
}
