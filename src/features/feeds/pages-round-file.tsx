import { Hono } from 'hono'
import { isJointFor, mayReadRound, requireReadable } from '../../domain/access.ts'
import { notFound } from '../../domain/errors.ts'
import { contextOf, type AppEnv } from '../../platform/http.ts'
import { viewFor } from '../../ui/view-of-request.ts'
import { categoryName } from '../../ui/category-messages.ts'
import { calendarRounds } from './calendar-rounds.ts'
import { findFeedRound } from './queries-calendar.ts'
import { printRoundFile } from './round-file.ts'

/** “Add to calendar” of a round's page; behind the session, unlike feeds. */
export const roundFiles = new Hono<AppEnv>().get('/rounds/:file{[^/]+\\.ics}', async (c) => {
  const context = contextOf(c)
  const { actor, store, org, now } = context
  const round = await findFeedRound(store, c.req.param('file').slice(0, -'.ics'.length))
  if (!round) throw notFound()
  requireReadable(mayReadRound(actor, round, now))
  const view = viewFor(c)
  const [named] = await calendarRounds(context, [round], {
    locale: view.locale,
    origin: c.get('config').origin,
    categoryName: (category) => categoryName(view, category),
    isJoint: () => isJointFor(actor, round),
  })
  if (!named) throw notFound()
  const file = printRoundFile(named, { language: view.locale, timeZone: org.timeZone, now })
  return c.body(file, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="round.ics"',
  })
})
