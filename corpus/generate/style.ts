import type { TickStyle } from './fill.ts';
import { penMark } from './pen-ticks.ts';
import type { Random } from './random.ts';

/** How a printed filing looks. Only families that the generator's fonts provide are named. */
export interface PrintStyle {
  readonly font: string;
  /** Points. */
  readonly size: number;
  /** CSS pixels. */
  readonly border: number;
  readonly padding: number;
  /** Line height in ems. */
  readonly leading: number;
  /** Width of the label cells in percent; as wide as they need when absent. */
  readonly labels?: number;
  /** Label cells are shaded. */
  readonly shaded: boolean;
  /** Each part of the form begins on a new page. */
  readonly newPages: boolean;
  /** Rows move to the next page whole instead of breaking. */
  readonly wholeRows: boolean;
  readonly pageNumbers: boolean;
  readonly header: boolean;
}

const families = [
  'WenQuanYi Zen Hei',
  'WenQuanYi Micro Hei',
  'AR PL UMing CN',
  'AR PL UKai CN',
  'Noto Serif CJK SC',
  'Noto Sans CJK SC',
];

export function randomPrintStyle(random: Random): PrintStyle {
  return {
    font: random.pick(families),
    size: random.pick([10, 10.5, 11, 12, 13]),
    border: random.pick([0.75, 1, 1.5]),
    padding: random.pick([2, 3, 5, 7]),
    leading: random.pick([1.3, 1.5, 1.75]),
    ...(random.chance(0.4) ? { labels: random.pick([10, 14, 18]) } : {}),
    shaded: random.chance(0.2),
    newPages: random.chance(0.5),
    wholeRows: random.chance(0.4),
    pageNumbers: random.chance(0.6),
    header: random.chance(0.3),
  };
}

export const tickStyles: readonly TickStyle[] = [
  { ticked: '☑', empty: '☐', side: 'before' },
  { ticked: '☑', empty: '□', side: 'before' },
  { ticked: '■', empty: '□', side: 'before' },
  { ticked: '√', empty: '□', side: 'before' },
  { ticked: '☒', empty: '☐', side: 'before' },
  { ticked: '●', empty: '○', side: 'before' },
  { ticked: '☑', empty: '□', side: 'after' },
];

/** Printed empty and ticked by hand; only for what is scanned. */
export const penTicks: TickStyle = { ticked: penMark, empty: '□', side: 'before' };

/** The style sheet that prints the blank form's plain markup. */
export function styleSheet(style: PrintStyle): string {
  return `html { font-family: '${style.font}'; font-size: ${style.size}pt; line-height: ${style.leading}; }
body { margin: 0; }
h1 { font-size: 1.7em; text-align: center; margin: 1em 0; }
h2 { font-size: 1.25em; margin: 0.9em 0 0.5em; }
h3 { font-size: 1.05em; margin: 0.8em 0 0.4em; }
p { margin: 0.35em 0; }
p.narrative { text-indent: 2em; text-align: justify; }
table { border-collapse: collapse; width: 100%; margin: 0.6em 0; }
td, th { border: ${style.border}px solid #000; padding: ${style.padding}px; font-weight: normal; vertical-align: middle; }
td p { margin: 0.2em 0; }
.cover { page-break-after: always; }
th { ${style.labels ? `width: ${style.labels}%;` : ''} ${style.shaded ? 'background: #e8e8e8;' : ''} }
${style.newPages ? 'section.page { break-before: page; } section.page:first-child { break-before: auto; }' : ''}
${style.wholeRows ? 'tr { break-inside: avoid; }' : ''}
.cover p { font-size: 1.2em; margin: 1.2em 0; }
section { break-inside: auto; }`;
}
