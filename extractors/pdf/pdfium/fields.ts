import type { PdfChar } from '../engine.ts';
import type { Upright } from '../page-transform.ts';
import { typeset } from '../set-form-value.ts';
import type { Pdfium } from './api.ts';

const subtypes = { freeText: 3, widget: 20 };
const fields = { checkBox: 2, radioButton: 3, comboBox: 4, listBox: 5, text: 6 };
const hidden = 0x02 | 0x20;

/** What people typed into a PDF form or over a page: field values, check boxes, typewriter comments. */
export function readFields(pdfium: Pdfium, page: number, form: number, upright: Upright): PdfChar[] {
  const { api } = pdfium;
  const chars: PdfChar[] = [];
  const count = Math.min(api.FPDFPage_GetAnnotCount(page), 5000);
  for (let i = 0; i < count; i++) {
    const annotation = api.FPDFPage_GetAnnot(page, i);
    if (!annotation) continue;
    try {
      const subtype = api.FPDFAnnot_GetSubtype(annotation);
      if (subtype !== subtypes.freeText && subtype !== subtypes.widget) continue;
      if (api.FPDFAnnot_GetFlags(annotation) & hidden) continue;
      if (!api.FPDFAnnot_GetRect(annotation, pdfium.scratch)) continue;
      const f = pdfium.float;
      // FS_RECTF: left, top, right, bottom.
      const box = upright.box(f(0), f(3), f(2), f(1));
      if (subtype === subtypes.freeText) {
        const value = pdfium.text((to, size) =>
          api.FPDFAnnot_GetStringValue(annotation, 'Contents', to, size),
        );
        chars.push(...typeset(value, box, 0));
        continue;
      }
      if (!form) continue;
      const type = api.FPDFAnnot_GetFormFieldType(form, annotation);
      if (type === fields.checkBox || type === fields.radioButton) {
        const text = api.FPDFAnnot_IsChecked(form, annotation) ? '☑' : '☐';
        chars.push({ text, box, fontSize: box[3] - box[1] });
      } else if (type === fields.text || type === fields.comboBox || type === fields.listBox) {
        const value = pdfium.text((to, size) => api.FPDFAnnot_GetFormFieldValue(form, annotation, to, size));
        const size = api.FPDFAnnot_GetFontSize(form, annotation, pdfium.scratch) ? f(0) : 0;
        chars.push(...typeset(value, box, size));
      }
    } finally {
      api.FPDFPage_CloseAnnot(annotation);
    }
  }
  return chars;
}
