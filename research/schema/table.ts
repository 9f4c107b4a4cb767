import type { Text } from '../../core/lang.ts';

/** Types of columns, as a Table Schema (Frictionless v2) names them. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly title: Text;
  /** What a value means, how it came about, and when it is empty. */
  readonly says: Text;
  /** The only values there are, with their meaning. */
  readonly values?: Readonly<Record<string, Text>>;
}

/** One table of the research data: the one truth for warehouse, export and codebook. */
export interface Table {
  readonly name: string;
  readonly title: Text;
  readonly says: Text;
  readonly key: readonly string[];
  /** Columns that name a row of another table. */
  readonly refers?: Readonly<Record<string, { readonly table: string; readonly column: string }>>;
  readonly columns: readonly Column[];
}

/** A row by its columns; `null` where there is no value. Dates are `YYYY-MM-DD`. */
export type ResearchRow = Readonly<Record<string, string | number | boolean | null>>;

export function column(
  name: string,
  type: ColumnType,
  title: Text,
  says: Text,
  values?: Column['values'],
): Column {
  return { name, type, title, says, ...(values ? { values } : {}) };
}

/** Why a value is missing 缺失的种类: the same words in every table. */
export const missing: Readonly<Record<string, Text>> = {
  blank: {
    zh: '未填：表中有这一栏，申报单位没有填写',
    en: 'not filled in: the form asks, the applicant wrote nothing',
  },
  unreadable: {
    zh: '未读出：有内容但没有读出',
    en: 'not read: something is written there that could not be read',
  },
  absent: { zh: '未见：没有找到这一栏', en: 'not found: the place was not found in the filing' },
  'not-asked': {
    zh: '未询问：该次征集的表没有这一栏',
    en: 'not asked: the form of that call has no such field',
  },
  'not-applicable': { zh: '不适用', en: 'does not apply' },
  withheld: {
    zh: '隐去：涉及个人或为自由文字，不对外提供',
    en: 'withheld: it is about a person, or free text',
  },
};
