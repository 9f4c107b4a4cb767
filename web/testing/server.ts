import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as batches from '../../workbench/api/batches.ts';
import { me } from '../../workbench/api/common.ts';
import * as filings from '../../workbench/api/filing.ts';
import * as offices from '../../workbench/api/office.ts';
import * as queues from '../../workbench/api/queue.ts';
import { type Person, people, Stale, TestOffice } from './office.ts';
import { addOfficeRoutes } from './office-routes.ts';
import { pictureOf } from './picture.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export interface TestServer {
  readonly url: string;
  readonly office: TestOffice;
  readonly close: () => Promise<void>;
}

/**
 * Answers the contract's routes from memory, for tests of the page alone: no store, no files. Serves the built page of
 * `dist` under the policy that the real server sets. `/?as=<user>` sits down as that user.
 */
export async function openTestServer(dist: string, count: number, port = 0): Promise<TestServer> {
  const office = new TestOffice(count);
  const app = new Hono<{ Variables: { by: Person } }>();
  const pictures = new Map<string, Buffer>();

  app.use('/api/*', async (c, next) => {
    const by = people.find(({ id }) => c.req.header('cookie')?.includes(`as=${id}`)) ?? people[0]!;
    c.set('by', by);
    if (c.req.method !== 'GET' && c.req.header('x-chushen') !== 'word')
      return c.json({ code: 'csrf', message: { zh: '请刷新页面。', en: 'Reload the page.' } }, 403);
    return next();
  });
  app.onError((error, c) => {
    if (error instanceof Stale)
      return c.json(
        {
          code: 'stale',
          message: { zh: '其他人刚改动了这份申报书。', en: 'Somebody else has just changed this filing.' },
        },
        409,
      );
    console.error(error);
    return c.json({ code: 'fault', message: { zh: String(error), en: String(error) } }, 500);
  });

  const row = () => ({
    id: 'b1',
    call: { id: 'c1', title: { zh: '2026 年解决方案征集', en: 'Call for solutions 2026' } },
    name: '第一批',
    createdAt: '2026-11-20T02:00:00Z',
    filings: count,
    states: Object.fromEntries(
      ['passed', 'remarked', 'mend', 'failed', 'open', 'unread'].map((state) => [state, 0]),
    ),
    flow: office.flow(),
    progress: { run: 'r1', state: 'done', stage: 'judge', done: count, of: count },
  });
  const detail = () => ({
    ...row(),
    asOf: '2026-11-28',
    complete: true,
    policy: office.policy,
    files: count + 3,
    lists: { awards: ['2024 年名单.xlsx'] },
    outside: false,
    findings: [
      {
        rule: 'quota',
        title: { zh: '推荐数量不超过名额', en: 'Within the quota' },
        verdict: 'fail',
        message: { zh: '江苏省推荐 12 份，名额 10 份。', en: 'Jiangsu recommends 12, quota 10.' },
        clause: { ref: '三（二）', text: '每个省份推荐不超过十项。' },
        filings: ['f1', 'f2'],
      },
    ],
    unassigned: [],
  });
  app.get('/api/me', (c) => {
    const by = c.get('by');
    return c.json(me.parse({ user: by, csrf: 'word', alone: false, version: 'test' }));
  });
  app.get('/api/batches', (c) => c.json(batches.batchList.parse({ batches: [row()] })));
  app.post('/api/batches', async (c) => {
    batches.newBatch.parse(await c.req.json());
    return c.json(batches.batch.parse(detail()));
  });
  app.get('/api/batches/b1', (c) => c.json(batches.batch.parse(detail())));
  app.put('/api/batches/b1/policy', async (c) => {
    office.policy = batches.policy.parse(await c.req.json());
    return c.json({});
  });
  app.post('/api/batches/b1/run', (c) => c.json({}));
  app.put('/api/batches/b1/files/*', async (c) =>
    c.req.path.endsWith('.exe')
      ? c.json({ code: 'format', message: { zh: '不收可执行文件。', en: 'Programs are not taken.' } }, 415)
      : c.json({ bytes: (await c.req.arrayBuffer()).byteLength }),
  );
  app.put('/api/batches/b1/lists/*', (c) => c.json({}));

  const asked = (c: { req: { query: () => Record<string, string> } }) =>
    queues.queueQuery.parse(c.req.query());
  app.get('/api/batches/b1/queue', (c) => c.json(queues.queue.parse(office.queue(asked(c), c.get('by')))));
  app.get('/api/batches/b1/next', (c) => {
    const { after = '', ...query } = c.req.query();
    return c.json({ filing: office.next(after, queues.queueQuery.parse(query), c.get('by')) });
  });
  app.post('/api/batches/b1/bulk/preview', async (c) =>
    c.json(queues.bulkPreview.parse(office.preview(queues.bulk.parse(await c.req.json()), c.get('by')))),
  );
  app.post('/api/batches/b1/bulk', async (c) =>
    c.json(queues.bulkDone.parse(office.bulk(queues.bulk.parse(await c.req.json()), c.get('by')))),
  );
  app.post('/api/undo/:act', (c) =>
    office.undo(c.req.param('act'), c.get('by'))
      ? c.json({})
      : c.json({ code: 'gone', message: { zh: '不能再撤销。', en: 'It cannot be undone any more.' } }, 409),
  );

  app.get('/api/batches/b1/filings/:f', (c) => {
    const n = office.numberOf(c.req.param('f'));
    if (n < 0)
      return c.json({ code: 'unknown', message: { zh: '没有这份申报书。', en: 'No such filing.' } }, 404);
    return c.json(filings.filing.parse(office.detail(n, c.get('by'))));
  });
  app.get('/api/batches/b1/filings/:f/pages', (c) =>
    c.json(
      filings.pages.parse({
        shown: true,
        pages: [1, 2].map((n) => ({
          n,
          file: office.detail(office.numberOf(c.req.param('f')), c.get('by')).file,
          page: n,
          width: 595,
          height: 842,
        })),
        boxes: {},
      }),
    ),
  );
  app.get('/api/batches/b1/filings/:f/pages/:n', (c) => {
    const [n, page, width] = [
      office.numberOf(c.req.param('f')),
      Number.parseInt(c.req.param('n'), 10),
      Number(c.req.query('width') ?? 800),
    ];
    // One picture for all of a kind: a bench of 5,000 filings is not one of drawing.
    const name = `${n % 8} ${page} ${width}`;
    const picture = pictures.get(name) ?? pictureOf(n, page, width);
    pictures.set(name, picture);
    return c.body(new Uint8Array(picture), 200, {
      'content-type': 'image/png',
      'cache-control': 'private, max-age=3600',
    });
  });
  app.on(['POST', 'PUT', 'DELETE'], '/api/batches/b1/filings/:f/:act', async (c) => {
    const n = office.numberOf(c.req.param('f'));
    const by = c.get('by');
    const body: unknown = await c.req.json().catch(() => ({}));
    switch (c.req.param('act')) {
      case 'rulings': {
        const { revision, rulings } = filings.ruling.parse(body);
        office.rule(n, by, revision, rulings);
        break;
      }
      case 'corrections': {
        const { revision, field, value, why } = filings.correction.parse(body);
        office.correct(n, by, revision, field, value, why);
        break;
      }
      case 'decisions': {
        const { revision, kind, reasons, note } = filings.decide.parse(body);
        office.decide(n, by, revision, kind, reasons, note);
        break;
      }
      case 'check': {
        const { revision, agree, note } = filings.check.parse(body);
        office.check(n, by, revision, agree, note);
        break;
      }
      case 'reopen': {
        const { revision, why } = filings.reopen.parse(body);
        office.reopen(n, by, revision, why);
        break;
      }
      case 'assign': {
        const { revision, assignee } = filings.assign.parse(body);
        office.assign(n, by, revision, assignee);
        break;
      }
      case 'lease':
        office.lease(n, c.req.method === 'DELETE' ? undefined : by);
        break;
      case 'draft':
        office.draft(n, filings.draft.parse(body));
        break;
      default:
        return c.notFound();
    }
    return c.json(filings.filing.parse(office.detail(n, by)));
  });
  addOfficeRoutes(app, office);

  app.get('/api/live', (c) =>
    streamSSE(c, async (stream) => {
      const tell = (change: unknown) =>
        void stream.writeSSE({ event: 'change', data: JSON.stringify(offices.change.parse(change)) });
      office.listeners.add(tell);
      await new Promise<void>((done) => stream.onAbort(done));
      office.listeners.delete(tell);
    }),
  );

  app.get('/*', (c) => {
    const path = normalize(c.req.path === '/' ? '/index.html' : c.req.path);
    const nonce = randomBytes(12).toString('base64');
    let body: Buffer | string;
    try {
      body = readFileSync(join(dist, path));
    } catch {
      return c.notFound();
    }
    if (path === '/index.html') body = body.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
    const as = c.req.query('as');
    return c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': `default-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:`,
      ...(as ? { 'set-cookie': `as=${as}; Path=/` } : {}),
    });
  });

  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  await new Promise<void>((done) => (server.listening ? done() : server.once('listening', () => done())));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    office,
    close: () =>
      new Promise((done) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
