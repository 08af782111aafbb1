import { describe, expect, it } from 'vitest'
import { newWorld } from '../support/world.ts'
import {
  at,
  countsOf,
  day,
  hour,
  makeDuty,
  pathOf,
  planned,
  rowsOf,
  trailOf,
  type ProblemBody,
  type RoundBody,
} from './rig.ts'

const completion = (id: string) => pathOf(id, '/completion')

describe('completion: happy', () => {
  it('is ticked off now, by a member of the performing unit', async () => {
    const world = await newWorld()
    const id = await planned(world, { dutyId: await makeDuty(world), title: null })
    const response = await world.as('inspector').post(completion(id), {})
    expect(response.status).toBe(201)
    const round = await response.json<RoundBody>()
    expect(round).toMatchObject({
      state: 'done',
      title: '消防通道巡查',
      titleEn: 'Fire exit round',
      outcome: { kind: 'done', memberId: world.member.inspector, lateEntry: false },
    })
    expect(await trailOf(world, id)).toEqual(['round.completed'])
    const { kept, counted } = await countsOf(world)
    expect([kept, counted]).toEqual([[], []])
  })

  it.each([
    ['done before it was due', '2026-03-02T23:00:00+08:00', 'done', false],
    ['done after it was due', '2026-03-03T08:00:00+08:00', 'late', false],
    ['entered more than 24 hours later', '2026-03-02T10:00:00+08:00', 'late', true],
    ['made up after the miss time', '2026-03-05T09:00:00+08:00', 'made-up', false],
  ])('%s', async (_, performedAt, state, lateEntry) => {
    const world = await newWorld()
    const id = await planned(world)
    world.now = lateEntry ? at('2026-03-03T11:00:00+08:00') : Math.max(world.now, at(performedAt))
    const response = await world.as('inspector').post(completion(id), { performedAt })
    expect(await response.json<RoundBody>()).toMatchObject({ state, outcome: { performedAt, lateEntry } })
  })

  it('a repeat with the same key by the same member answers the same, and keeps one', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const key = { 'Idempotency-Key': 'tick-1' }
    const first = await world.as('inspector').post(completion(id), { note: '正常' }, key)
    world.now += hour
    const second = await world.as('inspector').post(completion(id), { note: '正常' }, key)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(await second.json()).toEqual(await first.json())
    expect(await trailOf(world, id)).toEqual(['round.completed'])
    expect((await world.as('colleague').post(completion(id), {}, key)).status).toBe(409)
  })

  it('undo: by the author within 15 minutes, the audit trail keeps the outcome', async () => {
    const world = await newWorld()
    const id = await planned(world)
    await world.as('inspector').post(completion(id), { note: '误点' })
    world.now += 14 * 60_000
    const undone = await world.as('inspector').delete(completion(id))
    expect(await undone.json<RoundBody>()).toMatchObject({ state: 'open', outcome: null })
    const [entry] = await rowsOf<{ before: string }>(
      world,
      `SELECT before FROM audit WHERE org_id = ?1 AND action = 'round.completion-undone'`,
    )
    expect(JSON.parse(entry?.before ?? '')).toMatchObject({ outcome: { note: '误点' } })
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual(counted)
    expect(kept).toHaveLength(1)
    expect((await world.as('colleague').post(completion(id), {})).status).toBe(201)
  })

  it('undo: by a lead later, with a reason', async () => {
    const world = await newWorld()
    const id = await planned(world)
    await world.as('inspector').post(completion(id), {})
    world.now += day
    expect((await world.as('lead').delete(completion(id))).status).toBe(422)
    expect((await world.as('lead').delete(completion(id), { reason: '未到现场' })).status).toBe(200)
  })

  it('a late entry counts from when it was done once a lead confirms it', async () => {
    const world = await newWorld()
    const id = await planned(world)
    world.now += 2 * day
    const performedAt = '2026-03-02T10:00:00+08:00'
    await world.as('inspector').post(completion(id), { performedAt })
    const confirmed = await world.as('lead').put(pathOf(id, '/completion/confirmation'))
    expect(await confirmed.json<RoundBody>()).toMatchObject({ state: 'done' })
    expect(await trailOf(world, id)).toEqual(['round.completed', 'round.late-entry-confirmed'])
  })
})

