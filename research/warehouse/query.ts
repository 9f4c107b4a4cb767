import { StatementType } from '@duckdb/node-api';
import type { Text } from '../../core/lang.ts';
import { plain, type Warehouse } from './warehouse.ts';

/** What a query may cost. */
export interface QueryLimits {
  readonly rows: number;
  readonly seconds: number;
}

/** Characters of an answer: what is more is no table for a person, and would fill the memory. */
const mostText = 50_000_000;
/** Seconds after its time in which a question must have heard that it is to stop. */
const grace = 2;

export const usualLimits: QueryLimits = { rows: 10_000, seconds: 30 };

export type QueryResult =
  | {
      readonly ok: true;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (string | number | boolean | null)[])[];
      /** There are more rows than the limit. */
      readonly more: boolean;
    }
  | {
      readonly ok: false;
      readonly code: 'not-a-question' | 'too-long' | 'too-large' | 'wrong';
      readonly message: Text;
      /** It did not hear that it was stopped and still computes: whoever asked must end its process. */
      readonly stuck?: true;
    };

/** Statements that only read. */
const reading: ReadonlySet<StatementType> = new Set([StatementType.SELECT, StatementType.EXPLAIN]);

/**
 * Asks one read-only question of a locked warehouse. A statement that writes, reaches for a file, is several statements,
 * or takes too long is refused with a sentence. Never throws for what a person wrote.
 */
export async function ask(
  { connection }: Warehouse,
  sql: string,
  limits: QueryLimits = usualLimits,
): Promise<QueryResult> {
  const { seconds } = limits;
  if (sql.replace(/[\s;]/gu, '') === '') return notAQuestion;
  const state = { late: false };
  const timers: NodeJS.Timeout[] = [];
  const stopped = new Promise<QueryResult>((done) => {
    timers.push(
      setTimeout(() => {
        state.late = true;
        connection.interrupt();
      }, seconds * 1000),
      // A function that makes one huge value hears nothing before it is done.
      setTimeout(() => done({ ...tooLong(seconds), stuck: true }), (seconds + grace) * 1000),
    );
  });
  try {
    return await Promise.race([answerTo(connection, sql, limits, state), stopped]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

async function answerTo(
  connection: Warehouse['connection'],
  sql: string,
  { rows: most, seconds }: QueryLimits,
  state: { readonly late: boolean },
): Promise<QueryResult> {
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) return notAQuestion;
    const prepared = await statements.prepare(0);
    if (!reading.has(prepared.statementType)) return notAQuestion;
    const result = await prepared.stream();
    const columns = result.columnNames();
    const rows: (string | number | boolean | null)[][] = [];
    let text = 0;
    for await (const chunk of result.yieldRows())
      for (const row of chunk) {
        const cells = row.map(plain);
        for (const cell of cells) if (typeof cell === 'string') text += cell.length;
        if (text > mostText) return tooLarge;
        rows.push(cells);
        if (rows.length > most) return { ok: true, columns, rows: rows.slice(0, most), more: true };
        if (state.late) return tooLong(seconds);
      }
    return { ok: true, columns, rows, more: false };
  } catch (error) {
    if (state.late) return tooLong(seconds);
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

const notAQuestion: QueryResult = {
  ok: false,
  code: 'not-a-question',
  message: {
    zh: '这里只能查询：请写一条 SELECT 语句；不能写入、建表、读写文件或一次写几条。',
    en: 'This is for questions only: write one SELECT. Nothing can be written, made, read from files or asked twice at once.',
  },
};

const tooLong = (seconds: number): Extract<QueryResult, { ok: false }> => ({
  ok: false,
  code: 'too-long',
  message: {
    zh: `查询超过 ${seconds} 秒，已停止；请加条件、减少连接的表，或先汇总。`,
    en: `The query took more than ${seconds} s and was stopped: add conditions, join less, or aggregate first.`,
  },
});

const tooLarge: QueryResult = {
  ok: false,
  code: 'too-large',
  message: {
    zh: '结果或所需内存过大，已停止；请加条件、先汇总，或只取需要的列。',
    en: 'The answer, or what it takes to find it, is too large and was stopped: add conditions, aggregate first, or ask for fewer columns.',
  },
};

function wrong(detail: string): QueryResult {
  if (/Out of Memory/iu.test(detail)) return tooLarge;
  const first = detail.split('\n')[0] ?? '';
  const outside = /Permission Error|external access|disabled/iu.test(detail);
  return {
    ok: false,
    code: outside ? 'not-a-question' : 'wrong',
    message: outside
      ? {
          zh: '查询不能读写库外的文件或加载扩展。',
          en: 'A query cannot read or write files outside, nor load extensions.',
        }
      : { zh: `查询有误：${first}`, en: `The query is wrong: ${first}` },
  };
}
