import { Button } from 'antd';
import { useLang } from '../app/lang.tsx';
import { office as w } from '../words/office.ts';

interface Props {
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  readonly onOffset: (offset: number) => void;
}

/** Pages of a long list. */
export function Pager({ total, offset, limit, onOffset }: Props) {
  const { t } = useLang();
  const of = Math.max(1, Math.ceil(total / limit));
  if (of === 1) return total > 0 ? <p className="quiet pager">{t(w.total, { count: total })}</p> : null;
  return (
    <p className="row pager">
      <span className="quiet">{t(w.total, { count: total })}</span>
      <Button size="small" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - limit))}>
        {t(w.before)}
      </Button>
      <span>{t(w.page, { n: Math.floor(offset / limit) + 1, of })}</span>
      <Button size="small" disabled={offset + limit >= total} onClick={() => onOffset(offset + limit)}>
        {t(w.after)}
      </Button>
    </p>
  );
}
