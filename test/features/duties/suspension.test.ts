import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { noteOverdue } from '../../../src/jobs/note-overdue.ts'
import { countsOf, jobContextOf, makeDuty as storeDuty, plan, roundOf } from '../rounds/rig.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { countsHold, runPlanner } from './planner.ts'
import { roundsOf } from './rounds.ts'
import { everyMonth, makeDuty, newPlan } from './support.ts'

const spring = { from: '2026-03-09', until: '2026-03-22', reason: '病区装修' }

async function aliveKeys(world: World, dutyId: string, targetId = world.unit.ward1): Promise<string[]> {
  const rounds = await roundsOf(world, dutyId)
  return rounds
    .filter((round) => round.withdrawn_at === null && round.target_id === targetId)
    .map(({ occurrence_key: key }) => key)
    .slice(0, 4)
}

async function addAsset(world: World): Promise<string> {
  const id = `asset_${world.orgId}_pump`
  await env.DB.prepare(
    `INSERT INTO assets (org_id, id, unit_id, type, name, updated_at) VALUES (?, ?, ?, 'pump', '输液泵', 0)`,
  )
    .bind(world.orgId, id, world.unit.ward1)
    .run()
  return id
}

describe('suspending', () => {
  it('a duty: no rounds in that time, and none come by planning; resuming brings them back', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    await runPlanner(world)
    const path = `/api/v1/duties/${duty.id}/suspension`
    const suspended = await world.as('officeLead').put(path, spring)
    expect(await suspended.json()).toEqual({ ...spring, withdrawn: 4 })
    await runPlanner(world)
    expect(await aliveKeys(world, duty.id)).toEqual(['20260302', '20260323', '20260330', '20260406'])
    expect(await countsHold(world)).toBe(true)

    const again = await world.as('officeLead').put(path, spring)
    expect(await again.json()).toEqual({ ...spring, withdrawn: 0 })
    const other = await world.as('officeLead').put(path, { ...spring, until: null })
    expect(await other.json()).toMatchObject({ status: 409, code: 'already-suspended' })

    world.now += 8 * 86_400_000
    expect(await (await world.as('lead').get(`/api/v1/duties/${duty.id}`)).json()).toMatchObject({
      suspended: true,
      suspension: spring,
    })
    const resumed = await world.as('officeLead').delete(path)
    expect(await resumed.json()).toEqual({ ...spring, until: '2026-03-09' })
    // The round of the 9th is past due and was suspended: nobody misses it.
    expect(await aliveKeys(world, duty.id)).toEqual(['20260302', '20260316', '20260323', '20260330'])
    expect((await world.as('officeLead').delete(path)).status).toBe(409)
    expect(await countsHold(world)).toBe(true)
  })

  it('a duty at once and without an end: what is open goes too', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world, { plans: [newPlan({ rhythm: everyMonth })] })
    const today = { from: '2026-03-02', until: null, reason: '停诊' }
    await world.as('supervisor').put(`/api/v1/duties/${duty.id}/suspension`, today)
    await runPlanner(world)
    expect(await aliveKeys(world, duty.id)).toEqual([])
    await world.as('supervisor').delete(`/api/v1/duties/${duty.id}/suspension`)
    await runPlanner(world)
    expect(await aliveKeys(world, duty.id)).toEqual(['2026-M03/1', '2026-M04/1', '2026-M05/1', '2026-M06/1'])
  })

  it('a unit, with all below it, as a target and as a performer', async () => {
    const world = await newWorld()
    const inspected = await makeDuty(world, { performedBy: world.unit.office })
    const performed = await makeDuty(world, {
      performedBy: world.unit.ward1,
      plans: [newPlan({ targets: { none: true } })],
    })
    const path = `/api/v1/units/${world.unit.medicine}/suspension`
    const suspended = await world.as('admin').put(path, spring)
    expect(await suspended.json()).toMatchObject({ withdrawn: 6 })
    await runPlanner(world)
    expect(await aliveKeys(world, inspected.id)).toEqual(['20260302', '20260323', '20260330', '20260406'])
    expect((await roundsOf(world, performed.id)).filter((round) => round.withdrawn_at !== null)).toHaveLength(
      2,
    )
    await world.as('admin').delete(path)
    await runPlanner(world)
    expect(await aliveKeys(world, inspected.id)).toEqual(['20260302', '20260309', '20260316', '20260323'])
    expect((await roundsOf(world, performed.id)).every((round) => round.withdrawn_at === null)).toBe(true)
    expect(await countsHold(world)).toBe(true)
  })

  it('takes nothing out of hands, and lets nobody miss what stays', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    const [first = '', second = ''] = (await roundsOf(world, duty.id))
      .filter((round) => round.target_id === world.unit.ward1)
      .map(({ id }) => id)
    await world.as('lead').form(`/rounds/several/hand-over`, {
      round: [second],
      assigneeId: world.member.colleague,
      performedBy: '',
    })
    world.now += 1.5 * 86_400_000
    await noteOverdue(jobContextOf(world), world.now, 100)
    const path = `/api/v1/units/${world.unit.ward1}/suspension`
    await world.as('admin').put(path, { from: '2026-03-03', until: '2026-03-20', reason: '病区装修' })
    world.now += 12 * 86_400_000
    for (const id of [first, second]) {
      expect(await (await world.as('lead').get(`/api/v1/rounds/${id}`)).json()).toMatchObject({
        state: 'overdue',
        missesAt: null,
      })
    }
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual(counted)
  })

  it('what becomes overdue before it begins is not missed in it either, whenever it was planned', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    const time = { from: '2026-03-04', until: '2026-03-20', reason: '病区装修' }
    await world.as('supervisor').put(`/api/v1/duties/${duty.id}/suspension`, time)
    await world.as('admin').put(`/api/v1/units/${world.unit.ward1}/suspension`, time)
    const later = await makeDuty(world)
    await runPlanner(world)
    world.now += 10 * 86_400_000
    for (const { id } of [duty, later]) {
      const first = (await roundsOf(world, id)).find(
        (round) => round.target_id === world.unit.ward1 && round.occurrence_key === '20260302',
      )
      const answer = await world.as('lead').get(`/api/v1/rounds/${first?.id}`)
      expect(await answer.json()).toMatchObject({ state: 'overdue', missesAt: null })
    }
  })

  it('a few days of a month leave the month’s round, the whole month does not', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world, { plans: [newPlan({ rhythm: everyMonth })] })
    const path = `/api/v1/duties/${duty.id}/suspension`
    const few = await world
      .as('supervisor')
      .put(path, { from: '2026-03-10', until: '2026-03-16', reason: '培训' })
    expect(await few.json()).toMatchObject({ withdrawn: 0 })
    const all = await world
      .as('supervisor')
      .put(path, { from: '2026-04-01', until: '2026-04-30', reason: '装修' })
    expect(await all.json()).toMatchObject({ withdrawn: 2 })
    await runPlanner(world)
    expect(await aliveKeys(world, duty.id)).toEqual(['2026-M03/1', '2026-M05/1', '2026-M06/1', '2026-M07/1'])
  })

  it('an asset', async () => {
    const world = await newWorld()
    const asset = await addAsset(world)
    const duty = await makeDuty(world, {
      plans: [newPlan({ targets: { assets: { types: ['pump'] }, coverage: 'each' } })],
    })
    expect((await roundsOf(world, duty.id)).every((round) => round.performed_by === world.unit.ward1)).toBe(
      true,
    )
    const path = `/api/v1/assets/${asset}/suspension`
    expect(await (await world.as('supervisor').put(path, spring)).json()).toMatchObject({ withdrawn: 2 })
    expect((await world.as('supervisor').delete(path)).status).toBe(200)
    await runPlanner(world)
    expect(await aliveKeys(world, duty.id, asset)).toEqual(['20260302', '20260309', '20260316', '20260323'])
  })
})

