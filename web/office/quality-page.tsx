import './office.css';
import { Button } from 'antd';
import { useState } from 'react';
import type { Quality } from '../../workbench/api/office.ts';
import { useLive } from '../api/live.ts';
import { asRefused, type Refused } from '../api/refused.ts';
import { adoptThreshold, loadQuality } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { useMe } from '../app/session.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { RefusedBox } from '../shared/refused-box.tsx';
import { percent } from '../shared/times.ts';
import { office as w } from '../words/office.ts';
import { ErrorChart } from './error-chart.tsx';

/** How well values are read and filings decided, by the office's own work. */
export function QualityPage({ batch }: { batch: string }) {
  const { t } = useLang();
  const quality = useLoad(`quality ${batch}`, () => loadQuality(batch));
  useLive(batch, quality.reload);
  const [refused, setRefused] = useState<Refused>();
  const adopt = ({ threshold, revision }: Quality) => {
    if (threshold === undefined) return;
    setRefused(undefined);
    void adoptThreshold(batch, { threshold, revision }).then(quality.put, (error: unknown) => {
      const why = asRefused(error);
      setRefused(why);
      if (why.code === 'stale') quality.reload();
    });
  };
  return (
    <div className="sheet">
      <div className="head">
        <h1>{t(w.quality)}</h1>
      </div>
      {refused ? <RefusedBox refused={refused} /> : null}
      <Loaded of={quality}>{(data) => <Figures quality={data} onAdopt={() => adopt(data)} />}</Loaded>
    </div>
  );
}

function Figures({ quality, onAdopt }: { quality: Quality; onAdopt: () => void }) {
  const { t, lang } = useLang();
  const { user } = useMe();
  const share = (word: string, { value, low, high, of }: Quality['errors']) => (
    <div className="figure">
      <span className="quiet">{word}</span>
      <b>{of === 0 ? '–' : percent(value, lang, 1)}</b>
      <span className="quiet">
        {t(w.interval, { low: percent(low, lang, 1), high: percent(high, lang, 1), of })}
      </span>
    </div>
  );
  const plain = (word: string, value: string, note = '') => (
    <div className="figure">
      <span className="quiet">{word}</span>
      <b>{value}</b>
      <span className="quiet">{note}</span>
    </div>
  );
  /** None where nobody was at anything yet. */
  const seconds = (n: number) => (n === 0 ? '–' : t(w.seconds, { n: Math.round(n) }));
  const { threshold } = quality;
  return (
    <>
      <div className="figures">
        {plain(t(w.target), percent(quality.target, lang, 1))}
        {plain(
          t(w.threshold),
          threshold === undefined ? '–' : percent(threshold, lang, 1),
          t(threshold === undefined ? w.noThreshold : w.thresholdNote),
        )}
        {share(t(w.untouched), quality.untouched)}
        {share(t(w.errors), quality.errors)}
        {share(t(w.redrawn), quality.redrawn)}
        {plain(t(w.values), String(quality.values), `${t(w.corrected)} ${quality.corrected}`)}
        {plain(t(w.perFiling), seconds(quality.secondsPerFiling))}
        {plain(t(w.perDoubt), seconds(quality.secondsPerDoubt))}
      </div>
      <p className="row">
        <span>{t(w.used, { share: percent(quality.used, lang, 1) })}</span>
        {threshold !== undefined && threshold !== quality.used && user.role !== 'clerk' ? (
          <Button onClick={onAdopt}>{t(w.adopt, { share: percent(threshold, lang, 1) })}</Button>
        ) : null}
      </p>
      <section aria-labelledby="chart">
        <h2 id="chart">{t(w.chart)}</h2>
        <ErrorChart bands={quality.byConfidence} threshold={threshold} />
        <table className="plain narrow">
          <thead>
            <tr>
              <th scope="col">{t(w.confidence)}</th>
              <th scope="col" className="number">
                {t(w.looked)}
              </th>
              <th scope="col" className="number">
                {t(w.wrong)}
              </th>
            </tr>
          </thead>
          <tbody>
            {quality.byConfidence.map(({ from, to, looked, wrong }) => (
              <tr key={from}>
                <td>
                  {percent(from, lang)} – {percent(to, lang)}
                </td>
                <td className="number">{looked}</td>
                <td className="number">{wrong}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
