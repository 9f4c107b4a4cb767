import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readHtml } from '../extractors/html/read-html.ts';
import { parseXml } from '../extractors/markup/parse-xml.ts';
import { checkPack } from './check.ts';
import type { LoadedPack } from './load.ts';
import { PartReader } from './part-reader.ts';
import { callSchema } from './schema/call.ts';
import { clausesSchema } from './schema/clauses.ts';
import { formSchema } from './schema/form.ts';
import type { Pack } from './schema/index.ts';
import { rulesSchema } from './schema/rule.ts';
import { schemesSchema } from './schema/schemes.ts';
import { summarySchema } from './schema/summary.ts';

/** Reads one pack; it is given back even with mistakes of meaning, but not when a part has not its form. */
export async function readPack(folder: string): Promise<LoadedPack> {
  const reader = new PartReader(folder);
  const call = await reader.yaml('call.yaml', callSchema);
  const clauses = await reader.yaml('clauses.yaml', clausesSchema);
  const form = await reader.yaml('form.yaml', formSchema);
  const rules = await reader.yaml('rules.yaml', rulesSchema);
  const schemes = existsSync(join(folder, 'schemes.yaml'))
    ? await reader.yaml('schemes.yaml', schemesSchema)
    : { schemes: [] };
  const hasSummary = existsSync(join(folder, 'summary.yaml'));
  const summary = hasSummary ? await reader.yaml('summary.yaml', summarySchema) : undefined;
  const html = await reader.text('blank-form.html');
  if (html !== undefined && !parseXml(html, new Map()).whole) {
    reader.add('blank-form.html', {
      message: { zh: '空白表不是完整的 XHTML。', en: 'The blank form is not well-formed XHTML.' },
      mend: {
        zh: '请检查是否有未闭合的标签；单个标签写作 <br/>。',
        en: 'Look for tags left open; write single tags as <br/>.',
      },
    });
  }
  const { mistakes } = reader;
  if (!call || !clauses || !form || !rules || !schemes || html === undefined || (hasSummary && !summary))
    return { ...(call && { id: call.id }), mistakes };
  const pack: Pack = {
    call,
    clauses: new Map(clauses.clauses.map((clause) => [clause.ref, clause])),
    schemes: schemes.schemes,
    form,
    blank: readHtml(html),
    rules: rules.rules,
    ...(summary ? { summary } : {}),
    folder,
  };
  return { id: call.id, pack, mistakes: [...mistakes, ...checkPack(pack, clauses.clauses)] };
}
