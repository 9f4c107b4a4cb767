import { defineConfig } from 'vitest/config';

/** Two projects: `unit` stands beside the code and needs nothing but npm; `e2e` runs the built command. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{core,extractors,calls,forms,language-model,lists,classifiers,index,rules,review,store,jobs,report,pipeline,workbench,web,cli,corpus,scripts}/**/*.test.ts',
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
