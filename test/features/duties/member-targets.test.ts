import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { newWorld } from '../support/world.ts'
import { changeTargets } from './planner.ts'
import { roundsAlive } from './rounds.ts'
import { makeDuty, newPlan } from './support.ts'

describe('members as targets', () => {
  it('one after the other, each to do it themselves; who leaves has no more turns', async () => {
    const world = await newWorld()
    const targets = { members: { types: ['inspector'], under: world.unit.medicine }, coverage: 'rotate' }
    const duty = await makeDuty(world, { plans: [newPlan({ from: '2026-03-02', targets })] })
    const { inspector, colleague, neighbour } = world.member
    const { results } = await env.DB.prepare(
      'SELECT target_id, assignee_id, performed_by FROM rounds WHERE org_id = ? AND duty_id = ? ORDER BY planned_on LIMIT 4',
    )
      .bind(world.orgId, duty.id)
      .all()
    const { ward1, ward2 } = world.unit
    expect(results).toEqual(
      [
        [colleague, ward1],
        [inspector, ward1],
        [neighbour, ward2],
        [colleague, ward1],
      ].map(([id, unit]) => ({ target_id: id, assignee_id: id, performed_by: unit })),
    )
    await changeTargets(
      world,
      'UPDATE members SET closed_on = 20514 WHERE org_id = ?1 AND id = ?2',
      inspector,
    )
    expect((await roundsAlive(world, duty.id)).map((round) => round.target_id).slice(0, 4)).toEqual([
      colleague,
      neighbour,
      colleague,
      neighbour,
    ])
  })

  it('a member whom nobody knows is refused', async () => {
    const world = await newWorld()
    const targets = { members: { ids: [`member_${world.orgId}_nobody`] }, coverage: 'each' }
    await expect(makeDuty(world, { plans: [newPlan({ targets })] })).rejects.toThrow('unknown-member')
  })
})
