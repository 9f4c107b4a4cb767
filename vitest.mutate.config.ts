import { defineConfig } from 'vitest/config';

/** The tests that mutants are run against: those beside the code, without a project that builds the product. */
export default defineConfig({
  test: {
    include: ['{core,calls,forms,index,rules}/**/*.test.ts'],
    testTimeout: 60_000,
    env: { DOTENV_CONFIG_QUIET: 'true' },
  },
});
