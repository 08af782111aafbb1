import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { operationsOf, type Document, type Place } from '../../src/platform/openapi/document.ts'
import { actionsAnywhere } from './security/write-actions-anywhere.ts'
import { actionsOnSessions } from './security/write-actions-sessions.ts'
import { actionsOnDays } from './security/write-actions-days.ts'
import { actionsOnThings } from './security/write-actions-things.ts'
import { actionsOn } from './security/write-actions.ts'
import { misfit } from './support/fits.ts'
import { newWorld, type World } from './support/world.ts'

/** What is really answered to everything that can be written fits the description: status, headers and body. */

const tables = Object.entries({
  ...actionsOn,
  ...actionsAnywhere,
  ...actionsOnSessions,
  ...actionsOnThings,
  ...actionsOnDays,
})
let places: Place[]
let description: Document
const done = new Set<string>()

beforeAll(async () => {
  const app = createApp({ clock: () => 0, signInPath: '/sign-in' })
  description = await (await app.request('/api/v1/openapi.json', {}, env)).json<Document>()
  places = operationsOf(description)
})

describe('the answer to a program that would', () => {
  it.each(tables)('%s', async (_, { may, api, prepare }) => {
    const world = await newWorld()
    const id = (await prepare?.(world, 'own')) ?? ''
    const [first = 'admin'] = may
    for (const person of ['viewer', 'neighbour', first] as const) {
      const response = await api(world.as(person), id, world)
      const place = placeOf(world)
      if (place === undefined) return
      expect(await faultOf(place, response), `${person} ${response.status}`).toBeNull()
      if (response.ok) done.add(place.operation.operationId ?? '')
    }
  })
})

/** Comes last: the tests above have asked by then. */
it('every operation that writes was answered as it says, once at least', () => {
  const writes = places.filter(({ method }) => method !== 'get').map(({ operation }) => operation.operationId)
  // Writes nothing: what it answers is judged by the tests of previews.
  expect(writes.filter((name = '') => !done.has(name))).toEqual(['createSchedulePreview'])
})

/** The operation that the last request asked for; undefined where it was a page. */
function placeOf({ asked }: World): Place | undefined {
  const [method = '', path = ''] = (asked.at(-1) ?? '').split(' ')
  return places.find(
    (place) =>
      place.method === method.toLowerCase() &&
      new RegExp(`^/api/v1${place.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )
}

async function faultOf({ operation }: Place, response: Response): Promise<string | null> {
  const described = operation.responses[response.status]
  if (!described) return 'the status is not described'
  if (!response.ok)
    return misfit({ $ref: '#/components/schemas/Problem' }, description, await response.json())
  if ((described.headers?.['ETag'] !== undefined) !== response.headers.has('ETag')) return 'ETag'
  const content = described.content?.['application/json']
  return content ? misfit(content.schema, description, await response.json()) : null
}
