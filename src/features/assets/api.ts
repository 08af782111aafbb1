import { createRoute, z } from '@hono/zod-openapi'
import { mayReadUnit, requireReadable } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { printDate, type Day } from '../../domain/time/civil.ts'
import { answers, apiRoutes, jsonBody, listOf } from '../../platform/api.ts'
import { contextOf, versionOf } from '../../platform/http.ts'
import { unitsOfList } from '../units/queries.ts'
import { changeAsset } from './change-asset.ts'
import { createAsset } from './create-asset.ts'
import { findAsset, listAssets, type Asset } from './queries.ts'
import {
  assetListQuery,
  assetSchema,
  changeAssetSchema,
  createAssetSchema,
  parsePlace,
  printPlace,
  type AssetBody,
} from './schemas.ts'

const params = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/assets',
  summary: 'The assets of the units that you may see, by unit, then type',
  request: { query: assetListQuery },
  responses: answers(200, 'One page; with a tag it may be short though more follow', listOf(assetSchema)),
})

const create = createRoute({
  method: 'post',
  path: '/assets',
  summary: 'A new asset',
  request: jsonBody(createAssetSchema),
  responses: answers(201, 'The asset', assetSchema),
})

const read = createRoute({
  method: 'get',
  path: '/assets/{id}',
  summary: 'One asset',
  request: { params },
  responses: answers(200, 'The asset', assetSchema),
})

const change = createRoute({
  method: 'patch',
  path: '/assets/{id}',
  summary: 'Change an asset (If-Match)',
  request: { params, ...jsonBody(changeAssetSchema) },
  responses: answers(200, 'The asset as it is now', assetSchema),
})

export const assetsApi = apiRoutes()
  .openapi(list, async (c) => {
    const { actor, store } = contextOf(c)
    const { unit, type, tag, cursor, limit = 50 } = c.req.valid('query')
    const filter = { units: await unitsOfList(store, actor, unit), type, tag }
    const { assets, next } = await listAssets(store, filter, { after: parsePlace(cursor), limit })
    const items = assets.map((asset) => toBody(asset))
    return c.json({ items, next: printPlace(next) }, 200)
  })
  .openapi(create, async (c) => {
    const asset = await createAsset(contextOf(c), c.req.valid('json'))
    return c.json(toBody(asset), 201)
  })
  .openapi(read, async (c) => {
    const { actor, store } = contextOf(c)
    const asset = requireFound(await findAsset(store, c.req.valid('param').id))
    requireReadable(mayReadUnit(actor, asset.unitId))
    c.header('ETag', `"${asset.version}"`)
    return c.json(toBody(asset), 200)
  })
  .openapi(change, async (c) => {
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id, version: versionOf(c) }
    const asset = await changeAsset(contextOf(c), input)
    c.header('ETag', `"${asset.version}"`)
    return c.json(toBody(asset), 200)
  })

function toBody({ validUntil, closedOn, ...asset }: Asset): AssetBody {
  return { ...asset, validUntil: dateOf(validUntil), closedOn: dateOf(closedOn) }
}

function dateOf(day: Day | null): string | null {
  return day === null ? null : printDate(day)
}
