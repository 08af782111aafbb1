import { describe, expect, it } from 'vitest'
import { noteMissed } from '../../../src/jobs/note-missed.ts'
import { noteOverdue } from '../../../src/jobs/note-overdue.ts'
import { newWorld, type World } from '../support/world.ts'
import {
  countsOf,
  day,
  jobContextOf,
  pathOf,
  planned,
  trailOf,
  type ProblemBody,
  type RoundBody,
} from './rig.ts'

const request = { code: 'out-of-service', reason: '设备送修' }

async function expectExactCounts(world: World): Promise<void> {
  const { kept, counted } = await countsOf(world)
  expect(kept).toEqual(counted)
}

describe('being excused: happy', () => {
  it('the performer asks, the owner grants', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const asked = await world.as('inspector').post(pathOf(id, '/excuse'), request)
    expect(asked.status).toBe(201)
    expect(await asked.json<RoundBody>()).toMatchObject({ state: 'open', excuse: { granted: null } })
    world.now += 4 * day
    const granted = await world.as('officeLead').put(pathOf(id, '/excuse/decision'), { granted: true })
    expect(await granted.json<RoundBody>()).toMatchObject({
      state: 'excused',
      excuse: { granted: true },
      outcome: { memberId: world.member.officeLead },
    })
    expect(await trailOf(world, id)).toEqual(['round.excuse-asked', 'round.excused'])
    await expectExactCounts(world)
  })

  it.each(['officeLead', 'supervisor'] as const)('%s asks and grants in one', async (person) => {
    const world = await newWorld()
    const id = await planned(world)
    const response = await world.as(person).post(pathOf(id, '/excuse'), request)
    expect(await response.json<RoundBody>()).toMatchObject({ state: 'excused', excuse: { granted: true } })
    await expectExactCounts(world)
  })

  it('declined, the round goes on, and may be asked for again', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const decision = pathOf(id, '/excuse/decision')
    await world.as('inspector').post(pathOf(id, '/excuse'), request)
    expect((await world.as('officeLead').put(decision, { granted: false })).status).toBe(422)
    const declined = await world.as('officeLead').put(decision, { granted: false, reason: '备用机可用' })
    expect(await declined.json<RoundBody>()).toMatchObject({ state: 'open', excuse: { granted: false } })
    world.now += 1
    expect((await world.as('inspector').post(pathOf(id, '/excuse'), request)).status).toBe(201)
  })

  it('a tick ends what was asked', async () => {
    const world = await newWorld()
    const id = await planned(world)
    await world.as('inspector').post(pathOf(id, '/excuse'), request)
    const ticked = await world.as('colleague').post(pathOf(id, '/completion'), {})
    expect(await ticked.json<RoundBody>()).toMatchObject({ state: 'done', excuse: { granted: false } })
  })
})

describe('being excused: errors', () => {
  it.each([
    ['an unknown code', { code: 'no-time', reason: '忙' }],
    ['no reason', { code: 'in-use', reason: '' }],
  ])('%s', async (_, body) => {
    const world = await newWorld()
    expect((await world.as('inspector').post(pathOf(await planned(world), '/excuse'), body)).status).toBe(422)
  })

  it('twice, after the tick, after the miss, or decided where nothing waits', async () => {
    const world = await newWorld()
    const [id, done, missed] = [
      await planned(world),
      await planned(world),
      await planned(world, { missesAt: world.now - day }),
    ]
    const ask = async (round: string) =>
      (await (await world.as('inspector').post(pathOf(round, '/excuse'), request)).json<ProblemBody>()).code
    const decide = async () => world.as('officeLead').put(pathOf(id, '/excuse/decision'), { granted: true })
    expect(await (await decide()).json<ProblemBody>()).toMatchObject({ code: 'no-excuse-pending' })
    await ask(id)
    expect(await ask(id)).toBe('excuse-pending')
    await world.as('inspector').post(pathOf(done, '/completion'), {})
    expect(await ask(done)).toBe('already-done')
    expect(await ask(missed)).toBe('already-missed')
    await decide()
    expect(await (await decide()).json<ProblemBody>()).toMatchObject({ code: 'already-excused' })
  })

  it('the performer’s lead does not decide', async () => {
    const world = await newWorld()
    const id = await planned(world)
    await world.as('inspector').post(pathOf(id, '/excuse'), request)
    const decision = pathOf(id, '/excuse/decision')
    for (const person of ['lead', 'inspector', 'viewer', 'admin'] as const) {
      expect((await world.as(person).put(decision, { granted: true })).status).toBe(403)
    }
  })
})

