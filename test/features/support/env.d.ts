import type { D1Migration } from 'cloudflare:test'

declare global {
  namespace Cloudflare {
    interface Env {
      DB: D1Database
      ROUNDS_ORIGIN: string
      ROUNDS_SECRET: string
      ASSETS: Fetcher
      MIGRATIONS: D1Migration[]
    }
  }
}
