import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** How long somebody stays signed in: hours. */
const hours = 12;

const session = z.object({ user: z.string(), csrf: z.string(), until: z.number() });
export type Session = z.infer<typeof session>;

/** Signs sessions with a key that lies beside the store, so that a server that was stopped knows its people again. */
export class Sessions {
  private readonly key: Buffer;

  constructor(folder: string) {
    const file = join(folder, 'sessions.key');
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
    this.key = readFileSync(file);
  }

  /** The cookie's value for a user who just signed in. */
  open(user: string): string {
    const csrf = randomBytes(16).toString('hex');
    const until = Date.now() + hours * 3_600_000;
    const body = Buffer.from(JSON.stringify({ user, csrf, until })).toString('base64url');
    return `${body}.${this.sign(body)}`;
  }

  /** Who a cookie is of; `undefined` where it is not ours or too old. */
  read(cookie: string | undefined): Session | undefined {
    const [body = '', sign = ''] = (cookie ?? '').split('.');
    if (!same(sign, this.sign(body))) return undefined;
    const parsed = session.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
    return parsed.success && parsed.data.until > Date.now() ? parsed.data : undefined;
  }

  private sign(body: string): string {
    return createHmac('sha256', this.key).update(body).digest('base64url');
  }
}

/** What a password is checked by: scrypt (RFC 7914) with a salt of its own. */
export function secretOf(password: string): string {
  const salt = randomBytes(16).toString('hex');
  return `${salt}:${scryptSync(password, salt, 32).toString('hex')}`;
}

export function isPassword(password: string, secret: string | undefined): boolean {
  const [salt = '', hash = ''] = (secret ?? ':').split(':');
  // As much work where there is no such user, so that nobody learns who there is.
  const given = scryptSync(password, salt, 32).toString('hex');
  return hash !== '' && same(given, hash);
}

/** A password that can be read out on the telephone: 12 letters and digits without those that look alike. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return [...randomBytes(12)].map((byte) => letters[byte % letters.length]).join('');
}

export function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
