import type { Entry } from '../container.ts';

/** What `l -slt` prints of each entry: `Path = …`, `Size = …`, one block of lines each. */
export function entriesIn(lines: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  let values = new Map<string, string>();
  const flush = () => {
    const name = values.get('Path');
    if (name !== undefined) entries.push(entryOf(name, values));
    values = new Map();
  };
  for (const line of lines) {
    const [, key = '', value = ''] = /^([A-Z][A-Za-z ]*) = ?(.*)$/u.exec(line) ?? [];
    if (key === 'Path') flush();
    if (key !== '') values.set(key, value);
  }
  flush();
  return entries;
}

function entryOf(name: string, values: ReadonlyMap<string, string>): Entry {
  const size = Number(values.get('Size') || Number.NaN);
  return {
    name: name.replaceAll('\\', '/'),
    folder: values.get('Folder') === '+' || /^D/u.test(values.get('Attributes') ?? ''),
    encrypted: values.get('Encrypted') === '+',
    size: Number.isFinite(size) ? size : undefined,
  };
}
