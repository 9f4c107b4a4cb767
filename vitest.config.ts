import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Every core: vitest by itself leaves one idle, which is half of a small machine. */
const workers = availableParallelism();

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
          maxWorkers: workers,
          sequence: { groupOrder: 0 },
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
          maxWorkers: workers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/build.ts'],
          // The built command uses every core by itself, and some of these tests take its time.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // What a server answers in a moment takes longer where the machine has more to do.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
    env: { DOTENV_CONFIG_QUIET: 'true' },
  },
});
