import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lang } from '../../core/lang.ts';
import { type Answer, csvOfAnswer, metadataOf } from './answer.ts';
import { pngOf, svgOf } from './draw.ts';
import { optionOf } from './option.ts';
import { trendsPage } from './page.ts';

/**
 * Writes into a folder for each chart its CSV and `<id>.json` (definition, SQL, data version) and, where it has a picture
 * and something was counted, SVG and PNG; and all of them as `trends.html`. Tells the files written.
 */
export async function writeTrends(answers: readonly Answer[], folder: string, lang: Lang): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content);
    written.push(name);
  };
  for (const one of answers) {
    const { id } = one.chart;
    await write(`${id}.csv`, csvOfAnswer(one));
    await write(`${id}.json`, `${JSON.stringify(metadataOf(one), null, 2)}\n`);
    const option = optionOf(one, lang);
    if (!option || one.rows.length === 0) continue;
    const svg = await svgOf(option);
    await write(`${id}.svg`, svg);
    await write(`${id}.png`, await pngOf(svg));
  }
  await write('trends.html', await trendsPage(answers, lang));
  return written;
}
