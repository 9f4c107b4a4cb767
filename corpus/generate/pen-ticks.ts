import { type Element, element, type Node, walk } from './markup.ts';
import type { Random } from './random.ts';

/** Stands in the text for a box that is to be ticked by hand; never printed itself. */
export const penMark = '\ue000';

const colours = ['#111', '#111', '#1b2a8a', '#b01818'];
const strokes = [
  // A tick, short and long, over the box's edge.
  'M2,6 L5,10 L11,1',
  'M1,5 L4,10 L14,-4',
  // A cross.
  'M1,1 L10,10 M10,1 L1,10',
  // Filled by scribbling.
  'M1,2 L10,3 L1,5 L10,6 L1,8 L10,9',
];

/** Draws a pen's stroke over each printed box that bears the mark; one pen and one manner a filing. */
export function drawPenTicks(form: Element, random: Random): void {
  const colour = random.pick(colours);
  const stroke = random.pick(strokes);
  for (const parent of [...walk(form)]) {
    parent.children = parent.children.flatMap((child): Node[] => {
      if (child.kind !== 'text' || !child.text.includes(penMark)) return [child];
      return child.text
        .split(penMark)
        .flatMap((text, i): Node[] => [
          ...(i > 0 ? [boxWithStroke(stroke, colour, random)] : []),
          { kind: 'text', text },
        ]);
    });
  }
}

function boxWithStroke(stroke: string, colour: string, random: Random): Element {
  const shift = () => (random.next() * 0.16 - 0.08).toFixed(2);
  const path = element('path', [], {
    d: stroke,
    fill: 'none',
    stroke: colour,
    'stroke-width': '1.4',
    'stroke-linecap': 'round',
  });
  const drawing = element('svg', [path], {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: '0 0 12 12',
    style: `position:absolute;left:${shift()}em;top:${shift()}em;width:1em;height:1em;overflow:visible`,
  });
  return element('span', [{ kind: 'text', text: '□' }, drawing], { style: 'position:relative' });
}
