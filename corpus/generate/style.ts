import type { TickStyle } from './fill.ts';
import type { Random } from './random.ts';

/** How a printed filing looks. Only families that the generator's fonts provide are named. */
export interface PrintStyle {
  readonly font: string;
  /** Points. */
  readonly size: number;
  /** CSS pixels. */
  readonly border: number;
  readonly padding: number;
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
    size: random.pick([10, 10.5, 11, 12]),
    border: random.pick([0.75, 1, 1.5]),
    padding: random.pick([3, 5, 7]),
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

/** The style sheet that prints the blank form's plain markup. */
export function styleSheet(style: PrintStyle): string {
  return `html { font-family: '${style.font}'; font-size: ${style.size}pt; line-height: 1.5; }
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
.cover p { font-size: 1.2em; margin: 1.2em 0; }
section { break-inside: auto; }`;
}
