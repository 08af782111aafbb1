declare namespace Cloudflare {
  interface Env {
    DB: D1Database
    ROUNDS_ORIGIN: string
    MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
}
