import { describe, expect, it } from 'vitest'
import { newWorld, type Client } from '../support/world.ts'
import { pathOf, planned, rowsOf } from './rig.ts'

const seen = { 'If-Match': '1' }
const reason = 'x'

const routes: [string, (client: Client, id: string) => Promise<Response>][] = [
  ['GET', (client, id) => client.get(pathOf(id))],
  ['PATCH', (client, id) => client.patch(pathOf(id), { planned: '2026-03-03' }, seen)],
  ['PATCH record', (client, id) => client.patch(pathOf(id, '/record'), { answers: [] })],
  ['POST completion', (client, id) => client.post(pathOf(id, '/completion'), {})],
  ['DELETE completion', (client, id) => client.delete(pathOf(id, '/completion'), { reason })],
  ['PUT confirmation', (client, id) => client.put(pathOf(id, '/completion/confirmation'))],
  [
    'POST corrections',
    (client, id) =>
      client.post(pathOf(id, '/corrections'), { reason, answers: [{ id: 'a', item: 'b', value: 'yes' }] }),
  ],
  ['POST excuse', (client, id) => client.post(pathOf(id, '/excuse'), { code: 'in-use', reason })],
  ['PUT decision', (client, id) => client.put(pathOf(id, '/excuse/decision'), { granted: true })],
  ['PUT miss-reason', (client, id) => client.put(pathOf(id, '/miss-reason'), { reason })],
  ['PUT acknowledgement', (client, id) => client.put(pathOf(id, '/miss-reason/acknowledgement'))],
]

describe.each(routes)('%s of a round', (_, call) => {
  it('of another organisation is not there, for anybody, and changes nothing', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const id = await planned(other)
    for (const person of ['supervisor', 'admin', 'lead', 'viewer'] as const) {
      expect((await call(world.as(person), id)).status).toBe(404)
    }
    expect(await rowsOf(other, `SELECT seq FROM audit WHERE org_id = ?`)).toEqual([])
  })

  it('of a unit that is not one’s own is not there', async () => {
    const world = await newWorld()
    expect((await call(world.as('neighbour'), await planned(world))).status).toBe(404)
  })

  it('without a session: 401', async () => {
    const world = await newWorld()
    expect((await call(world.as(null), await planned(world))).status).toBe(401)
  })
})

describe('ids of another organisation in a body or a query', () => {
  it.each(['targetId', 'performedBy', 'ownedBy', 'assigneeId', 'dutyId', 'checklistId'])(
    '%s of a round by hand: 404',
    async (field) => {
      const [world, other] = [await newWorld(), await newWorld()]
      const foreign: Record<string, string> = {
        targetId: other.unit.ward1,
        performedBy: other.unit.ward1,
        ownedBy: other.unit.ward1,
        assigneeId: other.member.inspector,
        dutyId: `duty_${other.orgId}_fire`,
        checklistId: `checklist_${other.orgId}_fire`,
      }
      const body = {
        title: 'x',
        planned: '2026-03-02',
        performedBy: world.unit.ward1,
        [field]: foreign[field],
      }
      expect((await world.as('supervisor').post('/api/v1/rounds', body)).status).toBe(404)
    },
  )

  it('handing over to another organisation: 404', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const id = await planned(world)
    const hands = { assigneeId: other.member.inspector }
    expect((await world.as('supervisor').patch(pathOf(id), hands, seen)).status).toBe(404)
  })

  it.each(['unit', 'duty', 'ownedBy', 'performedBy', 'assignee'])('?%s=: 404', async (field) => {
    const [world, other] = [await newWorld(), await newWorld()]
    const response = await world.as('supervisor').get(`/api/v1/rounds?${field}=${other.unit.ward1}`)
    expect(response.status).toBe(404)
  })
})
