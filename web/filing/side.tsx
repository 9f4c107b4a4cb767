import { Alert, Button } from 'antd';
import type { FilingDetail } from '../../workbench/api/filing.ts';
import { useLang } from '../app/lang.tsx';
import { StageMark, StateMark } from '../shared/state-mark.tsx';
import { clock } from '../shared/times.ts';
import { paneWords, filingWords as w } from '../words/filing.ts';
import { Assignee } from './assignee.tsx';
import type { Places } from './boxes.ts';
import { DecisionPane } from './decision-pane.tsx';
import { type Desk, type Facts, type Pane, panes } from './desk.ts';
import { FieldsPane } from './fields-pane.tsx';
import { FindingsPane } from './findings-pane.tsx';
import { HistoryPane } from './history-pane.tsx';
import { LabelsPane } from './labels-pane.tsx';
import { MatchesPane } from './matches-pane.tsx';
import { PointsPane } from './points-pane.tsx';
import type { Keeping } from './use-draft.ts';

export interface SideProps {
  readonly batch: string;
  readonly filing: FilingDetail;
  readonly facts: Facts;
  readonly desk: Desk;
  /** The field that `e` corrects. */
  readonly field: string | undefined;
  readonly keeping: Keeping;
  /** What somebody else did meanwhile. */
  readonly changed: string;
  readonly held: FilingDetail['lease'];
  readonly onChangedSeen: () => void;
  readonly onDesk: (part: Partial<Desk>) => void;
  readonly onStrike: (key: string) => void;
  readonly onShow: (where: Places, subject?: string) => void;
  readonly onPut: (filing: FilingDetail) => void;
  readonly onReopen: (why: string) => Promise<void>;
}

/** Beside the pages: whose filing it is and how it stands, and one pane of what is to be looked at. */
export function Side(props: SideProps) {
  const { t } = useLang();
  const { filing, facts, desk, held, changed, onChangedSeen, onDesk } = props;
  const open = facts.points.filter((point) => point.open).length;
  const counts: Record<Pane, number> = {
    points: open,
    fields: filing.fields.length,
    findings: filing.findings.length,
    labels: filing.labels.length,
    matches: filing.matches.length,
    history: filing.history.length,
  };
  const last = filing.decisions.at(-1)?.kind;
  return (
    <section className="side" aria-label={t(w.panes)}>
      <header className="side-head">
        <div className="side-name">
          <h1 className="cut" title={filing.title}>
            {filing.title || filing.file}
          </h1>
          <p className="cut quiet" title={`${filing.applicant} · ${filing.unit}`}>
            {filing.applicant}
            {filing.unit ? ` · ${filing.unit}` : ''}
            {filing.versions.length > 1 ? ` · ${t(w.version, { n: filing.version })}` : ''}
          </p>
        </div>
        <div className="side-state">
          <StateMark state={filing.now} />
          <StageMark
            stage={filing.stage}
            decision={last === 'reopen' || last === 'undo' || last === undefined ? undefined : last}
          />
        </div>
        <Assignee batch={props.batch} filing={filing} onPut={props.onPut} />
      </header>
      <p className="side-why" title={filing.reasons.map((reason) => t(reason)).join('\n')}>
        {filing.reasons.map((reason) => t(reason)).join(' ')}
      </p>
      {held ? (
        <Alert type="warning" title={t(w.leased, { name: held.name, until: clock(held.until) })} />
      ) : null}
      {changed ? (
        <Alert
          type="warning"
          role="alert"
          title={t(w.changed, { what: changed })}
          action={
            <Button size="small" onClick={onChangedSeen}>
              {t(w.understood)}
            </Button>
          }
        />
      ) : null}
      {filing.formerly.length > 0 && filing.may.includes('decide') ? (
        <Alert
          type="info"
          title={t(w.formerlyNote)}
          action={
            <Button size="small" onClick={() => onDesk({ pane: 'history' })}>
              {t(paneWords.history)}
            </Button>
          }
        />
      ) : null}
      <div className="tabs" role="tablist" aria-label={t(w.panes)}>
        {panes.map((pane) => (
          <button
            key={pane}
            type="button"
            role="tab"
            id={`tab-${pane}`}
            aria-selected={desk.pane === pane}
            aria-controls="pane"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onDesk({ pane })}
          >
            {t(paneWords[pane])} <span>{counts[pane]}</span>
          </button>
        ))}
      </div>
      <div className="pane" id="pane" role="tabpanel" aria-labelledby={`tab-${desk.pane}`} tabIndex={0}>
        <Shown {...props} />
      </div>
    </section>
  );
}

function Shown(props: SideProps) {
  const { desk, filing, onShow } = props;
  switch (desk.pane) {
    case 'points':
      return desk.at.on === 'decision' ? <DecisionPane {...props} /> : <PointsPane {...props} />;
    case 'fields':
      return <FieldsPane {...props} />;
    case 'findings':
      return <FindingsPane filing={filing} onShow={onShow} />;
    case 'labels':
      return <LabelsPane filing={filing} onShow={onShow} />;
    case 'matches':
      return <MatchesPane filing={filing} onShow={onShow} />;
    case 'history':
      return <HistoryPane filing={filing} />;
  }
}
