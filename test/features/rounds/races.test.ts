import { describe, expect, it } from 'vitest'
import { noteOverdue } from '../../../src/jobs/note-overdue.ts'
import { newWorld } from '../support/world.ts'
import {
  countsOf,
  day,
  jobContextOf,
  makeDuty,
  pathOf,
  plan,
  planned,
  roundOf,
  rowsOf,
  trailOf,
  type ProblemBody,
} from './rig.ts'

describe('fifty at once', () => {
  it('on the same round: one wins, 49 are told who and when', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const people = ['inspector', 'colleague', 'lead', 'supervisor'] as const
    const responses = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        world.as(people[index % 4] ?? 'lead').post(pathOf(id, '/completion'), {}),
      ),
    )
    const won = responses.filter(({ status }) => status === 201)
    const lost = responses.filter(({ status }) => status === 409)
    expect([won.length, lost.length]).toEqual([1, 49])
    const winner = await won[0]?.json<{ outcome: { memberId: string } }>()
    for (const response of lost) {
      const problem = await response.json<ProblemBody>()
      expect(problem).toMatchObject({
        code: 'already-done',
        params: { memberId: winner?.outcome.memberId, at: '2026-03-02T09:00:00+08:00' },
      })
    }
    expect(await rowsOf(world, `SELECT round_id FROM outcomes WHERE org_id = ?`)).toHaveLength(1)
    expect(await trailOf(world, id)).toEqual(['round.completed'])
    expect(await countsOf(world)).toEqual({ kept: [], counted: [] })
  })

  it('on rounds of their own: all succeed at the first try', async () => {
    const world = await newWorld()
    const rounds = Array.from({ length: 50 }, () => roundOf(world))
    await plan(world, rounds)
    const responses = await Promise.all(
      rounds.map(({ id }) => world.as('inspector').post(pathOf(id, '/completion'), {})),
    )
    expect(responses.map(({ status }) => status)).toEqual(rounds.map(() => 201))
    const audit = await rowsOf<{ seq: number }>(world, `SELECT seq FROM audit WHERE org_id = ? ORDER BY seq`)
    expect(audit.map(({ seq }) => seq)).toEqual(rounds.map((_, index) => index + 1))
    expect(await countsOf(world)).toEqual({ kept: [], counted: [] })
  })

  it('asking to be excused and ticking: exactly one outcome, whoever wins', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const [excused, done] = await Promise.all([
      world.as('officeLead').post(pathOf(id, '/excuse'), { code: 'in-use', reason: '手术中' }),
      world.as('inspector').post(pathOf(id, '/completion'), {}),
    ])
    expect([excused.status, done.status].toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(await rowsOf(world, `SELECT round_id FROM outcomes WHERE org_id = ?`)).toHaveLength(1)
    expect(await countsOf(world)).toEqual({ kept: [], counted: [] })
  })
})

describe('what a tick costs', () => {
  it.each(['in its window', 'overdue and watched'])(
    'at most 30 rows read and 14 written: %s',
    async (when) => {
      const world = await newWorld()
      const dutyId = await makeDuty(world)
      const rounds = Array.from({ length: 60 }, () =>
        roundOf(world, { dutyId, assigneeId: world.member.inspector }),
      )
      await plan(world, rounds)
      if (when !== 'in its window') {
        world.now += day
        await noteOverdue(jobContextOf(world), world.now, 100)
      }
      const ticked = await world.as('inspector').post(pathOf(rounds[0]?.id ?? '', '/completion'), {})
      expect(ticked.status).toBe(201)
      expect(world.usage.rowsRead).toBeLessThanOrEqual(30)
      expect(world.usage.rowsWritten).toBeLessThanOrEqual(14)
    },
  )
})
