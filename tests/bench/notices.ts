import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Draft, draftCall } from '../../calls/draft/draft-call.ts';
import { packFiles } from '../../calls/draft/pack-files.ts';
import { loadPacks } from '../../calls/load.ts';
import { readText } from '../../extractors/text/read-text.ts';
import { writtenNotices } from './draft/notice-truth.ts';
import { type Kind, kinds, scoreNotice, type Tally } from './draft/score-notice.ts';

/**
 * Drafts calls from notices written by another hand and compares with what each says.
 *
 *   npm run bench:notices [-- aside] [--errors] [--folder <folder of notices>]
 *
 * `--errors` lists what was missed or stated wrong; never of the part that is only measured.
 */
const args = process.argv.slice(2);
const part = args.includes('aside') ? 'aside' : 'fit';
const at = args.indexOf('--folder');
const folder =
  (at >= 0 && args[at + 1]) || new URL('../../corpus/independent/notices', import.meta.url).pathname;
const notices = await writtenNotices(folder, part);
const sum = new Map<Kind, Tally>();
let failing = 0;
for (const { id, text, truth } of notices) {
  const draft = draftCall(`drafted-${id}`, readText(text));
  if ((await mistakesIn(draft)) > 0) failing++;
  const scores = scoreNotice(draft, truth);
  for (const kind of kinds) {
    const total = sum.get(kind) ?? { asked: 0, found: 0, open: 0, missed: [], wrong: [] };
    const one = scores[kind];
    total.asked += one.asked;
    total.found += one.found;
    total.open += one.open;
    total.missed.push(...one.missed.map((what) => `${id} ${what}`));
    total.wrong.push(...one.wrong.map((what) => `${id} ${what}`));
    sum.set(kind, total);
  }
}
console.log(`${notices.length} notices (${part}); drafts that fail calls check: ${failing}\n`);
console.log('| what | stated in notices | found | left open with its words | missed | stated though wrong |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const [kind, { asked, found, open, missed, wrong }] of sum) {
  const share = asked === 0 ? '–' : `${found}/${asked} (${((100 * found) / asked).toFixed(1)}%)`;
  console.log(`| ${kind} | ${asked} | ${share} | ${open} | ${missed.length} | ${wrong.length} |`);
}
if (args.includes('--errors') && part === 'fit')
  for (const [kind, { missed, wrong }] of sum) {
    for (const what of missed) console.log(`missed ${kind}: ${what}`);
    for (const what of wrong) console.log(`wrong ${kind}: ${what}`);
  }

async function mistakesIn(draft: Draft): Promise<number> {
  const into = await mkdtemp(join(tmpdir(), 'drafted-'));
  try {
    for (const [name, text] of packFiles(draft)) await writeFile(join(into, name), text);
    return (await loadPacks([into])).mistakes.length;
  } finally {
    await rm(into, { recursive: true });
  }
}
