import type { FilingDetail } from '../../workbench/api/filing.ts';
import { useLang } from '../app/lang.tsx';
import { percent } from '../shared/times.ts';
import { filingWords as w } from '../words/filing.ts';
import type { Places } from './boxes.ts';

type Show = (where: Places, subject?: string) => void;
type Label = FilingDetail['labels'][number];

export function LabelsPane({ filing, onShow }: { filing: FilingDetail; onShow: Show }) {
  const { t } = useLang();
  if (filing.labels.length === 0) return <p className="quiet pad">{t(w.noLabels)}</p>;
  return (
    <ul className="cards">
      {filing.labels.map((label) => (
        <li key={label.scheme}>
          <h3>{t(label.title)}</h3>
          <LabelCard label={label} onShow={onShow} />
        </li>
      ))}
    </ul>
  );
}

/** What a filing was taken for in one scheme: candidates with the phrases that speak for them. */
export function LabelCard({ label, onShow }: { label: Label; onShow: Show }) {
  const { t, lang } = useLang();
  return (
    <div className="label-card">
      <p>
        <b>{label.ruled ?? label.label ?? t(w.noLabel)}</b>
        {label.ruled ? <span className="ruled"> {t(w.ruledLabel)}</span> : null}
        {label.second ? (
          <span className="quiet">
            {' '}
            · {t(w.second)} {label.second.label} {percent(label.second.share, lang)}
          </span>
        ) : null}
        {label.declared ? (
          <span className={label.declared === label.label ? 'quiet' : 'unsure'}>
            {' '}
            · {t(w.declared)} {label.declared}
          </span>
        ) : null}
      </p>
      <table className="candidates">
        <tbody>
          {label.candidates.map((candidate) => (
            <tr key={candidate.label}>
              <th scope="row">{candidate.label}</th>
              <td className="number">{percent(candidate.score, lang)}</td>
              <td>
                {candidate.phrases.map(({ text, where }) => (
                  <button
                    type="button"
                    className="phrase"
                    key={text}
                    onClick={() => onShow(where, `label:${label.scheme}`)}
                  >
                    {text}
                  </button>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
