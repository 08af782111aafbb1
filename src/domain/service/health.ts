import type { Day } from '../time/civil.ts'
import type { Instant } from '../time/zone.ts'

/** The work of every minute, in the order in which it is done; the last has something to do once a day. */
export const jobNames = ['note-overdue', 'note-missed', 'seal-audit', 'plan-rounds', 'forget-old'] as const
export type JobName = (typeof jobNames)[number]

/** When a job last took a step for any organisation, and since when it has taken one for all of them. */
export type JobRuns = { newest: Instant | null; oldest: Instant }

/** How far planning is. */
export type Planning = {
  /** every duty with a future is planned up to this day; null: there is none */
  plannedUntil: Day | null
  /** since when the planner should have looked at a duty that is planned too short a way ahead */
  waitingSince: Day | null
}

/** What the last run of the jobs found. */
export type Heartbeat = Planning & {
  at: Instant
  organisations: number
  jobs: Partial<Record<JobName, JobRuns>>
}

export type Trouble =
  | { code: 'never-ran' }
  | { code: 'stopped'; since: Instant }
  | { code: 'job-late'; job: JobName; since: Instant }
  | { code: 'planning-late'; since: Day }
  | { code: 'storage-full' }
  | { code: 'storage-unreachable' }
  | { code: 'unencrypted' }

/**
 * The jobs run every minute. A new version or a changed cron takes up to 15 minutes to reach all of Cloudflare, and nothing
 * that people see is wrong by then: lateness follows from the clock, and what was left out is caught up.
 */
export const mostLate = 15 * 60_000

/** What has to go by law may go a day later. */
const mostLateDaily = 2 * 86_400_000

/** What comes daily is planned 60 days ahead: with so few left there is still time to do something about it. */
export const fewestDaysAhead = 14

/** What is more than today's share is planned on the next day; whoever waits longer is forgotten. */
const mostDaysWaiting = 2

/** D1 refuses to write beyond 10 GB, whatever one pays. */
const fullBytes = 9e9

const aMinute = 60_000

/** What is wrong with the service as a whole. */
export function troublesOf(heartbeat: Heartbeat | null, now: Instant, today: Day): Trouble[] {
  if (heartbeat === null) return [{ code: 'never-ran' }]
  if (now - heartbeat.at > mostLate) return [{ code: 'stopped', since: heartbeat.at }]
  // Organisations take turns, and each minute at least one of them has its turn.
  const turns = heartbeat.organisations * aMinute
  return [
    ...jobNames.flatMap((job): Trouble[] => {
      const since = heartbeat.jobs[job]?.oldest
      const patience = turns + (job === 'forget-old' ? mostLateDaily : mostLate)
      return since !== undefined && now - since > patience ? [{ code: 'job-late', job, since }] : []
    }),
    ...planningTroubles(heartbeat, today),
  ]
}

function planningTroubles({ waitingSince }: Planning, today: Day): Trouble[] {
  if (waitingSince === null || today - waitingSince < mostDaysWaiting) return []
  return [{ code: 'planning-late', since: waitingSince }]
}

export function storageTroubles(bytes: number | null): Trouble[] {
  return bytes !== null && bytes > fullBytes ? [{ code: 'storage-full' }] : []
}
