import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Draft } from '../../../calls/draft/draft-call.ts';
import { cleanLabel } from '../../../calls/draft/form/labels.ts';
import { packFiles } from '../../../calls/draft/pack-files.ts';
import { builtInPacksDir, loadPacks } from '../../../calls/load.ts';
import type { FormField, Pack } from '../../../calls/schema/index.ts';
import { readDocx } from '../../../extractors/word/docx/read-docx.ts';
import { readForm } from '../../../forms/read-form.ts';

/**
 * Reads the Word samples of a call with the drafted pack as it is and with the pack made by hand: of the values
 * that the hand-made one reads, how many the draft reads the same. `undefined` where there are no samples.
 */
export async function readBack(pack: Pack, draft: Draft): Promise<{ same: number; all: number } | undefined> {
  const drafted = await asPack(draft);
  const samples = join(dirname(dirname(builtInPacksDir())), 'corpus', 'samples', pack.call.id, 'filings');
  const names = (await readdir(samples).catch(() => [])).filter((name) => name.endsWith('.docx'));
  if (!drafted || names.length === 0) return undefined;
  let same = 0;
  let all = 0;
  for (const name of names) {
    const document = await readDocx(await readFile(join(samples, name)), 'docx');
    const wanted = readForm(document, pack.form, pack.blank).fields;
    const got = readForm(document, drafted.form, drafted.blank).fields;
    for (const field of pack.form.fields) {
      const value = wanted.get(field.key);
      if (value?.state !== 'filled') continue;
      all++;
      const other = drafted.form.fields.find((one) => isSame(field, one));
      if (other && plain(got.get(other.key)?.value) === plain(value.value)) same++;
    }
  }
  return { same, all };
}

async function asPack(draft: Draft): Promise<Pack | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'draft-'));
  try {
    for (const [name, text] of packFiles(draft)) await writeFile(join(folder, name), text);
    return (await loadPacks([folder])).packs.get(draft.call.id);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function isSame(one: FormField, other: FormField): boolean {
  const names = (field: FormField) => [field.label, ...field.aliases].map(cleanLabel);
  const under = (field: FormField) => cleanLabel(field.under.at(-1) ?? '');
  const shared = names(one).some((name) => names(other).includes(name));
  return (
    shared &&
    (one.role !== undefined || under(one) === '' || under(other) === '' || under(one) === under(other))
  );
}

/** Rows of a table are compared by their cells; the columns' keys are the draft's own. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.values(inner) : inner,
  );
}
