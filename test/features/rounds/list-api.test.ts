import { describe, expect, it } from 'vitest'
import { newWorld, type Person, type World } from '../support/world.ts'
import { day, hour, makeDuty, pathOf, plan, planned, roundOf, type RoundBody } from './rig.ts'

type Page = { items: RoundBody[]; next: string | null }

async function idsOf(world: World, person: Person, search: string): Promise<string[]> {
  const response = await world.as(person).get(`/api/v1/rounds${search}`)
  expect(response.status).toBe(200)
  return (await response.json<Page>()).items.map(({ id }) => id)
}

/** One round of each kind: names say what is special about it. */
async function mixedWorld() {
  const world = await newWorld()
  const dutyId = await makeDuty(world)
  const far = { dueAt: world.now + 20 * day }
  const ids = {
    missed: await planned(world, { dueAt: world.now - 5 * day, dutyId }),
    overdue: await planned(world, { dueAt: world.now - day }),
    done: await planned(world, { dueAt: world.now + hour }),
    assigned: await planned(world, { dueAt: world.now + 2 * hour, assigneeId: world.member.neighbour }),
    open: await planned(world),
    inspected: await planned(world, { performedBy: world.unit.office, dueAt: world.now + 18 * hour }),
    other: await planned(world, {
      ...far,
      performedBy: world.unit.ward2,
      targetId: world.unit.ward2,
      targetUnitId: world.unit.ward2,
      ownedBy: world.unit.ward2,
    }),
    planned: await planned(world, { dueAt: world.now + 30 * day, opensAt: world.now + 29 * day }),
  }
  await world.as('lead').post(pathOf(ids.done, '/completion'), {})
  return { world, ids, dutyId }
}

describe('the list of rounds', () => {
  it('is filtered by state, unit, duty, owner, performer, assignee and days', async () => {
    const { world, ids, dutyId } = await mixedWorld()
    const { ward1, ward2, office } = world.unit
    const cases: [string, string[]][] = [
      ['', Object.values(ids)],
      ['?state=missed', [ids.missed]],
      ['?state=overdue', [ids.overdue]],
      ['?state=done', [ids.done]],
      ['?state=planned', [ids.planned]],
      [`?unit=${ward1}`, Object.values(ids).filter((id) => id !== ids.other)],
      [`?performedBy=${office}`, [ids.inspected]],
      [`?duty=${dutyId}`, [ids.missed]],
      [`?ownedBy=${office}`, [ids.missed]],
      [`?assignee=${world.member.neighbour}`, [ids.assigned]],
      ['?from=2026-03-01&to=2026-03-01', [ids.overdue]],
      ['?from=2026-03-02&to=2026-03-02', [ids.done, ids.assigned, ids.open]],
      [`?performedBy=${ward2}&state=open`, [ids.other]],
    ]
    for (const [search, expected] of cases) {
      expect([search, await idsOf(world, 'supervisor', search)]).toEqual([search, expected])
    }
  })

  it('shows each reader only what that reader may read', async () => {
    const { world, ids } = await mixedWorld()
    const { other, inspected, ...ofWard1 } = ids
    expect(await idsOf(world, 'inspector', '')).toEqual(Object.values(ofWard1))
    expect(await idsOf(world, 'inspector', `?unit=${world.unit.ward1}`)).toContain(inspected)
    expect(await idsOf(world, 'inspector', `?performedBy=${world.unit.ward2}`)).toEqual([])
    expect(await idsOf(world, 'neighbour', `?performedBy=${world.unit.ward1}`)).toEqual([ids.assigned])
    expect(await idsOf(world, 'neighbour', '')).toEqual([other])
    expect(await idsOf(world, 'officeLead', `?ownedBy=${world.unit.office}`)).toEqual([ids.missed])
    expect(await idsOf(world, 'auditor', '')).toEqual([])
  })

  it('goes on from its cursor, within its budget of rows', async () => {
    const world = await newWorld()
    const dutyId = await makeDuty(world)
    const rounds = Array.from({ length: 130 }, (_, index) =>
      roundOf(world, { dutyId, dueAt: world.now + (index >> 2) * hour }),
    )
    await plan(world, rounds)
    const seen: string[] = []
    let search = ''
    for (let pages = 0; pages < 4 && (search !== '' || pages === 0); pages += 1) {
      const response = await world.as('inspector').get(`/api/v1/rounds${search}`)
      const { items, next } = await response.json<Page>()
      seen.push(...items.map(({ id }) => id))
      expect(items[0]).toMatchObject({ title: '消防通道巡查', titleEn: 'Fire exit round' })
      expect(world.usage.rowsRead).toBeLessThanOrEqual(4 * items.length + 20)
      search = next === null ? '' : `?cursor=${next}`
    }
    expect(seen).toEqual(rounds.map(({ id }) => id))
  })

  it.each(['?cursor=x', '?cursor=W10', '?limit=0', '?limit=101', '?state=lost', '?from=soon', '?unit=1'])(
    '%s is refused',
    async (search) => {
      const world = await newWorld()
      const { status } = await world.as('supervisor').get(`/api/v1/rounds${search}`)
      expect(status).toBe(422)
    },
  )
})
