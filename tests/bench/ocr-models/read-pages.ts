import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linesOf } from '../../../core/document.ts';
import { readImage } from '../../../extractors/image/read-image.ts';
import { openOcr } from '../../../extractors/ocr/engines/open-engine.ts';

/**
 * `read-pages.ts MODELS FOLDER COUNT`: reads 0.jpg … of a folder with the product's own reader and one set of models,
 * and prints the texts with what they cost as JSON. A process of its own, so that its memory is its own.
 */
const [models = '', folder = '', count = '0'] = process.argv.slice(2);
const { engine, failures } = await openOcr('paddle', models);
if (!engine) throw new Error(failures[0]?.reason.en);
const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const texts: string[] = [];
const cpu: number[] = [];
for (let i = 0; i < Number(count); i++) {
  const bytes = await readFile(join(folder, `${i}.jpg`));
  const before = seconds();
  const document = await readImage(bytes, 'jpeg', { maxPages: 9, ocr: async () => engine });
  cpu.push(seconds() - before);
  texts.push([...linesOf(document.body)].map((line) => line.text).join('\n'));
}
await engine.close();
process.stdout.write(JSON.stringify({ texts, cpu, peakMb: process.resourceUsage().maxRSS / 1024 }));
