import { defineConfig } from 'vitest/config'

/** Tests that need neither workerd nor a database: pure rules, words, and the shape of the tree. */
export default defineConfig({
  test: {
    include: ['test/{domain,ui,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Nothing here keeps a state that another file could see, and half of the time goes into fresh workers.
    isolate: false,
  },
})
