import { defineConfig } from 'vitest/config';

/**
 * `pure` and `unit` stand beside the code and need nothing but npm; `e2e` runs the built command. The rooms of `pure` do
 * no I/O and keep no state, so their files share one loading of the modules: a third of the computing.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{core,rules}/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'unit',
          include: [
            '{extractors,calls,forms,language-model,lists,classifiers,index,review,store,jobs,report,pipeline,research,workbench,web,cli,corpus,scripts}/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/build.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
    env: { DOTENV_CONFIG_QUIET: 'true' },
  },
});
