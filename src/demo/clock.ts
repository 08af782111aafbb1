import type { Instant } from '../domain/time/zone.ts'
import type { Bindings } from '../env.ts'
import { runAllJobs, type JobBindings } from '../jobs/run-jobs.ts'
import { storeFor } from '../platform/store.ts'
import { DEMO_ORG, readDemoState } from './state.ts'

/** What comes daily is planned 60 days ahead: a longer leap would leave out all that lies between. */
const leap = 30 * 86_400_000

/** The machine's time and what the demo runs ahead of it. */
export async function demoClock(bindings: Bindings): Promise<Instant> {
  const state = await readDemoState(storeFor(bindings.DB, DEMO_ORG))
  return Date.now() + (state?.clockAhead ?? 0)
}

/** The jobs that would have run meanwhile, a month at a time. */
export async function liveThrough(bindings: JobBindings, from: Instant, to: Instant): Promise<void> {
  for (let now = from + leap; now < to; now += leap) await runAllJobs(bindings, now)
  await runAllJobs(bindings, to)
}
