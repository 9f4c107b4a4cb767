import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import { storeMessage } from '../../store/messages.ts';
import { StoreFailure } from '../../store/ports.ts';
import { login, type Me } from '../api/common.ts';
import type { Change } from '../api/office.ts';
import { isPassword, Sessions, same } from './auth.ts';
import type { Env, Office } from './context.ts';
import { bodyOf, Refusing } from './refuse.ts';
import { batchRoutes } from './routes/batches.ts';
import { callRoutes } from './routes/calls.ts';
import { filingRoutes, undoRoute } from './routes/filing.ts';
import { letterheadRoutes } from './routes/letterhead.ts';
import { listRoutes } from './routes/lists.ts';
import { officeRoutes } from './routes/office.ts';
import { pageRoutes } from './routes/pages.ts';
import { paperRoutes } from './routes/papers.ts';
import { qualityRoutes } from './routes/quality.ts';
import { queueRoutes } from './routes/queue.ts';
import { trendRoutes } from './routes/trends.ts';

export interface AppOptions {
  readonly office: Office;
  /** Folder of the built page. */
  readonly page: string;
  /** Opens the workbench once, for the person who started it on their own machine. */
  readonly token?: string;
}

const cookie = 'chushen';
/** The one person of a machine of their own. */
export const ownPerson = { id: 'local', name: '本机', role: 'admin', active: true, alone: true } as const;

