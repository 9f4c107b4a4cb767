import { createCanvas } from '@napi-rs/canvas';
import { boxOf, fieldsOf } from './made-up.ts';

/** A made-up page as a PNG: its fields' words where their boxes say, in a ruled form. */
export function pictureOf(n: number, page: number, width: number): Buffer {
  const scale = width / 595;
  const canvas = createCanvas(width, Math.round(842 * scale));
  const pen = canvas.getContext('2d');
  pen.scale(scale, scale);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, 595, 842);
  pen.fillStyle = '#111';
  pen.font = '20px "Noto Serif CJK SC"';
  pen.fillText('解决方案申报书', 220, 60);
  fieldsOf(n).forEach((field, at) => {
    if (1 + Math.floor(at / 12) !== page) return;
    const [left, top, right, bottom] = boxOf(at);
    pen.strokeRect(60, top - 14, right - 60, bottom - top + 28);
    pen.font = '11px "Noto Serif CJK SC"';
    pen.fillText(field.label, 68, top + 17);
    pen.fillText(String(field.value).slice(0, 28), left + 4, top + 17);
  });
  return canvas.toBuffer('image/png');
}
