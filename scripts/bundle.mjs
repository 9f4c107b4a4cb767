import { readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { isAbsolute, join, relative, sep } from 'node:path';
import { build } from 'vite';
import { root } from './prepare.mjs';

/**
 * The command in few files: Node opens and links each module by itself, which for the seven hundred of a run that finds
 * nothing new took more than half of it. The modules stay where they are, for the library, for readers and for what is
 * found beside them: `import.meta.url` goes on telling their own place. Only packages of many small modules are drawn
 * in, and the bundler's own helpers; the others are imported as they were.
 */
const dist = join(root, 'dist');
const main = join(dist, 'cli', 'main.js');
const drawnIn = /^(?:kysely|zod|@oxc-project\/runtime)(?:\/|$)/u;
const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const installed = new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies)]);
const isPackage = (id) => !/^[.\0]/u.test(id) && !isAbsolute(id);

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
      generateBundle(_, chunks) {
        // What is imported only when it is there stands in `dynamicImports`.
        for (const { imports = [], fileName } of Object.values(chunks))
          for (const id of imports) {
            const name = id.split('/', id.startsWith('@') ? 2 : 1).join('/');
            if (!(id in chunks) && !isBuiltin(id) && !installed.has(name))
              this.error(`${fileName} imports ${id}, which is not installed with the product`);
          }
      },
    },
  ],
  ssr: { noExternal: true },
  build: {
    ssr: main,
    outDir: join(dist, 'bundle'),
    target: 'esnext',
    minify: false,
    rolldownOptions: {
      external: (id) => isPackage(id) && !drawnIn.test(id),
      output: { format: 'esm', entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
const first = readFileSync(main, 'utf8').split('\n', 1)[0];
writeFileSync(main, `${first}\nimport '../bundle/main.js';\n`);
