import type { AppContext } from './http.ts'

/** One line of JSON a fault. Addresses are cut to their route, so that no secret of a path or query is ever logged. */
export function logFault(c: AppContext, fault: unknown): void {
  const error = fault instanceof Error ? fault : new Error(String(fault))
  console.error(
    JSON.stringify({
      level: 'error',
      requestId: c.get('requestId'),
      method: c.req.method,
      route: c.req.routePath,
      fault: error.message,
      cause: error.cause instanceof Error ? error.cause.message : undefined,
      stack: error.stack,
    }),
  )
}
