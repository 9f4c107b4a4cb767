import { matchKindWords, matchWords } from '../../report/words.ts';
import type { FilingDetail } from '../../workbench/api/filing.ts';
import { useLang } from '../app/lang.tsx';
import { percent } from '../shared/times.ts';
import { filingWords as w } from '../words/filing.ts';
import type { Places } from './boxes.ts';

type Show = (where: Places, subject?: string) => void;
type Match = FilingDetail['matches'][number];

const tone = { barred: 'fail', review: 'unknown', info: 'not-applicable' } as const;

export function MatchesPane({ filing, onShow }: { filing: FilingDetail; onShow: Show }) {
  const { t } = useLang();
  if (filing.matches.length === 0) return <p className="quiet pad">{t(w.noMatches)}</p>;
  return (
    <ul className="cards">
      {filing.matches.map((match) => (
        <li key={match.target}>
          <MatchCard match={match} onShow={onShow} />
        </li>
      ))}
    </ul>
  );
}

/** One project that this may repeat, the passages side by side. */
export function MatchCard({ match, onShow }: { match: Match; onShow: Show }) {
  const { t, lang } = useLang();
  return (
    <div className="match-card">
      <p>
        <span className={`verdict ${tone[match.verdict]}`}>{t(matchWords[match.verdict])}</span>{' '}
        <b>{match.title}</b> <span className="quiet">{match.company}</span>
      </p>
      <p className="quiet">
        {t(matchKindWords[match.kind])}
        {match.year ? ` ${match.year}` : ''}
        {match.file ? ` · ${match.file}` : ''} · {t(w.likeness, { share: percent(match.score, lang) })}
        {match.ruled ? <span className="ruled"> {t(w[match.ruled])}</span> : null}
      </p>
      <p>{match.reasons.map((reason) => t(reason)).join('；')}</p>
      {match.passages.length > 0 ? (
        <table className="passages">
          <thead>
            <tr>
              <th scope="col">{t(w.here)}</th>
              <th scope="col">{t(w.there)}</th>
            </tr>
          </thead>
          <tbody>
            {match.passages.map(({ here, there }) => (
              <tr key={`${here.text} ${there.text}`}>
                <td>
                  <button
                    type="button"
                    className="link"
                    onClick={() => onShow(here.where, `match:${match.target}`)}
                  >
                    {here.text}
                  </button>
                </td>
                <td>
                  <p>{there.text}</p>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {match.terms.length > 0 ? (
        <p className="quiet">
          {t(w.terms)}：{match.terms.join('、')}
        </p>
      ) : null}
    </div>
  );
}
