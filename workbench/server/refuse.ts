import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { Text } from '../../core/lang.ts';
import type { Refused } from '../../pipeline/desk/office.ts';
import type { Refusal } from '../api/common.ts';

const statuses: Readonly<Record<Refused['code'], ContentfulStatusCode>> = {
  stale: 409,
  'not-now': 409,
  unknown: 404,
  wrong: 422,
};

/** Ends a request with a sentence that says what and why. Thrown by routes, answered in `app.ts`. */
export class Refusing extends Error {
  readonly status: ContentfulStatusCode;
  readonly body: Refusal;

  constructor(status: ContentfulStatusCode, code: string, message: Text) {
    super(message.en);
    this.status = status;
    this.body = { code, message };
  }
}

export function refused({ code, message }: Refused): Refusing {
  return new Refusing(statuses[code], code, message);
}

export const notThere = (what: Text): Refusing =>
  new Refusing(404, 'unknown', { zh: `没有${what.zh}，请刷新。`, en: `There is no ${what.en}: reload.` });

/** Settings that another saved since they were read. */
export const staleSettings = (): Refusing =>
  new Refusing(409, 'stale', {
    zh: '设置刚被他人更改，这次没有保存；您填写的内容已保留，请核对现在的设置后再保存。',
    en: 'Somebody just changed these settings, and nothing was saved. What you entered is kept: look at them as they are now, then save again.',
  });

/** The body of a request by its schema. */
export async function bodyOf<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  return shaped(schema, body);
}

/** What came from outside by its schema, or a refusal that names the first mistake. */
export function shaped<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new Refusing(400, 'wrong-request', {
    zh: `请求不完整或格式不对（${where}）。请刷新页面后重试。`,
    en: `The request is incomplete or malformed (${where}: ${issue?.message ?? ''}). Reload the page and try again.`,
  });
}
