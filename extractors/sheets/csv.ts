/** Rows of a CSV text by RFC 4180; the separator is `,`, `;`, tab or `，`, whichever the first lines have most of outside quotes. */
export function parseCsv(text: string): string[][] {
  const source = text.replace(/^\ufeff/, '');
  const separator = separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (char === separator) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && source[i + 1] === '\n') i++;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** Separators inside quotes are text of a cell: they do not count. */
function separatorOf(text: string): string {
  const lines = withoutQuoted(text).split(/\r?\n/, 12).join('\n');
  const count = (separator: string) => lines.split(separator).length;
  return [',', '\t', ';', '，'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** The text without its quoted cells. A quote opens a cell only where a cell begins, and may be left open. */
function withoutQuoted(text: string): string {
  return text.replace(/(^|[,\t;，\r\n])[^\S\r\n]*"(?:[^"]|"")*(?:"|$)/gu, '$1');
}

/** A row of a CSV file by RFC 4180: cells are quoted where they must be. Without an end of line. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
