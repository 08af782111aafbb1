import { describe, expect, it } from 'vitest'
import { findRound } from '../../../src/features/rounds/queries.ts'
import { noteMissed } from '../../../src/jobs/note-missed.ts'
import { noteOverdue } from '../../../src/jobs/note-overdue.ts'
import { newWorld, type World } from '../support/world.ts'
import {
  countsOf,
  day,
  hour,
  jobContextOf,
  makeChecklist,
  pathOf,
  plan,
  planned,
  roundOf,
  rowsOf,
  trailOf,
} from './rig.ts'

type Job = typeof noteOverdue

/** Steps of `limit` until nothing is left; answers how many were taken. */
async function finish(world: World, job: Job, limit: number): Promise<number> {
  for (let steps = 1; steps <= 100; steps += 1) {
    const { done } = await job(jobContextOf(world), world.now, limit)
    if (done) return steps
  }
  throw new Error('the job comes to no end')
}

async function snapshot(world: World): Promise<unknown> {
  const rounds = await rowsOf(
    world,
    `SELECT id, watched, settled, touched, miss_noted_at, version FROM rounds WHERE org_id = ? ORDER BY id`,
  )
  const trail = await rowsOf(world, `SELECT seq, action, subject_id FROM audit WHERE org_id = ? ORDER BY seq`)
  return { rounds, trail, counts: await countsOf(world) }
}

async function weekOfRounds(world: World): Promise<void> {
  const rounds = Array.from({ length: 40 }, (_, index) =>
    roundOf(world, {
      dueAt: world.now + (index % 10) * 6 * hour,
      performedBy: index % 2 === 0 ? world.unit.ward1 : world.unit.ward2,
      missesAt: index % 5 === 0 ? null : world.now + 3 * day + index * hour,
    }),
  )
  await plan(world, rounds)
}

describe('noting what is overdue', () => {
  it.each([1, 7, 100])('in steps of %i comes to the same', async (limit) => {
    const world = await newWorld()
    await weekOfRounds(world)
    world.now += 30 * hour
    await finish(world, noteOverdue, limit)
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual(counted)
    expect(kept.filter((line) => line.startsWith('overdue'))).toEqual([
      `overdue ${world.unit.ward1} 12`,
      `overdue ${world.unit.ward2} 12`,
    ])
    expect(await rowsOf(world, `SELECT id FROM rounds WHERE org_id = ? AND watched = 1`)).toHaveLength(24)
  })

  it('is right after every step: a crash in between loses nothing', async () => {
    const world = await newWorld()
    await weekOfRounds(world)
    world.now += 3 * day
    for (let step = 0; step < 4; step += 1) {
      await noteOverdue(jobContextOf(world), world.now, 5)
      const { kept, counted } = await countsOf(world)
      expect(kept).toEqual(counted)
    }
  })

  it('fired five times at once changes what once would', async () => {
    const world = await newWorld()
    await weekOfRounds(world)
    world.now += 30 * hour
    const steps = await Promise.all(
      Array.from({ length: 5 }, () => noteOverdue(jobContextOf(world), world.now, 100)),
    )
    expect(steps.reduce((sum, { handled }) => sum + handled, 0)).toBe(24)
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual(counted)
    const before = await snapshot(world)
    expect(await noteOverdue(jobContextOf(world), world.now, 100)).toEqual({ done: true, handled: 0 })
    expect(await noteOverdue(jobContextOf(world), world.now - day, 100)).toEqual({ done: true, handled: 0 })
    expect(await snapshot(world)).toEqual(before)
  })
})

describe('noting what is missed', () => {
  it('each once, with its entry, after any number of missed nights', async () => {
    const world = await newWorld()
    await weekOfRounds(world)
    world.now += 10 * day
    await finish(world, noteOverdue, 9)
    await finish(world, noteMissed, 7)
    const noted = await rowsOf(world, `SELECT id FROM rounds WHERE org_id = ? AND miss_noted_at IS NOT NULL`)
    expect(noted).toHaveLength(32)
    expect(await rowsOf(world, `SELECT seq FROM audit WHERE org_id = ?`)).toHaveLength(32)
    const before = await snapshot(world)
    await finish(world, noteMissed, 7)
    expect(await snapshot(world)).toEqual(before)
  })

  it('fired five times at once notes each once', async () => {
    const world = await newWorld()
    await weekOfRounds(world)
    world.now += 10 * day
    await finish(world, noteOverdue, 100)
    const steps = await Promise.all(
      Array.from({ length: 5 }, () => noteMissed(jobContextOf(world), world.now, 100)),
    )
    expect(steps.reduce((sum, { handled }) => sum + handled, 0)).toBe(32)
    expect(await rowsOf(world, `SELECT seq FROM audit WHERE org_id = ?`)).toHaveLength(32)
  })

  it('leaves a running round alone for 24 hours', async () => {
    const world = await newWorld()
    const missesAt = world.now + 20 * hour
    const id = await planned(world, { checklistId: await makeChecklist(world), missesAt })
    world.now += 19 * hour
    const answers = [{ id: 'a', item: 'exits', value: 'yes' }]
    expect((await world.as('inspector').patch(pathOf(id, '/record'), { answers })).status).toBe(200)
    world.now += 23 * hour
    await finish(world, noteOverdue, 10)
    await finish(world, noteMissed, 10)
    expect((await findRound(world.store, id))?.round.missNotedAt).toBeNull()
    world.now += hour
    await finish(world, noteMissed, 10)
    expect((await findRound(world.store, id))?.round.missNotedAt).toBe(world.now)
    expect(await trailOf(world, id)).toEqual(['round.started', 'round.answered', 'round.missed'])
  })

  it('leaves alone what was ticked meanwhile', async () => {
    const world = await newWorld()
    const [late, missed] = [await planned(world), await planned(world)]
    world.now += 4 * day
    await finish(world, noteOverdue, 10)
    const [ticked] = await Promise.all([
      world.as('inspector').post(pathOf(late, '/completion'), {}),
      noteMissed(jobContextOf(world), world.now, 10),
    ])
    await finish(world, noteMissed, 10)
    expect(ticked.status).toBe(201)
    expect(await trailOf(world, missed)).toEqual(['round.missed'])
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual(counted)
  })
})
