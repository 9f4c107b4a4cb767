import type { Table } from '../schema/table.ts';
import { tables } from '../schema/tables.ts';

/** Rows of one table as lines of CSV, by their key. */
export type KeyedRows = ReadonlyMap<string, string>;

export interface Change {
  readonly table: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly withdrawn: readonly string[];
}

/** What differs between two exports, table by table, by the keys of the rows. */
export function changesBetween(
  before: Readonly<Record<string, KeyedRows>>,
  after: Readonly<Record<string, KeyedRows>>,
): Change[] {
  const none: KeyedRows = new Map();
  return tables.map(({ name }) => {
    const [old, now] = [before[name] ?? none, after[name] ?? none];
    const keys = [...now.keys()];
    return {
      table: name,
      added: keys.filter((key) => !old.has(key)),
      changed: keys.filter((key) => old.has(key) && old.get(key) !== now.get(key)),
      withdrawn: [...old.keys()].filter((key) => !now.has(key)),
    };
  });
}

/** Keys that are named; the rest is counted. */
const named = 20;

/** `release-notes.md`: rows added, changed and withdrawn since the export that lay in the folder. */
export function releaseNotes(from: string, to: string, changes: readonly Change[]): string {
  const lines = ['# 版本说明 Release notes', '', `\`${from}\` → \`${to}\``, ''];
  for (const { table, added, changed, withdrawn } of changes) {
    if (added.length + changed.length + withdrawn.length === 0) continue;
    lines.push(
      `## ${table}`,
      '',
      `新增 added ${added.length} · 更改 changed ${changed.length} · 撤回 withdrawn ${withdrawn.length}`,
      '',
    );
    for (const [word, keys] of [
      ['新增 added', added],
      ['更改 changed', changed],
      ['撤回 withdrawn', withdrawn],
    ] as const) {
      if (keys.length === 0) continue;
      const rest = keys.length > named ? ` … +${keys.length - named}` : '';
      lines.push(`- ${word}: ${keys.slice(0, named).join(', ')}${rest}`);
    }
    lines.push('');
  }
  if (lines.length === 4) lines.push('没有变化。No change.', '');
  return lines.join('\n');
}

/** The key of a row for a person: its values joined by `/`. */
export function keyOf({ key }: Pick<Table, 'key'>, row: Readonly<Record<string, unknown>>): string {
  return key.map((name) => String(row[name] ?? '')).join('/');
}
