import { describe, expect, it } from 'vitest'
import { newWorld, type Person } from '../support/world.ts'
import { roundsOf } from './rounds.ts'
import { everyMonth, makeDuty, newDuty, newPlan, onMondays, type DutyBody } from './support.ts'

type Problem = { code: string; errors?: { path: string; code: string; message: string }[] }

describe('duties: happy', () => {
  it('are made, read, listed and changed; saving plans the next 60 days', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    expect(duty).toMatchObject({
      title: '手卫生检查',
      version: 1,
      suspended: false,
      closedOn: null,
      describe: { 'zh-CN': '每周一', en: 'every week on Monday' },
    })
    const rounds = await roundsOf(world, duty.id)
    expect(rounds.map(({ occurrence_key: key }) => key).slice(0, 3)).toEqual([
      '20260302',
      '20260302',
      '20260309',
    ])
    expect(rounds).toHaveLength(18)

    const read = await world.as('lead').get(`/api/v1/duties/${duty.id}`)
    expect(read.headers.get('ETag')).toBe('"1"')
    const list = await (await world.as('inspector').get('/api/v1/duties')).json<{ items: DutyBody[] }>()
    expect(list.items.map(({ id }) => id)).toEqual([duty.id])

    const path = `/api/v1/duties/${duty.id}`
    const changed = await world.as('officeLead').patch(path, { title: '手卫生督查' }, { 'If-Match': '"1"' })
    expect(await changed.json<DutyBody>()).toMatchObject({ title: '手卫生督查', version: 2 })
  })

  it('standing work has no plan and no rounds', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world, { plans: [] })
    expect(duty).toMatchObject({ plans: [], describe: null })
    expect(await roundsOf(world, duty.id)).toEqual([])
  })

  it('a quota of this month is there at once, though its planned day has gone by', async () => {
    const world = await newWorld({ now: '2026-03-30T09:00:00+08:00' })
    const plan = newPlan({ rhythm: { ...everyMonth, spread: 'stagger' } })
    const rounds = await roundsOf(world, (await makeDuty(world, { plans: [plan] })).id)
    expect(rounds.filter(({ occurrence_key: key }) => key === '2026-M03/1')).toHaveLength(2)
  })

  it('a year’s round is there when it opens, though it is planned for the end', async () => {
    const world = await newWorld()
    const yearly = { kind: 'quota', period: 'year', min: 1, max: null, spread: 'end' }
    const duty = await makeDuty(world, { plans: [newPlan({ rhythm: yearly })] })
    expect((await roundsOf(world, duty.id)).map(({ occurrence_key: key }) => key)).toEqual([
      '2026/1',
      '2026/1',
    ])
  })

  it('a list is paged by id, and costs few rows', async () => {
    const world = await newWorld()
    for (let index = 0; index < 8; index += 1) await makeDuty(world, { plans: [newPlan()] })
    const supervisor = world.as('supervisor')
    const list = await (await supervisor.get('/api/v1/duties')).json<{ items: DutyBody[]; next: null }>()
    expect(list.items).toHaveLength(8)
    expect(list.next).toBeNull()
    expect(world.usage.rowsRead).toBeLessThanOrEqual(4 * 8 + 20)
    const none = await supervisor.get(`/api/v1/duties?ownedBy=${world.unit.ward1}`)
    expect(await none.json()).toEqual({ items: [], next: null })
    expect((await supervisor.get('/api/v1/duties?cursor=x')).status).toBe(422)
  })
})

