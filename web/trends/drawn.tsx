import { useEffect, useRef } from 'react';

/** A picture that answers to the pointer. ECharts is loaded only where one is shown; its canvas needs no inline style. */
export function Drawn({ option, label }: { option: Readonly<Record<string, unknown>>; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let end = () => {
      gone = true;
    };
    void import('echarts').then(({ init }) => {
      if (gone || !place.current) return;
      const chart = init(place.current, null, { renderer: 'canvas' });
      chart.setOption(option);
      const fit = new ResizeObserver(() => chart.resize());
      fit.observe(place.current);
      end = () => {
        fit.disconnect();
        chart.dispose();
      };
    });
    return () => end();
  }, [option]);
  return <div ref={place} className="drawn" role="img" aria-label={label} />;
}

const size = { width: 1000, height: 640 };

/** Hands the picture to the person as a file, in the size for a paper. */
export async function savePicture(
  id: string,
  option: Readonly<Record<string, unknown>>,
  kind: 'svg' | 'png',
): Promise<void> {
  const { init } = await import('echarts');
  if (kind === 'svg') {
    const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
    chart.setOption(option);
    handOver(`${id}.svg`, new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' }));
    chart.dispose();
    return;
  }
  const chart = init(document.createElement('div'), null, { renderer: 'canvas', ...size });
  chart.setOption(option);
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: '#ffffff' });
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  chart.dispose();
  if (blob) handOver(`${id}.png`, blob);
}

function handOver(download: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { download, href }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
