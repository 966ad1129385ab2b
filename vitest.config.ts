import { defineConfig } from 'vitest/config';

// Two projects: `unit` needs nothing but the sources; `e2e` needs `npm run build` and runs real programs.
export default defineConfig({
  test: {
    pool: 'forks', // yeoman-test calls process.chdir, which worker threads forbid
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/patterns.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/fixtures/**'],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 }, // after the unit layer: builds and hosts need the machine to themselves
        },
      },
    ],
  },
});
