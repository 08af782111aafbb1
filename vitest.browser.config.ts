import { defineConfig } from 'vitest/config'

/** What people do, in a real Chromium, and what operators run, on the demo as `npm start` serves it. One server for all files, one file at a time. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts', 'test/operation/demo-*.test.ts'],
    globalSetup: ['test/browser/support/serve-demo.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