describe('a miss', () => {
  it('is noted by the job, explained by its performer, acknowledged by the owner', async () => {
    const world = await newWorld()
    const id = await planned(world)
    world.now += 4 * day
    await noteOverdue(jobContextOf(world), world.now, 100)
    expect((await countsOf(world)).kept).toEqual([`overdue ${world.unit.ward1} 1`])
    await noteMissed(jobContextOf(world), world.now, 100)
    const acknowledge = () => world.as('officeLead').put(pathOf(id, '/miss-reason/acknowledgement'))
    expect(await (await acknowledge()).json<ProblemBody>()).toMatchObject({ code: 'no-miss-reason' })

    const reason = { reason: '当日抢救，无人手' }
    const explained = await world.as('inspector').put(pathOf(id, '/miss-reason'), reason)
    expect(await explained.json<RoundBody>()).toMatchObject({ state: 'missed', missReason: reason })
    expect((await countsOf(world)).kept).toEqual([])
    await expectExactCounts(world)

    const acknowledged = await acknowledge()
    expect(await acknowledged.json<RoundBody>()).toMatchObject({
      missReason: { acknowledgedBy: world.member.officeLead },
    })
    expect((await acknowledge()).status).toBe(409)
    const again = await world.as('inspector').put(pathOf(id, '/miss-reason'), reason)
    expect(await again.json<ProblemBody>()).toMatchObject({ code: 'already-acknowledged' })
    expect(await trailOf(world, id)).toEqual([
      'round.missed',
      'round.miss-explained',
      'round.miss-acknowledged',
    ])
  })

  it('may be explained before the job has come by, and is not noted twice', async () => {
    const world = await newWorld()
    const id = await planned(world)
    world.now += 4 * day
    await world.as('inspector').put(pathOf(id, '/miss-reason'), { reason: '忘记' })
    await noteOverdue(jobContextOf(world), world.now, 100)
    expect(await noteMissed(jobContextOf(world), world.now, 100)).toEqual({ done: true, handled: 0 })
    expect(await trailOf(world, id)).toEqual(['round.missed', 'round.miss-explained'])
    await expectExactCounts(world)
  })

  it('a round that is not missed takes no reason, and only its performer gives one', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const reason = { reason: '忘记' }
    const early = await world.as('inspector').put(pathOf(id, '/miss-reason'), reason)
    expect(await early.json<ProblemBody>()).toMatchObject({ code: 'not-missed' })
    world.now += 4 * day
    for (const person of ['officeLead', 'viewer', 'admin'] as const) {
      expect((await world.as(person).put(pathOf(id, '/miss-reason'), reason)).status).toBe(403)
    }
    await world.as('lead').put(pathOf(id, '/miss-reason'), reason)
    const acknowledgement = pathOf(id, '/miss-reason/acknowledgement')
    for (const person of ['lead', 'inspector', 'viewer', 'admin'] as const) {
      expect((await world.as(person).put(acknowledgement)).status).toBe(403)
    }
  })

  it('that was made up and then undone stays explained', async () => {
    const world = await newWorld()
    const id = await planned(world)
    world.now += 4 * day
    await world.as('inspector').put(pathOf(id, '/miss-reason'), { reason: '忘记' })
    await world.as('inspector').post(pathOf(id, '/completion'), {})
    const undone = await world.as('inspector').delete(pathOf(id, '/completion'))
    expect(await undone.json<RoundBody>()).toMatchObject({ state: 'missed' })
    await expectExactCounts(world)
    expect((await countsOf(world)).kept).toEqual([])
  })
})
