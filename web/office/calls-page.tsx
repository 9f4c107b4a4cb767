import './office.css';
import { useState } from 'react';
import type { Text } from '../../core/lang.ts';
import { consequenceWords } from '../../report/words.ts';
import type { CallDraft } from '../../workbench/api/office.ts';
import { asRefused, type Refused } from '../api/refused.ts';
import { draftCall, loadCall, loadCalls } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { hashOf } from '../app/router.ts';
import { FileButton } from '../shared/file-button.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { RefusedBox } from '../shared/refused-box.tsx';
import { office as w } from '../words/office.ts';
import { DraftedCall } from './drafted-call.tsx';

/** The calls there are, one of them, or one being drafted. */
export function CallsPage({ call }: { call?: string }) {
  const [draft, setDraft] = useState<CallDraft>();
  if (draft) return <DraftedCall draft={draft} onDraft={setDraft} onClose={() => setDraft(undefined)} />;
  return call ? <Call id={call} /> : <List onDraft={setDraft} />;
}

function List({ onDraft }: { onDraft: (draft: CallDraft) => void }) {
  const { t } = useLang();
  const calls = useLoad('calls', loadCalls);
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const draft = (file: File) => {
    setBusy(true);
    setRefused(undefined);
    draftCall(file).then(onDraft, (error: unknown) => {
      setBusy(false);
      setRefused(asRefused(error));
    });
  };
  return (
    <div className="sheet">
      <div className="head">
        <h1>{t(w.calls)}</h1>
        <FileButton
          word={t(busy ? w.drafting : w.draft)}
          accept=".pdf,.docx,.doc,.wps,.html,.htm,.txt"
          loading={busy}
          onFile={draft}
        />
      </div>
      {refused ? <RefusedBox refused={refused} /> : null}
      <Loaded of={calls}>
        {({ calls: rows }) => (
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t(w.title)}</th>
                <th scope="col">{t(w.year)}</th>
                <th scope="col">{t(w.issuer)}</th>
                <th scope="col" className="number">
                  {t(w.rules)}
                </th>
                <th scope="col">{t(w.readings)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, title, year, issuer, rules, own, readings }) => (
                <tr key={id}>
                  <td>
                    <a className="strong" href={hashOf(['calls', id])}>
                      {t(title)}
                    </a>{' '}
                    {own ? <span className="ruled">{t(w.own)}</span> : null}
                  </td>
                  <td>{year}</td>
                  <td>{t(issuer)}</td>
                  <td className="number">{rules}</td>
                  <td>{readings.map((reading) => t(reading.title)).join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </div>
  );
}

function Call({ id }: { id: string }) {
  const { t } = useLang();
  const call = useLoad(`call ${id}`, () => loadCall(id));
  const consequences: Readonly<Record<string, Text | undefined>> = consequenceWords;
  return (
    <div className="sheet">
      <p>
        <a href={hashOf(['calls'])}>← {t(w.backToCalls)}</a>
      </p>
      <Loaded of={call}>
        {({ title, rules, schemes }) => (
          <>
            <div className="head">
              <h1>{t(title)}</h1>
            </div>
            <section aria-labelledby="rules">
              <h2 id="rules">
                {t(w.rules)} ({rules.length})
              </h2>
              <table className="plain">
                <tbody>
                  {rules.map((rule) => {
                    const consequence = consequences[rule.consequence];
                    return (
                      <tr key={rule.id}>
                        <td className="wide">
                          <b>{t(rule.title)}</b>
                          <br />
                          <span className="quiet">{consequence ? t(consequence) : rule.consequence}</span>
                        </td>
                        <td lang="zh-CN">
                          <b>{rule.clause.ref}</b> {rule.clause.text}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </section>
            {schemes.map((scheme) => (
              <section key={scheme.id} aria-label={t(scheme.title)}>
                <h2>
                  {t(w.schemes)}：{t(scheme.title)}
                </h2>
                <p lang="zh-CN">{scheme.labels.join('、')}</p>
              </section>
            ))}
          </>
        )}
      </Loaded>
    </div>
  );
}
