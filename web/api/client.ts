import type { z } from 'zod';
import { notUnderstood, refusedBy, unreachable } from './refused.ts';

/** What the server wants back with every change; known once `GET /api/me` was answered. */
let csrf = '';
export function setCsrf(token: string): void {
  csrf = token;
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** `/api/…` with parts encoded; parts may hold `/` only where `path` is what is meant (`filePath`). */
export function address(parts: readonly string[], query: Query = {}): string {
  const asked = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return `/api/${parts.map(encodeURIComponent).join('/')}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
}

/** Asks for something; the answer is parsed by the contract's schema. Throws `Refused`. */
export function get<S extends z.ZodType>(
  path: string,
  schema: S,
  signal?: AbortSignal,
): Promise<z.output<S>> {
  return ask(path, { method: 'GET', ...(signal ? { signal } : {}) }, schema);
}

/** Sends a change as JSON; the answer is parsed by the contract's schema. Throws `Refused`. */
export function send<S extends z.ZodType>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: unknown,
  schema: S,
): Promise<z.output<S>> {
  return ask(
    path,
    {
      method,
      headers: { 'content-type': 'application/json', 'x-chushen': csrf },
      body: JSON.stringify(body ?? {}),
      keepalive: method === 'PUT',
    },
    schema,
  );
}

/** Sends one file as it is and says how much of it is there. Throws `Refused`. */
export function sendFile<S extends z.ZodType>(
  method: 'POST' | 'PUT',
  path: string,
  file: Blob,
  schema: S,
  onProgress: (share: number) => void = () => undefined,
): Promise<z.output<S>> {
  return new Promise((done, fail) => {
    // fetch does not tell how far an upload is.
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-chushen', csrf);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1);
    request.onerror = () => fail(unreachable());
    request.onload = () => {
      try {
        done(understood(path, request.status, jsonOf(request.responseText), schema));
      } catch (error) {
        fail(error);
      }
    };
    request.send(file);
  });
}

async function ask<S extends z.ZodType>(path: string, init: RequestInit, schema: S): Promise<z.output<S>> {
  let status: number;
  let body: string;
  try {
    const answer = await fetch(path, { ...init, credentials: 'same-origin' });
    status = answer.status;
    body = await answer.text();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
  return understood(path, status, jsonOf(body), schema);
}

function understood<S extends z.ZodType>(
  path: string,
  status: number,
  body: unknown,
  schema: S,
): z.output<S> {
  if (status >= 400) throw refusedBy(status, body);
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  console.error(path, read.error);
  throw notUnderstood(path);
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
