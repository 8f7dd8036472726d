import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // CI compares with the committed drawings and never writes one.
    update: process.env.CI ? 'none' : 'new',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/site/**', 'test/engines/**', 'test/wordpress/**', 'test/reproducible/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          globalSetup: ['test/site/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // A browser on a crowded machine may miss a moment once; what is wrong with a page is wrong twice.
          retry: process.env.CI ? 1 : 0,
        },
      },
      {
        extends: true,
        test: { name: 'reproducible', include: ['test/reproducible/**/*.test.ts'], testTimeout: 600_000 },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: ['test/engines/**/*.test.ts'],
          globalSetup: ['test/engines/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'wordpress',
          include: ['test/wordpress/**/*.test.ts'],
          globalSetup: ['test/wordpress/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
