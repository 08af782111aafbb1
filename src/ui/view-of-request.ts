import { mayReadService } from '../domain/access.ts'
import { mostLate } from '../domain/service/health.ts'
import { defaultSettings } from '../domain/settings.ts'
import type { AppContext } from '../platform/http.ts'
import { nameIn } from '../platform/i18n.ts'
import { viewOf, type Alarm, type View } from './view.ts'

/** The view of whoever asks; without a member where nobody is signed in. */
export function viewFor(c: AppContext): View {
  const context = c.get('context')
  const url = new URL(c.req.url)
  return viewOf({
    locale: c.get('locale'),
    path: url.pathname + url.search,
    now: c.get('now'),
    timeZone: context?.org.timeZone ?? 'UTC',
    organisationName: context ? nameIn(c.get('locale'), context.org) : 'Rounds',
    settings: context?.org.settings ?? defaultSettings,
    isUseToNote: c.get('isUseToNote') ?? false,
    alarms: alarmsFor(c),
    member: context ? { name: c.get('memberName'), actor: context.actor } : null,
  })
}

/** Jobs that have never run are news for the first quarter of an hour only: the Service page tells. */
function alarmsFor(c: AppContext): Alarm[] {
  const actor = c.get('context')?.actor
  if (actor === undefined || !mayReadService(actor)) return []
  const ranAt = c.get('jobsRanAt') ?? null
  const stopped = ranAt !== null && c.get('now') - ranAt > mostLate
  return [
    ...(stopped ? (['jobs-stopped'] as const) : []),
    ...(c.get('config').unencrypted ? (['unencrypted'] as const) : []),
  ]
}
