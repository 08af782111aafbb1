import { Hono } from 'hono'
import { jobNames, type Trouble } from '../../domain/service/health.ts'
import { troubleSentence } from '../../domain/service/trouble-messages.ts'
import { printDate } from '../../domain/time/civil.ts'
import { dayAt, printInstant, type Instant } from '../../domain/time/zone.ts'
import type { AppContext, AppEnv } from '../../platform/http.ts'
import type { Locale } from '../../platform/i18n.ts'
import { logFault } from '../../platform/log.ts'
import { storeFor } from '../../platform/store.ts'
import { serviceKey } from './queries.ts'
import { readHealth, type Health } from './read-health.ts'
import type { HealthBody } from './schemas.ts'

/** For monitors, which come without a session and look at the status first. The jobs run every minute: so may they. */
export const healthApi = new Hono<AppEnv>().get('/health', async (c) => {
  const now = c.get('now')
  const health = await healthOf(c)
  const body = toBody(health, now, c.get('locale'))
  if (body.state === 'ok') return c.json(body)
  c.header('Retry-After', '60')
  return c.json(body, 503)
})

/** A store that does not answer is an answer too, and no reason to say nothing. */
async function healthOf(c: AppContext): Promise<Health> {
  try {
    return await readHealth(storeFor(c.env.DB, serviceKey, c.get('usage')), c.get('now'))
  } catch (fault) {
    logFault(c, fault)
    return { heartbeat: null, troubles: [{ code: 'storage-unreachable' }] }
  }
}

function toBody({ heartbeat, troubles }: Health, now: Instant, locale: Locale): HealthBody {
  const plannedUntil = heartbeat?.plannedUntil ?? null
  return {
    state: troubles.length === 0 ? 'ok' : 'trouble',
    at: utc(now),
    jobs: jobNames.flatMap((job) => {
      const runs = heartbeat?.jobs[job]
      if (runs === undefined) return []
      const lastRunAt = runs.newest === null ? null : utc(runs.newest)
      return [{ job, lastRunAt, oldestRunAt: utc(runs.oldest) }]
    }),
    planning: {
      plannedUntil: plannedUntil === null ? null : printDate(plannedUntil),
      daysAhead: plannedUntil === null ? null : plannedUntil - dayAt(now, 'UTC'),
    },
    storage: { answers: troubles.every(({ code }) => code !== 'storage-unreachable') },
    problems: troubles.map((trouble) => ({
      code: trouble.code,
      message: sentence(trouble, locale),
    })),
  }
}

function sentence(trouble: Trouble, locale: Locale): string {
  return troubleSentence(trouble, locale, { instant: utc, day: printDate })
}

function utc(instant: Instant): string {
  return printInstant(instant, 'UTC')
}
