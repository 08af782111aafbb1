import { rowsPlannedADay } from '../domain/service/free-plan.ts'
import type { JobName } from '../domain/service/health.ts'
import type { Instant } from '../domain/time/zone.ts'
import { serviceKey } from '../features/service/queries.ts'
import type { Bindings } from '../env.ts'
import type { JobContext } from '../platform/context.ts'
import { holidayTables } from '../platform/holiday-tables.ts'
import { lotteryFor } from '../platform/lottery.ts'
import {
  organisationColumns,
  organisationOf,
  type Organisation,
  type OrganisationRow,
} from '../platform/organisation.ts'
import { directoryQuery } from '../platform/sql.ts'
import { newUsage, storeFor, type Store, type Usage } from '../platform/store.ts'
import { beat } from './heartbeat.ts'
import { forgetOld } from './forget-old.ts'
import { noteMissed } from './note-missed.ts'
import { noteOverdue } from './note-overdue.ts'
import { planRounds } from './plan-rounds.ts'
import { sealAudit } from './seal-audit.ts'

/** What one step of a job did; `done`: nothing was left to do at that instant. */
export type JobStep = { done: boolean; handled: number }

/** What jobs need of the deployment. */
export type JobBindings = Pick<Bindings, 'DB' | 'ASSETS' | 'ROUNDS_ORIGIN' | 'ROUNDS_SECRET'>

type Job = { name: JobName; step(context: JobContext): Promise<JobStep> }

/**
 * In this order: a round is overdue before it is missed; planning, the longest, comes last but for tidying up. `rowsADay`:
 * what planning may write a day for each organisation; the free plan has 100,000 for everything.
 */
function jobsWith({ rowsADay, pause }: { rowsADay: number; pause: number }): readonly Job[] {
  return [
    { name: 'note-overdue', step: (context) => noteOverdue(context, context.now, 500) },
    { name: 'note-missed', step: (context) => noteMissed(context, context.now, 100) },
    { name: 'seal-audit', step: (context) => sealAudit(context, 500) },
    { name: 'plan-rounds', step: (context) => planRounds(context, context.now, rowsADay) },
    { name: 'forget-old', step: (context) => forgetOld(context, context.now, { limit: 100, pause }) },
  ]
}

/** 2,400 rounds a day: twice what a large hospital adds, and with its records half of what the free plan writes a day. */
const pauseOfForgetting = 3_600_000

/** The store allows 40 statements an invocation; a step takes up to 24. The service's own four come on top. */
const statementsBeforeLastStep = 16
const mostOrganisations = 1000

type KnownOrganisation = Organisation & { createdAt: Instant }
type KnownRow = OrganisationRow & { id: string; created_at: number }

const selectOrganisations = directoryQuery<KnownRow, { limit: number }>(
  'jobs.organisations',
  `SELECT id, created_at, ${organisationColumns} FROM organisations ORDER BY id LIMIT :limit`,
)

/**
 * One minute's work: a step of each job for each organisation, as far as one invocation may go. Another organisation begins
 * each minute, so that none waits for ever. A job that fails is logged and does not stop the others.
 */
export async function runJobs(bindings: JobBindings, now: Instant): Promise<void> {
  const service = storeFor(bindings.DB, serviceKey)
  const organisations = await allOrganisations(service)
  await takeTurns(bindings, organisations, now)
  await guarded('heartbeat', crypto.randomUUID(), () => beat(service, organisations, now))
}

async function takeTurns(
  bindings: JobBindings,
  organisations: readonly Organisation[],
  now: Instant,
): Promise<void> {
  const usage = newUsage()
  const first = organisations.length === 0 ? 0 : Math.floor(now / 60_000) % organisations.length
  for (const org of [...organisations.slice(first), ...organisations.slice(0, first)]) {
    for (const job of jobsWith({ rowsADay: rowsPlannedADay, pause: pauseOfForgetting })) {
      if (usage.statements > statementsBeforeLastStep) return
      const context = jobContext(bindings, org, now, usage)
      await guarded(job.name, context.requestId, () => job.step(context))
    }
  }
}

/** All that is due at that instant, however long it takes: for a clock that was moved, and for tests. Answers steps by job. */
export async function runAllJobs(
  bindings: JobBindings,
  now: Instant,
  only?: readonly string[],
): Promise<Record<string, number>> {
  const handled: Record<string, number> = {}
  const jobs = jobsWith({ rowsADay: Infinity, pause: 0 }).filter(({ name }) => !only || only.includes(name))
  const service = storeFor(bindings.DB, serviceKey)
  const organisations = await allOrganisations(service)
  for (const org of organisations) {
    for (const job of jobs)
      handled[job.name] = (handled[job.name] ?? 0) + (await finish(job, bindings, org, now))
  }
  await beat(service, organisations, now)
  return handled
}

async function finish(job: Job, bindings: JobBindings, org: Organisation, now: Instant): Promise<number> {
  let handled = 0
  for (;;) {
    const step = await job.step(jobContext(bindings, org, now, newUsage()))
    handled += step.handled
    if (step.done) return handled
  }
}

function jobContext(bindings: JobBindings, org: Organisation, now: Instant, usage: Usage): JobContext {
  const store = storeFor(bindings.DB, org.id, usage)
  return {
    org,
    now,
    requestId: crypto.randomUUID(),
    store,
    holidays: holidayTables(bindings),
    lottery: lotteryFor(bindings.ROUNDS_SECRET, org.id),
  }
}

async function guarded(job: string, requestId: string, step: () => Promise<unknown>): Promise<void> {
  try {
    await step()
  } catch (fault) {
    const { message, stack } = fault instanceof Error ? fault : new Error(String(fault))
    console.error(JSON.stringify({ level: 'error', job, requestId, fault: message, stack }))
  }
}

async function allOrganisations(service: Store): Promise<KnownOrganisation[]> {
  const rows = await service.all(selectOrganisations({ limit: mostOrganisations }))
  return rows.map((row) => ({ ...organisationOf(row.id, row), createdAt: row.created_at }))
}
