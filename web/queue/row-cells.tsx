import type { QueueRow } from '../../workbench/api/queue.ts';
import { useLang } from '../app/lang.tsx';
import { StageMark, StateMark } from '../shared/state-mark.tsx';
import { clock, percent } from '../shared/times.ts';
import { queueWords as w } from '../words/queue.ts';

interface Cells {
  readonly row: QueueRow;
  readonly href: string;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

/** One filing in the list. */
export function RowCells({ row, href, selected, onSelect }: Cells) {
  const { t, lang } = useLang();
  return (
    <>
      <span role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          aria-label={`${t(w.select)}：${row.applicant || row.file}`}
          onChange={onSelect}
        />
      </span>
      <span role="gridcell" className="two">
        <a href={href} tabIndex={-1} title={row.file}>
          {row.applicant || row.file}
        </a>
        <span title={row.title}>{row.title || t(w.blank)}</span>
      </span>
      <span role="gridcell">
        <StateMark state={row.now} />
      </span>
      <span role="gridcell">
        <StageMark stage={row.stage} decision={row.decision} />
      </span>
      <span role="gridcell" className={row.doubts > 0 ? 'number strong' : 'number quiet'}>
        {row.doubts}
      </span>
      <span role="gridcell" className={row.checklist > 0 ? 'number' : 'number quiet'}>
        {row.checklist}
      </span>
      <span role="gridcell" className="number">
        {percent(row.confidence, lang)}
      </span>
      <span role="gridcell" className="clip" title={row.reason ? t(row.reason) : undefined}>
        {row.reason ? t(row.reason) : ''}
      </span>
      <span role="gridcell" className="two">
        <span>{row.regionName}</span>
        <span title={row.unit}>{row.unit}</span>
      </span>
      <span role="gridcell" className="two">
        <span>{row.assignee?.name ?? ''}</span>
        {row.lease ? (
          <span title={t(w.open, { name: row.lease.name, until: clock(row.lease.until) })}>
            <i aria-hidden="true">●</i> {row.lease.name} {clock(row.lease.until)}
          </span>
        ) : null}
      </span>
    </>
  );
}
