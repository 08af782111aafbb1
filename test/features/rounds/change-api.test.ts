import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { dayAt } from '../../../src/domain/time/zone.ts'
import { noteOverdue } from '../../../src/jobs/note-overdue.ts'
import { newWorld, type World } from '../support/world.ts'
import {
  at,
  countsOf,
  day,
  jobContextOf,
  makeChecklist,
  makeDuty,
  pathOf,
  planned,
  rowsOf,
  trailOf,
  type ProblemBody,
  type RoundBody,
} from './rig.ts'

const seen = { 'If-Match': '"1"' }

/** Of this week, Monday to Sunday; missed two days after. */
async function weekly(world: World, key?: string): Promise<string> {
  return planned(world, { dueAt: world.now + 6 * day + 15 * 3_600_000, ...(key !== undefined && { key }) })
}

async function expectExactCounts(world: World): Promise<void> {
  const { kept, counted } = await countsOf(world)
  expect(kept).toEqual(counted)
}

describe('moving and handing over: happy', () => {
  it('the performer moves a round inside its window', async () => {
    const world = await newWorld()
    const id = await weekly(world, '2026-W10/1')
    const moved = await world.as('inspector').patch(pathOf(id), { planned: '2026-03-06' }, seen)
    expect(moved.headers.get('ETag')).toBe('"2"')
    expect(await moved.json<RoundBody>()).toMatchObject({
      planned: '2026-03-06',
      version: 2,
      firstDueAt: null,
    })
    expect(await trailOf(world, id)).toEqual(['round.moved'])
  })

  it('the owner postpones it, the first due time is kept and the miss time moves along', async () => {
    const world = await newWorld()
    const id = await weekly(world)
    const later = { planned: '2026-03-11', dueAt: '2026-03-12T00:00:00+08:00', reason: '等配件' }
    const postponed = await world.as('officeLead').patch(pathOf(id), later, seen)
    expect(await postponed.json()).toMatchObject({
      planned: '2026-03-11',
      dueAt: later.dueAt,
      firstDueAt: '2026-03-09T00:00:00+08:00',
      missesAt: '2026-03-14T00:00:00+08:00',
      postponeReason: '等配件',
    })
    await expectExactCounts(world)
    const again = { dueAt: '2026-03-13T00:00:00+08:00', reason: '配件未到' }
    const twice = await world.as('supervisor').patch(pathOf(id), again, { 'If-Match': '"2"' })
    expect(await twice.json<RoundBody>()).toMatchObject({ firstDueAt: '2026-03-09T00:00:00+08:00' })
    expect(await trailOf(world, id)).toEqual(['round.postponed', 'round.postponed'])
  })

  it('an overdue round that is postponed is overdue no more', async () => {
    const world = await newWorld()
    const id = await planned(world)
    world.now += day
    await noteOverdue(jobContextOf(world), world.now, 100)
    const later = { dueAt: '2026-03-06T00:00:00+08:00', reason: '停电检修' }
    const postponed = await world.as('officeLead').patch(pathOf(id), later, seen)
    expect(await postponed.json<RoundBody>()).toMatchObject({ state: 'open' })
    await expectExactCounts(world)
    expect((await countsOf(world)).kept).toHaveLength(1)
  })

  it('a lead hands it to a member or to another unit', async () => {
    const world = await newWorld()
    const id = await weekly(world)
    const hands = { assigneeId: world.member.neighbour, performedBy: world.unit.ward2 }
    const handed = await world.as('lead').patch(pathOf(id), hands, seen)
    expect(await handed.json<RoundBody>()).toMatchObject(hands)
    await expectExactCounts(world)
    const freed = await world.as('officeLead').patch(pathOf(id), { assigneeId: null }, { 'If-Match': '2' })
    expect(await freed.json<RoundBody>()).toMatchObject({ assigneeId: null })
    expect(await trailOf(world, id)).toEqual(['round.handed-over', 'round.handed-over'])
  })
})

