/** Half width, no characters that draw nothing, one space for any run of spaces, trimmed. */
export function tidy(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** As `tidy`, without any space: for codes, phones and dates, in which OCR and layout put spaces. */
export function squeeze(raw: string): string {
  return tidy(raw).replace(/ /gu, '');
}
