import { numberOf } from '../pieces.ts';
import { printedUnit } from './units.ts';

interface Heading {
  readonly style: string;
  readonly number: string;
  readonly title: string;
  /** `资金安排（单位：万元）`: the unit of the sums below. */
  readonly unit?: string;
}

/**
 * The headings above the place that is read. Forms mix their numberings ((2) above 1. above 1.1), so a style of
 * numbering is deeper than those above it because it came later, not by a fixed order.
 */
export class Outline {
  private readonly stack: Heading[] = [];

  get depth(): number {
    return this.stack.length;
  }

  get unit(): string | undefined {
    return this.stack.at(-1)?.unit;
  }

  get last(): string {
    return this.stack.at(-1)?.title ?? '';
  }

  /** Titles of the headings, without the chapter's. */
  get titles(): string[] {
    return this.stack.slice(1).map((one) => one.title);
  }

  open(text: string, title: string): void {
    const style = styleOf(text);
    const numbered = numberOf(text);
    if (style === undefined || !numbered) return;
    const at = this.stack.findIndex((one) => one.style === style);
    if (at >= 0) this.stack.splice(at);
    const { depth, number } = numbered;
    const unit = printedUnit(text);
    this.stack.push({
      ...(unit !== undefined && { unit }),
      style,
      number: depth === 1 || depth === 3 ? `（${number}）` : number,
      title,
    });
  }

  /** Whether a heading closes the one now open: its style is that of an open one. */
  closes(text: string): boolean {
    const style = styleOf(text);
    return style !== undefined && this.stack.some((one) => one.style === style);
  }

  /** `二（1）`, `二（2）2.1`, `封面` before the first heading. */
  get ref(): string {
    if (this.stack.length === 0) return '封面';
    return this.stack.reduce((text, one, n) => {
      // 2.1 says that it stands in 2.
      if (this.stack[n + 1]?.number.startsWith(`${one.number}.`)) return text;
      const apart = one.style.startsWith('2') && text !== '' && !text.endsWith('）') ? '、' : '';
      return text + apart + one.number;
    }, '');
  }
}

function styleOf(text: string): string | undefined {
  const numbered = numberOf(text);
  return numbered && `${numbered.depth}${numbered.number.includes('.') ? '.' : ''}`;
}