describe('moving and handing over: errors', () => {
  it.each([
    ['outside the window', { planned: '2026-03-09' }, 'planned', 'outside-window'],
    ['into the past', { planned: '2026-03-01' }, 'planned', 'in-the-past'],
    ['due without a reason', { dueAt: '2026-03-12T00:00:00+08:00' }, 'reason', 'required'],
    ['due earlier', { dueAt: '2026-03-05T00:00:00+08:00', reason: 'x' }, 'dueAt', 'due-brought-forward'],
    ['no date', { planned: '2026-02-30' }, 'planned', 'not-a-date'],
    ['to a viewer', { assigneeId: 'viewer' }, 'assigneeId', 'not-a-performer'],
    ['to nobody known', { assigneeId: 'ghost' }, 'assigneeId', 'unknown-member'],
  ])('%s', async (_, change, path, code) => {
    const world = await newWorld()
    const id = await weekly(world)
    const body =
      'assigneeId' in change ? { assigneeId: `member_${world.orgId}_${change.assigneeId}` } : change
    const response = await world.as('supervisor').patch(pathOf(id), body, seen)
    expect(response.status).toBe(422)
    expect(await response.json<ProblemBody>()).toMatchObject({ errors: [{ path, code }] })
  })

  it('the due time of a quota’s round does not move', async () => {
    const world = await newWorld()
    const id = await weekly(world, '2026-W10/1')
    const later = { dueAt: '2026-03-12T00:00:00+08:00', reason: '等配件' }
    const response = await world.as('officeLead').patch(pathOf(id), later, seen)
    expect(await response.json()).toMatchObject({ errors: [{ path: 'dueAt', code: 'quota-due-fixed' }] })
  })

  it('what is done or missed is not moved', async () => {
    const world = await newWorld()
    const id = await planned(world)
    world.now += 4 * day
    const missed = await world.as('officeLead').patch(pathOf(id), { planned: '2026-03-06' }, seen)
    expect(await missed.json<ProblemBody>()).toMatchObject({ code: 'already-missed' })
    await world.as('inspector').post(pathOf(id, '/completion'), {})
    const done = await world.as('officeLead').patch(pathOf(id), { assigneeId: null }, { 'If-Match': '2' })
    expect(await done.json<ProblemBody>()).toMatchObject({
      code: 'already-done',
      params: { who: 'Yin Hushi' },
    })
  })

  it('a stale version changes nothing', async () => {
    const world = await newWorld()
    const id = await weekly(world)
    const move = (headers: Record<string, string>) =>
      world.as('inspector').patch(pathOf(id), { planned: '2026-03-06' }, headers)
    expect((await move({})).status).toBe(428)
    const [one, other] = await Promise.all([move(seen), move(seen)])
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([200, 412])
    expect(await trailOf(world, id)).toEqual(['round.moved'])
  })
})

describe('moving and handing over: security', () => {
  it('a change of nothing is no way in: a viewer is refused, others are asked what', async () => {
    const world = await newWorld()
    const path = pathOf(await weekly(world))
    expect((await world.as('viewer').patch(path, {}, seen)).status).toBe(403)
    expect((await world.as('lead').patch(path, {}, seen)).status).toBe(422)
  })

  it.each([
    ['inspector', 403, 403],
    ['lead', 403, 200],
    ['officeLead', 200, 200],
    ['supervisor', 200, 200],
    ['viewer', 403, 403],
    ['admin', 403, 403],
    ['neighbour', 404, 404],
  ] as const)('%s postpones: %i, hands over: %i', async (person, postpones, handsOver) => {
    const world = await newWorld()
    const [one, other] = [await weekly(world), await weekly(world)]
    const later = { dueAt: '2026-03-12T00:00:00+08:00', reason: '等配件' }
    expect((await world.as(person).patch(pathOf(one), later, seen)).status).toBe(postpones)
    const hands = { assigneeId: world.member.colleague }
    expect((await world.as(person).patch(pathOf(other), hands, seen)).status).toBe(handsOver)
  })
})

