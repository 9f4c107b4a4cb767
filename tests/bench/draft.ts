import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Draft, draftCall } from '../../calls/draft/draft-call.ts';
import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import type { Pack } from '../../calls/schema/index.ts';
import { type Document, linesOf } from '../../core/document.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { readText } from '../../extractors/text/read-text.ts';
import { baseline } from './draft/baseline.ts';
import { type Found, grams, inside, type Scores, type Share, scoreDraft } from './draft/found.ts';
import { readBack } from './draft/read-back.ts';

/**
 * Drafts calls from their notices and compares with the packs made by hand, beside a plain baseline.
 *
 *   npm run bench:draft -- <folder or files of notices as text>
 *
 * Each notice is compared with the built-in pack whose clauses it holds. The notices are public; they are not
 * part of this repository. A notice without its form is drafted with the pack's blank form, places removed.
 */
const files = await noticesOf(process.argv.slice(2));
if (files.length === 0) {
  console.error('npm run bench:draft -- <folder or files of notices as text>');
  process.exit(2);
}
const { packs } = await loadPacks([builtInPacksDir()]);
const heads = [
  'facts',
  'dates',
  'quotas',
  'labels',
  'clauses',
  'words',
  'refs',
  'fields',
  'types',
  'limits',
  'options',
] as const;
console.log(`| call | by | ${heads.join(' | ')} | labels drafted | clauses drafted | fields drafted |`);
console.log(`| --- | --- | ${heads.map(() => '---').join(' | ')} | --- | --- | --- |`);
const readings: string[] = [];
for (const file of files) {
  const source = await readFile(file, 'utf8');
  const text = source.replace(/<[^>]*>/gu, '');
  const { pack, share } = packOf(text);
  if (!pack || share < 0.3) {
    console.error(`${file}: no built-in call holds this notice`);
    continue;
  }
  const notice = readText(source);
  const own = draftCall(pack.call.id, notice);
  const withForm = own.form.fields.length > 4;
  const blank = withForm ? undefined : await blankForm(pack);
  const draft = blank ? draftCall(pack.call.id, notice, blank) : own;
  const plain = blank ? `${text}\n${[...linesOf(blank.body)].map((line) => line.text).join('\n')}` : text;
  print(`${pack.call.id}${withForm ? '' : ' + blank form'}`, 'draft', scoreDraft(pack, foundIn(draft), text));
  print('', 'baseline', scoreDraft(pack, baseline(plain), text));
  const back = await readBack(pack, draft);
  if (back) readings.push(`| ${pack.call.id} | ${back.same}/${back.all} |`);
}
console.log('\n| call | values of the Word samples read as by the pack made by hand |\n| --- | --- |');
for (const line of readings) console.log(line);

async function noticesOf(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) found.push(path);
    else
      for (const name of (await readdir(path)).sort())
        if (/\.(?:txt|md)$/u.test(name)) found.push(join(path, name));
  }
  return found;
}

function packOf(text: string): { pack?: Pack; share: number } {
  const source = grams(text);
  let best: { pack?: Pack; share: number } = { share: 0 };
  for (const pack of packs.values()) {
    const clauses = [...pack.clauses.values()];
    const share = clauses.filter((one) => inside(grams(one.text), source) >= 0.9).length / clauses.length;
    if (share > best.share) best = { pack, share };
  }
  return best;
}

/** The form as printed: boxes for options, a line to write on within text, nothing in cells of their own. */
async function blankForm(pack: Pack): Promise<Document> {
  const html = await readFile(join(pack.folder, 'blank-form.html'), 'utf8');
  return readHtml(
    html
      .replace(/\{\{[^{}=]+=[^{}]*\}\}/gu, '☐')
      .replace(/(>\s*)\{\{[^{}]*\}\}(?=\s*<)/gu, '$1')
      .replace(/\{\{[^{}]*\}\}/gu, '____'),
  );
}

function foundIn(draft: Draft): Found {
  const { call } = draft;
  return {
    title: call.title.zh,
    issuer: call.issuer.zh,
    ...(call.number !== undefined && { number: call.number }),
    ...(call.published !== undefined && { published: call.published }),
    ...(call.issued !== undefined && { issued: call.issued }),
    deadlines: call.deadlines,
    quotas: call.quotas,
    labels: [...new Set(draft.schemes.flatMap((scheme) => scheme.labels.map((label) => label.name)))],
    clauses: draft.clauses,
    fields: draft.form.fields,
  };
}

function print(call: string, by: string, scores: Scores): void {
  const cell = ({ hit, all }: Share) => (all === 0 ? '–' : `${hit}/${all}`);
  const { labels, clauses, fields } = scores;
  console.log(
    `| ${call} | ${by} | ${heads.map((head) => cell(scores[head])).join(' | ')} | ${labels.drafted} | ${clauses.drafted} | ${fields.drafted} |`,
  );
}