describe('what pages say of a suspension', () => {
  it('a unit and an asset are suspended and resumed on their pages; what lies below says so too', async () => {
    const world = await newWorld()
    const asset = await addAsset(world)
    const admin = world.as('admin')
    const sent = await admin.form(`/units/${world.unit.medicine}/suspension`, {
      from: '2026-03-02',
      until: '2026-03-15',
      reason: '病区装修',
    })
    expect(sent.headers.get('Location')).toBe(`/units/${world.unit.medicine}`)
    const titles = async (path: string) =>
      (await pageOf(await admin.get(path, { 'Accept-Language': 'zh-CN' }), ['.notice-title'])).texts(
        '.notice-title',
      )
    expect(await titles(`/units/${world.unit.medicine}`)).toEqual(['暂停中：病区装修'])
    expect(await titles(`/units/${world.unit.ward1}`)).toEqual(['内科暂停中：病区装修'])
    await admin.form(`/assets/${asset}/suspension`, { from: '2026-03-10', until: '', reason: '送修' })
    expect(await titles(`/assets/${asset}`)).toEqual(['即将暂停：送修', '内科暂停中：病区装修'])
    expect((await admin.form(`/assets/${asset}/resumption`, {})).status).toBe(303)
    expect((await admin.form(`/units/${world.unit.medicine}/resumption`, {})).status).toBe(303)
    expect(await titles(`/assets/${asset}`)).toEqual([])
    const refused = await admin.form(`/assets/${asset}/suspension`, {
      from: '2026-03-01',
      until: '',
      reason: '',
    })
    expect(refused.status).toBe(422)
  })

  it('the list of what is overdue', async () => {
    const world = await newWorld()
    const dutyId = await storeDuty(world)
    await plan(world, [
      roundOf(world, { dutyId, title: null, dueAt: world.now - 1, opensAt: 0, missesAt: null }),
    ])
    const time = { from: '2026-03-02', until: null, reason: '病区装修' }
    await world.as('admin').put(`/api/v1/units/${world.unit.ward1}/suspension`, time)
    await world.as('supervisor').put(`/api/v1/duties/${dutyId}/suspension`, { ...time, reason: '停诊' })
    const page = await pageOf(await world.as('lead').get('/overdue', { 'Accept-Language': 'zh-CN' }), [
      '.quiet',
    ])
    expect(page.texts('.quiet').filter((text) => text.includes('暂停'))).toEqual([
      '暂停中，3月2日 周一起，恢复前不安排任务：病区装修',
      '暂停中，3月2日 周一起，恢复前不安排任务：停诊',
    ])
  })
})

