import type { Quality } from '../../workbench/api/office.ts';
import { useLang } from '../app/lang.tsx';
import { percent } from '../shared/times.ts';
import { office as w } from '../words/office.ts';

const size = { width: 760, height: 220, left: 44, bottom: 26, top: 10 };

/** Share wrong by confidence, with the threshold as a line. What it shows is in the table beside it too. */
export function ErrorChart({
  bands,
  threshold,
}: {
  bands: Quality['byConfidence'];
  threshold: number | undefined;
}) {
  const { t, lang } = useLang();
  const shares = bands.map(({ looked, wrong }) => (looked > 0 ? wrong / looked : 0));
  const most = Math.max(0.05, ...shares);
  const across = size.width - size.left;
  const high = size.height - size.bottom - size.top;
  const each = across / (bands.length || 1);
  /** Bands are of one width, however narrow: most values lie in the narrow ones. */
  const x = (confidence: number) => {
    const at = bands.findIndex(({ to }) => confidence < to);
    const band = bands[at];
    if (!band) return size.width;
    return size.left + (at + Math.max(0, (confidence - band.from) / (band.to - band.from || 1))) * each;
  };
  const y = (share: number) => size.top + high * (1 - share / most);
  return (
    <svg className="chart" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={t(w.chart)}>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line x1={size.left} x2={size.width} y1={y(most * part)} y2={y(most * part)} className="grid" />
          <text x={size.left - 6} y={y(most * part) + 4} textAnchor="end">
            {percent(most * part, lang, 1)}
          </text>
        </g>
      ))}
      {bands.map(({ from, to, looked }, index) => {
        const share = shares[index] ?? 0;
        return (
          <g key={from}>
            <rect
              x={size.left + index * each + 2}
              width={each - 4}
              y={y(share)}
              height={size.top + high - y(share)}
              className={looked === 0 ? 'none' : 'band'}
            />
            <text x={size.left + (index + 0.5) * each} y={size.height - 8} textAnchor="middle">
              {percent(from, lang)}–{percent(Math.min(1, to), lang)}
            </text>
          </g>
        );
      })}
      {threshold === undefined ? null : (
        <g>
          <line
            x1={x(threshold)}
            x2={x(threshold)}
            y1={size.top}
            y2={size.top + high}
            className="threshold"
          />
          <text x={x(threshold) - 5} y={size.top + 12} textAnchor="end">
            {t(w.threshold)} {percent(threshold, lang, 1)}
          </text>
        </g>
      )}
    </svg>
  );
}
