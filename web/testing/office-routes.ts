import type { Hono } from 'hono';
import * as offices from '../../workbench/api/office.ts';
import { rules, who } from './made-up.ts';
import { type Person, people, type TestOffice } from './office.ts';

/** The rarer pages' answers, for tests of the page alone. */
export function addOfficeRoutes(app: Hono<{ Variables: { by: Person } }>, office: TestOffice): void {
  const title = { zh: '2026 年解决方案征集', en: 'Call for solutions 2026' };
  app.get('/api/calls', (c) =>
    c.json(
      offices.calls.parse({
        calls: [
          {
            id: 'c1',
            title,
            year: 2026,
            issuer: { zh: '工业和信息化部', en: 'MIIT' },
            rules: rules.length,
            own: false,
            readings: [{ id: 'strict', title: { zh: '从严', en: 'Strict' } }],
          },
        ],
      }),
    ),
  );
  const draft = {
    id: 'd1',
    notice:
      '关于组织开展 2026 年解决方案征集的通知\n一、总体要求\n……\n二、申报条件\n（一）申报主体应为境内注册的法人。\n',
    files: [
      { name: 'pack.yaml', content: 'id: c2\ntitle: 新征集\n' },
      { name: 'rules.yaml', content: '- id: unit-registered\n' },
    ],
    open: [
      {
        message: { zh: '截止日期没有写明年份。', en: 'The closing date names no year.' },
        words: '二、申报条件',
      },
    ],
    mistakes: [
      {
        file: 'rules.yaml',
        path: '0.clause',
        message: { zh: '没有条款。', en: 'No clause.' },
        mend: { zh: '写明条款。', en: 'Name the clause.' },
      },
    ],
  };
  app.post('/api/calls/draft', (c) => c.json(offices.callDraft.parse(draft)));
  app.put('/api/calls/draft/:id', async (c) => {
    const { name, content } = offices.draftEdit.parse(await c.req.json());
    draft.files = draft.files.map((file) => (file.name === name ? { name, content } : file));
    return c.json(offices.callDraft.parse(draft));
  });
  app.get('/api/calls/:id', (c) =>
    c.json(
      offices.callDetail.parse({
        id: c.req.param('id'),
        title,
        rules: rules.map(({ id, title: said, ref, text, bars }) => ({
          id,
          title: said,
          consequence: bars ? 'bars' : 'mend',
          clause: { ref, text },
        })),
        schemes: [
          {
            id: 'direction',
            title: { zh: '方向', en: 'Direction' },
            labels: ['智能化制造', '网络化协同', '服务化延伸'],
          },
        ],
      }),
    ),
  );
  const awards = Array.from({ length: 320 }, (_, n) => ({
    id: `a${n}`,
    title: who(n + 9000).title,
    company: who(n + 9000).applicant,
    year: 2020 + (n % 5),
    programme: '解决方案',
    issuer: '工业和信息化部',
    source: '2024 年名单.xlsx',
  }));
  app.get('/api/awards', (c) => {
    const { q = '', offset = '0', limit = '50' } = c.req.query();
    const found = awards.filter((row) => `${row.title}${row.company}`.includes(q));
    return c.json(
      offices.awards.parse({
        total: found.length,
        rows: found.slice(Number(offset), Number(offset) + Number(limit)),
      }),
    );
  });
  app.post('/api/awards/preview', (c) =>
    c.json(
      offices.awardPreview.parse({
        id: 'p1',
        rows: 2,
        lists: [
          {
            title: '2025 年入选名单',
            programme: '解决方案',
            issuer: { zh: '工业和信息化部', en: 'MIIT' },
            year: 2025,
            rows: 2,
          },
        ],
        sample: awards.slice(0, 2),
        unread: [{ row: 7, message: { zh: '没有单位名称。', en: 'No company.' } }],
      }),
    ),
  );
  app.post('/api/awards/import/:id', (c) => c.json({ added: 2, replaced: 0 }));
  app.get('/api/archive', (c) =>
    c.json(
      offices.archive.parse({
        total: 1,
        rows: [
          { id: 'x1', call: 'c0', title: who(1).title, applicant: who(1).applicant, batch: '2025 年第一批' },
        ],
      }),
    ),
  );
  const share = (value: number, of: number) => ({
    value,
    low: Math.max(0, value - 0.02),
    high: Math.min(1, value + 0.02),
    of,
  });
  app.get('/api/batches/b1/quality', (c) =>
    c.json(
      offices.quality.parse({
        target: 0.98,
        threshold: 0.91,
        values: 4200,
        corrected: 61,
        untouched: share(0.83, 4200),
        errors: share(0.011, 720),
        redrawn: share(0.03, 64),
        secondsPerFiling: 41,
        secondsPerDoubt: 9,
        byConfidence: Array.from({ length: 10 }, (_, n) => ({
          from: n / 10,
          to: (n + 1) / 10,
          looked: 40 + n * 30,
          wrong: Math.round(20 - n * 2),
        })),
      }),
    ),
  );
  app.get('/api/audit', (c) => {
    const { acts } = office.history();
    const { offset = '0', limit = '100', filing, by } = c.req.query();
    const found = acts.filter((act) => (!filing || act.filing === filing) && (!by || act.by === by));
    return c.json(
      offices.audit.parse({
        total: found.length,
        acts: found.slice(Number(offset), Number(offset) + Number(limit)),
      }),
    );
  });
  app.get('/api/users', (c) =>
    c.json(offices.users.parse({ users: people.map((one) => ({ ...one, active: true })) })),
  );
  app.put('/api/users/:id', async (c) => {
    const { renew } = offices.userEdit.parse(await c.req.json());
    return c.json(renew ? { password: 'lotus-4821' } : {});
  });
  app.post('/api/batches/b1/papers', async (c) => {
    offices.paperOrder.parse(await c.req.json());
    return c.json(
      offices.papers.parse({
        papers: [{ id: 'p1', name: '补正通知书（合订）.docx', bytes: 48211 }],
        refused: [{ filing: 'f3', why: { zh: '尚未复核。', en: 'Not checked yet.' } }],
      }),
    );
  });
}