describe('duties: errors', () => {
  const typo = { rhythm: { ...onMondays, rrule: 'FREQ=WEEKLY;BYDAY=MO,XX' } }
  it.each([
    ['a title of two lines', { title: 'a\nb' }, 'title', 'control-characters'],
    ['10,000 characters', { title: 'x'.repeat(10_000) }, 'title', 'too-long'],
    ['an unknown field', { colour: 'red' }, '', 'unknown-key'],
    ['an unknown field of a plan', { plans: [newPlan({ colour: 'red' })] }, 'plans.0', 'unknown-key'],
    ['an unknown zone', { plans: [newPlan({ timeZone: 'Mars/Base' })] }, 'plans.0.timeZone', 'unknown-zone'],
    ['end before start', { plans: [newPlan({ until: '2025-01-01' })] }, 'plans.0.until', 'until-before-from'],
    ['a typing error', { plans: [newPlan(), newPlan(typo)] }, 'plans.1.rhythm.rrule', undefined],
    [
      'nobody to check itself',
      { plans: [newPlan({ targets: { none: true } })] },
      'performedBy',
      'target-without-targets',
    ],
  ])('%s is refused beside its field', async (_, over, path, code) => {
    const world = await newWorld()
    const response = await world.as('supervisor').post('/api/v1/duties', newDuty(world, over))
    expect(response.status).toBe(422)
    const { errors = [] } = await response.json<Problem>()
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({ path, ...(code !== undefined && { code }) })
    expect(errors[0]?.message).toMatch(/\.$/)
  })

  it('a typing error says where, in the reader’s language', async () => {
    const world = await newWorld()
    const body = newDuty(world, { plans: [newPlan(typo)] })
    const said = await world.as('supervisor').post('/api/v1/duties', body, { 'Accept-Language': 'zh-CN' })
    const { errors = [] } = await said.json<Problem>()
    expect(errors[0]?.message).toContain('XX')
    expect(errors[0]?.message).toMatch(/\p{Script=Han}/u)
  })

  it('names what does not exist, field by field', async () => {
    const world = await newWorld()
    const gone = (kind: string) => `${kind}_${world.orgId}_gone`
    const targets = {
      units: { ids: [world.unit.ward1, gone('unit')], under: gone('unit') },
      coverage: 'each',
    }
    const body = newDuty(world, {
      performedBy: gone('unit'),
      checklistId: gone('checklist'),
      plans: [newPlan({ targets })],
    })
    const response = await world.as('supervisor').post('/api/v1/duties', body)
    const { errors = [] } = await response.json<Problem>()
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      ['performedBy', 'unknown-unit'],
      ['checklistId', 'unknown-checklist'],
      ['plans.0.targets.units.ids.1', 'unknown-unit'],
      ['plans.0.targets.units.under', 'unknown-unit'],
    ])
  })

  it('what exists, but is of another kind than the field wants, is unknown there', async () => {
    const world = await newWorld()
    const targets = { units: { ids: [world.member.lead] }, coverage: 'each' }
    const body = newDuty(world, {
      ownedBy: world.member.lead,
      checklistId: world.unit.ward1,
      plans: [newPlan({ targets })],
    })
    const response = await world.as('supervisor').post('/api/v1/duties', body)
    const { errors = [] } = await response.json<Problem>()
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      ['ownedBy', 'unknown-unit'],
      ['checklistId', 'unknown-checklist'],
      ['plans.0.targets.units.ids.0', 'unknown-unit'],
    ])
  })

  it('a stale version changes nothing', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    const path = `/api/v1/duties/${duty.id}`
    const supervisor = world.as('supervisor')
    expect((await supervisor.patch(path, { title: 'B' }, { 'If-Match': '1' })).status).toBe(200)
    expect((await supervisor.patch(path, { title: 'C' }, { 'If-Match': '1' })).status).toBe(412)
    expect((await supervisor.patch(path, { title: 'C' })).status).toBe(428)
    expect(await (await supervisor.get(path)).json()).toMatchObject({ title: 'B', version: 2 })
  })
})

describe('duties: security', () => {
  it.each<[Person, number]>([
    ['supervisor', 201],
    ['officeLead', 201],
    ['lead', 403],
    ['admin', 403],
    ['inspector', 403],
    ['viewer', 403],
  ])('%s makes one: %i', async (person, status) => {
    const world = await newWorld()
    expect((await world.as(person).post('/api/v1/duties', newDuty(world))).status).toBe(status)
  })

  it('a lead gives no duty to a unit of others', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    const change = { ownedBy: world.unit.medicine }
    const response = await world
      .as('officeLead')
      .patch(`/api/v1/duties/${duty.id}`, change, { 'If-Match': '1' })
    expect(response.status).toBe(403)
  })

  it('what concerns other units only is not there', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world, {
      performedBy: world.unit.office,
      plans: [newPlan({ targets: { none: true } })],
    })
    expect((await world.as('neighbour').get(`/api/v1/duties/${duty.id}`)).status).toBe(404)
    const list = await (await world.as('neighbour').get('/api/v1/duties')).json<{ items: DutyBody[] }>()
    expect(list.items).toEqual([])
  })

  it('another organisation’s ids are not there: in the path, the query and the body', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const [own, duty] = [await makeDuty(world), await makeDuty(other)]
    const supervisor = world.as('supervisor')
    const stolen = { targets: { units: { ids: [other.unit.ward1] }, coverage: 'each' } }
    const revision = { from: '2026-04-01', plan: newPlan(), replaces: null }
    const answers = [
      await supervisor.get(`/api/v1/duties/${duty.id}`),
      await supervisor.patch(`/api/v1/duties/${duty.id}`, { title: 'x' }, { 'If-Match': '1' }),
      await supervisor.post(`/api/v1/duties/${duty.id}/plans`, revision),
      await supervisor.get(`/api/v1/duties?ownedBy=${other.unit.office}`),
      await supervisor.post('/api/v1/duties', newDuty(world, { ownedBy: other.unit.office })),
      await supervisor.post('/api/v1/duties', newDuty(world, { plans: [newPlan(stolen)] })),
      await supervisor.patch(`/api/v1/duties/${own.id}`, { with: [other.unit.office] }, { 'If-Match': '1' }),
      await supervisor.post(`/api/v1/duties/${own.id}/plans`, { ...revision, replaces: duty.plans[0]?.id }),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
  })

  it('nobody signed in: 401', async () => {
    const world = await newWorld()
    expect((await world.as(null).get('/api/v1/duties')).status).toBe(401)
    expect((await world.as(null).post('/api/v1/duties', newDuty(world))).status).toBe(401)
  })
})
