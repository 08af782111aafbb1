import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveMissesAt } from '../../../src/domain/round/state.ts'
import { findRound } from '../../../src/features/rounds/queries.ts'
import {
  countWithdrawnRounds,
  withdrawRounds,
  type RoundValues,
} from '../../../src/features/rounds/repository.ts'
import { noteMissed } from '../../../src/jobs/note-missed.ts'
import { noteOverdue } from '../../../src/jobs/note-overdue.ts'
import { commit } from '../../../src/platform/context.ts'
import { newWorld, type World } from '../support/world.ts'
import { strayFlags } from './recount.ts'
import { countsOf, hour, jobContextOf, pathOf, plan, roundOf, rowsOf, storeOf } from './rig.ts'

/** One thing that happens; `pick` chooses the round, by its place in the list of all. */
type Step =
  | { kind: 'plan'; pick: number; due: number; misses: number }
  | { kind: 'clock'; hours: number }
  | { kind: 'jobs'; job: typeof noteOverdue; limit: number; runs: number }
  | StepOnRound
type StepOnRound =
  | { kind: 'tick' | 'undo' | 'excuse' | 'explain' | 'withdraw' | 'plan-again' | 'hand-over'; pick: number }
  | { kind: 'postpone'; pick: number; hours: number }

const pick = fc.nat(30)
const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('plan' as const),
      pick,
      due: fc.integer({ min: -30, max: 60 }),
      misses: fc.nat(40),
    }),
    fc.record({ kind: fc.constant('clock' as const), hours: fc.integer({ min: 1, max: 40 }) }),
    fc.record({
      kind: fc.constantFrom(
        'tick' as const,
        'undo' as const,
        'excuse' as const,
        'explain' as const,
        'withdraw' as const,
        'plan-again' as const,
        'hand-over' as const,
      ),
      pick,
    }),
    fc.record({ kind: fc.constant('postpone' as const), pick, hours: fc.integer({ min: 1, max: 50 }) }),
    fc.record({
      kind: fc.constant('jobs' as const),
      job: fc.constantFrom(noteOverdue, noteMissed),
      limit: fc.integer({ min: 1, max: 5 }),
      runs: fc.integer({ min: 1, max: 2 }),
    }),
  ),
  { minLength: 8, maxLength: 24 },
)

async function play(world: World, rounds: RoundValues[], step: Step): Promise<void> {
  if (step.kind === 'clock') {
    world.now += step.hours * hour
    return
  }
  if (step.kind === 'plan') {
    const dueAt = world.now + step.due * hour
    const performedBy = step.pick % 2 === 0 ? world.unit.ward1 : world.unit.ward2
    const missesAt = step.misses === 0 ? null : dueAt + step.misses * hour
    rounds.push(roundOf(world, { dueAt, missesAt, performedBy, opensAt: dueAt - 100 * hour }))
    await plan(world, rounds.slice(-1))
    return
  }
  if (step.kind === 'jobs') {
    await Promise.all(
      Array.from({ length: step.runs }, () => step.job(jobContextOf(world), world.now, step.limit)),
    )
    return
  }
  const round = rounds[step.pick % Math.max(rounds.length, 1)]
  if (round) await playOn(world, round, step)
}

async function playOn(world: World, round: RoundValues, step: StepOnRound): Promise<void> {
  const supervisor = world.as('supervisor')
  const current = await findRound(storeOf(world), round.id)
  const seen = { 'If-Match': String(current?.round.version ?? 0) }
  switch (step.kind) {
    case 'tick':
      await supervisor.post(pathOf(round.id, '/completion'), {})
      return
    case 'undo':
      await supervisor.delete(pathOf(round.id, '/completion'), { reason: 'x' })
      return
    case 'excuse':
      await supervisor.post(pathOf(round.id, '/excuse'), { code: 'in-use', reason: 'x' })
      return
    case 'explain':
      await supervisor.put(pathOf(round.id, '/miss-reason'), { reason: 'x' })
      return
    case 'withdraw': {
      const ids = JSON.stringify([round.id])
      const withdrawn = withdrawRounds({ ids, reason: 'revised', now: world.now })
      await commit(jobContextOf(world), [...countWithdrawnRounds({ ids }), withdrawn], [])
      return
    }
    case 'plan-again':
      await plan(world, [{ ...round, dueAt: round.dueAt + hour }])
      return
    case 'hand-over':
      await supervisor.patch(pathOf(round.id), { performedBy: world.unit.office }, seen)
      return
    case 'postpone': {
      const dueAt = new Date((current?.round.dueAt ?? 0) + step.hours * hour).toISOString()
      await supervisor.patch(pathOf(round.id), { dueAt, reason: 'x' }, seen)
      return
    }
    default:
      step satisfies never
  }
}

async function finishJobs(world: World): Promise<void> {
  for (const job of [noteOverdue, noteMissed]) {
    let steps = 0
    while (!(await job(jobContextOf(world), world.now, 100)).done) {
      steps += 1
      expect(steps).toBeLessThan(100)
    }
  }
}

/** In the end the jobs have noted exactly those that are unsettled and past their miss time. */
async function expectMissesNoted(world: World, rounds: readonly RoundValues[]): Promise<void> {
  for (const { id } of rounds) {
    const found = await findRound(storeOf(world), id)
    if (!found || found.round.settled) continue
    const missesAt = effectiveMissesAt(found.round)
    expect(found.round.missNotedAt !== null).toBe(missesAt !== null && missesAt <= world.now)
  }
}

describe('whatever happens to rounds', () => {
  it('the kept counts equal a recount, and the flags their definition, after every step', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const world = await newWorld()
        const rounds: RoundValues[] = []
        for (const step of history) {
          await play(world, rounds, step)
          const { kept, counted } = await countsOf(world)
          expect(kept).toEqual(counted)
          expect(await rowsOf(world, strayFlags)).toEqual([])
        }
        await finishJobs(world)
        await expectMissesNoted(world, rounds)
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})
