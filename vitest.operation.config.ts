import { defineConfig } from 'vitest/config'

/** What an operator runs: backup, restore, deployment; the commands themselves, on stores of their own. One file at a time. */
export default defineConfig({
  test: {
    include: ['test/operation/**/*.test.ts'],
    // on a filled store, which is made once, for the browser's tests
    exclude: ['test/operation/demo-*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 180_000,
  },
})
