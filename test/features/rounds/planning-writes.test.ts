import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { findRound } from '../../../src/features/rounds/queries.ts'
import {
  countWithdrawnRounds,
  insertRounds,
  withdrawRounds,
} from '../../../src/features/rounds/repository.ts'
import { newUsage, storeFor } from '../../../src/platform/store.ts'
import { newWorld, type World } from '../support/world.ts'
import { countsOf, day, plan, planned, roundOf, rowsOf } from './rig.ts'

async function withdraw(world: World, ids: string[]): Promise<void> {
  const list = JSON.stringify(ids)
  await world.store.batch([
    ...countWithdrawnRounds({ ids: list }),
    withdrawRounds({ ids: list, reason: 'suspended', now: world.now }),
  ])
}

async function moveWatermark(world: World): Promise<void> {
  await env.DB.prepare(`INSERT INTO jobs (org_id, job, watermark, ran_at) VALUES (?, 'note-overdue', ?, ?)`)
    .bind(world.orgId, world.now, world.now)
    .run()
}

describe('planning rounds', () => {
  it('twice changes nothing, neither rounds nor counts', async () => {
    const world = await newWorld()
    const rounds = [roundOf(world), roundOf(world), roundOf(world, { performedBy: world.unit.ward2 })]
    await plan(world, rounds)
    const before = await countsOf(world)
    await plan(world, rounds.toReversed())
    expect(await countsOf(world)).toEqual(before)
    expect(before.kept).toHaveLength(2)
    expect(before.kept).toEqual(before.counted)
  })

  it('writes four rows a round', async () => {
    const world = await newWorld()
    const usage = newUsage()
    const rows = JSON.stringify(
      Array.from({ length: 100 }, () => roundOf(world, { dutyId: 'duty_x', planId: 'plan_x' })),
    )
    await storeFor(env.DB, world.orgId, usage).batch([insertRounds({ rows, now: world.now })])
    expect(usage.rowsWritten).toBe(400)
  })

  it('behind the watermark counts as overdue at once, and is watched', async () => {
    const world = await newWorld()
    await moveWatermark(world)
    const id = await planned(world, { dueAt: world.now - day })
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual([`overdue ${world.unit.ward1} 1`])
    expect(kept).toEqual(counted)
    expect((await findRound(world.store, id))?.round.watched).toBe(true)
  })
})

describe('withdrawing rounds', () => {
  it('takes them out of the counts, and planning again revives them with new times', async () => {
    const world = await newWorld()
    const round = roundOf(world)
    await plan(world, [round])
    await withdraw(world, [round.id])
    expect((await countsOf(world)).kept).toEqual([])
    await withdraw(world, [round.id])
    expect(await countsOf(world)).toEqual({ kept: [], counted: [] })

    await plan(world, [{ ...round, dueAt: round.dueAt + day }])
    const found = await findRound(world.store, round.id)
    expect(found?.round).toMatchObject({
      withdrawnAt: null,
      settled: false,
      version: 3,
      dueAt: round.dueAt + day,
    })
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual([`${round.dueAt + day} ${world.unit.ward1} 1`])
    expect(kept).toEqual(counted)
  })

  it('leaves alone what somebody has touched', async () => {
    const world = await newWorld()
    const id = await planned(world)
    await env.DB.prepare(`UPDATE rounds SET touched = 1 WHERE org_id = ? AND id = ?`)
      .bind(world.orgId, id)
      .run()
    await withdraw(world, [id])
    expect((await findRound(world.store, id))?.round.withdrawnAt).toBeNull()
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual(counted)
  })

  it('of another organisation changes nothing', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const id = await planned(other)
    await withdraw(world, [id])
    expect(
      await rowsOf(other, `SELECT id FROM rounds WHERE org_id = ? AND withdrawn_at IS NULL`),
    ).toHaveLength(1)
  })
})
