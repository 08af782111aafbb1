import type { Instant } from '../domain/time/zone.ts'
import type { Bindings } from '../env.ts'
import { storeFor } from '../platform/store.ts'
import { DEMO_ORG, readDemoState } from './state.ts'

/** The machine's time and what the demo runs ahead of it. */
export async function demoClock(bindings: Bindings): Promise<Instant> {
  const state = await readDemoState(storeFor(bindings.DB, DEMO_ORG))
  return Date.now() + (state?.clockAhead ?? 0)
}
