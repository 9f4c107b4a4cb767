import type { Text } from '../../core/lang.ts';
import { decisionWords, roleWords } from '../../report/words.ts';
import type { FilingDetail } from '../../workbench/api/filing.ts';
import { useLang } from '../app/lang.tsx';
import { when } from '../shared/times.ts';
import { filingWords as w } from '../words/filing.ts';
import { decisionSteps, undone } from '../words/review.ts';
import { newestFirst } from './newest-first.ts';

function Decisions({ of, titles }: { of: FilingDetail['decisions']; titles: ReadonlyMap<string, Text> }) {
  const { t } = useLang();
  return (
    <ul className="lines">
      {of.map(({ id, step, kind, reasons, note, byName, at }) => (
        <li key={id}>
          <b>
            {t(decisionSteps[step])}：
            {t(kind === 'reopen' || kind === 'undo' ? undone[kind] : decisionWords[kind])}
          </b>{' '}
          <span className="quiet">
            {byName} {when(at)}
          </span>
          {reasons.length > 0 ? (
            <div>
              {reasons
                .map((rule) => {
                  const title = titles.get(rule);
                  return title ? t(title) : rule;
                })
                .join('；')}
            </div>
          ) : null}
          {note ? <div>{note}</div> : null}
        </li>
      ))}
    </ul>
  );
}

/** What was done to the filing, its versions and files. */
export function HistoryPane({ filing }: { filing: FilingDetail }) {
  const { t } = useLang();
  const titles = new Map(filing.reasonChoices.map(({ rule, title }) => [rule, title]));
  return (
    <div className="history">
      <h2>{t(w.decisions)}</h2>
      {filing.decisions.length === 0 ? <p className="quiet">{t(w.noDecisions)}</p> : null}
      <Decisions of={filing.decisions} titles={titles} />
      {filing.formerly.map(({ filing: id, decisions, found, letters }) => (
        <section key={id} className="formerly" aria-label={t(w.formerly)}>
          <h2>{t(w.formerly)}</h2>
          <p className="quiet">{t(w.formerlyNote)}</p>
          <Decisions of={decisions} titles={titles} />
          {found > 0 ? <p>{t(w.formerlyFound, { count: found })}</p> : null}
          {letters.map(({ number, at }) => (
            <p key={number}>
              {t(w.formerlySent)} {number} <span className="quiet">{when(at)}</span>
            </p>
          ))}
        </section>
      ))}
      {filing.changes.length > 0 ? (
        <>
          <h2>{t(w.changes)}</h2>
          <table className="plain">
            <tbody>
              {filing.changes.map(({ key, label, old, new: now }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td>
                    <del>{old || t(w.empty)}</del>
                  </td>
                  <td>
                    <ins>{now || t(w.empty)}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      <h2>{t(w.versions)}</h2>
      <ul className="lines">
        {filing.versions.map(({ version, file, addedAt }) => (
          <li key={version}>
            {t(w.version, { n: version })} {file} <span className="quiet">{when(addedAt)}</span>
          </li>
        ))}
      </ul>
      <h2>{t(w.files)}</h2>
      <ul className="lines">
        {filing.files.map(({ id, file, role, pages }) => (
          <li key={`${id} ${file}`}>
            {t(roleWords[role])} · {file}{' '}
            <span className="quiet">{pages > 0 ? t(w.pageCount, { n: pages }) : ''}</span>
          </li>
        ))}
      </ul>
      {filing.problems.length > 0 ? (
        <>
          <h2>{t(w.problems)}</h2>
          <ul className="lines">
            {filing.problems.map(({ code, message }) => (
              <li key={`${code} ${message.zh}`}>{t(message)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{t(w.acts)}</h2>
      <ul className="lines">
        {newestFirst(filing.history).map(({ id, at, byName, text, was, is }) => (
          <li key={id}>
            <span className="quiet">{when(at)}</span> {byName} {t(text)}
            {was || is ? '：' : ''}
            {was ? <del>{t(was)}</del> : null}
            {was && is ? ' → ' : null}
            {is ? <ins>{t(is)}</ins> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
