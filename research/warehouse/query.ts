import { StatementType } from '@duckdb/node-api';
import type { Text } from '../../core/lang.ts';
import { plain, type Warehouse } from './warehouse.ts';

/** What a query may cost. */
export interface QueryLimits {
  readonly rows: number;
  readonly seconds: number;
}

export const usualLimits: QueryLimits = { rows: 10_000, seconds: 30 };

export type QueryResult =
  | {
      readonly ok: true;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (string | number | boolean | null)[])[];
      /** There are more rows than the limit. */
      readonly more: boolean;
    }
  | { readonly ok: false; readonly code: 'not-a-question' | 'too-long' | 'wrong'; readonly message: Text };

/** Statements that only read. */
const reading: ReadonlySet<StatementType> = new Set([StatementType.SELECT, StatementType.EXPLAIN]);

/**
 * Asks one read-only question of a locked warehouse. A statement that writes, reaches for a file, is several statements,
 * or takes too long is refused with a sentence. Never throws for what a person wrote.
 */
export async function ask(
  { connection }: Warehouse,
  sql: string,
  { rows: most, seconds }: QueryLimits = usualLimits,
): Promise<QueryResult> {
  let timer: NodeJS.Timeout | undefined;
  let late = false;
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) return notAQuestion;
    const prepared = await statements.prepare(0);
    if (!reading.has(prepared.statementType)) return notAQuestion;
    timer = setTimeout(() => {
      late = true;
      connection.interrupt();
    }, seconds * 1000);
    const result = await prepared.stream();
    const columns = result.columnNames();
    const rows: (string | number | boolean | null)[][] = [];
    for await (const chunk of result.yieldRows())
      for (const row of chunk) {
        rows.push(row.map(plain));
        if (rows.length > most) return { ok: true, columns, rows: rows.slice(0, most), more: true };
      }
    return { ok: true, columns, rows, more: false };
  } catch (error) {
    if (late) return tooLong(seconds);
    return wrong(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
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

const tooLong = (seconds: number): QueryResult => ({
  ok: false,
  code: 'too-long',
  message: {
    zh: `查询超过 ${seconds} 秒，已停止；请加条件、减少连接的表，或先汇总。`,
    en: `The query took more than ${seconds} s and was stopped: add conditions, join less, or aggregate first.`,
  },
});

function wrong(detail: string): QueryResult {
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
