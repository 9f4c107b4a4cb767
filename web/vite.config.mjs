import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The page → `dist/web`: modules and styles of its own origin, nothing inline, so that a strict CSP holds. */
export default defineConfig({
  root: here,
  base: '/',
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // zod is told not to make code from strings before the first schema stands.
      output: { strictExecutionOrder: true },
      onLog(level, log, handle) {
        // Ant Design marks its files for servers that render React; nothing here does.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
