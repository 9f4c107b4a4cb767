import { TextDecoder } from 'node:util';

/** Destinations whose text is not the document's. */
const dropped = new Set(
  (
    'fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping datastore latentstyles ' +
    'listtable listoverridetable rsidtbl generator xmlnstbl header footer headerl headerr headerf footerl footerr ' +
    'footerf fldinst bkmkstart bkmkend template filetbl revtbl mmathPr panose falt wgrffmtfilter'
  ).split(' '),
);
const breaks: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  cell: '\t',
  nestcell: '\t',
  nestrow: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
};
const codePages: Readonly<Record<string, string>> = {
  '936': 'gb18030',
  '950': 'big5',
  '932': 'shift_jis',
  '949': 'euc-kr',
};
const token = /\\([a-zA-Z]+)(-?\d+)? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}]+)/g;

interface Group {
  drop: boolean;
  /** How many characters stand after `\u` for readers that do not know it. */
  fallback: number;
}

/** The running text of an RTF file: paragraphs as lines, cells apart by tabs. Tables and ticks' states are lost. */
export function rtfText(bytes: Uint8Array): string {
  const source = new TextDecoder('latin1').decode(bytes);
  const page = /\\ansicpg(\d+)/.exec(source)?.[1] ?? '936';
  const decoder = new TextDecoder(
    codePages[page] ?? (page.startsWith('125') ? `windows-${page}` : 'gb18030'),
  );
  const groups: Group[] = [{ drop: false, fallback: 1 }];
  let text = '';
  let pending: number[] = [];
  let skip = 0;
  const flush = () => {
    if (pending.length > 0) text += decoder.decode(Uint8Array.from(pending));
    pending = [];
  };
  for (const [, word, value, hex, sign, brace, plain] of source.matchAll(token)) {
    const group = groups.at(-1) ?? { drop: false, fallback: 1 };
    if (brace === '{') groups.push({ ...group });
    else if (brace === '}') groups.length = Math.max(1, groups.length - 1);
    else if (word !== undefined) {
      if (dropped.has(word)) group.drop = true;
      else if (word === 'uc') group.fallback = Number(value ?? 1);
      if (group.drop) continue;
      if (word === 'u' && value !== undefined) {
        flush();
        text += String.fromCharCode(Number(value) & 0xffff);
        skip = group.fallback;
      } else if (breaks[word] !== undefined) {
        flush();
        text += breaks[word];
      }
    } else if (sign === '*') group.drop = true;
    else if (group.drop) continue;
    else if (hex !== undefined) {
      if (skip > 0) skip--;
      else pending.push(Number.parseInt(hex, 16));
    } else if (sign !== undefined) {
      flush();
      text += sign === '~' ? ' ' : sign === '_' ? '-' : /[\\{}]/.test(sign) ? sign : '';
    } else if (plain !== undefined) {
      const kept = plain.replace(/[\r\n]/g, '');
      for (const char of kept.slice(skip)) pending.push(char.charCodeAt(0) & 0xff);
      skip = Math.max(0, skip - kept.length);
    }
  }
  flush();
  return text;
}
