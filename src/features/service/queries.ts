import {
  fewestDaysAhead,
  jobNames,
  type Heartbeat,
  type JobName,
  type Planning,
} from '../../domain/service/health.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { directoryQuery, query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** The key under which the service keeps what is its own. No organisation has it: theirs are four letters and longer. */
export const serviceKey = ''

type Found = Omit<Heartbeat, 'at'>

const selectHeartbeat = directoryQuery<{ ran_at: number; found: string }>(
  'service.heartbeat',
  `SELECT ran_at, found FROM jobs WHERE org_id = '${serviceKey}' AND job = 'run-jobs'`,
)

const selectRunsOfAll = directoryQuery<
  { job: JobName; newest: number | null; oldest: number },
  { jobs: string; known: string }
>(
  'service.runs-of-all',
  `SELECT job.value AS job, max(jobs.ran_at) AS newest, min(coalesce(jobs.ran_at, known.value ->> 'since')) AS oldest
   FROM json_each(:jobs) AS job CROSS JOIN json_each(:known) AS known
     LEFT JOIN jobs ON jobs.org_id = known.value ->> 'id' AND jobs.job = job.value
   GROUP BY job.value`,
)

/** As values of a SELECT, of the organisation with that key. */
const planningOf = (org: string) => `
    (SELECT planned_until_on FROM duties INDEXED BY duties_planned
     WHERE org_id = ${org} AND plan_next_on IS NOT NULL AND planned_until_on > 0
     ORDER BY planned_until_on LIMIT 1) AS planned_until,
    (SELECT min(plan_next_on) FROM duties INDEXED BY duties_planned
     WHERE org_id = ${org} AND plan_next_on IS NOT NULL AND planned_until_on IS NULL) AS unplanned_since,
    (SELECT min(plan_next_on) FROM duties INDEXED BY duties_planned
     WHERE org_id = ${org} AND plan_next_on IS NOT NULL AND planned_until_on > 0 AND planned_until_on < :soon)
      AS behind_since`

type PlanningRow = {
  planned_until: number | null
  unplanned_since: number | null
  behind_since: number | null
}

const selectPlanning = query<PlanningRow, { soon: Day }>('service.planning', `SELECT ${planningOf(':org')}`)

const selectPlanningOfAll = directoryQuery<PlanningRow, { known: string; soon: Day }>(
  'service.planning-of-all',
  `SELECT min(planned_until) AS planned_until, min(unplanned_since) AS unplanned_since,
     min(behind_since) AS behind_since
   FROM (SELECT ${planningOf("known.value ->> 'id'")} FROM json_each(:known) AS known)`,
)

const selectRuns = query<{ job: JobName; ran_at: number }, { jobs: string }>(
  'service.runs',
  `SELECT job, ran_at FROM jobs WHERE org_id = :org AND job IN (SELECT value FROM json_each(:jobs))`,
)

/** One row, however many organisations there are; null where the jobs have never run. */
export async function findHeartbeat(store: Store): Promise<Heartbeat | null> {
  const row = await store.first(selectHeartbeat({}))
  return row && { at: row.ran_at, ...(JSON.parse(row.found) as Found) }
}

/** What there is to say of these organisations together: five rows of jobs and two of duties each. */
export async function lookOverAll(
  store: Store,
  organisations: readonly { id: string; createdAt: Instant }[],
  today: Day,
): Promise<Found> {
  const known = JSON.stringify(organisations.map(({ id, createdAt }) => ({ id, since: createdAt })))
  const [runs, [planning]] = await store.many<
    [{ job: JobName; newest: number | null; oldest: number }, PlanningRow]
  >([
    selectRunsOfAll({ jobs: JSON.stringify(jobNames), known }),
    selectPlanningOfAll({ known, soon: today + fewestDaysAhead }),
  ])
  return {
    organisations: organisations.length,
    jobs: Object.fromEntries(runs.map(({ job, ...run }) => [job, run])),
    ...toPlanning(planning),
  }
}

/** When each job last took a step for this organisation. */
export async function lastRuns(store: Store): Promise<Map<JobName, Instant>> {
  const rows = await store.all(selectRuns({ jobs: JSON.stringify(jobNames) }))
  return new Map(rows.map(({ job, ran_at: ranAt }) => [job, ranAt]))
}

export async function planningOfOrganisation(store: Store, today: Day): Promise<Planning> {
  return toPlanning(await store.first(selectPlanning({ soon: today + fewestDaysAhead })))
}

function toPlanning(row: PlanningRow | null | undefined): Planning {
  const waiting = [row?.unplanned_since, row?.behind_since].filter((day) => typeof day === 'number')
  return {
    plannedUntil: row?.planned_until ?? null,
    waitingSince: waiting.length === 0 ? null : Math.min(...waiting),
  }
}
