import { consequenceWords, shownVerdict, verdictWords } from '../../report/words.ts';
import type { FilingDetail } from '../../workbench/api/filing.ts';
import { useLang } from '../app/lang.tsx';
import { ClauseText } from '../shared/clause-text.tsx';
import { filingWords as w } from '../words/filing.ts';
import type { Places } from './boxes.ts';

const weight = { fail: 0, unknown: 1, pass: 2, 'not-applicable': 3 } as const;

/** Every condition of the call with its verdict, those that fail first. */
export function FindingsPane({
  filing,
  onShow,
}: {
  filing: FilingDetail;
  onShow: (where: Places, subject?: string) => void;
}) {
  const { t } = useLang();
  const findings = filing.findings.toSorted((a, b) => weight[a.verdict] - weight[b.verdict]);
  return (
    <ul className="cards">
      {findings.map((finding) => {
        const shown = shownVerdict(finding);
        return (
          <li key={finding.rule}>
            <p>
              <span className={`verdict ${shown === 'noted' ? 'noted' : finding.verdict}`}>
                {t(verdictWords[shown])}
              </span>{' '}
              <b>{t(finding.title)}</b>{' '}
              <span className="quiet">{t(consequenceWords[finding.consequence])}</span>{' '}
              {finding.ruled ? <span className="ruled">{t(w[finding.ruled])}</span> : null}
            </p>
            <div className="beside">
              <ClauseText clause={finding.clause} />
              <p>{t(finding.message)}</p>
            </div>
            {finding.evidence.length > 0 ? (
              <button
                type="button"
                className="link"
                onClick={() => onShow(finding.evidence, `rule:${finding.rule}`)}
              >
                {t(w.evidence)} ({finding.evidence.length})
              </button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
