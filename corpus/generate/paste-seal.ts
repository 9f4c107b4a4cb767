import type { Random } from './random.ts';

/** A seal as a picture laid over a page: SVG, and where its upper left corner lies in pixels. */
export interface PastedSeal {
  readonly svg: Buffer;
  readonly left: number;
  readonly top: number;
}

/**
 * A half-transparent picture of a round seal over the names of a page, as offices paste one into a file before they
 * print it: print under it turns grey instead of staying black. Size of the page in pixels.
 */
export function pasteSeal(width: number, height: number, dpi: number, random: Random): PastedSeal {
  const size = Math.round((dpi / 25.4) * (38 + random.int(0, 8)));
  const r = size / 2;
  const colour = random.pick(['#dd1111', '#e00000', '#c82828']);
  const opacity = 0.35 + 0.35 * random.next();
  const star = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? r * 0.32 : r * 0.13;
    const turn = (Math.PI / 5) * i - Math.PI / 2;
    return `${r + radius * Math.cos(turn)},${r + radius * Math.sin(turn)}`;
  }).join(' ');
  const letters = Array.from({ length: 13 }, (_, i) => {
    const turn = Math.PI * (0.85 + (i / 12) * 1.3);
    const [x, y] = [r + r * 0.74 * Math.cos(turn), r + r * 0.74 * Math.sin(turn)];
    const [w, h] = [r * 0.13, r * 0.18];
    const angle = (turn * 180) / Math.PI + 90;
    return `<g transform="rotate(${angle} ${x} ${y})"><rect x="${x - w / 2}" y="${y - h / 2}" width="${w}" height="${h}" fill="none"/><path d="M${x - w / 2} ${y} H${x + w / 2} M${x} ${y - h / 2} V${y + h / 2}"/></g>`;
  }).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><g opacity="${opacity.toFixed(2)}" stroke="${colour}" stroke-width="${r * 0.035}"><circle cx="${r}" cy="${r}" r="${r * 0.93}" fill="none" stroke-width="${r * 0.06}"/><polygon points="${star}" fill="${colour}" stroke="none"/>${letters}</g></svg>`;
  return {
    svg: Buffer.from(svg),
    left: random.int(Math.round(width * 0.15), Math.max(Math.round(width * 0.15), width - size - 20)),
    top: random.int(
      Math.round(height * 0.2),
      Math.max(Math.round(height * 0.2), Math.round(height * 0.6) - size),
    ),
  };
}
