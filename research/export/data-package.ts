import { missing, type Table } from '../schema/table.ts';
import { tables } from '../schema/tables.ts';

/** What is said of an export besides its rows. */
export interface About {
  /** Version of the program. */
  readonly version: string;
  /** Hash of all rows: the same data have the same. */
  readonly data: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** `datapackage.json` by Data Package v2 (datapackage.org), each table as CSV with its Table Schema. */
export function dataPackage({ version, data, counts }: About): unknown {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'chushen-research',
    title: 'Award lists and filings 入选名单与申报书',
    version: data,
    description:
      'Listing events, firms, filings and their fields, findings, labels and decisions; no persons, telephones, e-mails or addresses. 不含个人、电话、邮箱和地址。',
    contributors: [{ title: `chushen ${version}`, roles: ['software'] }],
    resources: tables.map((table) => resourceOf(table, counts[table.name] ?? 0)),
  };
}

function resourceOf(table: Table, rows: number) {
  return {
    name: table.name,
    title: `${table.title.en} ${table.title.zh}`,
    description: `${table.says.en}。${table.says.zh}`,
    path: `csv/${table.name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    rows,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      primaryKey: table.key,
      ...(table.refers
        ? {
            foreignKeys: Object.entries(table.refers).map(([field, { table: resource, column }]) => ({
              fields: [field],
              reference: { resource, fields: [column] },
            })),
          }
        : {}),
      missingValues: [{ value: '', label: 'no value 无' }],
      fields: table.columns.map(({ name, type, title, says, values }) => ({
        name,
        type,
        title: `${title.en} ${title.zh}`,
        description: `${says.en}。${says.zh}`,
        ...(values
          ? {
              categories: Object.entries(values).map(([value, label]) => ({
                value,
                label: `${label.en} ${label.zh}`,
              })),
              constraints: { enum: Object.keys(values) },
            }
          : {}),
      })),
    },
  };
}

/** `codebook.md`: every table, every column, every code, Chinese and English. */
export function codebook({ version, data, counts }: About): string {
  const head = [
    '# 变量手册 Codebook',
    '',
    `数据版本 Data version: \`${data}\` · chushen ${version}`,
    '',
    '缺失的种类 Kinds of missing:',
    '',
    ...Object.entries(missing).map(([code, { zh, en }]) => `- \`${code}\` ${zh}。${en}.`),
  ];
  return `${[...head, ...tables.flatMap((table) => chapterOf(table, counts[table.name] ?? 0))].join('\n')}\n`;
}

function chapterOf(table: Table, rows: number): string[] {
  return [
    '',
    `## ${table.name} ${table.title.zh} ${table.title.en}`,
    '',
    `${table.says.zh}。${table.says.en}. ${rows} rows 行. Key 主键: ${table.key.map((name) => `\`${name}\``).join(', ')}.`,
    '',
    '| column | 名称 | type | 说明 | meaning | values 取值 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...table.columns.map(({ name, type, title, says, values }) => {
      const codes = Object.entries(values ?? {}).map(([code, text]) => `\`${code}\` ${text.zh} / ${text.en}`);
      const cells = [`\`${name}\``, `${title.zh} ${title.en}`, type, says.zh, says.en, codes.join('; ')];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    }),
  ];
}