async function givePlan(
  world: World,
  dutyId: string,
  kind: 'quota' | 'rule',
  counts: object = { period: 'month', min: 1, max: null },
): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO plans (org_id, duty_id, id, position, from_on, schedule) VALUES (?, ?, ?, 0, ?, ?)`,
  )
    .bind(
      world.orgId,
      dutyId,
      `plan_${world.orgId}_1`,
      dayAt(world.now, 'Asia/Shanghai') - 30,
      JSON.stringify({
        timeZone: 'Asia/Shanghai',
        rhythm: { kind, ...counts },
        window: {},
        targets: { none: true },
      }),
    )
    .run()
}

describe('a round by hand', () => {
  it('without a duty: a lead makes one for the own unit, due at the end of its day', async () => {
    const world = await newWorld()
    const made = await world
      .as('lead')
      .post('/api/v1/rounds', { title: '临时检查', targetId: world.unit.ward1, planned: '2026-03-02' })
    expect(made.status).toBe(201)
    const round = await made.json<RoundBody & { missesAt: null }>()
    expect(round).toMatchObject({
      title: '临时检查',
      state: 'open',
      dueAt: '2026-03-03T00:00:00+08:00',
      missesAt: null,
      performedBy: world.unit.ward1,
      extra: false,
    })
    await expectExactCounts(world)
    expect((await countsOf(world)).kept).toHaveLength(1)
    expect((await world.as('inspector').post(pathOf(round.id, '/completion'), {})).status).toBe(201)
    expect(await trailOf(world, round.id)).toEqual(['round.made', 'round.completed'])
  })

  it.each(['quota', 'rule'] as const)('of a duty with a %s: only a quota’s is extra', async (kind) => {
    const world = await newWorld()
    const dutyId = await makeDuty(world, { checklistId: await makeChecklist(world) })
    await givePlan(world, dutyId, kind)
    const body = { dutyId, targetId: world.unit.ward2, planned: '2026-03-04' }
    const made = await world.as('officeLead').post('/api/v1/rounds', body)
    expect(await made.json()).toMatchObject({
      title: '消防通道巡查',
      extra: kind === 'quota',
      ownedBy: world.unit.office,
      performedBy: world.unit.ward2,
      checklistId: `checklist_${world.orgId}_fire`,
    })
    expect(await rowsOf(world, `SELECT plan_id FROM rounds WHERE org_id = ?`)).toEqual([{ plan_id: null }])
  })

  it('of a quota: up to its max of the period and target, and no further; excused ones leave room', async () => {
    const world = await newWorld()
    const dutyId = await makeDuty(world)
    await givePlan(world, dutyId, 'quota', { period: 'month', min: 1, max: 2 })
    const planned1 = { dutyId, key: '2026-M03/1', dueAt: at('2026-04-01T00:00:00+08:00'), title: null }
    const id = await planned(world, planned1)
    const make = (body: object) =>
      world.as('officeLead').post('/api/v1/rounds', { dutyId, targetId: world.unit.ward1, ...body })
    expect((await make({ planned: '2026-03-04' })).status).toBe(201)
    const refused = await make({ planned: '2026-03-31' })
    expect(refused.status).toBe(422)
    expect(await refused.json<ProblemBody>()).toMatchObject({
      errors: [{ path: 'dutyId', code: 'quota-full', message: expect.stringContaining('at most 2') }],
    })
    expect((await make({ planned: '2026-04-01' })).status).toBe(201)
    expect((await make({ planned: '2026-03-31', targetId: world.unit.ward2 })).status).toBe(201)
    const excuse = { code: 'in-use', reason: '使用中' }
    expect((await world.as('officeLead').post(pathOf(id, '/excuse'), excuse)).status).toBeLessThan(300)
    expect((await make({ planned: '2026-03-31' })).status).toBe(201)
  })

  it.each([
    ['neither duty nor title', { planned: '2026-03-04' }, 'title', 'required'],
    ['nobody to do it', { title: 'x', planned: '2026-03-04' }, 'performedBy', 'required'],
    ['a past day', { title: 'x', planned: '2026-03-01', performedBy: 'ward1' }, 'planned', 'in-the-past'],
    ['an unknown unit', { title: 'x', planned: '2026-03-04', targetId: 'moon' }, 'targetId', 'unknown-unit'],
    [
      'due before it opens',
      { title: 'x', planned: '2026-03-04', dueAt: '2026-03-04T00:00:00+08:00', performedBy: 'ward1' },
      'dueAt',
      'end-before-start',
    ],
  ])('%s is refused', async (_, body, path, code) => {
    const world = await newWorld()
    const ids = Object.entries(body).map(([field, value]) =>
      ['performedBy', 'targetId'].includes(field) ? [field, `unit_${world.orgId}_${value}`] : [field, value],
    )
    const response = await world.as('supervisor').post('/api/v1/rounds', Object.fromEntries(ids))
    expect(response.status).toBe(422)
    expect(await response.json<ProblemBody>()).toMatchObject({ errors: [{ path, code }] })
  })

  it('of a closed duty is refused', async () => {
    const world = await newWorld()
    const dutyId = await makeDuty(world, { closedOn: 20_000 })
    const body = { dutyId, targetId: world.unit.ward1, planned: '2026-03-04' }
    const response = await world.as('officeLead').post('/api/v1/rounds', body)
    expect(await response.json<ProblemBody>()).toMatchObject({ code: 'duty-closed' })
  })

  it.each(['inspector', 'viewer', 'admin', 'neighbour'] as const)('%s may not make one', async (person) => {
    const world = await newWorld()
    const body = { title: '临时检查', performedBy: world.unit.ward1, planned: '2026-03-02' }
    expect((await world.as(person).post('/api/v1/rounds', body)).status).toBe(403)
  })
})
