import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { Box } from '../../../core/place.ts';
import { rulesAndTicks } from '../drawn/shapes.ts';
import type { PdfChar, PdfEngine, PdfFile, PdfPage } from '../engine.ts';
import { isBeside } from '../hidden-text.ts';
import { applied, type Matrix } from '../page-transform.ts';
import { typeset } from '../set-form-value.ts';
import { objectsOf } from './objects.ts';
import { charsOfItem } from './text.ts';

/** The second reader: slower, but it repairs and decodes some files that PDFium does not. */
export const pdfjsEngine: PdfEngine = {
  name: 'pdfjs',
  async open(bytes) {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    const folder = (name: string) => join(root, name) + sep;
    const task = pdfjs.getDocument({
      // pdf.js takes the buffer away from its owner.
      data: new Uint8Array(bytes),
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      wasmUrl: folder('wasm'),
      isEvalSupported: false,
      verbosity: 0,
    });
    try {
      const document = await task.promise;
      const file: PdfFile = {
        pages: document.numPages,
        page: async (number) => openPage(await document.getPage(number), pdfjs.OPS),
        close: () => void task.destroy(),
      };
      return { ok: true, file };
    } catch (error) {
      await task.destroy();
      const encrypted = error instanceof Error && error.name === 'PasswordException';
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, reason: encrypted ? 'encrypted' : 'damaged', detail };
    }
  },
};

function openPage(page: PDFPageProxy, ops: Record<string, number>): PdfPage {
  const viewport = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = viewport.transform.map(Number);
  const matrix: Matrix = [a, b, c, d, e, f];
  let objects: Promise<ReturnType<typeof objectsOf>> | undefined;
  const objectsOnce = () => {
    objects ??= page.getOperatorList().then((list) => objectsOf(list, ops, matrix));
    return objects;
  };
  return {
    width: viewport.width,
    height: viewport.height,
    async chars() {
      const content = await page.getTextContent({ disableNormalization: true });
      const chars = content.items
        .flatMap((item) => ('str' in item ? charsOfItem(item, matrix) : []))
        .map((char) => (isBeside(char.box, viewport) ? { ...char, hidden: true } : char));
      const { ticks } = rulesAndTicks((await objectsOnce()).painted);
      const drawn = ticks.map(({ box, text }): PdfChar => ({ text, box, fontSize: box[3] - box[1] }));
      return [...chars, ...drawn, ...(await fieldChars(page, matrix))];
    },
    rules: async () => rulesAndTicks((await objectsOnce()).painted).rules,
    pictures: async () => (await objectsOnce()).images.map((box) => ({ box, mediaType: 'image/png' })),
    async render(dpi) {
      const { createCanvas } = await import('@napi-rs/canvas');
      const scaled = page.getViewport({ scale: dpi / 72 });
      const width = Math.max(1, Math.round(scaled.width));
      const height = Math.max(1, Math.round(scaled.height));
      const canvas = createCanvas(width, height);
      const context = canvas.getContext('2d');
      const target = { canvas, canvasContext: context, viewport: scaled, background: 'white' };
      // The types ask for a browser's canvas; this one has the same methods.
      await page.render(target as unknown as Parameters<PDFPageProxy['render']>[0]).promise;
      const pixels = context.getImageData(0, 0, width, height).data;
      const data = new Uint8Array(width * height * 3);
      for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
        data[to] = pixels[from] ?? 255;
        data[to + 1] = pixels[from + 1] ?? 255;
        data[to + 2] = pixels[from + 2] ?? 255;
      }
      return { width, height, channels: 3, data, dpi };
    },
    close: () => void page.cleanup(),
  };
}

const widget = z.object({
  subtype: z.literal('Widget'),
  hidden: z.boolean().optional(),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  fieldType: z.string().nullish(),
  fieldValue: z.union([z.string(), z.array(z.string())]).nullish(),
  checkBox: z.boolean().optional(),
  radioButton: z.boolean().optional(),
  exportValue: z.string().nullish(),
  buttonValue: z.string().nullish(),
  defaultAppearanceData: z.object({ fontSize: z.number().optional() }).nullish(),
});

/** What people typed into form fields. */
async function fieldChars(page: PDFPageProxy, m: Matrix): Promise<PdfChar[]> {
  const annotations: unknown[] = await page.getAnnotations();
  return annotations.flatMap((annotation): PdfChar[] => {
    const field = widget.safeParse(annotation).data;
    if (!field || field.hidden) return [];
    const [ax, ay] = applied(m, field.rect[0], field.rect[1]);
    const [bx, by] = applied(m, field.rect[2], field.rect[3]);
    const box: Box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    if (field.checkBox || field.radioButton) {
      const ticked = field.fieldValue === (field.checkBox ? field.exportValue : field.buttonValue);
      return [{ text: ticked ? '☑' : '☐', box, fontSize: box[3] - box[1] }];
    }
    if (field.fieldType === 'Btn' || field.fieldType === 'Sig') return [];
    const value = [field.fieldValue ?? ''].flat().join(' ');
    return typeset(value, box, field.defaultAppearanceData?.fontSize ?? 0);
  });
}
