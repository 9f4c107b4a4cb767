import type { Checked } from './code.ts';
import { squeeze } from './tidy.ts';

const shape =
  /^[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/iu;

/** Checks one or several e-mail addresses; the value joins them with `、`. */
export function checkEmail(raw: string): Checked {
  const parts = squeeze(raw).split(/[;、/,]/u);
  // A comma may also be a misread full stop: only where each part is an address of its own it parts them.
  if (parts.length < 2 || !parts.every((part) => /^[^@]+@[^@]+\.[^@]+$/u.test(part))) return checkOne(raw);
  const checked = parts.map(checkOne);
  return {
    value: checked.map(({ value }) => value).join('、'),
    valid: checked.every(({ valid }) => valid),
    ...(checked.some(({ repaired }) => repaired) ? { repaired: true as const } : {}),
  };
}

/**
 * Checks one e-mail address. The domain is written in lower case. A Chinese full stop or a comma in the
 * domain is repaired, as is a space; a text without @ is not guessed.
 */
function checkOne(raw: string): Checked {
  const written = squeeze(raw)
    .replace(/^(?:电子)?(?:邮箱|邮件)[:：]?|^e-?mail[:：]?/iu, '')
    .replace(/^mailto:/iu, '');
  const value = lowerDomain(written);
  if (shape.test(value) && !value.includes('..')) return { value, valid: true };
  const [local, domain, more] = written.split('@');
  if (!local || !domain || more !== undefined) return { value: written, valid: false };
  const mended = lowerDomain(`${local}@${domain.replace(/[。,，、·]/gu, '.').replace(/\.{2,}/gu, '.')}`);
  if (shape.test(mended) && !mended.includes('..')) return { value: mended, valid: true, repaired: true };
  return { value: written, valid: false };
}

function lowerDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
}
