import './trends.css';
import { Button } from 'antd';
import type { Trend } from '../../workbench/api/trends.ts';
import { loadTrend, loadTrends, trendCsv, trendMetadata } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { hashOf } from '../app/router.ts';
import { Loaded } from '../shared/loaded.tsx';
import { trends as w } from '../words/trends.ts';
import { Drawn, savePicture } from './drawn.tsx';

const mostRows = 200;

/** The figures over all years: one at a time, with what it counts, its question and its numbers one click away. */
export function TrendsPage({ chart }: { chart?: string }) {
  const { t } = useLang();
  const list = useLoad('trends', loadTrends);
  return (
    <div className="sheet">
      <div className="head">
        <h1>{t(w.title)}</h1>
      </div>
      <Loaded of={list}>
        {({ charts }) => {
          const shown = chart ?? charts[0]?.id ?? '';
          return (
            <div className="trends">
              <nav aria-label={t(w.figures)}>
                <ol>
                  {charts.map(({ id, title }) => (
                    <li key={id}>
                      <a href={hashOf(['trends', id])} aria-current={id === shown ? 'page' : undefined}>
                        {t(title)}
                      </a>
                    </li>
                  ))}
                </ol>
              </nav>
              <Figure id={shown} />
            </div>
          );
        }}
      </Loaded>
    </div>
  );
}

function Figure({ id }: { id: string }) {
  const { lang } = useLang();
  const trend = useLoad(`trend ${id} ${lang}`, () => loadTrend(id, lang));
  return <Loaded of={trend}>{(data) => <Counted trend={data} />}</Loaded>;
}

function Counted({ trend }: { trend: Trend }) {
  const { t } = useLang();
  const { id, title, option, shown, columns } = trend;
  return (
    <section aria-labelledby="figure">
      <h2 id="figure">{t(title)}</h2>
      {shown.length === 0 ? <p>{t(w.none)}</p> : null}
      {option ? <Drawn option={option} label={t(title)} /> : null}
      <p className="quiet">{t(trend.caption)}</p>
      <p className="saves">
        <a href={trendCsv(id)} download={`${id}.csv`}>
          {t(w.save, { kind: 'CSV' })}
        </a>
        <a href={trendMetadata(id)} download={`${id}.json`}>
          {t(w.save, { kind: t(w.metadata) })}
        </a>
        {option
          ? (['svg', 'png'] as const).map((kind) => (
              <Button key={kind} size="small" onClick={() => void savePicture(id, option, kind)}>
                {t(w.save, { kind: kind.toUpperCase() })}
              </Button>
            ))
          : null}
      </p>
      <details>
        <summary>{t(w.definition)}</summary>
        <p>{t(trend.definition)}</p>
      </details>
      <details>
        <summary>SQL</summary>
        <pre>{trend.sql}</pre>
      </details>
      <details open={!option}>
        <summary>{t(w.table)}</summary>
        <table className="plain">
          <thead>
            <tr>
              {columns.map(({ name, title: column }) => (
                <th key={name} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, mostRows).map((row) => (
              <tr key={row.join('\u0000')}>
                {columns.map(({ name }, i) => (
                  <td key={name}>{row[i]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {columns.some(({ name }) => name === 'few') ? <p className="quiet">{t(w.few)}</p> : null}
        {shown.length > mostRows ? <p className="quiet">{t(w.first, { n: mostRows })}</p> : null}
      </details>
    </section>
  );
}
