import { rulesAndTicks } from '../drawn/shapes.ts';
import type { PdfChar, PdfEngine, PdfFile, PdfOpening, PdfPage } from '../engine.ts';
import { type Ground, groundsOf } from '../hidden-text.ts';
import { upright as uprightOf } from '../page-transform.ts';
import { dropPdfium, loadPdfium, type Pdfium } from './api.ts';
import { readPictures, renderPage } from './bitmaps.ts';
import { readFields } from './fields.ts';
import { type PageObjects, readObjects } from './paths.ts';
import { quarterTurns, readChars } from './text.ts';

const errors = { password: 4, security: 5 };

/** The main reader: PDFium as WASM. Not safe for two files at once in one thread's memory, but reusable. */
export const pdfiumEngine: PdfEngine = {
  name: 'pdfium',
  async open(bytes) {
    const pdfium = await loadPdfium();
    return guarded(() => openFile(pdfium, bytes));
  },
};

/** A trap in WASM leaves its memory broken: throw it away, and tell the caller. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && (error.name === 'RuntimeError' || error.name === 'RangeError'))
      dropPdfium();
    throw error;
  }
}

function openFile(pdfium: Pdfium, bytes: Uint8Array): PdfOpening {
  const { api } = pdfium;
  const data = pdfium.malloc(Math.max(1, bytes.length));
  if (!data) return { ok: false, reason: 'damaged', detail: 'out of memory' };
  pdfium.bytes().set(bytes, data);
  const document = api.FPDF_LoadMemDocument(data, bytes.length, '');
  if (!document) {
    const code = api.FPDF_GetLastError();
    pdfium.free(data);
    const encrypted = code === errors.password || code === errors.security;
    return { ok: false, reason: encrypted ? 'encrypted' : 'damaged', detail: `PDFium ${code}` };
  }
  const hasForm = api.FPDF_GetFormType(document) !== 0;
  const formInfo = hasForm ? api.PDFiumExt_OpenFormFillInfo() : 0;
  const form = formInfo ? api.PDFiumExt_InitFormFillEnvironment(document, formInfo) : 0;
  let closed = false;
  const file: PdfFile = {
    pages: api.FPDF_GetPageCount(document),
    page: async (number) => guarded(() => openPage(pdfium, document, form, number)),
    close() {
      if (closed) return;
      closed = true;
      guarded(() => {
        if (form) api.PDFiumExt_ExitFormFillEnvironment(form);
        if (formInfo) api.PDFiumExt_CloseFormFillInfo(formInfo);
        api.FPDF_CloseDocument(document);
        pdfium.free(data);
      });
    },
  };
  return { ok: true, file };
}

function openPage(pdfium: Pdfium, document: number, form: number, number: number): PdfPage {
  const { api, scratch } = pdfium;
  const page = api.FPDF_LoadPage(document, number - 1);
  if (!page) throw new Error(`PDFium cannot load page ${number}`);
  const textPage = api.FPDFText_LoadPage(page);
  if (form) api.FORM_OnAfterLoadPage(page, form);
  api.FPDF_GetPageBoundingBox(page, scratch);
  const crop = {
    left: pdfium.float(0),
    top: pdfium.float(1),
    right: pdfium.float(2),
    bottom: pdfium.float(3),
  };
  const own = api.FPDFPage_GetRotation(page);
  // Text set sideways on an unturned page (landscape tables on portrait paper) is read upright as well.
  const turns = textPage ? quarterTurns(pdfium, textPage) : [1, 0, 0, 0];
  const written = turns.findIndex((share) => share > 0.8);
  const quarters = written >= 0 ? written : own;
  const turn = (((quarters - own) % 4) + 4) % 4;
  const upright = uprightOf(crop, quarters);
  let objects: PageObjects | undefined;
  const objectsOnce = () => {
    objects ??= readObjects(pdfium, page, upright);
    return objects;
  };
  let grounds: readonly Ground[] | undefined;
  const groundsOnce = () => {
    grounds ??= groundsOf(objectsOnce().painted);
    return grounds;
  };
  let shapes: ReturnType<typeof rulesAndTicks> | undefined;
  const shapesOnce = () => {
    shapes ??= rulesAndTicks(objectsOnce().painted);
    return shapes;
  };
  let closed = false;
  return {
    width: upright.width,
    height: upright.height,
    chars: async () =>
      guarded(() => {
        const chars = textPage ? readChars(pdfium, textPage, upright, groundsOnce) : [];
        const ticks = shapesOnce().ticks.map(
          ({ box, text }): PdfChar => ({ text, box, fontSize: box[3] - box[1] }),
        );
        return [...chars, ...ticks, ...readFields(pdfium, page, form, upright)];
      }),
    rules: async () => guarded(() => shapesOnce().rules),
    pictures: async () => guarded(() => readPictures(pdfium, document, page, objectsOnce().images, upright)),
    render: async (dpi) =>
      guarded(() =>
        renderPage(pdfium, page, form, { width: upright.width, height: upright.height, turn }, dpi),
      ),
    close() {
      if (closed) return;
      closed = true;
      guarded(() => {
        if (form) api.FORM_OnBeforeClosePage(page, form);
        if (textPage) api.FPDFText_ClosePage(textPage);
        api.FPDF_ClosePage(page);
      });
    },
  };
}
