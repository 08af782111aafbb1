import { createRoute, z } from '@hono/zod-openapi'
import { printInstant } from '../../domain/time/zone.ts'
import { answers, apiRoutes, jsonBody, listOf, refusal } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import { addressesOf } from './address.ts'
import { createFeed } from './create-feed.ts'
import { ownFeeds, type Feed } from './queries.ts'
import { revokeFeed } from './revoke-feed.ts'
import { createFeedSchema, feedSchema, newFeedSchema, type FeedBody } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/feeds',
  summary: 'Your feeds',
  responses: answers(200, 'Those that work', listOf(feedSchema)),
})

const create = createRoute({
  method: 'post',
  path: '/feeds',
  summary: 'A new feed; its address is answered this once',
  request: jsonBody(createFeedSchema),
  responses: answers(201, 'The feed with its address', newFeedSchema),
})

const revoke = createRoute({
  method: 'delete',
  path: '/feeds/{id}',
  summary: 'Revoke a feed: its address stops working at once',
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: { description: 'Revoked' }, ...refusal },
})

export const feedsApi = apiRoutes()
  .openapi(list, async (c) => {
    const { actor, org, store } = contextOf(c)
    const feeds = await ownFeeds(store, actor.memberId)
    return c.json({ items: feeds.map((feed) => toBody(feed, org.timeZone)), next: null }, 200)
  })
  .openapi(create, async (c) => {
    const context = contextOf(c)
    const { feed, secret } = await createFeed(context, c.req.valid('json'))
    const addresses = addressesOf(c.get('config').origin, secret)
    return c.json({ ...toBody(feed, context.org.timeZone), ...addresses }, 201)
  })
  .openapi(revoke, async (c) => {
    await revokeFeed(contextOf(c), c.req.valid('param').id)
    return c.body(null, 204)
  })

function toBody(feed: Feed, timeZone: string): FeedBody {
  return {
    id: feed.id,
    name: feed.name,
    scope: { kind: feed.scopeKind, id: feed.scopeId },
    options: { language: feed.locale },
    createdAt: printInstant(feed.createdAt, timeZone),
    lastFetchedAt: feed.lastFetchedAt === null ? null : printInstant(feed.lastFetchedAt, timeZone),
    lastFetchedBy: feed.lastFetchedBy,
  }
}
