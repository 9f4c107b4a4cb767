import type { Found } from './found.ts';

/** The plain way: regular expressions over lines, no numbering tree, no tables, no levels or kinds of units. */
export function baseline(text: string): Found {
  const lines = text
    .split(/\r?\n|\t/u)
    .map((line) => line.trim())
    .filter(Boolean);
  const title = lines.find((line) => /关于.*通知$/u.test(line)) ?? '';
  const iso = (match: RegExpMatchArray) =>
    `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  const number = /\S{2,12}[〔[（(]20\d\d[〕\]）)]\d+号/u.exec(text)?.[0];
  return {
    title,
    issuer: title.split('关于')[0] ?? '',
    ...(number !== undefined && { number }),
    deadlines: [...text.matchAll(/(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu)].map((match) => ({
      at: iso(match),
    })),
    quotas: [...text.matchAll(/不超过\s*(\d+)\s*个/gu)].map((match) => ({ max: Number(match[1]) })),
    labels: lines.flatMap(
      (line) => /^(?:（[一二三四五六七八九十]+）|\d+[、.])\s*(.{2,20})$/u.exec(line)?.[1] ?? [],
    ),
    clauses: lines
      .filter((line) => /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[、.])/u.test(line))
      .map((line) => ({
        text: line.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[、.])\s*/u, ''),
      })),
    fields: lines.flatMap((line) => {
      const label = /^([^：:。，]{2,20})[：:]/u.exec(line)?.[1];
      return label === undefined ? [] : [{ label, under: [], aliases: [], type: 'text' as const }];
    }),
  };
}
