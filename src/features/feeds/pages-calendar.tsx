import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../platform/http.ts'
import { translate, type Locale, type Message } from '../../platform/i18n.ts'
import { orgOfSecret } from '../../platform/ids.ts'
import { countFailure } from '../../platform/limiter.ts'
import { storeFor } from '../../platform/store.ts'
import { categoryName } from '../../ui/category-messages.ts'
import { feedMessages } from './messages.ts'
import { noteFetch } from './note-fetch.ts'
import { readCalendar, type Answer } from './read-calendar.ts'
import { parseTags } from './tag.ts'

/**
 * The feed itself: no cookie, no session, deaf to `Authorization` (Outlook probes with it). Its address is the only secret,
 * so the route has no parameter that a log could name.
 */
export const calendarRoutes = new Hono<AppEnv>().get('/calendar/*', async (c) => {
  const secret = /^\/calendar\/([0-9a-z-]{1,80})\.ics$/.exec(c.req.path)?.[1] ?? ''
  const orgId = orgOfSecret(secret)
  if (orgId === null) return noSuchFeed(c)
  const store = storeFor(c.env.DB, orgId, c.get('usage'))
  const answer = await readCalendar({
    store,
    secret,
    tags: parseTags(c.req.header('If-None-Match')),
    now: c.get('now'),
    origin: c.get('config').origin,
    categoryName: categoryIn,
  })
  if (!answer) return noSuchFeed(c)
  // After the answer, and the only thing that a GET writes.
  const noted = noteFetch(store, answer.feed, { now: c.get('now'), userAgent: c.req.header('User-Agent') })
  if (noted) c.executionCtx.waitUntil(noted)
  return calendarResponse(c, answer)
})

function categoryIn(category: string, locale: Locale): string {
  return categoryName({ t: (message: Message) => translate(message, locale) }, category)
}

/** The same bytes, whatever the reason; and the same refusal where a client asks for too much that is not there. */
async function noSuchFeed(c: AppContext): Promise<Response> {
  await countFailure(c, 'feed')
  const sentence = `${feedMessages.noSuchFeed['zh-CN']}\n${feedMessages.noSuchFeed.en}\n`
  return c.body(sentence, 404, { 'Content-Type': 'text/plain; charset=utf-8' })
}

function calendarResponse(c: AppContext, answer: Answer): Response {
  const headers = { ETag: answer.tag, 'Cache-Control': 'private, no-cache' }
  if (answer.kind === 'unchanged') return c.body(null, 304, headers)
  return c.body(answer.calendar.text, 200, {
    ...headers,
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="rounds.ics"',
    'Last-Modified': new Date(answer.calendar.lastModified).toUTCString(),
  })
}
