/**
 * A document's number (发文字号) with its year in hexagonal brackets again, where two kinds of bracket around the year
 * prove that one was misread: 苏工信融合〔2022】157号. `undefined` when there is nothing to mend.
 * Source: GB/T 9704-2012, 7.2.5 (the year stands in 〔〕).
 */
export function mendDocumentNumber(text: string): string | undefined {
  const mended = text.replace(
    /([〔[［【(（{])(20\d\d)([〕\]］】)）}])(?=\s*\d{1,4}\s*号)/gu,
    (whole: string, open: string, year: string, close: string) =>
      pairs.includes(open + close) ? whole : `〔${year}〕`,
  );
  return mended === text ? undefined : mended;
}

const pairs = ['〔〕', '[]', '［］', '【】', '()', '（）', '{}'];