describe('suspending: errors and security', () => {
  it.each([
    ['yesterday', { from: '2026-03-01' }, 'from', 'in-the-past'],
    ['end before start', { until: '2026-03-08' }, 'until', 'end-before-start'],
    ['no date', { until: 'later' }, 'until', 'not-a-date'],
    ['no reason', { reason: ' ' }, 'reason', 'required'],
  ])('%s is refused beside its field', async (_, over, path, code) => {
    const world = await newWorld()
    const response = await world
      .as('admin')
      .put(`/api/v1/units/${world.unit.ward1}/suspension`, { ...spring, ...over })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ path, code }] })
  })

  it.each<[Person, number, number]>([
    ['supervisor', 200, 200],
    ['admin', 403, 200],
    ['officeLead', 200, 404],
    ['lead', 403, 403],
    ['inspector', 403, 403],
    ['viewer', 403, 403],
  ])('%s: a duty %i, a unit %i', async (person, ofDuty, ofUnit) => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    const client = world.as(person)
    expect((await client.put(`/api/v1/duties/${duty.id}/suspension`, spring)).status).toBe(ofDuty)
    expect((await client.put(`/api/v1/units/${world.unit.ward1}/suspension`, spring)).status).toBe(ofUnit)
  })

  it('another organisation’s are not there', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const duty = await makeDuty(other)
    for (const path of [`duties/${duty.id}`, `units/${other.unit.ward1}`, `assets/asset_${other.orgId}_x`]) {
      expect((await world.as('supervisor').put(`/api/v1/${path}/suspension`, spring)).status).toBe(404)
      expect((await world.as('supervisor').delete(`/api/v1/${path}/suspension`)).status).toBe(404)
    }
  })
})
