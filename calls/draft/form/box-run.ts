import type { FormBuilder } from './builder.ts';
import { escaped, readBlanks, type Ticked, tickPlaces } from './inline.ts';

/** Boxes that stand one to a paragraph: together they are one field, named by the heading above them. */
export class BoxRun {
  private readonly boxes: { readonly at: number; readonly ticked: Ticked[] }[] = [];

  get isEmpty(): boolean {
    return this.boxes.length === 0;
  }

  /** `at`: the number of the paragraph. */
  add(at: number, ticked: Ticked[]): void {
    this.boxes.push({ at, ticked });
  }

  /** Ends the run and gives its paragraphs with the places marked. */
  close(label: string, under: string[], builder: FormBuilder): { at: number; html: string }[] {
    const boxes = this.boxes.splice(0);
    const ticked = boxes.flatMap((box) => box.ticked);
    const key = builder.ticks(
      label,
      under,
      ticked.map((one) => one.option),
      // Boxes in lines of several are read as they stand; one to a line may each be ticked.
      boxes.every((box) => box.ticked.length === 1) && !/单选|选一/u.test(label),
    );
    if (key) {
      return boxes.map(({ at, ticked: own }) => ({ at, html: tickPlaces(key, own, { under }, builder) }));
    }
    // One box alone is no choice; only the blanks behind it are filled in.
    return boxes.map(({ at, ticked: own }) => {
      const shown = own.map(({ printed, rest, option }) => {
        const blanks = readBlanks(rest, { under, label: option.text }, builder);
        return `☐${escaped(printed)}${blanks ?? escaped(rest)}`;
      });
      return { at, html: shown.join(' ') };
    });
  }
}
