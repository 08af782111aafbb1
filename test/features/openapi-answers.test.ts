import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { operationsOf, type Document, type Place } from '../../src/platform/openapi/document.ts'
import { makeToken } from './access-tokens/support.ts'
import { newAsset } from './assets/assets.ts'
import { makeDuty } from './duties/support.ts'
import { makeChecklist, pathOf, planned } from './rounds/rig.ts'
import { misfit } from './support/fits.ts'
import { newWorld, type World } from './support/world.ts'

/** What is really answered fits the description, and `ETag` comes where it says so. */

let description: Document
let world: World
/** a thing of each kind, by the segment of its path */
let things: Record<string, string>

beforeAll(async () => {
  const app = createApp({ clock: () => 0, signInPath: '/sign-in' })
  description = await (await app.request('/api/v1/openapi.json', {}, env)).json<Document>()
  world = await newWorld()
  const admin = world.as('admin')
  const checklistId = await makeChecklist(world)
  const round = await planned(world, { checklistId })
  await world.as('inspector').post(pathOf(round, '/completion'), {
    note: '正常',
    answers: ['exits', 'hydrant'].map((item) => ({ id: item, item, value: 'yes' })),
  })
  await planned(world)
  await admin.post('/api/v1/feeds', { name: '任务', scope: { kind: 'member' } })
  things = {
    units: world.unit.ward1,
    members: world.member.lead,
    assets: (await newAsset(world)).id,
    checklists: checklistId,
    duties: (await makeDuty(world)).id,
    rounds: round,
    tokens: (await makeToken(world, { rights: ['audit'] })).id,
    packs: 'infection-control',
  }
})

it('every list and every single thing that can be read', async () => {
  const reads = operationsOf(description).filter(({ method }) => method === 'get')
  const faults: string[] = []
  for (const place of reads) {
    const path = place.path.replaceAll(/(\w+)\/\{\w+\}/g, (_, kind: string) => `${kind}/${things[kind]}`)
    for (const person of ['admin', 'supervisor', 'lead'] as const) {
      const response = await world.as(person).get(`/api/v1${path}`)
      const fault = await faultOf(place, response)
      if (fault !== null) faults.push(`${person} GET ${place.path}: ${fault}`)
    }
  }
  expect(faults).toEqual([])
})

it('every list holds something, so that its things are judged too', async () => {
  const lists = operationsOf(description).filter(({ operation: { operationId = '' } }) =>
    [
      'listUnits',
      'listAssets',
      'listMembers',
      'listChecklists',
      'listDuties',
      'listRounds',
      'listFeeds',
      'listTokens',
      'getAudit',
    ].includes(operationId),
  )
  expect(lists).toHaveLength(9)
  for (const { path } of lists) {
    const { items } = await (await world.as('admin').get(`/api/v1${path}`)).json<{ items: unknown[] }>()
    expect(items.length, path).toBeGreaterThan(0)
  }
})

it('every way to be refused', async () => {
  const admin = world.as('admin')
  const refused = await Promise.all([
    admin.post('/api/v1/units', { name: '' }),
    admin.patch(`/api/v1/units/${things['units']}`, { name: 'x' }),
    admin.patch(`/api/v1/units/${things['units']}`, { name: 'x' }, { 'If-Match': '"9"' }),
    admin.get('/api/v1/units/none'),
    world.as('viewer').post('/api/v1/units', { name: 'x' }),
    world.as(null).get('/api/v1/units'),
    admin.request('/api/v1/units', {
      method: 'POST',
      body: '{',
      headers: { 'Content-Type': 'application/json' },
    }),
    admin.request('/api/v1/units', { method: 'POST', body: 'x', headers: { 'Content-Type': 'text/plain' } }),
    admin.post(`/api/v1/rounds/${things['rounds']}/excuse`, { code: 'in-use', reason: 'x' }),
  ])
  expect(refused.map(({ status }) => status)).toEqual([422, 428, 412, 404, 403, 401, 400, 415, 403])
  for (const response of refused) {
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
    expect(misfit({ $ref: '#/components/schemas/Problem' }, description, await response.json())).toBeNull()
  }
})

async function faultOf({ operation }: Place, response: Response): Promise<string | null> {
  const answer = operation.responses[response.status]
  if (!answer) return `${response.status} is not described`
  const body = answer.content?.['application/json']
  if (!response.ok) return null
  if ((answer.headers?.['ETag'] !== undefined) !== response.headers.has('ETag')) return 'ETag'
  return body ? misfit(body.schema, description, await response.json()) : null
}
