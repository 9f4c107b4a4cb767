import { createCanvas } from '@napi-rs/canvas';
import type { Box } from '../../../core/place.ts';
import { inventCompany } from '../../../corpus/generate/company.ts';
import { type Hand, writeByHand } from '../../../corpus/generate/handwriting.ts';
import type { Random } from '../../../corpus/generate/random.ts';
import type { Raster } from '../../../extractors/raster.ts';

/** A value of a page and where it stands, in points. */
export interface PlacedValue {
  readonly text: string;
  readonly box: Box;
  readonly byHand: boolean;
}

export const pageDpi = 200;
const [width, height] = [1654, 2339];

/** Values as forms ask for them; `can` tells which letters the pen has. */
function valuesFor(random: Random, can: (text: string) => boolean): [label: string, value: string][] {
  const made: [string, string][] = [];
  for (let i = 0; made.length < 40 && i < 40; i++) {
    const company = inventCompany(random.fork(`company${i}`));
    const digits = (n: number) => Array.from({ length: n }, () => random.int(0, 9)).join('');
    const all: [string, string][] = [
      ['单位名称', company.name],
      ['通讯地址', company.address],
      ['法定代表人', company.legalPerson],
      ['联系人', company.contact],
      ['联系电话', `1${random.int(3, 9)}${digits(9)}`],
      ['统一社会信用代码', company.creditCode],
      ['成立时间', `${random.int(1990, 2021)}年${random.int(1, 12)}月${random.int(1, 28)}日`],
      ['营业收入（万元）', String(random.int(800, 99999))],
      ['主营产品', company.trade.products.join('、')],
      ['所属行业', company.trade.industry],
      ['电子邮箱', `lxr${digits(6)}@163.com`],
      ['推荐单位', company.recommender],
    ];
    for (const pair of random.sample(all, 5)) {
      const value = [...pair[1]].filter(can).join('');
      if (value.length >= 2) made.push([pair[0], value]);
    }
  }
  return made.slice(0, 40);
}

/** A form of two columns, printed in one font, with a share of its values written by one hand. */
export function makePage(
  random: Random,
  font: string,
  hand: Hand,
  share: number,
  can: (text: string) => boolean = () => true,
): { page: Raster; values: PlacedValue[] } {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  const size = random.int(27, 36);
  const rowHeight = Math.round(size * (1.35 + random.next() * 0.5));
  const strips: { x: number; y: number; text: string; em: number }[] = [];
  const values: PlacedValue[] = [];
  const [left, middle, right] = [150, 560, 1500];
  context.strokeStyle = '#000';
  context.lineWidth = random.int(1, 3);
  context.fillStyle = '#111';
  context.font = `${size}px "${font}"`;
  const list = valuesFor(random, can);
  const rows = Math.min(list.length, Math.floor((height - 300) / rowHeight));
  for (let row = 0; row < rows; row++) {
    const [label, value] = list[row]!;
    const top = 150 + row * rowHeight;
    context.strokeRect(left, top, middle - left, rowHeight);
    context.strokeRect(middle, top, right - middle, rowHeight);
    const base = top + rowHeight / 2 + size * 0.36;
    context.fillText(label, left + 16, base);
    const byHand = random.chance(share);
    const room = Math.max(2, Math.floor((right - middle - 40) / (size * 1.15)));
    const text = [...value].slice(0, /^[\x20-\x7e]+$/u.test(value) ? room * 1.6 : room).join('');
    const points = 72 / pageDpi;
    const box: Box = [middle * points, top * points, right * points, (top + rowHeight) * points];
    values.push({ text, box, byHand });
    if (byHand)
      strips.push({ x: middle + 8, y: top + rowHeight / 2, text, em: size * (0.9 + random.next() * 0.2) });
    else context.fillText(text, middle + 16, base);
  }
  const { data } = context.getImageData(0, 0, width, height);
  const out = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; i < width * height; i++, j += 3) {
    for (let c = 0; c < 3; c++) out[j + c] = data[i * 4 + c]!;
  }
  for (const strip of strips) {
    const drawn = writeByHand(strip.text, hand, strip.em, random);
    const [x0, y0] = [Math.round(strip.x), Math.round(strip.y - drawn.height / 2)];
    for (let y = 0; y < drawn.height; y++) {
      for (let x = 0; x < drawn.width; x++) {
        const cover = drawn.cover[y * drawn.width + x]!;
        if (cover === 0 || x0 + x >= width || y0 + y < 0 || y0 + y >= height) continue;
        const at = ((y0 + y) * width + x0 + x) * 3;
        for (let c = 0; c < 3; c++)
          out[at + c] = Math.round(out[at + c]! * (1 - cover) + hand.colour[c]! * cover);
      }
    }
  }
  return { page: { width, height, channels: 3, data: out, dpi: pageDpi }, values };
}
