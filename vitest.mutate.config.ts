import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants are run against: those beside the code, without a project that builds the product, and
 * without the few that make hundreds of texts, as every mutant would wait seconds for them.
 */
export default defineConfig({
  test: {
    include: ['{core,calls,forms,index,rules}/**/*.test.ts'],
    exclude: [
      '**/*.fuzz.test.ts',
      'index/match.test.ts',
      'index/signals/retold.test.ts',
      'index/search/vectors/**',
    ],
    testTimeout: 120_000,
    env: { DOTENV_CONFIG_QUIET: 'true' },
  },
});
