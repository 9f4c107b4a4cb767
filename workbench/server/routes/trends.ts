import { Hono } from 'hono';
import { builtInPacksDir } from '../../../calls/load.ts';
import { latestDone } from '../../../pipeline/latest-run.ts';
import { type Answer, caption, csvOfAnswer, metadataOf, shown } from '../../../research/charts/answer.ts';
import { charts } from '../../../research/charts/charts.ts';
import { countElsewhere } from '../../../research/charts/count-elsewhere.ts';
import { optionOf } from '../../../research/charts/option.ts';
import { type Trend, type TrendList, trendQuery } from '../../api/trends.ts';
import type { Env, Office } from '../context.ts';
import { notThere, shaped } from '../refuse.ts';

/** Figures over all years: `/api/trends`. They are counted anew only when the store has changed, in another process. */
export function trendRoutes(office: Office): Hono<Env> {
  const { store } = office;
  let counted: { readonly mark: string; readonly answers: Promise<readonly Answer[]> } | undefined;

  /** What changes whenever a list is imported, a run ends, or a person decides. */
  async function markOf(): Promise<string> {
    const runs: string[] = [];
    for (const { id } of await store.batches.all()) runs.push((await latestDone(store, id))?.id ?? '');
    const rulings = (await store.firmRulings.all()).length;
    return [await store.awards.mark(), await store.acts.count({}), rulings, ...runs].join('\n');
  }

  async function answers(): Promise<readonly Answer[]> {
    const mark = await markOf();
    if (counted?.mark !== mark) {
      const own = { mark, answers: count() };
      counted = own;
      // What failed once is tried again when it is next asked for.
      own.answers.catch(() => {
        if (counted === own) counted = undefined;
      });
    }
    return counted.answers;
  }

  async function count(): Promise<readonly Answer[]> {
    const own = (await office.hasOwnCalls()) ? [office.ownCalls] : [];
    return countElsewhere({ place: office.place, calls: [builtInPacksDir(), ...own] });
  }

  async function answerOf(id: string): Promise<Answer> {
    if (!charts.some((chart) => chart.id === id)) throw notThere({ zh: '这张图', en: 'such figure' });
    const found = (await answers()).find(({ chart }) => chart.id === id);
    if (!found) throw notThere({ zh: '这张图', en: 'such figure' });
    return found;
  }

  return new Hono<Env>()
    .get('/', (c) => {
      const list: TrendList = {
        charts: charts.map(({ id, title, definition, kind }) => ({ id, title, definition, kind })),
      };
      return c.json(list);
    })
    .get('/:id', async (c) => {
      const { lang } = shaped(trendQuery, c.req.query());
      const found = await answerOf(c.req.param('id'));
      const { chart, columns, rows } = found;
      const { id, title, definition, kind, sql } = chart;
      const option = rows.length > 0 ? optionOf(found, lang) : undefined;
      const answer: Trend = {
        ...{ id, title, definition, kind, sql },
        caption: caption(found),
        columns: columns.map((name) => ({ name, title: chart.columns[name] ?? { zh: name, en: name } })),
        rows: rows.map((row) => [...row]),
        shown: rows.map((row) => row.map((_, i) => shown(columns, row, i))),
        ...(option ? { option } : {}),
      };
      return c.json(answer);
    })
    .get('/:id/metadata', async (c) => {
      const found = await answerOf(c.req.param('id'));
      return c.body(`${JSON.stringify(metadataOf(found), null, 2)}\n`, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${found.chart.id}.json"`,
      });
    })
    .get('/:id/csv', async (c) => {
      const found = await answerOf(c.req.param('id'));
      return c.body(csvOfAnswer(found), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${found.chart.id}.csv"`,
      });
    });
}
