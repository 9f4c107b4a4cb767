import type { Raster } from '../../raster.ts';
import type { PdfPicture } from '../engine.ts';
import { type Upright, unitBox } from '../page-transform.ts';
import type { Pdfium } from './api.ts';
import type { PageObjects } from './paths.ts';

const formats = { grey: 1, bgr: 2, bgrx: 3, bgra: 4 };
/** Draw annotations (stamps, typed comments) as well. */
const withAnnotations = 0x01;
/** Pictures smaller than this (points) are icons: their pixels are not read. */
const smallestHashed = 40;
const mostPixels = 80_000_000;

/** Renders a page upright on white paper. `turn`: quarter turns on top of the page's own rotation. */
export function renderPage(
  pdfium: Pdfium,
  page: number,
  form: number,
  size: { width: number; height: number; turn: number },
  dpi: number,
): Raster {
  const { api } = pdfium;
  const fit = Math.min(1, Math.sqrt(mostPixels / ((size.width * size.height * dpi * dpi) / 5184)));
  const width = Math.max(1, Math.round((size.width * dpi * fit) / 72));
  const height = Math.max(1, Math.round((size.height * dpi * fit) / 72));
  const bitmap = api.FPDFBitmap_CreateEx(width, height, formats.bgrx, 0, 0);
  if (!bitmap) throw new Error(`no memory for ${width}×${height} pixels`);
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, size.turn, withAnnotations);
    if (form) api.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, size.turn, withAnnotations);
    return { width, height, channels: 3, data: rgb(pdfium, bitmap, width, height), dpi: dpi * fit };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}

/** Copies a bitmap out of PDFium's memory as RGB on white. */
function rgb(pdfium: Pdfium, bitmap: number, width: number, height: number): Uint8Array {
  const { api } = pdfium;
  const format = api.FPDFBitmap_GetFormat(bitmap);
  const channels = format === formats.grey ? 1 : format === formats.bgr ? 3 : 4;
  const stride = api.FPDFBitmap_GetStride(bitmap);
  const start = api.FPDFBitmap_GetBuffer(bitmap);
  const source = pdfium.bytes();
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    let from = start + y * stride;
    for (let x = 0; x < width; x++, to += 3, from += channels) {
      const blue = source[from] ?? 0;
      data[to] = channels === 1 ? blue : (source[from + 2] ?? 0);
      data[to + 1] = channels === 1 ? blue : (source[from + 1] ?? 0);
      data[to + 2] = blue;
      const alpha = format === formats.bgra ? (source[from + 3] ?? 255) : 255;
      if (alpha === 255) continue;
      for (let c = to; c < to + 3; c++) data[c] = ((data[c] ?? 0) * alpha + 255 * (255 - alpha)) / 255;
    }
  }
  return data;
}

/** The pictures of a page; those large enough to be worth comparing with their pixels at 72 dpi. */
export function readPictures(
  pdfium: Pdfium,
  document: number,
  page: number,
  images: PageObjects['images'],
  upright: Upright,
): PdfPicture[] {
  return images.map(({ object, matrix }) => {
    const box = upright.box(...unitBox(matrix));
    const picture = { box, mediaType: mediaTypeOf(pdfium, object) };
    if (box[2] - box[0] < smallestHashed || box[3] - box[1] < smallestHashed) return picture;
    const bitmap = pdfium.api.FPDFImageObj_GetRenderedBitmap(document, page, object);
    if (!bitmap) return picture;
    try {
      const width = pdfium.api.FPDFBitmap_GetWidth(bitmap);
      const height = pdfium.api.FPDFBitmap_GetHeight(bitmap);
      if (width * height > mostPixels) return picture;
      const data = rgb(pdfium, bitmap, width, height);
      return { ...picture, raster: { width, height, channels: 3, data, dpi: 72 } };
    } finally {
      pdfium.api.FPDFBitmap_Destroy(bitmap);
    }
  });
}

function mediaTypeOf(pdfium: Pdfium, object: number): string {
  const { api } = pdfium;
  const buffer = pdfium.malloc(64);
  try {
    const count = api.FPDFImageObj_GetImageFilterCount(object);
    for (let i = 0; i < count; i++) {
      const size = api.FPDFImageObj_GetImageFilter(object, i, buffer, 64);
      if (size <= 1 || size > 64) continue;
      const filter = new TextDecoder().decode(pdfium.bytes().slice(buffer, buffer + size - 1));
      if (filter === 'DCTDecode') return 'image/jpeg';
      if (filter === 'JPXDecode') return 'image/jp2';
      if (filter === 'CCITTFaxDecode') return 'image/tiff';
    }
    return 'image/png';
  } finally {
    pdfium.free(buffer);
  }
}
