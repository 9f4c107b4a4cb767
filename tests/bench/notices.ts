import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Draft, draftCall } from '../../calls/draft/draft-call.ts';
import { packFiles } from '../../calls/draft/pack-files.ts';
import { loadPacks } from '../../calls/load.ts';
import { readText } from '../../extractors/text/read-text.ts';
import { writtenForms } from './draft/form-truth.ts';
import { writtenNotices } from './draft/notice-truth.ts';
import { scoreForm } from './draft/score-form.ts';
import { type Kind, kinds, scoreNotice, type Tally } from './draft/score-notice.ts';

/**
 * Drafts calls from notices, or with `--forms` from blank forms, written by another hand and compares with what each
 * says.
 *
 *   npm run bench:notices [-- aside] [--forms] [--errors] [--folder <folder of notices>]
 *
 * `--errors` lists what was left open, missed or stated wrong; never of the part that is only measured.
 */
const args = process.argv.slice(2);
const part = args.includes('aside') ? 'aside' : 'fit';
const at = args.indexOf('--folder');
const folder =
  (at >= 0 && args[at + 1]) || new URL('../../corpus/independent/notices', import.meta.url).pathname;
const listing = args.includes('--errors') && part === 'fit';
if (args.includes('--forms')) await benchForms();
else await benchNotices();

async function benchNotices(): Promise<void> {
  const notices = await writtenNotices(folder, part);
  const sum = new Map<Kind, Tally>();
  let failing = 0;
  for (const { id, text, truth } of notices) {
    const draft = draftCall(`drafted-${id}`, readText(text));
    if ((await mistakesIn(draft)) > 0) failing++;
    const scores = scoreNotice(draft, truth);
    for (const kind of kinds) {
      const total = sum.get(kind) ?? { asked: 0, found: 0, open: 0, missed: [], wrong: [], left: [] };
      const one = scores[kind];
      total.asked += one.asked;
      total.found += one.found;
      total.open += one.open;
      total.missed.push(...one.missed.map((what) => `${id} ${what}`));
      total.left.push(...one.left.map((what) => `${id} ${what}`));
      total.wrong.push(...one.wrong.map((what) => `${id} ${what}`));
      sum.set(kind, total);
    }
  }
  console.log(`${notices.length} notices (${part}); drafts that fail calls check: ${failing}\n`);
  console.log(
    '| what | stated in notices | found | left open with its words | missed | stated though wrong |',
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const [kind, { asked, found, open, missed, wrong }] of sum) {
    const share = asked === 0 ? '–' : `${found}/${asked} (${((100 * found) / asked).toFixed(1)}%)`;
    console.log(`| ${kind} | ${asked} | ${share} | ${open} | ${missed.length} | ${wrong.length} |`);
  }
  if (listing)
    for (const [kind, { missed, wrong, left }] of sum) {
      for (const what of left) console.log(`open ${kind}: ${what}`);
      for (const what of missed) console.log(`missed ${kind}: ${what}`);
      for (const what of wrong) console.log(`wrong ${kind}: ${what}`);
    }
}

async function benchForms(): Promise<void> {
  let [asked, found, extra, failing] = [0, 0, 0, 0];
  const forms = await writtenForms(folder, part);
  const notice = readText('关于征集案例的通知\n各单位：\n一、条件\n企业应守信。');
  console.log(
    '| form | items | found | fields of the draft that no item asks for |\n| --- | --- | --- | --- |',
  );
  for (const { id, blank, items } of forms) {
    const draft = draftCall(`drafted-${id}`, notice, blank);
    if ((await mistakesIn(draft)) > 0) failing++;
    const score = scoreForm(draft, items);
    asked += score.asked;
    found += score.found;
    extra += score.extra.length;
    console.log(`| ${id} | ${score.asked} | ${score.found} | ${score.extra.length} |`);
    if (!listing) continue;
    for (const what of score.missed) console.log(`  missed ${id}: ${what}`);
    for (const what of score.extra) console.log(`  extra ${id}: ${what}`);
  }
  const share = ((100 * found) / asked).toFixed(1);
  console.log(
    `\n${forms.length} forms (${part}): ${found}/${asked} (${share}%), ${extra} extra fields; drafts that fail calls check: ${failing}`,
  );
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
