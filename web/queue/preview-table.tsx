import { decisionWords } from '../../report/words.ts';
import { decisionKind } from '../../workbench/api/common.ts';
import type { BulkPreview, Queue } from '../../workbench/api/queue.ts';
import { useLang } from '../app/lang.tsx';
import { queueWords as w } from '../words/queue.ts';
import { shell } from '../words/shell.ts';

/** Exactly what a change of many filings would change, and what it would not and why. */
export function PreviewTable({
  preview,
  facets,
}: {
  preview: BulkPreview | undefined;
  facets: Queue['facets'] | undefined;
}) {
  const { t } = useLang();
  if (!preview) return <p className="quiet preview">{t(shell.loading)}</p>;
  const { changes, count, kept } = preview;
  const titled = (rule: string) => {
    const known = facets?.rules.find((one) => one.value === rule);
    return known ? t(known.name) : rule;
  };
  const word = (field: string, value: string) => {
    const kind = decisionKind.safeParse(value);
    if (field === 'decision' && kind.success) return t(decisionWords[kind.data]);
    if (field === 'reasons' && value) return value.split('、').map(titled).join('；');
    return value || t(w.blank);
  };
  return (
    <div className="preview" tabIndex={0} role="region" aria-label={t(w.changes)}>
      <h2>
        {t(w.changes)}{' '}
        {count > changes.length ? <small>{t(w.first, { count: changes.length })}</small> : null}
      </h2>
      {count === 0 ? <p className="quiet">{t(w.nothing)}</p> : null}
      {changes.length > 0 ? (
        <table className="plain">
          <tbody>
            {changes.map(({ filing, applicant, title, what }) => (
              <tr key={filing}>
                <td>
                  {applicant}
                  <br />
                  <span className="quiet">{title}</span>
                </td>
                <td>
                  {what.map(({ field, old, new: next }) => (
                    <div key={field}>
                      {t(
                        { decision: w.decision, reasons: w.reasons, assignee: w.assignee, note: w.note }[
                          field
                        ],
                      )}
                      ：<del>{word(field, old)}</del> → <ins>{word(field, next)}</ins>
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {kept.length > 0 ? (
        <>
          <h2>{t(w.kept, { count: kept.length })}</h2>
          <table className="plain">
            <tbody>
              {kept.map(({ filing, title, why }) => (
                <tr key={filing}>
                  <td>{title}</td>
                  <td>{t(why)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </div>
  );
}
