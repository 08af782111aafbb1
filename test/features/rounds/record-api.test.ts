import { describe, expect, it } from 'vitest'
import { newWorld, type World } from '../support/world.ts'
import {
  day,
  hour,
  makeChecklist,
  pathOf,
  planned,
  trailOf,
  type ProblemBody,
  type RoundBody,
} from './rig.ts'

type RecordBody = {
  checklistVersion: number | null
  items: { id: string }[]
  answers: { id: string; item: string; value: string; note: string | null; reason: string | null }[]
}

const yes = (item: string) => ({ id: `${item}-yes`, item, value: 'yes' })

async function checked(world: World): Promise<string> {
  return planned(world, { checklistId: await makeChecklist(world), missesAt: world.now + 5 * hour })
}

describe('the record of a round: happy', () => {
  it('keeps answers as they come; the first one starts the round', async () => {
    const world = await newWorld()
    const id = await checked(world)
    const record = pathOf(id, '/record')
    const first = await world.as('inspector').patch(record, { answers: [yes('exits')] })
    expect(await first.json<RecordBody>()).toMatchObject({ checklistVersion: 1, answers: [yes('exits')] })
    const repeat = { answers: [yes('exits'), yes('hydrant')] }
    const second = await world.as('colleague').patch(record, repeat)
    expect((await second.json<RecordBody>()).answers).toHaveLength(2)
    await world.as('inspector').patch(record, repeat)

    const read = await world.as('lead').get(pathOf(id))
    const body = await read.json<RoundBody & { startedBy: string; record: RecordBody }>()
    expect(body).toMatchObject({ startedBy: world.member.inspector, version: 2 })
    expect(body.record.answers.map(({ item }) => item)).toEqual(['exits', 'hydrant'])
    expect(await trailOf(world, id)).toEqual(['round.started', 'round.answered', 'round.answered'])
  })

  it('a round that was started in time may run on for 24 hours', async () => {
    const world = await newWorld()
    const id = await checked(world)
    await world.as('inspector').patch(pathOf(id, '/record'), { answers: [yes('exits')] })
    world.now += 20 * hour
    const read = await world.as('inspector').get(pathOf(id))
    expect(await read.json<RoundBody>()).toMatchObject({ state: 'overdue' })
  })

  it('is finished in one request with the tick', async () => {
    const world = await newWorld()
    const id = await checked(world)
    const answers = [yes('exits'), { id: 'b', item: 'hydrant', value: 'no', note: '水压不足' }]
    const response = await world.as('inspector').post(pathOf(id, '/completion'), { answers })
    expect(await response.json()).toMatchObject({ state: 'done', checklistVersion: 1 })
  })

  it('is corrected by its author within 24 hours, the old answer legible', async () => {
    const world = await newWorld()
    const id = await checked(world)
    const answers = [yes('exits'), yes('hydrant')]
    await world.as('inspector').post(pathOf(id, '/completion'), { answers })
    world.now += hour
    const mended = { id: 'c', item: 'hydrant', value: 'no', note: '水压不足' }
    const correction = { answers: [mended], reason: '看错了表' }
    const response = await world.as('inspector').post(pathOf(id, '/corrections'), correction)
    expect(response.status).toBe(201)
    const record = await response.json<RecordBody>()
    expect(record.answers.map(({ value, reason }) => [value, reason])).toEqual([
      ['yes', null],
      ['yes', null],
      ['no', '看错了表'],
    ])
    const read = await world.as('inspector').get(pathOf(id))
    expect(await read.json<RoundBody>()).toMatchObject({
      outcome: { performedAt: '2026-03-02T09:00:00+08:00' },
    })
  })
})

describe('the record of a round: errors', () => {
  it('a tick names the items that are not answered, and a "no" without a note', async () => {
    const world = await newWorld()
    const id = await checked(world)
    const answers = [{ id: 'a', item: 'exits', value: 'no' }]
    const response = await world.as('inspector').post(pathOf(id, '/completion'), { answers })
    expect(response.status).toBe(422)
    expect(await response.json<ProblemBody>()).toMatchObject({
      errors: [
        { path: 'answers.exits.note', code: 'note-wanted' },
        { path: 'answers.hydrant', code: 'unanswered' },
      ],
    })
  })

  it.each([
    ['an unknown item', { answers: [{ id: 'a', item: 'moon', value: 'yes' }] }, 422],
    ['an unknown value', { answers: [{ id: 'a', item: 'exits', value: 'maybe' }] }, 422],
    ['the future', { answers: [{ ...yes('exits'), at: '2026-03-02T10:00:00+08:00' }] }, 422],
    ['no answers', {}, 422],
  ])('%s is refused', async (_, body, status) => {
    const world = await newWorld()
    const id = await checked(world)
    expect((await world.as('inspector').patch(pathOf(id, '/record'), body)).status).toBe(status)
  })

  it('nothing is answered before the opening, nor after the tick', async () => {
    const world = await newWorld()
    const id = await checked(world)
    const record = pathOf(id, '/record')
    world.now -= 10 * hour
    const early = await world.as('inspector').patch(record, { answers: [yes('exits')] })
    expect(await early.json<ProblemBody>()).toMatchObject({ code: 'not-open-yet' })
    world.now += 10 * hour
    await world.as('inspector').post(pathOf(id, '/completion'), { answers: [yes('exits'), yes('hydrant')] })
    const late = await world.as('colleague').patch(record, { answers: [{ ...yes('exits'), id: 'z' }] })
    expect(await late.json<ProblemBody>()).toMatchObject({
      code: 'already-done',
      params: { who: 'Yin Hushi' },
    })
  })

  it('a correction takes a reason and, after 24 hours, a lead', async () => {
    const world = await newWorld()
    const id = await checked(world)
    const corrections = pathOf(id, '/corrections')
    const mended = { answers: [{ ...yes('exits'), id: 'm' }], reason: '补正' }
    const early = await world.as('inspector').post(corrections, mended)
    expect(await early.json<ProblemBody>()).toMatchObject({ code: 'not-done' })
    await world.as('inspector').post(pathOf(id, '/completion'), { answers: [yes('exits'), yes('hydrant')] })
    const unexplained = { answers: mended.answers, reason: ' ' }
    expect((await world.as('inspector').post(corrections, unexplained)).status).toBe(422)
    expect((await world.as('colleague').post(corrections, mended)).status).toBe(403)
    world.now += day + 1
    const late = await world.as('inspector').post(corrections, mended)
    expect(await late.json<ProblemBody>()).toMatchObject({ code: 'correction-too-late' })
    expect((await world.as('lead').post(corrections, mended)).status).toBe(201)
  })
})
