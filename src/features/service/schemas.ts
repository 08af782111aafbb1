import { z } from '@hono/zod-openapi'
import { jobNames } from '../../domain/service/health.ts'

const job = z.enum(jobNames)
const problems = z.array(z.object({ code: z.string(), message: z.string() }))
const named = { id: z.string(), title: z.string(), titleEn: z.string().nullable() }

/** What anybody may know: nothing of any organisation. */
export const healthSchema = z.object({
  state: z.enum(['ok', 'trouble']),
  at: z.string(),
  jobs: z.array(
    z.object({
      job,
      lastRunAt: z.string().nullable(),
      /** every organisation has had its turn since */
      oldestRunAt: z.string(),
    }),
  ),
  planning: z.object({ plannedUntil: z.string().nullable(), daysAhead: z.number().int().nullable() }),
  storage: z.object({ answers: z.boolean() }),
  problems,
})
export type HealthBody = z.output<typeof healthSchema>

export const serviceSchema = z
  .object({
    problems,
    jobs: z.array(z.object({ job, lastRunAt: z.string().nullable() })),
    planning: z.object({
      plannedUntil: z.string().nullable(),
      rowsToday: z.number().int(),
      rowsADay: z.number().int(),
    }),
    storage: z.object({ bytes: z.number().int().nullable() }),
    /** duties that nobody can do; of each list the first 50 */
    undoable: z.array(
      z.object({
        ...named,
        reason: z.enum(['nobody', 'no-target', 'targets-suspended']),
        /** the units that perform it and have nobody, or are closed */
        units: z.array(z.string()),
      }),
    ),
    /** duties whose last three due times passed without anybody meeting them */
    neglected: z.array(z.object({ ...named, lastDoneAt: z.string().nullable() })),
    /** feeds that no program fetches */
    quietFeeds: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        createdAt: z.string(),
        lastFetchedAt: z.string().nullable(),
        lastFetchedBy: z.string().nullable(),
      }),
    ),
  })
  .openapi('Service')
export type ServiceBody = z.output<typeof serviceSchema>
