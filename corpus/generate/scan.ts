import sharp from 'sharp';
import type { Point } from '../../extractors/image/photo/homography.ts';
import type { Raster } from '../../extractors/raster.ts';
import { pasteSeal } from './paste-seal.ts';
import type { Random } from './random.ts';

/** What a scanner does to a page. */
export interface ScanStyle {
  readonly dpi: number;
  /** Largest skew in degrees, either way. */
  readonly skew: number;
  /** Standard deviation of the grey noise, 0..255. */
  readonly noise: number;
  /** Gaussian blur in pixels. */
  readonly blur: number;
  readonly jpeg: number;
  /** A red company seal on the pages that bear one: stamped, or a half-transparent picture pasted over the print. */
  readonly seal: boolean | 'pasted';
}

export const scanStyles = {
  clean: { dpi: 200, skew: 0.3, noise: 2, blur: 0, jpeg: 60, seal: true },
  poor: { dpi: 150, skew: 1.5, noise: 12, blur: 0.5, jpeg: 45, seal: true },
  pasted: { dpi: 200, skew: 0.3, noise: 2, blur: 0, jpeg: 60, seal: 'pasted' },
  picture: { dpi: 200, skew: 0.3, noise: 0, blur: 0, jpeg: 75, seal: true },
} as const satisfies Record<string, ScanStyle>;

/** The same scanner on another day: a little more or less of each fault, the resolution as it is. */
export function varied(style: ScanStyle, random: Random): ScanStyle {
  const about = (value: number) => value * (0.6 + 0.4 * random.next());
  return {
    ...style,
    skew: about(style.skew),
    noise: about(style.noise),
    blur: about(style.blur),
    jpeg: style.jpeg + random.int(0, 15),
    seal: style.seal === 'pasted' ? style.seal : random.chance(0.8),
  };
}

/** A scanned page, and how far it lies turned: degrees, clockwise. */
export interface ScannedPage {
  readonly jpeg: Buffer;
  readonly turned: number;
  /** Of a photo: where a point of the printed page lies on it, both in points. */
  readonly onPhoto?: (point: Point) => Point;
}

/** Turns a printed page into what a scanner makes of it, as JPEG. */
export async function scanPage(
  page: Raster,
  style: ScanStyle,
  sealed: boolean,
  random: Random,
): Promise<ScannedPage> {
  const { width, height, channels } = page;
  let picture = sharp(Buffer.from(page.data), { raw: { width, height, channels } });
  if (style.seal === 'pasted' && sealed) {
    const { svg, left, top } = pasteSeal(width, height, style.dpi, random);
    picture = sharp(
      await picture
        .composite([{ input: svg, left, top }])
        .removeAlpha()
        .png()
        .toBuffer(),
    );
  } else if (style.seal && sealed) {
    const size = Math.round((style.dpi / 25.4) * 42);
    const left = random.int(Math.round(width * 0.45), Math.max(Math.round(width * 0.45), width - size - 20));
    const top = random.int(
      Math.round(height * 0.25),
      Math.max(Math.round(height * 0.25), height - size - 20),
    );
    picture = sharp(
      await picture
        .composite([{ input: sealOf(size), left, top, blend: 'multiply' }])
        .png()
        .toBuffer(),
    );
  }
  const angle = (random.next() * 2 - 1) * style.skew;
  const turned = await picture
    .rotate(angle, { background: '#ffffff' })
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const data = turned.data;
  for (let i = 0; i < data.length; i += 3) {
    const grain = random.normal() * style.noise;
    for (let c = 0; c < 3; c++) data[i + c] = Math.max(0, Math.min(255, data[i + c]! - 4 + grain));
  }
  const noisy = sharp(data, { raw: { width: turned.info.width, height: turned.info.height, channels: 3 } });
  const blurred = style.blur >= 0.3 ? noisy.blur(style.blur) : noisy;
  const jpeg = await blurred.jpeg({ quality: style.jpeg }).withMetadata({ density: style.dpi }).toBuffer();
  return { jpeg, turned: angle };
}

/** A round red seal with a star, as stamped over the text. */
function sealOf(size: number): Buffer {
  const r = size / 2;
  const star = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? r * 0.32 : r * 0.13;
    const turn = (Math.PI / 5) * i - Math.PI / 2;
    return `${r + radius * Math.cos(turn)},${r + radius * Math.sin(turn)}`;
  }).join(' ');
  const ticks = Array.from({ length: 14 }, (_, i) => {
    const turn = Math.PI * (0.85 + (i / 13) * 1.3);
    const x = r + r * 0.74 * Math.cos(turn);
    const y = r + r * 0.74 * Math.sin(turn);
    return `<rect x="${x - r * 0.07}" y="${y - r * 0.09}" width="${r * 0.14}" height="${r * 0.18}" fill="none" stroke="#d11" stroke-width="${r * 0.03}" transform="rotate(${(turn * 180) / Math.PI + 90} ${x} ${y})"/>`;
  }).join('');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%" fill="#fff"/><circle cx="${r}" cy="${r}" r="${r * 0.93}" fill="none" stroke="#d11" stroke-width="${r * 0.06}"/><polygon points="${star}" fill="#d11"/>${ticks}</svg>`,
  );
}

/** Binds JPEG pages into a PDF, one picture a page and nothing else, as scanners do (ISO 32000-1, DCTDecode). */
export async function bindPages(pages: readonly Buffer[], dpi: number): Promise<Uint8Array> {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const push = (buffer: Buffer) => {
    parts.push(buffer);
    length += buffer.length;
  };
  const object = (number: number, head: string, stream?: Buffer) => {
    offsets[number] = length;
    push(Buffer.from(`${number} 0 obj\n${head}\n`, 'latin1'));
    if (stream) {
      push(Buffer.from('stream\n', 'latin1'));
      push(stream);
      push(Buffer.from('\nendstream\n', 'latin1'));
    }
    push(Buffer.from('endobj\n', 'latin1'));
  };
  const kids = pages.map((_, i) => `${3 + i * 3} 0 R`).join(' ');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [i, page] of pages.entries()) {
    const { width = 0, height = 0 } = await sharp(page).metadata();
    const [w, h] = [(width * 72) / dpi, (height * 72) / dpi].map((n) => n.toFixed(2));
    const first = 3 + i * 3;
    object(
      first,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${first + 1} 0 R /Resources << /XObject << /Im0 ${first + 2} 0 R >> >> >>`,
    );
    const paint = Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /Im0 Do Q`, 'latin1');
    object(first + 1, `<< /Length ${paint.length} >>`, paint);
    object(
      first + 2,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${page.length} >>`,
      page,
    );
  }
  const start = length;
  const count = offsets.length;
  const rows = Array.from({ length: count }, (_, i) =>
    i === 0 ? '0000000000 65535 f \n' : `${String(offsets[i]).padStart(10, '0')} 00000 n \n`,
  );
  push(
    Buffer.from(
      `xref\n0 ${count}\n${rows.join('')}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}