/** The workbench as an application of the web: the page, and what it asks for under `/api`. */
export function workbenchApp({ office, page, token }: AppOptions): Hono<Env> {
  const { store, alone, version, live } = office;
  const sessions = new Sessions(office.folder);
  const app = new Hono<Env>();
  let unused = token;

  app.use('*', async (c, next) => {
    const nonce = randomBytes(16).toString('base64');
    c.set('nonce', nonce);
    await next();
    const policy = [
      "default-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ];
    c.header('content-security-policy', policy.join('; '));
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    if (c.req.path.startsWith('/api/') && !c.res.headers.has('cache-control'))
      c.header('cache-control', 'no-store');
  });

  // Over an office's network the page and long lists go packed; pictures are packed already.
  app.use('/assets/*', compress());
  app.use('/api/batches/*', compress());

  app.onError((error, c) => {
    if (error instanceof Refusing) return c.json(error.body, error.status);
    if (error instanceof StoreFailure) {
      const { zh, en } = storeMessage(error.fault, '', error.message);
      return c.json({ code: `store-${error.fault}`, message: { zh, en } }, 503);
    }
    if (process.env.CHUSHEN_DEBUG) console.error(error);
    return c.json(
      {
        code: 'bug',
        message: {
          zh: `程序内部错误：${error.message}。您填写的内容已保存，请刷新后重试。`,
          en: `Internal error: ${error.message}. What you typed is kept: reload and try again.`,
        },
      },
      500,
    );
  });

  const signIn = (c: Parameters<typeof setCookie>[0], user: string) =>
    setCookie(c, cookie, sessions.open(user), { httpOnly: true, sameSite: 'Strict', path: '/' });

  app.post('/api/login', async (c) => {
    const { id, password } = await bodyOf(c, login);
    const user = await store.users.get(id);
    if (!isPassword(password, await store.users.secret(id)) || !user?.active)
      throw new Refusing(401, 'login', {
        zh: '登录名或密码不对。',
        en: 'The login or the password is wrong.',
      });
    signIn(c, user.id);
    return c.json({ ok: true });
  });

  app.post('/api/logout', (c) => {
    deleteCookie(c, cookie, { path: '/' });
    return c.json({});
  });

  app.use('/api/*', async (c, next) => {
    const session = sessions.read(getCookie(c, cookie));
    const person = session && (await personOf(session.user));
    if (!session || !person)
      throw new Refusing(401, alone ? 'closed' : 'login', {
        zh: alone ? '请用启动时显示的地址打开工作台。' : '请先登录。',
        en: alone ? 'Open the workbench by the address shown when it started.' : 'Sign in first.',
      });
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    // A page of another site can send a request with the cookie, but not with this header.
    if (changes && !same(c.req.header('x-chushen') ?? '', session.csrf))
      throw new Refusing(403, 'csrf', {
        zh: '页面已过期，请刷新。',
        en: 'The page is out of date: reload it.',
      });
    c.set('person', person);
    if (c.req.path === '/api/me') {
      const { id, name, role } = person;
      const me: Me = { user: { id, name, role }, csrf: session.csrf, alone, version };
      return c.json(me);
    }
    await next();
    return undefined;
  });

  app.get('/api/live', (c) =>
    streamSSE(c, async (stream) => {
      const batch = c.req.query('batch');
      const waiting: Change[] = [];
      let wake = () => {};
      const deaf = live.listen((change) => {
        if (batch !== undefined && change.batch !== batch) return;
        waiting.push(change);
        wake();
      });
      stream.onAbort(() => {
        deaf();
        wake();
      });
      while (!stream.aborted) {
        for (const change of waiting.splice(0))
          await stream.writeSSE({ event: 'change', data: JSON.stringify(change) });
        await new Promise<void>((resolve) => {
          wake = resolve;
          // A word now and then keeps the line open.
          setTimeout(resolve, 20_000).unref();
        });
        if (waiting.length === 0 && !stream.aborted) await stream.writeSSE({ event: 'still', data: '' });
      }
    }),
  );

  app.route('/api/batches', batchRoutes(office));
  app.route('/api/batches', queueRoutes(office));
  app.route('/api/batches', filingRoutes(office));
  app.route('/api/batches', pageRoutes(office));
  app.route('/api/batches', qualityRoutes(office));
  const papers = paperRoutes(office);
  app.route('/api/batches', papers.order);
  app.route('/api/papers', papers.fetch);
  app.route('/api/calls', callRoutes(office));
  app.route('/api/undo', undoRoute(office));
  app.route('/api/office', letterheadRoutes(office));
  app.route('/api/trends', trendRoutes(office));
  app.route('/api', listRoutes(office));
  app.route('/api', officeRoutes(office));
  app.all('/api/*', () => {
    throw new Refusing(404, 'unknown', { zh: '没有这个地址。', en: 'There is no such address.' });
  });

  app.get('/open', (c) => {
    const given = c.req.query('token') ?? '';
    if (!alone || unused === undefined || !same(given, unused))
      return c.text(
        '这个地址只能用一次。请重新启动工作台。 This address works once: start the workbench again.',
        403,
      );
    unused = undefined;
    signIn(c, ownPerson.id);
    return c.redirect('/');
  });

  app.get('/*', async (c) => {
    const path = resolve(page, `.${decodeURIComponent(c.req.path)}`);
    const inside = path.startsWith(resolve(page) + sep) && existsSync(path) && extname(path) !== '';
    const html = !inside || path.endsWith('index.html');
    const body = await readFile(inside ? path : join(page, 'index.html')).catch(() => undefined);
    if (!body)
      return c.text('工作台页面没有构建，请运行 npm run build。 The page is not built: npm run build.', 503);
    if (html)
      return c.html(withNonce(body.toString('utf8'), c.get('nonce')), 200, {
        'cache-control': 'no-store',
      });
    return c.body(new Uint8Array(body), 200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      // The build names its files by their content.
      'cache-control': path.includes(`${sep}assets${sep}`)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    });
  });

  return app;

  async function personOf(id: string) {
    if (alone) return id === ownPerson.id ? ownPerson : undefined;
    const user = await store.users.get(id);
    return user?.active ? { ...user, alone: false } : undefined;
  }
}

/** The page hands the nonce on to the styles that it makes. */
const withNonce = (html: string, nonce: string) =>
  html.replace('name="csp-nonce" content=""', `name="csp-nonce" content="${nonce}"`);

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};