describe('completion: errors', () => {
  it('who comes second learns who did it and when', async () => {
    const world = await newWorld()
    const id = await planned(world)
    await world.as('inspector').post(completion(id), {})
    const response = await world.as('colleague').post(completion(id), {})
    expect(response.status).toBe(409)
    expect(await response.json<ProblemBody>()).toMatchObject({
      code: 'already-done',
      detail: expect.stringContaining('Yin Hushi completed this round at 2026-03-02 09:00'),
      params: { who: 'Yin Hushi', memberId: world.member.inspector, at: '2026-03-02T09:00:00+08:00' },
    })
  })

  it.each([
    ['before the opening', '2026-03-01T23:59:59+08:00', null, 409, 'not-open-yet'],
    [
      'done before the opening',
      '2026-03-02T09:00:00+08:00',
      '2026-03-01T20:00:00+08:00',
      409,
      'not-open-yet',
    ],
    ['six minutes ahead', '2026-03-02T09:00:00+08:00', '2026-03-02T09:06:00+08:00', 422, 'in-the-future'],
    ['no instant', '2026-03-02T09:00:00+08:00', 'yesterday', 422, 'invalid'],
  ])('%s', async (_, now, performedAt, status, code) => {
    const world = await newWorld()
    const id = await planned(world)
    world.now = at(now)
    const response = await world.as('inspector').post(completion(id), performedAt ? { performedAt } : {})
    expect(response.status).toBe(status)
    expect(await response.json<ProblemBody>()).toMatchObject({ code })
  })

  it('a clock up to five minutes ahead is believed', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const response = await world
      .as('inspector')
      .post(completion(id), { performedAt: '2026-03-02T09:05:00+08:00' })
    expect(response.status).toBe(201)
  })

  it('what must not be made up is refused after its miss time', async () => {
    const world = await newWorld()
    const id = await planned(world, { makeUp: 'forbidden' })
    world.now += 4 * day
    const refused = await world.as('inspector').post(completion(id), {})
    expect(await refused.json<ProblemBody>()).toMatchObject({ code: 'make-up-forbidden' })
    const onPaper = await world
      .as('inspector')
      .post(completion(id), { performedAt: '2026-03-02T10:00:00+08:00' })
    expect(await onPaper.json<RoundBody>()).toMatchObject({ outcome: { lateEntry: true } })
  })

  it('the author is too late to undo after 15 minutes, and a colleague never may', async () => {
    const world = await newWorld()
    const id = await planned(world)
    await world.as('inspector').post(completion(id), {})
    world.now += 16 * 60_000
    const late = await world.as('inspector').delete(completion(id), { reason: '误点' })
    expect(await late.json<ProblemBody>()).toMatchObject({ code: 'undo-too-late' })
    expect((await world.as('colleague').delete(completion(id))).status).toBe(403)
  })

  it('nothing is undone or confirmed twice, nor where nothing is to be', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const confirm = () => world.as('lead').put(pathOf(id, '/completion/confirmation'))
    const codeOf = async (response: Promise<Response>) => (await (await response).json<ProblemBody>()).code
    expect(await codeOf(world.as('inspector').delete(completion(id)))).toBe('not-done')
    expect(await codeOf(confirm())).toBe('not-done')
    await world.as('inspector').post(completion(id), {})
    expect(await codeOf(confirm())).toBe('no-late-entry')
    await world.as('inspector').delete(completion(id))
    world.now += 2 * day
    await world.as('inspector').post(completion(id), { performedAt: '2026-03-02T10:00:00+08:00' })
    expect((await world.as('inspector').put(pathOf(id, '/completion/confirmation'))).status).toBe(403)
    expect((await confirm()).status).toBe(200)
    expect(await codeOf(confirm())).toBe('already-confirmed')
  })

  it('a malformed Idempotency-Key is refused', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const key = { 'Idempotency-Key': 'x'.repeat(101) }
    expect((await world.as('inspector').post(completion(id), {}, key)).status).toBe(400)
  })
})

describe('completion: security', () => {
  it.each([
    ['inspector', 201],
    ['lead', 201],
    ['supervisor', 201],
    ['officeLead', 403],
    ['viewer', 403],
    ['admin', 403],
    ['neighbour', 404],
    ['auditor', 404],
    [null, 401],
  ] as const)('%s: %i', async (person, status) => {
    const world = await newWorld()
    const id = await planned(world)
    expect((await world.as(person).post(completion(id), {})).status).toBe(status)
  })

  it('who is assigned may do it from outside the unit', async () => {
    const world = await newWorld()
    const id = await planned(world, { assigneeId: world.member.neighbour })
    expect((await world.as('neighbour').post(completion(id), {})).status).toBe(201)
  })
})
