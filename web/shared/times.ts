import type { Lang } from '../../core/lang.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** An ISO time in the reader's own zone, `2026-11-28 17:40`; what is no time is shown as it came. */
export function when(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${clock(iso)}`;
}

/** The hour and minute of an ISO time in the reader's own zone. */
export function clock(iso: string): string {
  const time = new Date(iso);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** Bytes in the next larger unit. */
export function size(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function percent(share: number, lang: Lang, digits = 0): string {
  return new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', {
    style: 'percent',
    maximumFractionDigits: digits,
  }).format(share);
}
