import type { ChartOption } from './option.ts';

/** Size of a picture for a paper, in pixels; PNG has twice as many. */
const size = { width: 1000, height: 640 };

/** Draws without a browser. The same option gives the same bytes. */
export async function svgOf(option: ChartOption): Promise<string> {
  const { init } = await import('echarts');
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...sizeOf(option) });
  try {
    chart.setOption(option);
    // ECharts numbers its pictures in one process; what is inside must not depend on how many were drawn before.
    return sameIds(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** Lists of many rows need more height than a page of a paper. */
function sizeOf({ yAxis }: ChartOption): typeof size {
  const rows =
    typeof yAxis === 'object' && yAxis !== null && 'data' in yAxis && Array.isArray(yAxis.data)
      ? yAxis.data.length
      : 0;
  return { ...size, height: Math.max(size.height, rows > 12 ? 140 + rows * 22 : 0) };
}

function sameIds(svg: string): string {
  const ids = new Map<string, string>();
  return svg.replace(/zr\d+-([a-z]+)-?(\d+)|zr\d+-[a-z]+/gu, (id) => {
    const known = ids.get(id) ?? `z${ids.size}`;
    ids.set(id, known);
    return known;
  });
}

/** The picture as PNG, with the machine's own fonts. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    background: '#ffffff',
    font: {
      loadSystemFonts: true,
      sansSerifFamily: 'Noto Sans CJK SC',
      defaultFontFamily: 'Noto Sans CJK SC',
    },
  });
  return drawn.render().asPng();
}
