import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'vite';
import { root } from './prepare.mjs';

/**
 * The command in few files: Node opens and links each module by itself, which for the seven hundred of a run that finds
 * nothing new took more than half of it. The modules stay where they are, for the library, for readers and for what is
 * found beside them: `import.meta.url` goes on telling their own place. Only packages of many small modules are drawn
 * in; the others are imported as they were.
 */
const dist = join(root, 'dist');
const main = join(dist, 'cli', 'main.js');
const drawnIn = /^(?:kysely|zod)(?:\/|$)/u;
const isOurs = (id) => id.startsWith('.') || id.startsWith(root) || id.startsWith('\0');

await build({
  configFile: false,
  logLevel: 'warn',
  root: dist,
  plugins: [
    {
      name: 'own-place',
      transform(code, id) {
        if (!id.startsWith(dist) || !code.includes('import.meta')) return;
        if (/import\.meta\b(?!\.url\b)/u.test(code))
          this.error(`${id}: only import.meta.url keeps its meaning here`);
        const place = JSON.stringify(`../${relative(dist, id).split(sep).join('/')}`);
        return {
          code: code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
          map: null,
        };
      },
    },
  ],
  ssr: { noExternal: true },
  build: {
    ssr: main,
    outDir: join(dist, 'bundle'),
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: (id) => !isOurs(id) && !drawnIn.test(id),
      output: { format: 'esm', entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
const first = readFileSync(main, 'utf8').split('\n', 1)[0];
writeFileSync(main, `${first}\nimport '../bundle/main.js';\n`);
